import path from 'node:path';
import { openSink, writeFile } from './effects.ts';
import { REDACTION_RULE_VERSION } from './parse/redact.ts';
import { createDataPackage } from './publish/datapackage.ts';
import type { ReleaseMetadata } from './publish/format.ts';
import { publish } from './publish/index.ts';
import { createManifest, formatChecksums, type ReleaseFacts } from './publish/manifest.ts';
import type { BuildOptions, FlowState } from './run.ts';
import type { Changes, Manifest, Redactions } from './schema-types.ts';
import { toRows, type Tables } from './tables.ts';

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const RIGHTS_NOTE =
  'CC BY 4.0 as far as the data are facts and the work of the publisher; summaries, reports and other free texts belong to those who wrote them.';

export interface NewRelease {
  readonly folder: string;
  readonly name: string;
  readonly digests: Manifest['digests'];
  readonly changes: readonly Changes[];
  readonly previous: string | undefined;
}

/** Writes one release into its folder: every format, the records beside the tables, the manifest, the checksums. */
export async function writeRelease(
  options: BuildOptions,
  state: FlowState,
  tables: Tables,
  release: NewRelease,
): Promise<void> {
  const { context } = state;
  const { vintage } = context;
  const metadata: ReleaseMetadata = {
    release: release.name,
    schemaVersion: context.schemas.version,
    boundaryVintage: vintage.year,
    licence: LICENCE,
    attribution: [vintage.attribution],
    notes: [RIGHTS_NOTE, vintage.note],
    siteUrl: options.siteUrl,
  };
  const issues = state.issues.list();
  tables.addRows('issues', toRows(issues));
  tables.addRows('changes', toRows(release.changes));
  const files = await publish(tables.data, vintage, metadata, (name) => openSink(path.join(release.folder, name)));
  const addFile = (name: string, mediaType: string, title: string, content: Iterable<string>): void => {
    const sink = openSink(path.join(release.folder, name));
    for (const chunk of content) sink.write(chunk);
    files.push({ path: name, media_type: mediaType, title, ...sink.close() });
  };
  const json = 'application/json';
  addFile(
    'provenance.jsonl',
    'application/jsonl',
    'Provenance: document, line and column of every value (JSON Lines)',
    toLines(tables.provenance),
  );
  addFile('issues.json', json, 'Issues found in the documents (JSON)', [toJson(issues)]);
  addFile('changes.json', json, 'Changes since the previous release (JSON)', [toJson(release.changes)]);
  addFile('redactions.json', json, 'Withheld personal data, counted by class (JSON)', [toJson(countRedactions(state))]);
  addFile('datapackage.json', json, 'Data Package v2 descriptor of every other file (JSON)', [
    toJson(createDataPackage(context.tables, files, metadata)),
  ]);
  const facts: ReleaseFacts = {
    metadata,
    ...(vintage.nutsVersion === undefined ? {} : { nutsVersion: vintage.nutsVersion }),
    ...(vintage.populationYear === undefined ? {} : { populationYear: vintage.populationYear }),
    codeVersion: options.codeVersion,
    ...(release.previous === undefined ? {} : { previousRelease: release.previous }),
    createdFrom: { documents: state.documents, entries: state.entries, quarantined: state.quarantined },
    counts: tables.counts(),
    digests: release.digests,
  };
  writeFile(path.join(release.folder, 'manifest.json'), toJson(createManifest(facts, files)));
  writeFile(path.join(release.folder, 'SHA256SUMS'), formatChecksums(files));
}

function* toLines(records: Iterable<unknown>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function countRedactions(state: FlowState): Redactions {
  const classes = [...state.withheld]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => ({ class: name, count }));
  return { rule_version: REDACTION_RULE_VERSION, classes };
}
