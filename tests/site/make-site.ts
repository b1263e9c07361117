/**
 * The site of the fictional fixture, in a temporary folder with everything that a published folder has beside it, so that every
 * link can lead somewhere. Call it in `beforeAll` and `remove` in `afterAll`.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from '../../site/build.ts';
import type { Publisher } from '../../site/model/site-data.ts';

export const ROOT = path.dirname(path.dirname(import.meta.dirname));
/** Address of the fixture's site, below a path of its own. */
export const HOMEPAGE = 'https://hankekartta.example/jokin/polku/';
export const FIXTURE = path.join(import.meta.dirname, 'fixture');

export interface MadeSite {
  readonly folder: string;
  readonly pages: number;
  /** Text of a page or file, by its path in the site. */
  read: (file: string) => string;
  /** Paths of all pages. */
  list: () => string[];
  remove: () => void;
}

/** What is published beside a site: the fixture's release and an older one, its records, the schemas. */
export function makeFolder(change?: (data: string) => void): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-site-'));
  const data = path.join(folder, 'data');
  cpSync(FIXTURE, folder, { recursive: true });
  for (const release of ['2026-02-01', '2026-01-01'])
    cpSync(path.join(data, 'latest'), path.join(data, release), { recursive: true });
  writeFileSync(path.join(data, '2026-02-01.zip'), '');
  const changes = [
    {
      project_id: 'S90001',
      change: 'changed',
      table: 'projects',
      field: 'status_label',
      old: 'Toiminnassa',
      new: 'Toiminta päättynyt',
    },
    { project_id: 'S90005', change: 'added', table: 'projects', field: 'name', new: 'x' },
  ];
  writeFileSync(path.join(data, '2026-02-01', 'changes.json'), JSON.stringify(changes));
  cpSync(path.join(ROOT, 'schemas'), path.join(folder, 'schemas'), {
    recursive: true,
    filter: (file) => !file.endsWith('.ts'),
  });
  change?.(data);
  const addRecord = (...names: readonly string[]): void => {
    const file = path.join(folder, 'api', ...names);
    mkdirSync(path.dirname(file), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, '{}');
  };
  for (const line of readFileSync(path.join(data, 'latest', 'projects.jsonl'), 'utf8')
    .trimEnd()
    .split('\n'))
    addRecord('projects', `${(JSON.parse(line) as { project_id: string }).project_id}.json`);
  for (const [table, api] of [
    ['municipalities', 'municipalities'],
    ['sub_regions', 'sub-regions'],
    ['regions', 'regions'],
  ] as const) {
    const rows = readFileSync(path.join(data, 'latest', `${table}.csv`), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1);
    for (const row of rows) addRecord(api, `${row.split(',')[0]!}.json`);
  }
  return folder;
}

/** @param change edits the published files before the site is made from them */
export async function makeSite(change?: (data: string) => void, publisher?: Publisher): Promise<MadeSite> {
  const folder = makeFolder(change);
  const { pages } = await buildSite({
    data: folder,
    out: folder,
    root: ROOT,
    ...(publisher === undefined ? {} : { publisher }),
  });
  return {
    folder,
    pages,
    read: (file) => readFileSync(path.join(folder, file), 'utf8'),
    list: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.endsWith('.html'))
        .sort(),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** One page of each type; the first project has every field, the second is hostile. */
const TYPES = [
  'index.html',
  'data.html',
  'tietoa.html',
  'saavutettavuus.html',
  'ilmoita-virheesta.html',
  'sanasto.html',
  '404.html',
  'hankkeet/index.html',
  'hankkeet/rajaus/tila/ongoing.html',
  'hankkeet/rajaus/tila/ongoing/14.html',
  'hankkeet/rajaus/index.html',
  'hankkeet/rajaus/paikka/unknown.html',
  'hankkeet/S90001.html',
  'hankkeet/S90002.html',
  'hankkeet/A90003.html',
  'hankkeet/2014-1-99-KEKSI.html',
  'hankkeet/S90006.html',
  'hankkeet/S90009.html',
  'organisaatiot/index.html',
  'organisaatiot/1234567-1.html',
  'toimintalinjat/index.html',
  'toimintalinjat/2014-2020-5.html',
  'vuodet/index.html',
  'vuodet/2020.html',
  'kunnat/index.html',
  'kunnat/jarjestys-rahoitus-asukasta-kohti.html',
  'kunnat/091.html',
  'kunnat/504.html',
  'seutukunnat/011.html',
  'maakunnat/01.html',
  'maakunnat/14/koko-alue.html',
  'upote/koko-maa.html',
  'upote/kunnat/091.html',
  'upote/kunnat/504.html',
  'upote/maakunnat/01.html',
  'upote/valinta.html',
  'julkaisut/index.html',
  'julkaisut/2026-02-01.html',
  'julkaisut/2026-01-01.html',
  'laatu/index.html',
  'laatu/parse-repeated-value.html',
  'laatu/parse-unreadable-row.html',
  'miksi-hanke-puuttuu.html',
  'julkaisematta.html',
  'kenttavastaavuudet.html',
  'itsearviointi.html',
  'haku.html',
  'schemas/1.0/index.html',
  'schemas/1.0/projects.html',
  'schemas/1.0/definitions.html',
] as const;

export const PAGES_IN_EACH_LANGUAGE = TYPES.flatMap((page) => ['', 'sv/', 'en/'].map((language) => language + page));

/** Each of them in Finnish, and again in one of the other languages, turn by turn. */
export const PAGE_TYPES = TYPES.flatMap((page, index) => [page, `${index % 2 === 0 ? 'sv' : 'en'}/${page}`]);
