/** The data page describes the data to search engines and harvesters, and only where a catalogue is published. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { makeSite } from './make-site.ts';

const HOSTILE = '</script><script src="x.js"></script><!-- & "lainaus" \\u003c';
const describeIn = (language: string): object => ({
  '@context': 'https://schema.org/',
  '@type': 'Dataset',
  name: `${HOSTILE} ${language}`,
});

describe('the data page', () => {
  it('holds the description of its language as data, whatever the description says', async () => {
    const site = await makeSite((data) => {
      const folder = path.dirname(data);
      for (const code of ['fi', 'sv', 'en'])
        writeFileSync(path.join(folder, `dataset.${code}.jsonld`), JSON.stringify(describeIn(code), undefined, 2));
      for (const ending of ['ttl', 'jsonld', 'rdf']) writeFileSync(path.join(folder, `catalog.${ending}`), '');
    });
    for (const [page, code, up] of [
      ['data.html', 'fi', ''],
      ['sv/data.html', 'sv', '../'],
      ['en/data.html', 'en', '../'],
    ] as const) {
      const html = site.read(page);
      const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
      expect(blocks.map(([, json]) => JSON.parse(json ?? '') as object)).toEqual([describeIn(code)]);
      expect(html.match(/<script/g)).toHaveLength(1);
      expect(
        [...html.matchAll(/<link rel="alternate" type="([^"]*)" href="([^"]*)"/g)].map(([, type, href]) => [
          type,
          href,
        ]),
      ).toEqual([
        ['text/turtle', `${up}catalog.ttl`],
        ['application/ld+json', `${up}catalog.jsonld`],
        ['application/rdf+xml', `${up}catalog.rdf`],
      ]);
      const { valid } = await new HtmlValidate({
        extends: ['html-validate:standard'],
        rules: { 'void-style': 'off', 'doctype-style': 'off', 'require-sri': 'off', 'no-trailing-whitespace': 'off' },
      }).validateString(html);
      expect(valid).toBe(true);
    }
    expect(site.read('tietoa.html')).not.toContain('ld+json');
    site.remove();
  });

  it('names no catalogue where none is published', async () => {
    const site = await makeSite();
    expect(site.read('data.html')).not.toMatch(/ld\+json|rel="alternate" type="(?!application\/atom)/);
    site.remove();
  });
});
