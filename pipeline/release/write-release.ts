import path from 'node:path';
import type { Settings } from '../config.ts';
import type { Context } from '../context.ts';
import { deflate } from '../effects/deflate.ts';
import { readText, writeFile } from '../effects/files.ts';
import { openScratch } from '../effects/open-scratch.ts';
import { openSink } from '../effects/open-sink.ts';
import { pause, pausing } from '../effects/pause.ts';
import { compareCodeUnits } from '../model/compare-code-units.ts';
import type { Redactions } from '../model/schema-types.ts';
import { REDACTION_RULE_VERSION } from '../model/redaction-rule-version.ts';
import { createBillOfMaterials, type PackageLock } from '../publish/bill-of-materials.ts';
import { createDataPackage } from '../publish/datapackage.ts';
import type { Surroundings } from '../publish/index.ts';
import type { Translations } from '../model/table.ts';
import { listRecordFiles, type RecordFile } from './list-record-files.ts';
import {
  createManifest,
  formatChecksums,
  toTitles,
  type ManifestFile,
  type ReleaseFacts,
} from '../publish/manifest.ts';
import type { Tally } from '../tally.ts';
import { toJson } from './to-json.ts';
import type { ReleasePlan } from './plan-release.ts';
import type { Tables } from './tables.ts';

/**
 * What the files of a release are written with, in the given folder.
 * @param onOpen told of every file that is begun
 */
export function openSurroundings(folder: string, onOpen?: (name: string) => void): Surroundings {
  return {
    openFile: (name) => {
      onOpen?.(name);
      return openSink(path.join(folder, name));
    },
    deflate,
    openScratch,
    pause,
  };
}

const TITLES = {
  mapClasses: {
    en: 'Classes of the maps, the same from release to release (JSON)',
    fi: 'Karttojen luokat, samat julkaisusta toiseen (JSON)',
    sv: 'Kartornas klasser, desamma från utgåva till utgåva (JSON)',
  },
  issues: {
    en: 'Issues found in the documents (JSON)',
    fi: 'Asiakirjoista löytyneet ongelmat (JSON)',
    sv: 'Problem som hittats i dokumenten (JSON)',
  },
  changes: {
    en: 'Changes since the previous release (JSON)',
    fi: 'Muutokset edellisestä julkaisusta (JSON)',
    sv: 'Ändringar sedan föregående utgåva (JSON)',
  },
  redactions: {
    en: 'Withheld personal data, counted by class (JSON)',
    fi: 'Pois jätetyt henkilötiedot lajeittain laskettuina (JSON)',
    sv: 'Utelämnade personuppgifter, räknade per slag (JSON)',
  },
  packages: {
    en: 'Bill of materials: the packages that made the release (CycloneDX JSON)',
    fi: 'Osaluettelo: paketit, joilla julkaisu on tehty (CycloneDX JSON)',
    sv: 'Komponentlista: paketen som utgåvan gjorts med (CycloneDX JSON)',
  },
  datapackage: {
    en: 'Data Package v2 descriptor of every other file (JSON)',
    fi: 'Data Package v2 -kuvaus kaikista muista tiedostoista (JSON)',
    sv: 'Data Package v2-beskrivning av alla andra filer (JSON)',
  },
} as const satisfies Readonly<Record<string, Translations>>;

/**
 * Completes a new release: the records beside the tables' files, the manifest, the checksums.
 * @param records what no table's format makes
 */
export async function writeRelease(
  plan: ReleasePlan,
  published: readonly ManifestFile[],
  settings: Settings,
  context: Context,
  tables: Tables,
  tally: Tally,
  records: AsyncIterable<RecordFile> | Iterable<RecordFile> = listRecordFiles(settings, context, tables),
): Promise<void> {
  const { vintage } = context;
  const { openFile } = openSurroundings(plan.folder);
  const files = [...published];
  const addFile = (name: string, mediaType: string, title: Translations, content: Iterable<string>): void => {
    const sink = openFile(name);
    for (const chunk of content) sink.write(chunk);
    files.push({ path: name, media_type: mediaType, ...toTitles(title), ...sink.close() });
  };
  const json = 'application/json';
  addFile(
    'provenance.jsonl',
    'application/jsonl',
    {
      en: 'Provenance: document, line and column of every value (JSON Lines)',
      fi: 'Alkuperä: jokaisen arvon asiakirja, rivi ja sarake (JSON Lines)',
      sv: 'Ursprung: dokument, rad och kolumn för varje värde (JSON Lines)',
    },
    toLines(tables.provenance),
  );
  addFile('issues.json', json, TITLES.issues, [toJson(tally.issues.list())]);
  addFile('changes.json', json, TITLES.changes, [toJson(plan.changes)]);
  addFile('redactions.json', json, TITLES.redactions, [toJson(countRedactions(tally))]);
  for await (const { name, mediaType, title, content } of pausing(records)) addFile(name, mediaType, title, content);
  addFile('map-classes.json', json, TITLES.mapClasses, [toJson(plan.classes)]);
  const lock = JSON.parse(readText(path.join(settings.root, 'package-lock.json'))) as PackageLock;
  addFile('sbom.cdx.json', 'application/json', TITLES.packages, [toJson(createBillOfMaterials(lock))]);
  addFile('datapackage.json', json, TITLES.datapackage, [
    toJson(createDataPackage(context.tables, files, plan.metadata)),
  ]);
  const previous = plan.earlier.at(-1)?.name;
  const facts: ReleaseFacts = {
    metadata: plan.metadata,
    ...(vintage.nutsVersion === undefined ? {} : { nutsVersion: vintage.nutsVersion }),
    ...(vintage.populationYear === undefined ? {} : { populationYear: vintage.populationYear }),
    codeVersion: settings.codeVersion,
    ...(previous === undefined ? {} : { previousRelease: previous }),
    createdFrom: { documents: tally.documents, entries: tally.entries, quarantined: tally.quarantined },
    counts: tables.counts(),
    digests: plan.digests,
  };
  writeFile(path.join(plan.folder, 'manifest.json'), toJson(createManifest(facts, files)));
  writeFile(path.join(plan.folder, 'SHA256SUMS'), formatChecksums(files));
}

function* toLines(records: Iterable<unknown>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}

function countRedactions(tally: Tally): Redactions {
  const classes = [...tally.withheld]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([name, count]) => ({ class: name, count }));
  return { rule_version: REDACTION_RULE_VERSION, classes };
}
