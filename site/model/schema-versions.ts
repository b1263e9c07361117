import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { JsonSchema, Labels } from '../../pipeline/model/table.ts';

/** Languages that the schemas are described in: English in the schemas themselves, the others in `labels/`. */
export const SCHEMA_LANGUAGES = ['fi', 'sv', 'en'] as const;
export type SchemaLanguage = (typeof SCHEMA_LANGUAGES)[number];

interface Label {
  readonly title: string;
  readonly description: string;
}
type Translated<T> = Readonly<Record<SchemaLanguage, T>>;

/** What kind of value a column has: a definition's name, or what JSON Schema calls the type. */
export type ColumnKind =
  | { readonly definition: string; readonly label: Translated<Label> }
  | { readonly type: string; readonly item?: ColumnKind };

/** The codelist whose codes are those that a column allows: its file and the codes' titles. */
interface Codelist {
  /** `codelists/status.csv` */
  readonly file: string;
  /** Code → title. */
  readonly titles: ReadonlyMap<string, Translated<string>>;
}

export interface SchemaColumn {
  /** `project_id`; what lies inside another is called `outer.inner`. */
  readonly name: string;
  readonly label: Translated<Label>;
  readonly kind: ColumnKind;
  /** `undefined` for a definition, which is no part of a record. */
  readonly required?: boolean;
  readonly codes?: readonly string[];
  readonly codelist?: Codelist;
}

export interface SchemaDocument {
  /** `project-areas` for `project-areas.schema.json`. */
  readonly name: string;
  readonly id: string;
  readonly label: Translated<Label>;
  readonly columns: readonly SchemaColumn[];
}

/** The published schemas of one version, in the order of their labels. */
export interface SchemaVersion {
  readonly version: string;
  readonly documents: readonly SchemaDocument[];
  readonly codelists: readonly Codelist[];
}

const ENDING = '.schema.json';

/** @param folder the published `schemas/`, with a folder for each version; without it there are no versions */
export function readSchemaVersions(folder: string): SchemaVersion[] {
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return versions
    .map(({ name }) => name)
    .sort()
    .map((version) => readVersion(path.join(folder, version), version));
}

function readVersion(folder: string, version: string): SchemaVersion {
  const readJson = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const labels = { fi: readJson('labels/fi.json') as Labels, sv: readJson('labels/sv.json') as Labels };
  const codelists = readCodelists(folder);
  const definitions = readJson(`definitions${ENDING}`) as JsonSchema;
  const order = Object.keys(labels.fi);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort((a, b) => order.indexOf(tableOf(a)) - order.indexOf(tableOf(b)));
  const context: Context = { version, labels, codelists, definitions };
  return {
    version,
    codelists,
    documents: names.map((name) => createDocument(context, name, readJson(name + ENDING) as JsonSchema)),
  };
}

interface Context {
  readonly version: string;
  readonly labels: Readonly<Record<'fi' | 'sv', Labels>>;
  readonly codelists: readonly Codelist[];
  readonly definitions: JsonSchema;
}

function tableOf(name: string): string {
  return name.replaceAll('-', '_');
}

function readCodelists(folder: string): Codelist[] {
  const files = readdirSync(path.join(folder, 'codelists')).sort();
  return files.map((file) => {
    const rows: Record<string, string>[] = parse(readFileSync(path.join(folder, 'codelists', file), 'utf8'), {
      columns: true,
      bom: true,
    });
    const titles = rows.map((row): [string, Translated<string>] => [
      row['code'] ?? '',
      { fi: row['title_fi'] ?? '', sv: row['title_sv'] ?? '', en: row['title_en'] ?? '' },
    ]);
    return { file: `codelists/${file}`, titles: new Map(titles) };
  });
}

function createDocument(context: Context, name: string, schema: JsonSchema): SchemaDocument {
  return {
    name,
    id: schema.$id ?? '',
    label: labelOf(context, tableOf(name), undefined, schema),
    columns: [...listColumns(context, tableOf(name), schema)],
  };
}

/** Columns at every depth, each before what lies inside it. */
function* listColumns(context: Context, table: string, schema: JsonSchema, prefix = ''): Generator<SchemaColumn> {
  for (const [key, declared] of Object.entries(schema.properties ?? schema.$defs ?? {})) {
    const name = prefix + key;
    const { enum: codes } = declared;
    const codelist = codes && context.codelists.find(({ titles }) => haveSame(codes, [...titles.keys()]));
    yield {
      name,
      label: labelOf(context, table, name, declared),
      kind: kindOf(context, declared),
      ...(schema.properties === undefined ? {} : { required: schema.required?.includes(key) ?? false }),
      ...(codes === undefined ? {} : { codes }),
      ...(codelist === undefined ? {} : { codelist }),
    };
    yield* listColumns(context, table, declared.items ?? declared, `${name}.`);
  }
}

function haveSame(codes: readonly string[], others: readonly string[]): boolean {
  return codes.length === others.length && codes.every((code) => others.includes(code));
}

function kindOf(context: Context, schema: JsonSchema): ColumnKind {
  const definition = schema.$ref?.split('/').at(-1);
  if (definition !== undefined) {
    const declared = context.definitions.$defs?.[definition] ?? {};
    return { definition, label: labelOf(context, 'definitions', definition, declared) };
  }
  return { type: schema.type ?? '', ...(schema.items === undefined ? {} : { item: kindOf(context, schema.items) }) };
}

/** Throws when a label is missing: schemas are published with all of theirs. */
function labelOf(
  context: Context,
  table: string,
  property: string | undefined,
  english: JsonSchema,
): Translated<Label> {
  const find = (language: 'fi' | 'sv'): Label => {
    const own = context.labels[language][table];
    const label = property === undefined ? own : own?.properties[property];
    if (label === undefined)
      throw new Error(`label of ${table}.${property ?? ''} is missing in ${language} of schemas ${context.version}`);
    return label;
  };
  const { title = '', description = '' } = english;
  return { fi: find('fi'), sv: find('sv'), en: { title, description } };
}
