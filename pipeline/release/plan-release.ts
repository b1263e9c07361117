import path from 'node:path';
import type { Settings } from '../config.ts';
import type { Context } from '../context.ts';
import { exists, hashBytes, listFolder, readCsvRows, readJson, readText } from '../effects/files.ts';
import { UsageError } from '../effects/usage-error.ts';
import { COVERAGE } from '../model/levels.ts';
import type { Changes, Manifest, MapClasses, Releases } from '../model/schema-types.ts';
import type { Language, Row } from '../model/table.ts';
import { compareReleases as compareContents, type TextRow } from '../publish/changes.ts';
import { chooseMapClasses } from '../publish/map-classes.ts';
import type { ReleaseMetadata } from '../publish/format.ts';
import { chooseReleaseName, compareReleases, RELEASE_NAME } from '../model/release-name.ts';
import { checkEarlier } from './check-earlier.ts';
import type { Output } from './output.ts';
import { readManifest, readReleases, type EarlierRelease } from './read-published.ts';
import { RemovalError } from './removal-error.ts';
import type { Tables } from './tables.ts';

/** What a build is about to publish beside the earlier releases, decided before anything of it is written. */
export interface ReleasePlan {
  /** Of the new release, or of the newest one where nothing changed. */
  readonly name: string;
  /** `false` where nothing changed since the newest release: then nothing is written. */
  readonly isNew: boolean;
  /** How many it holds. */
  readonly projects: number;
  /** Where it is written. */
  readonly folder: string;
  /** Oldest first. */
  readonly earlier: readonly EarlierRelease[];
  readonly digests: Manifest['digests'];
  /** Since the newest earlier release. */
  readonly changes: readonly Changes[];
  readonly metadata: ReleaseMetadata;
  /** Of the maps; those of the newest earlier release, where they still serve. */
  readonly classes: MapClasses;
}

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/**
 * Holds the rows against the newest earlier release and decides whether a new one is made, under which name, with which changes.
 * Reads releases and writes nothing. Throws `UsageError` where there is no project, for a name that would be older than what is published or an earlier release
 * that is damaged, `RemovalError` for projects that would vanish.
 */
export async function planRelease(
  settings: Settings,
  context: Context,
  tables: Tables,
  output: Output,
): Promise<ReleasePlan> {
  const { projects } = tables.counts();
  if (projects === 0) throw new UsageError(`nothing that can be published in ${settings.documents.join(', ')}`);
  const earlier = listEarlier(settings, output);
  const newest = earlier.at(-1);
  const digests = digestContent(context, tables);
  const isNew =
    newest === undefined ||
    namesOtherSite(newest, settings) ||
    Object.entries(digests).some(([part, digest]) => newest.manifest.digests?.[part] !== digest);
  const name = isNew ? chooseName(settings, earlier) : newest.name;
  const changes = isNew && newest !== undefined ? await compareWithPrevious(newest, tables) : [];
  const removed = changes.filter(({ change }) => change === 'removed').map(({ project_id: id }) => id);
  if (removed.length > 0 && !settings.allowRemovals) throw new RemovalError(removed);
  const folder = path.join(output.folder, 'data', name);
  return {
    name,
    isNew,
    projects,
    folder,
    earlier,
    digests,
    changes,
    metadata: describeRelease(name, settings, context),
    classes: chooseMapClasses(tables.data, readClasses(newest), name),
  };
}

/** Files of a release name the site's address. When it moves, they are made anew in a release; those of the old one never change. */
function namesOtherSite({ folder }: EarlierRelease, { siteUrl }: Pick<Settings, 'siteUrl'>): boolean {
  const file = path.join(folder, 'datapackage.json');
  const { homepage } = exists(file) ? (readJson(file) as { readonly homepage?: unknown }) : {};
  return typeof homepage === 'string' && homepage !== siteUrl;
}

function chooseName(settings: Settings, earlier: readonly EarlierRelease[]): string {
  const newest = earlier.at(-1)?.name;
  const day = (name: string): string => name.slice(0, 10);
  if (newest !== undefined && compareReleases(settings.release, newest) < 0 && day(settings.release) < day(newest))
    throw new UsageError(`release ${settings.release} would be older than ${newest}, which is published`);
  return chooseReleaseName(
    settings.release,
    earlier.map((release) => release.name),
  );
}

