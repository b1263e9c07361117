import type { Manifest } from '../model/schema-types.ts';
import type { Translations } from '../model/table.ts';
import type { ReleaseMetadata } from './format.ts';

export type ManifestFile = Manifest['files'][number];

/** A title as the manifest has it. */
export function toTitles({ en, fi, sv }: Translations): Pick<ManifestFile, 'title' | 'title_fi' | 'title_sv'> {
  return { title: en, title_fi: fi, title_sv: sv };
}

/** What a build knows beside its files. */
export interface ReleaseFacts {
  readonly metadata: ReleaseMetadata;
  readonly nutsVersion?: string;
  readonly populationYear?: number;
  readonly codeVersion: string;
  readonly previousRelease?: string;
  readonly createdFrom: Manifest['created_from'];
  readonly counts: Manifest['counts'];
  readonly digests: Manifest['digests'];
}

/** The manifest of a release; its files in the order of their paths. It lists everything but `SHA256SUMS`, which lists everything but it. */
export function createManifest(facts: ReleaseFacts, files: readonly ManifestFile[]): Manifest {
  const { metadata } = facts;
  const { translations } = metadata;
  return {
    release: metadata.release,
    schema_version: metadata.schemaVersion,
    boundary_vintage: metadata.boundaryVintage,
    ...(facts.nutsVersion === undefined ? {} : { nuts_version: facts.nutsVersion }),
    ...(facts.populationYear === undefined ? {} : { population_year: facts.populationYear }),
    code_version: facts.codeVersion,
    ...(facts.previousRelease === undefined ? {} : { previous_release: facts.previousRelease }),
    created_from: facts.createdFrom,
    counts: facts.counts,
    digests: facts.digests,
    licence: metadata.licence,
    attribution: [...metadata.attribution],
    ...(translations === undefined
      ? {}
      : { attribution_fi: [...translations.fi.attribution], attribution_sv: [...translations.sv.attribution] }),
    notes: [...metadata.notes],
    ...(translations === undefined
      ? {}
      : { notes_fi: [...translations.fi.notes], notes_sv: [...translations.sv.notes] }),
    files: sortByPath(files),
  };
}

/** The text of `SHA256SUMS`, as `sha256sum --check` reads it. */
export function formatChecksums(files: readonly Pick<ManifestFile, 'path' | 'sha256'>[]): string {
  return sortByPath(files)
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}

function sortByPath<T extends { readonly path: string }>(files: readonly T[]): T[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}
