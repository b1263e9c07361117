import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeXml } from '../../pipeline/publish/escape-xml.ts';

it('writes markup as text, in elements and in attributes', () => {
  expect(escapeXml('<a b="c"> & \r\n')).toBe('&lt;a b=&quot;c&quot;&gt; &amp; &#13;\n');
});

it('replaces what XML 1.0 has no place for', () => {
  expect(escapeXml('a\u0000b\u001fc\uffffd\te\u00e4\u{1f600}')).toBe('a\ufffdb\ufffdc\ufffdd\te\u00e4\u{1f600}');
});

it('gives any text back to a reader of XML, but for what XML cannot hold', () => {
  const read = (xml: string): string =>
    xml.replaceAll(
      /&(lt|gt|quot|amp|#13);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '\r',
    );
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          '<',
          '>',
          '&',
          '"',
          '\r',
          '\n',
          '\t',
          ';',
          '#13',
          'amp',
          'lt',
          '\u0000',
          '\uffff',
          '\u{1f600}',
        ),
      }),
      (text) => {
        const xml = escapeXml(text);
        expect(xml).not.toMatch(/[<>"\r]|&(?!(lt|gt|quot|amp|#13);)/);
        expect(read(xml)).toBe(text.replaceAll(/[\u0000\uffff]/g, '\ufffd'));
      },
    ),
  );
});
