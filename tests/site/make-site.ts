/**
 * The site of the fictional fixture, in a temporary folder with everything that a published folder has beside it, so that every
 * link can lead somewhere. Call it in `beforeAll` and `remove` in `afterAll`.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from '../../site/build.ts';

export const ROOT = path.dirname(path.dirname(import.meta.dirname));
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

/** @param change edits the published files before the site is made from them */
export async function makeSite(change?: (data: string) => void): Promise<MadeSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-site-'));
  const data = path.join(folder, 'data');
  cpSync(path.join(FIXTURE, 'data'), data, { recursive: true });
  for (const release of ['2026-02-01', '2026-01-01'])
    cpSync(path.join(data, 'latest'), path.join(data, release), { recursive: true });
  writeFileSync(path.join(data, '2026-02-01.zip'), '');
  cpSync(path.join(ROOT, 'schemas'), path.join(folder, 'schemas'), {
    recursive: true,
    filter: (file) => !file.endsWith('.ts'),
  });
  change?.(data);
  mkdirSync(path.join(folder, 'api', 'projects'), { recursive: true });
  for (const line of readFileSync(path.join(data, 'latest', 'projects.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')) {
    const { project_id: id } = JSON.parse(line) as { project_id: string };
    writeFileSync(path.join(folder, 'api', 'projects', `${id}.json`), '{}');
  }
  const { pages } = await buildSite({ data: folder, out: folder, root: ROOT });
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
export const PAGE_TYPES = [
  'index.html',
  'data.html',
  'tietoa.html',
  '404.html',
  'hankkeet/index.html',
  'hankkeet/S90001.html',
  'hankkeet/S90002.html',
  'hankkeet/A90003.html',
  'hankkeet/2014-1-99-KEKSI.html',
  'hankkeet/S90006.html',
  'hankkeet/S90009.html',
  'kunnat/index.html',
  'kunnat/jarjestys-rahoitus-asukasta-kohti.html',
  'kunnat/091.html',
  'kunnat/504.html',
  'seutukunnat/011.html',
  'seutukunnat/jarjestys-hankkeita.html',
  'maakunnat/01.html',
  'maakunnat/21.html',
  'schemas/1.0/index.html',
  'schemas/1.0/projects.html',
  'schemas/1.0/definitions.html',
  'schemas/1.0/sv/index.html',
  'schemas/1.0/sv/project-areas.html',
  'schemas/1.0/en/manifest.html',
] as const;
