/** A page saved as HTML is the page; its places lead into the file that was saved. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Entry } from '../../pipeline/model/project.ts';
import type { Issue, Place } from '../../pipeline/model/issue.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { openReadable } from '../../pipeline/parse/open-readable.ts';
import { readHtml } from '../../pipeline/parse/html/read-html.ts';
import { tidy } from '../../pipeline/parse/lines.ts';
import { eura2014Page, writeEura2014Page } from '../demo/eura2014-page.ts';
import { writeHtmlPage } from '../demo/html-page.ts';
import { listEntryFaults } from './accounting.ts';
import { parseContext, places, RUNS, toFile } from './generated.ts';

/** A line of a text that reads like a heading becomes one here, with an empty line around it. */
const joinParagraphs = (fields: object): object =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? value.replace(/\n+/g, '\n') : value,
    ]),
  );

const strip = ({ fields, partners, sustainability, areas, withheld }: Entry): object => ({
  fields: joinParagraphs(fields),
  partners,
  sustainability,
  areas: areas.map(({ level, name }) => ({ level, name })),
  withheld,
});

it('the same record as the page’s text', () => {
  fc.assert(
    fc.property(eura2014Page(places), fc.boolean(), (page, withReferences) => {
      const text = writeEura2014Page(page);
      const plain = parse(toFile('a.txt', text), parseContext);
      const saved = parse(toFile('a.html', writeHtmlPage(text, withReferences)), parseContext);
      expect(saved.value.map(strip)).toEqual(plain.value.map(strip));
      expect(saved.issues.map(({ code }) => code)).toEqual(plain.issues.map(({ code }) => code));
    }),
    RUNS,
  );
});

function slice(source: string, { line, column, endLine, endColumn }: Place): string {
  const lines = source.split(/\r\n|\n|\r/).slice(line - 1, endLine);
  if (lines.length === 1) return (lines[0] ?? '').slice(column - 1, endColumn - 1);
  return [(lines[0] ?? '').slice(column - 1), ...lines.slice(1, -1), (lines.at(-1) ?? '').slice(0, endColumn - 1)].join(
    '\n',
  );
}

it('a value is what stands at its place in the file, references and line breaks aside', () => {
  fc.assert(
    fc.property(
      eura2014Page(places),
      fc.boolean(),
      fc.constantFrom('', '\uFEFF'),
      fc.constantFrom('\n', '\r\n', '\r'),
      (page, withReferences, mark, lineBreak) => {
        const html = mark + writeHtmlPage(writeEura2014Page(page), withReferences).replaceAll('\n', lineBreak);
        const [entry] = parse(toFile('a.html', html), parseContext).value;
        const { fields, origins, areas } = entry!;
        const wrong = [
          ...Object.entries(fields)
            .filter(([name]) => /^(?:name|status_label|beneficiary_\w+|place_\w+|priority_axis_name)$/.test(name))
            .filter(([name, value]) => tidy(readHtml(slice(html, origins[name]!)).text) !== value),
          ...areas.filter(({ name, place }) => tidy(readHtml(slice(html, place)).text) !== name),
        ];
        expect(wrong).toEqual([]);
      },
    ),
    RUNS,
  );
});

it('whatever the markup is, every character has a place in the source, in order', () => {
  const unit = fc.constantFrom(
    '<',
    '>',
    '/',
    'p',
    'table',
    'td',
    ' ',
    '\n',
    '&',
    'amp',
    ';',
    '#1',
    'ä',
    '\u{1F600}',
    '<!--',
    '-->',
    '"',
    '=',
    '<br>',
    '<p>',
    '</p>',
    '\r\n',
    '</x>',
    '<!DOCTYPE html>',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 200 }), (source) => {
      const { text, offsets } = readHtml(source);
      expect(offsets).toHaveLength(text.length + 1);
      expect(offsets.every((offset) => offset >= 0 && offset <= source.length)).toBe(true);
      const lines = source.split(/\r\n|\n|\r/);
      const readable = openReadable(toFile('a.html', source));
      const points = 'texts' in readable ? offsets.map((_, index) => readable.texts[0]!.locate!(index)) : [];
      expect(points.filter(({ line, column }) => column > (lines[line - 1] ?? '').length + 1)).toEqual([]);
    }),
    { ...RUNS, numRuns: 500 },
  );
});

it.each(['</x>', '<!DOCTYPE html>', '</x>\r\n<!DOCTYPE html>', '\n</x >  </y>'])(
  'behind %j, which the parser drops, a value still has its place',
  (dropped) => {
    const html = `<h2>1 Hanke</h2>\r\n<p>Hankekoodi: S12345${dropped}\r\n<p>Hankkeen nimi: Yhdes${dropped}sä &amp; yksin</p>\r\n`;
    const [entry] = parse(toFile('a.html', html), parseContext).value;
    const { project_code: code, name } = entry!.origins;
    expect(slice(html, code!)).toBe('S12345');
    expect(slice(html, name!)).toBe(`Yhdes${dropped.replaceAll('\r\n', '\n')}sä &amp; yksin`);
  },
);

it('text that stands between the cells of a table, and is shown before it, has a place', () => {
  const html = `<h2>1 Hanke</h2><p>Hankekoodi: S12345</p>\n<table>Hankkeen nimi: Yh<tr><td>Kunnat:\nKemi</td></tr>dessä</table>`;
  expect(listEntryFaults(toFile('a.html', html), ...results(html))).toEqual([]);
});

function results(html: string): [readonly Entry[], readonly Issue[]] {
  const { value, issues } = parse(toFile('a.html', html), parseContext);
  return [value, issues];
}

it.each(['<div>', '<b>x', '<table><tr><td>', '<ul><li>'])('five thousand %s within one another are an error', (tag) => {
  const { issues } = parse(toFile('a.html', tag.repeat(5000)), parseContext);
  expect(issues.map(({ code }) => code)).toEqual(['parse/too-deep']);
});

it('many references or paragraphs end', () => {
  for (const source of [`<p>${'&amp'.repeat(20_000)}`, '<p>x'.repeat(5000), '<li>x<br>'.repeat(5000)])
    expect(readHtml(source).offsets.length).toBeGreaterThan(5000);
});
