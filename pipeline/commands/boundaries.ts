import path from 'node:path';
import type { Settings } from '../config.ts';
import { loadGazetteer, loadRedaction } from '../context.ts';
import { createPersonIndex } from '../redact/person-index.ts';
import { redactIssues } from '../redact/redact-issues.ts';
import { hashBytes, readBytes, replaceFile } from '../effects/files.ts';
import { print, say } from '../effects/process.ts';
import { importBoundaries } from '../locate/import/import-boundaries.ts';
import { listVintages } from '../locate/index.ts';
import { formatIssue } from './format-issue.ts';

/** `hankekartta boundaries list`: the vintages at hand. */
export function runBoundariesList(settings: Settings, format: 'text' | 'json'): number {
  const vintages = listVintages(loadGazetteer(settings.root, settings.geo));
  if (format === 'json') print(JSON.stringify(vintages, null, 2));
  else {
    print('year  municipalities  sub-regions  regions  origin    source');
    for (const { year, municipalities, subRegions, regions, origin, note } of vintages) {
      const counts = [
        String(municipalities).padStart(14),
        String(subRegions).padStart(11),
        String(regions).padStart(7),
      ];
      print(`${String(year)}  ${counts.join('  ')}  ${origin.padEnd(8)}  ${note}`);
    }
  }
  return 0;
}

export interface BoundariesAddOptions {
  readonly year: number;
  readonly crs?: string;
  readonly codeProperty?: string;
}

/** `hankekartta boundaries add`: an official boundary file becomes a vintage, or every fault of it is named (status 1). */
export function runBoundariesAdd(settings: Settings, file: string, options: BoundariesAddOptions): number {
  const bytes = readBytes(file);
  const request = {
    text: new TextDecoder().decode(bytes),
    year: options.year,
    ...(options.crs === undefined ? {} : { crs: options.crs }),
    ...(options.codeProperty === undefined ? {} : { codeProperty: options.codeProperty }),
    sourceName: path.basename(file),
    sourceSha256: hashBytes(bytes),
  };
  const { value, issues } = importBoundaries(request, loadGazetteer(settings.root, settings.geo));
  for (const issue of redactIssues(issues, createPersonIndex(), loadRedaction(settings))) say(formatIssue(issue));
  if (value === undefined) {
    const errors = issues.filter(({ severity }) => severity === 'error').length;
    say(`hankekartta: ${file} was refused: ${String(errors)} fault(s), each named above`);
    return 1;
  }
  const stored = path.join(settings.geo, `${String(options.year)}.geojson`);
  replaceFile(stored, value.text, `${stored}.half`);
  const { municipalities, area_km2: area, coast } = value.metadata;
  print(
    `${path.relative('.', stored)}: ${String(municipalities)} municipalities, ${String(area)} km² (${coast}); use it with --boundaries ${String(options.year)}`,
  );
  return 0;
}
