import { COVERAGE, type CoveredLevel } from '../../model/levels.ts';
import { LANGUAGES, type JsonSchema, type SchemaSet, type Table, type TableName } from '../../model/table.ts';
import type { Addresses } from './addresses.ts';

type Json = Readonly<Record<string, unknown>>;

const CHILDREN = ['project_areas', 'partners', 'sections', 'sustainability'] as const;
/** A code of each level; the others are as long. */
const EXAMPLES: Readonly<Record<CoveredLevel, string>> = { municipality: '091', sub_region: '011', region: '01' };

/** References into `definitions.schema.json` become references into the description itself. */
function localise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(localise);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$schema' && key !== '$id')
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string'
          ? inner.replace('definitions.schema.json#/$defs/', '#/components/schemas/')
          : localise(inner),
      ]),
  );
}

function without(schema: JsonSchema | undefined, column: string): Json {
  const { properties = {}, required = [], ...rest } = schema ?? {};
  return {
    ...rest,
    required: required.filter((name) => name !== column),
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => name !== column)),
  };
}

const refer = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const list = (items: Json): Json => ({ type: 'array', items });

function answer(description: string, schema: Json): Json {
  return { 200: { description, content: { 'application/json': { schema } } }, 404: { description: 'There is none.' } };
}

/** What a list says of a project. */
const PROJECT_LINK: Json = {
  type: 'object',
  required: ['project_id', 'url'],
  properties: {
    project_id: refer('project_id'),
    name: refer('name'),
    url: { type: 'string', description: 'Address of the file, relative to the folder that the list lies in.' },
  },
};

/** A document of a project. */
const SOURCE = {
  type: 'object',
  required: ['document', 'sha256'],
  properties: {
    document: { type: 'string' },
    sha256: { type: 'string' },
    retrieved: { type: 'string', format: 'date' },
  },
};

const QUOTES = {
  type: 'object',
  description: 'The source line of each value, withheld parts hidden, by the keys of the provenance.',
  additionalProperties: {
    type: 'object',
    required: ['source', 'line', 'text', 'mark'],
    properties: {
      source: { type: 'integer', minimum: 0, description: 'Which of `sources`.' },
      line: { type: 'integer', minimum: 1 },
      text: { type: 'string' },
      mark: {
        type: 'array',
        items: { type: 'integer' },
        description: 'Where in `text` the value begins and ends, from 0, end exclusive, in UTF-16 code units.',
      },
    },
  },
};

/**
 * OpenAPI 3.1 description of the folder `api/`, from the schemas of the tables: 3.1 takes JSON Schema as it is. The server is the
 * folder that the description lies in.
 */
export function describeApi(
  set: SchemaSet,
  tables: ReadonlyMap<TableName, Table>,
  addresses: Addresses,
  release: string,
): object {
  const schemaOf = (name: TableName): JsonSchema | undefined => set.schemas.get(tables.get(name)?.schemaFile ?? '');
  const definitions = set.schemas.get('definitions.schema.json')?.$defs ?? {};
  const project = schemaOf('projects');
  const children = Object.fromEntries(CHILDREN.map((name) => [name, list(without(schemaOf(name), 'project_id'))]));
  const components: Record<string, unknown> = { ...definitions, project_link: PROJECT_LINK };
  components['project'] = {
    ...project,
    required: [...(project?.required ?? []), ...CHILDREN, 'sources', 'quotes'],
    properties: { ...project?.properties, ...children, sources: list(SOURCE), quotes: QUOTES },
  };
  components['removed_project'] = {
    type: 'object',
    description: 'A project that was published before and withdrawn.',
    required: ['project_id', 'removed'],
    properties: { project_id: refer('project_id'), removed: { const: true } },
  };
  components['other_area'] = {
    type: 'object',
    description: 'An area that the division of the release does not have, with what took its place.',
    required: ['code', 'name_fi', 'name_sv', 'name_en', 'replaced_by', 'other_year'],
    properties: {
      code: refer('area_code'),
      name_fi: refer('name'),
      name_sv: refer('name'),
      name_en: refer('name'),
      valid_from: refer('date'),
      valid_to: refer('date'),
      replaced_by: list({ type: 'object', required: ['code', 'url'] }),
      other_year: { const: true },
    },
  };
  const paths: Record<string, unknown> = {
    '/projects/index.json': {
      get: {
        operationId: 'listProjects',
        summary: 'Every project, and every one that was withdrawn.',
        responses: answer('The projects.', {
          type: 'object',
          required: ['projects', 'removed'],
          properties: { projects: list(refer('project_link')), removed: list({ type: 'object' }) },
        }),
      },
    },
    '/projects/{project_id}.json': {
      get: {
        operationId: 'getProject',
        summary: 'One project with its areas, partners, sections and sustainability.',
        parameters: [{ name: 'project_id', in: 'path', required: true, schema: refer('project_id') }],
        responses: answer('The project, or what is left of a withdrawn one.', {
          oneOf: [refer('project'), refer('removed_project')],
        }),
      },
    },
  };
  for (const { level, table, folder } of COVERAGE) {
    const example = EXAMPLES[level];
    const pattern = `^[0-9]{${example.length}}$`;
    const schema = schemaOf(table);
    components[table] = {
      ...schema,
      required: [...(schema?.required ?? []), 'projects', 'beneficiary_projects'],
      properties: {
        ...schema?.properties,
        projects: list(refer('project_link')),
        beneficiary_projects: list(refer('project_link')),
      },
    };
    const title = tables.get(table)?.title.en ?? table;
    paths[`/${folder}/index.json`] = {
      get: {
        operationId: `list_${table}`,
        summary: `${title}: every area with its number of projects.`,
        responses: answer('The areas.', {
          type: 'object',
          required: [table],
          properties: {
            [table]: list({ type: 'object', required: ['code', 'url'] }),
            other_years: list(refer('other_area')),
          },
        }),
      },
    };
    paths[`/${folder}/{code}.json`] = {
      get: {
        operationId: `get_${table}`,
        summary: `${title}: one area, its coverage and its projects.`,
        parameters: [{ name: 'code', in: 'path', required: true, schema: { type: 'string', pattern }, example }],
        responses: answer('The area, or what is known of one of other years.', {
          oneOf: [refer(table), refer('other_area')],
        }),
      },
    };
  }
  return localise({
    openapi: '3.1.0',
    info: {
      title: 'Hankekartta',
      version: release,
      description: `Static files; names are given in ${LANGUAGES.join(', ')}. Absent values are missing members.`,
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: addresses.file('api').replace(/\/$/u, '') }],
    paths,
    components: { schemas: components },
  }) as object;
}