/** What the files of a release say of themselves. */
export function describeRelease(
  release: string,
  settings: Pick<Settings, 'siteUrl'>,
  { schemas, vintage, catalog }: Context,
): ReleaseMetadata {
  const rights = catalog.vocabulary.text('rights').title;
  const say = (language: Language) => ({
    attribution: [vintage.attribution[language]],
    notes: [rights[language], vintage.note[language]],
  });
  return {
    release,
    schemaVersion: schemas.version,
    boundaryVintage: vintage.year,
    licence: LICENCE,
    ...say('en'),
    translations: { fi: say('fi'), sv: say('sv') },
    siteUrl: settings.siteUrl,
  };
}

/** Releases of the output that is published now, and those that are kept with the sources; oldest first, each checked. */
function listEarlier(settings: Settings, output: Output): EarlierRelease[] {
  const found = new Map<string, Pick<EarlierRelease, 'name' | 'folder' | 'manifest'>>();
  const folders = [path.join(output.out, 'data'), settings.releases];
  for (const folder of folders) {
    for (const name of listFolder(folder).filter((entry) => RELEASE_NAME.test(entry))) {
      const release = path.join(folder, name);
      const file = path.join(release, 'manifest.json');
      if (!exists(file))
        throw new UsageError(
          `${file} is missing: put it back from ${name}.zip, or, to withdraw the release knowingly, remove ${release}, its archive and its entry in data/releases.json`,
        );
      const before = found.get(name);
      if (before !== undefined && readText(path.join(before.folder, 'manifest.json')) !== readText(file))
        throw new UsageError(
          `release ${name} is in ${before.folder} and, with other content, in ${release}: a release never changes`,
        );
      const manifest = readManifest(release);
      if (manifest === undefined)
        throw new UsageError(`${file} is damaged: it is no list of the release's files; put it back from ${name}.zip`);
      found.set(name, { name, folder: release, manifest });
    }
  }
  const published = readPublished(output);
  for (const { release: name } of published)
    if (!found.has(name))
      throw new UsageError(
        `release ${name} was published and is not in ${output.out} any more: put it back from a copy, or, to withdraw it knowingly, remove its entry in ${path.join(output.out, 'data', 'releases.json')}`,
      );
  const earlier = [...found.values()].map((release) => {
    const known = published.find(({ release: name }) => name === release.name);
    // The release may be kept with the sources without its archive. One that no list vouches for is made anew.
    const archives = folders.toReversed().map((folder) => path.join(folder, `${release.name}.zip`));
    const archive = known?.archive_sha256 === undefined ? undefined : archives.find(exists);
    const whole = { ...release, archive, archiveHash: known?.archive_sha256 };
    checkEarlier(whole, known, settings.memory);
    return whole;
  });
  return earlier.sort((a, b) => compareReleases(a.name, b.name));
}

/** What the output says that it holds. */
function readPublished(output: Output): Releases['releases'] {
  const file = path.join(output.out, 'data', 'releases.json');
  if (!exists(file)) return [];
  const releases = readReleases(path.dirname(file));
  if (releases !== undefined) return releases;
  throw new UsageError(`${file} is damaged, so that nobody can tell what was published; put it back from a copy`);
}

/** What decides whether a new release is made; the passing of time alone is no change. */
function digestContent({ vintage, schemasDigest }: Context, tables: Tables): Manifest['digests'] {
  const areas = COVERAGE.flatMap(({ level }) => vintage.areas(level));
  const geometry = vintage.areas('municipality').map(({ code }) => vintage.geometry('municipality', [code]));
  return {
    records: tables.digest(['projects', 'partners', 'sections', 'sustainability']),
    areas: tables.digest(['project_areas', 'area_changes']),
    schemas: schemasDigest,
    boundaries: hashBytes(JSON.stringify([vintage.year, vintage.note, areas, geometry])),
  };
}

/** A release of an older version of the program has no classes. */
function readClasses(release: EarlierRelease | undefined): MapClasses | undefined {
  const file = path.join(release?.folder ?? '', 'map-classes.json');
  return release !== undefined && exists(file) ? (readJson(file) as MapClasses | undefined) : undefined;
}

async function compareWithPrevious(newest: EarlierRelease, tables: Tables): Promise<Changes[]> {
  return compareContents((release, table) => {
    const file = path.join(newest.folder, `${table}.csv`);
    if (release === 'older') return exists(file) ? readCsvRows(file) : [];
    return textRows(tables.data.get(table)?.rows ?? []);
  });
}

function* textRows(rows: Iterable<{ readonly values: Row }>): Generator<TextRow> {
  for (const { values } of rows)
    yield Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value === undefined ? '' : String(value)]),
    );
}
