/** From a page to its data: what its head names for programs is there, and of the type that it says. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOMEPAGE, type MadeSite, makeSite } from './make-site.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.geojson': 'application/geo+json',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.xml': 'application/atom+xml',
};

let site: MadeSite;
beforeAll(async () => {
  site = await makeSite();
});
afterAll(() => site.remove());

/** Type and path of each file that a page's head names. */
function listAlternates(page: string): (readonly [type: string, file: string])[] {
  const [head = ''] = site.read(page).split('</head>');
  return [...head.matchAll(/<link rel="alternate" type="([^"]*)"[^>]*? href="([^"]*)"/g)].map(([, type, href]) => [
    type!,
    decodeURIComponent(new URL(href!, HOMEPAGE + page).href.replace(HOMEPAGE, '')),
  ]);
}

describe('the head of a page names its data', () => {
  it.each([
    ['hankkeet/S90001.html', ['api/projects/S90001.json']],
    ['hankkeet/index.html', ['data/latest/projects.csv', 'data/latest/projects.jsonl']],
    ['kunnat/091.html', ['lataukset/kunnat/091.csv', 'lataukset/kunnat/091.geojson', 'api/municipalities/091.json']],
    ['seutukunnat/index.html', ['data/latest/sub_regions.csv', 'data/latest/sub_regions.geojson']],
    ['julkaisut/2026-02-01.html', ['data/2026-02-01/changes.json']],
    ['laatu/index.html', ['data/latest/issues.csv']],
    ['miksi-hanke-puuttuu.html', ['data/latest/issues.csv']],
    ['julkaisematta.html', ['data/latest/redactions.json']],
    ['schemas/1.0/projects.html', ['schemas/1.0/projects.schema.json']],
  ])('%s, in every language', (page, files) => {
    for (const prefix of ['', 'sv/', 'en/']) {
      const named = listAlternates(prefix + page).map(([, file]) => file);
      expect(
        named.filter((file) => !file.endsWith('.xml')),
        prefix,
      ).toEqual(files);
    }
  });

  it('and what it names is there, by its type', () => {
    const faults = site.list().flatMap((page) =>
      listAlternates(page)
        .filter(([type, file]) => TYPES[path.extname(file)] !== type || !existsSync(path.join(site.folder, file)))
        .map((fault) => [page, ...fault]),
    );
    expect(faults).toEqual([]);
  });
});
