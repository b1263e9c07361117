/** The map says what the table and the published file say, and its shapes are the areas. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BREAKS, findStyle, listClasses } from '../../site/map/classes.ts';
import { FINNISH } from '../../site/texts.ts';
import { FIXTURE, type MadeSite, makeSite } from './make-site.ts';

const municipalities: Record<string, string>[] = parse(
  readFileSync(path.join(FIXTURE, 'data/latest/municipalities.csv'), 'utf8'),
  { columns: true },
);
const withProjects = municipalities.filter((area) => area['project_count'] !== '0');

let site: MadeSite;

beforeAll(async () => {
  site = await makeSite();
});

afterAll(() => site.remove());

/** Text after text between the first occurrence of one mark and the next one of another. */
function between(html: string, from: string, to: string): string {
  const start = html.indexOf(from);
  return html.slice(start, html.indexOf(to, start));
}

describe('the national map', () => {
  const shapes = (html: string) =>
    [...html.matchAll(/<path(?: id="k\d+")? class="(k\w)" d="([^"]+)"\s*><title>([^<]+)<\/title>/g)].map(
      ([, style, , title]) => ({ style, title }),
    );

  it('has one shape a municipality, coloured and named as the file says', () => {
    const drawn = shapes(between(site.read('index.html'), '<svg', '</svg>'));
    const expected = municipalities.map((area) => {
      const count = Number(area['project_count']);
      return { style: findStyle(count), title: `${area['name_fi']}: ${count === 1 ? '1 hanke' : `${count} hanketta`}` };
    });
    const byTitle = (a: { title?: string | undefined }, b: { title?: string | undefined }) =>
      a.title! < b.title! ? -1 : 1;
    expect(drawn.sort(byTitle)).toEqual(expected.sort(byTitle));
  });

  it('says the same as the table of municipalities with projects', () => {
    const html = site.read('index.html');
    const map = new Map(shapes(html).map(({ title }) => title!.split(': ') as [string, string]));
    const table = between(html.slice(html.indexOf('id="table-municipality"')), '<tbody>', '</tbody>');
    const rows = [...table.matchAll(/kunnat\/(\d+)\.html">([^<]+)<\/a\s*>[\s\S]*?<td class="number">(\d+)<\/td>/g)];
    expect(rows.map(([, code]) => code).sort()).toEqual(withProjects.map((area) => area['code']).sort());
    for (const [, , name, count] of rows) expect(map.get(name!)?.split(' ')[0]).toBe(count);
  });

  it('links regions, not municipalities, and repeats no link in its insets', () => {
    const svg = between(site.read('index.html'), '<svg', '</svg>');
    expect([...svg.matchAll(/<a[^>]*href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      'maakunnat/01.html',
      'maakunnat/21.html',
      'maakunnat/14.html',
    ]);
    const repeated = [...svg.matchAll(/<use href="#(k\d+)"/g)].map(([, id]) => id!);
    expect(repeated).toEqual(expect.arrayContaining(['k091', 'k049', 'k478', 'k035']));
    for (const id of repeated) expect(svg).toContain(`id="${id}"`);
  });

  it('shows an area that the tables do not have as no data, which is not zero', async () => {
    const other = await makeSite((data) => {
      const file = path.join(data, 'latest', 'municipalities.csv');
      const lines = readFileSync(file, 'utf8').split('\n');
      writeFileSync(file, lines.filter((line) => !line.startsWith('504,')).join('\n'));
    });
    const html = other.read('index.html');
    other.remove();
    expect(shapes(html).filter(({ style }) => style === 'kx')).toEqual([{ style: 'kx', title: '504: Ei tietoa' }]);
    expect(html).toContain('<span class="swatch kx"></span>Ei tietoa');
    expect(site.read('index.html')).not.toContain('swatch kx');
  });
});

describe('maps of regions', () => {
  it('have a link for each municipality of the region', () => {
    const svg = between(site.read('maakunnat/14.html'), '<svg', '</svg>');
    const links = [...svg.matchAll(/href="\.\.\/kunnat\/(\d+)\.html"/g)].map(([, code]) => code);
    expect(links.sort()).toEqual(['501', '502', '503', '504']);
  });

  it('highlight a municipality on its own page, and the parts of a sub-region on its', () => {
    const count = (file: string) => site.read(file).match(/class="here"/g)?.length;
    expect(count('kunnat/502.html')).toBe(1);
    expect(count('seutukunnat/141.html')).toBe(2);
  });
});

describe('the map of a project', () => {
  it('highlights the finest stated areas and rings the seat', () => {
    const svg = between(site.read('hankkeet/S90001.html'), '<svg', '</svg>');
    expect(svg.match(/class="here"/g)).toHaveLength(3);
    expect(svg.match(/class="seat"/g)).toHaveLength(1);
    expect(svg).toContain('Korostettu: Esimerkkilä, Kuvitela, Ääriö. Ympyrä: hakijan kotikunta Kuvitela.');
  });

  it('is left out where nothing is known', () => {
    expect(site.read('hankkeet/S90006.html')).not.toContain('<svg');
  });
});

describe('classes', () => {
  it.each([
    [undefined, 'kx'],
    [0, 'k0'],
    [1, 'k1'],
    [4, 'k1'],
    [5, 'k2'],
    [9, 'k2'],
    [10, 'k3'],
    [20, 'k4'],
    [50, 'k5'],
    [99, 'k5'],
    [100, 'k6'],
    [100_000, 'k6'],
  ])('%s is %s', (count, style) => {
    expect(findStyle(count)).toBe(style);
  });

  it('stand in the legend from zero up, without a gap', () => {
    expect(listClasses(FINNISH, false).map(({ label }) => label)).toEqual([
      'Ei hankkeita',
      '1–4',
      '5–9',
      '10–19',
      '20–49',
      '50–99',
      '100 tai enemmän',
    ]);
    expect(listClasses(FINNISH, true)).toHaveLength(BREAKS.length + 2);
  });
});
