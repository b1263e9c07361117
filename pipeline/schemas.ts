import path from 'node:path';
import { listFolder, readText } from './effects/files.ts';
import type { JsonSchema, Labels, SchemaSet } from './model/table.ts';

/** Version of the schemas that new releases are written by. */
export const SCHEMA_VERSION = '1.0';

/** The schemas of one version and their labels. @param folder `schemas/<version>` */
export function readSchemas(folder: string): SchemaSet {
  const names = listFolder(folder).filter((name) => name.endsWith('.schema.json'));
  const labels = (language: string): Labels =>
    JSON.parse(readText(path.join(folder, 'labels', `${language}.json`))) as Labels;
  return {
    version: path.basename(folder),
    schemas: new Map(names.map((name) => [name, JSON.parse(readText(path.join(folder, name))) as JsonSchema])),
    labels: { fi: labels('fi'), sv: labels('sv') },
  };
}
