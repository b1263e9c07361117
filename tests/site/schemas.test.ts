/** Pages on the schemas: everything that a schema says, in each language, in the version that is published. */
import { cpSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listProperties, readSchemas } from '../schemas/read-schemas.ts';
import { type MadeSite, makeSite, ROOT } from './make-site.ts';

type Label = Readonly<Record<'title' | 'description', string>>;
type Labels = Readonly<Record<string, Label & { readonly properties: Readonly<Record<string, Label>> }>>;

const FOLDERS = { fi: '', sv: 'sv/', en: 'en/' } as const;
const LANGUAGES = ['fi', 'sv', 'en'] as const;
const schemas = readSchemas();
const readLabels = (language: string): Labels =>
  JSON.parse(readFileSync(path.join(ROOT, 'schemas/1.0/labels', `${language}.json`), 'utf8')) as Labels;
const labels = { fi: readLabels('fi'), sv: readLabels('sv') };

let site: MadeSite;

beforeAll(async () => {
  site = await makeSite();
});

afterAll(() => site.remove());

/** What a reader sees of a piece of HTML. */
function toText(html: string): string {
  return html
    .replaceAll('<wbr />', '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A schema's table as a reader sees it, page after page: a list of cells for each row, the heads left out. */
function readRows(file: string): string[][] {
  const base = file.replace(/\.html$/, '');
  const pages = site
    .list()
    .filter((page) => page === file || (page.startsWith(`${base}-`) && /-\d+\.html$/.test(page)));
  const number = (page: string): number => Number(/-(\d+)\.html$/.exec(page)?.[1] ?? 1);
  return pages
    .sort((a, b) => number(a) - number(b))
    .map((page) => site.read(page).split('<tbody>')[1]!.split('</tbody>')[0]!)
    .flatMap((body) => body.split('<tr').slice(1))
    .map((row) =>
      row
        .split(/<t[hd]/)
        .slice(1)
        .map((cell) => toText(`<td${cell}`)),
    );
}

describe.each(LANGUAGES)('in %s', (language) => {
  const labelOf = (name: string, property: string | undefined, english: object): Label => {
    if (language === 'en') return english as Label;
    const own = labels[language][name.replaceAll('-', '_')]!;
    return property === undefined ? own : own.properties[property]!;
  };

  it.each([...schemas])('%s: every property in order, with title and description', (name, schema) => {
    const page = `${FOLDERS[language]}schemas/1.0/${name}.html`;
    const { title, description } = labelOf(name, undefined, schema);
    const html = site.read(page);
    expect(html).toContain(`<html lang="${language}">`);
    expect(toText(html.split('<main')[1]!)).toContain(`${title} ${description}`);
    expect(html).toContain(`<code class="path">${schema.$id!}</code>`);
    const properties = listProperties(schema);
    const rows = readRows(page);
    expect(rows.map(([cell]) => cell)).toEqual(
      properties.map(([property, english]) => `${property} ${labelOf(name, property, english).title}`),
    );
    for (const [index, [property, english]] of properties.entries()) {
      expect(rows[index]![1]).toContain(labelOf(name, property, english).description);
      for (const code of english.enum ?? []) expect(rows[index]![1]).toContain(code);
      expect(rows[index]![2], property).toMatch(/^\S/);
    }
  });

  it('the list leads to every schema, its file and every codelist', () => {
    const html = site.read(`${FOLDERS[language]}schemas/1.0/index.html`);
    const up = language === 'fi' ? '../../' : '../../../';
    const base = `${up}schemas/1.0/`;
    for (const [name, schema] of schemas) {
      expect(html).toContain(
        `href="${up}${FOLDERS[language]}schemas/1.0/${name}.html">${labelOf(name, undefined, schema).title}<`,
      );
      expect(html).toContain(`href="${base}${name}.schema.json"`);
    }
    for (const file of readdirSync(path.join(ROOT, 'schemas/1.0/codelists')))
      expect(html).toContain(`href="${base}codelists/${file}"`);
  });
});

describe('a row', () => {
  const findRow = (file: string, property: string) => readRows(file).find(([name]) => name!.startsWith(`${property} `));

  it('names the codes as the codelist does, the kind in words, and whether a value is required', () => {
    expect(findRow('schemas/1.0/projects.html', 'status')).toEqual([
      'status Tila',
      `${labels.fi['projects']!.properties['status']!.description} Sallitut koodit ( codelists/status.csv ) planned – Suunnitteilla ongoing – Käynnissä ended – Päättynyt interrupted – Keskeytynyt cancelled – Peruuntunut`,
      'Koodi',
      'Ei',
    ]);
    expect(findRow('sv/schemas/1.0/project-areas.html', 'role')!.slice(1)).toEqual([
      `${labels.sv['project_areas']!.properties['role']!.description} Tillåtna koder ( codelists/area-role.csv ) target – Projektområde beneficiary – Sökandens ort place – Plats för genomförandet`,
      'Kod',
      'Ja',
    ]);
  });

  it('says of what a list consists, and what lies inside it', () => {
    expect(findRow('en/schemas/1.0/manifest.html', 'attribution')!.slice(2)).toEqual(['List: Text', 'Yes']);
    expect(findRow('en/schemas/1.0/manifest.html', 'files')!.slice(2)).toEqual(['List: Record', 'Yes']);
    expect(findRow('en/schemas/1.0/manifest.html', 'files.bytes')).toEqual([
      'files.bytes Size',
      'Size of the file in bytes.',
      'Count',
      'Yes',
    ]);
    expect(findRow('en/schemas/1.0/manifest.html', 'created_from')!.slice(2)).toEqual(['Record', 'Yes']);
  });

  it('of a definition says nothing of being required', () => {
    expect(findRow('schemas/1.0/definitions.html', 'count')!.slice(2)).toEqual(['Kokonaisluku']);
  });
});

describe('versions', () => {
  it('have pages each, and the data page leads to all', async () => {
    const two = await makeSite((data) => {
      const folder = path.join(path.dirname(data), 'schemas');
      cpSync(path.join(folder, '1.0'), path.join(folder, '2.0'), { recursive: true });
    });
    const [pages, html] = [two.list(), two.read('data.html')];
    two.remove();
    const first = pages.filter((page) => page.includes('schemas/1.0/'));
    expect(first.length).toBeGreaterThanOrEqual(3 * (schemas.size + 1));
    expect(pages.filter((page) => page.includes('schemas/2.0/'))).toHaveLength(first.length);
    expect(html).toContain('<a href="schemas/1.0/index.html">Tietomalli 1.0</a>, <a href="schemas/2.0/index.html">');
  });

  it('without published schemas there are no pages and no link', async () => {
    const none = await makeSite((data) => rmSync(path.join(path.dirname(data), 'schemas'), { recursive: true }));
    const [pages, html] = [none.list(), none.read('data.html')];
    none.remove();
    expect(pages.filter((page) => page.includes('schemas/'))).toEqual([]);
    expect(html).not.toContain('schemas/');
  });

  it('a label that is missing stops the site', async () => {
    await expect(
      makeSite((data) => {
        const folder = path.join(path.dirname(data), 'schemas', '1.0');
        renameSync(path.join(folder, 'partners.schema.json'), path.join(folder, 'nobody.schema.json'));
      }),
    ).rejects.toThrow('label of nobody. is missing in fi of schemas 1.0');
  });
});
