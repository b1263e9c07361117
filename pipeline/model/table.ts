/**
 * A table is a schema: the order of its properties is the order of the columns, and what a column holds is the kind that it
 * refers to in `definitions.schema.json`. Nothing else in the program declares a column.
 */

export const TABLE_NAMES = [
  'projects',
  'project_areas',
  'partners',
  'sections',
  'sustainability',
  'municipalities',
  'sub_regions',
  'regions',
  'coverage_summary',
  'area_changes',
  'changes',
  'issues',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export const LANGUAGES = ['en', 'fi', 'sv'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Translations = Readonly<Record<Language, string>>;

/** How a column's values are carried by formats that have types. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

export interface Column {
  readonly name: string;
  /** Name of its definition: `text`, `name`, `code`, `eur`, `share` … */
  readonly kind: string;
  readonly type: ColumnType;
  readonly required: boolean;
  /** Codes that the column is limited to. */
  readonly codes?: readonly string[];
  /** Titles of the codes, where the column has a codelist. */
  readonly codeTitles?: ReadonlyMap<string, Translations>;
  readonly title: Translations;
  readonly description: Translations;
}

export interface Table {
  readonly name: TableName;
  readonly schemaFile: string;
  readonly title: Translations;
  readonly description: Translations;
  readonly columns: readonly Column[];
}

/** The kind of prose that map layers do not carry; the schemas say which columns are of it. */
const LONG_TEXT = 'long_text';

/** A table's columns as map layers carry them, and its long texts, which are the bulk of the bytes and lie beside a layer. */
export function divideColumns({ columns }: Pick<Table, 'columns'>): {
  readonly carried: readonly Column[];
  readonly texts: readonly Column[];
} {
  return {
    carried: columns.filter(({ kind }) => kind !== LONG_TEXT),
    texts: columns.filter(({ kind }) => kind === LONG_TEXT),
  };
}

/** One row as published: EUR with at most two decimals, ISO dates, absent values missing. */
export type Row = Readonly<Record<string, string | number | boolean | undefined>>;

/** The JSON Schemas of one version and their labels in other languages, as read from `schemas/<version>/`. */
export interface SchemaSet {
  readonly version: string;
  /** File name (`project-areas.schema.json`) → parsed schema. */
  readonly schemas: ReadonlyMap<string, JsonSchema>;
  readonly labels: Readonly<Record<'fi' | 'sv', Labels>>;
  /** Titles of codes, one map for each codelist. */
  readonly codelists?: readonly ReadonlyMap<string, Translations>[];
}

export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

interface Label {
  readonly title: string;
  readonly description: string;
}
/** Table name → its own label and one for each property. */
export type Labels = Readonly<Record<string, Label & { readonly properties: Readonly<Record<string, Label>> }>>;

/** The tables of a schema version. Throws when a schema or a label is missing: that is a bug of ours. */
export function createTables(set: SchemaSet): ReadonlyMap<TableName, Table> {
  return new Map(TABLE_NAMES.map((name) => [name, createTable(set, name)]));
}

/** A column's codes are those of its codelist, in the same order. Throws where none of the codelists at hand has them. */
function describeCodes(codes: readonly string[], { codelists = [] }: SchemaSet): Pick<Column, 'codes' | 'codeTitles'> {
  const codeTitles = codelists.find((list) => [...list.keys()].join('\n') === codes.join('\n'));
  if (codeTitles === undefined && codelists.length > 0)
    throw new Error(`no codelist has the codes ${codes.join(', ')}`);
  return { codes, ...(codeTitles === undefined ? {} : { codeTitles }) };
}

function createTable(set: SchemaSet, name: TableName): Table {
  const schemaFile = `${name.replaceAll('_', '-')}.schema.json`;
  const schema = set.schemas.get(schemaFile);
  const definitions = set.schemas.get('definitions.schema.json')?.$defs;
  if (schema?.properties === undefined || definitions === undefined)
    throw new Error(`schemas/${set.version}/${schemaFile} is missing`);
  const translate = (
    property: string | undefined,
    english: JsonSchema,
    part: 'title' | 'description',
  ): Translations => {
    const find = (language: 'fi' | 'sv'): string => {
      const table = set.labels[language][name];
      const label = property === undefined ? table?.[part] : table?.properties[property]?.[part];
      if (label === undefined) throw new Error(`label of ${name}.${property ?? ''} is missing in ${language}`);
      return label;
    };
    return { en: english[part] ?? '', fi: find('fi'), sv: find('sv') };
  };
  return {
    name,
    schemaFile,
    title: translate(undefined, schema, 'title'),
    description: translate(undefined, schema, 'description'),
    columns: Object.entries(schema.properties).map(([property, declared]): Column => {
      const kind = declared.$ref?.split('/').at(-1) ?? '';
      const definition = definitions[kind];
      if (definition === undefined) throw new Error(`definition of ${name}.${property} is missing`);
      return {
        name: property,
        kind,
        type: definition.format === 'date' ? 'date' : (definition.type as ColumnType),
        required: schema.required?.includes(property) ?? false,
        ...(declared.enum === undefined ? {} : describeCodes(declared.enum, set)),
        title: translate(property, declared, 'title'),
        description: translate(property, declared, 'description'),
      };
    }),
  };
}
