import { parse } from 'csv-parse/sync';
import { Writer, type Quad } from 'n3';
import type { AreaLevel } from '../../model/area.ts';
import type { Row, Translations } from '../../model/table.ts';
import type { Addresses } from './addresses.ts';
import { PREFIXES, type Name } from './rdf/prefixes.ts';
import { describe, distinct, iri, plain, tagged, text, typed } from './rdf/statements.ts';

/** How a cell becomes a value. */
const KINDS = ['plain', 'fi', 'date', 'address', 'fund', 'grant', 'area'] as const;
type Kind = (typeof KINDS)[number];

/** Which term says what a column says: `mappings/rdf.csv`. A column that is not in it has no term that exists elsewhere. */
export interface TermMapping {
  readonly table: string;
  readonly column: string;
  /** What the statement is about: the project, its beneficiary, an address … */
  readonly subject: string;
  readonly property: Name;
  readonly kind: Kind;
}

export function readTermMappings(csv: string): TermMapping[] {
  return parse<Readonly<Record<string, string>>>(csv, { columns: true }).map((row) => {
    const kind = KINDS.find((each) => each === row['kind']);
    if (kind === undefined) throw new Error(`no kind ${row['kind'] ?? ''} of value in the mapping`);
    return {
      table: row['table'] ?? '',
      column: row['column'] ?? '',
      subject: row['subject'] ?? '',
      property: row['property'] as Name,
      kind,
    };
  });
}

/** A project and its rows of the other tables. */
export interface ProjectRecord {
  readonly project: Row;
  readonly areas: readonly Row[];
  readonly partners: readonly Row[];
}

/** What a record's statements are made with, besides the record. */
export interface RecordContext {
  readonly addresses: Addresses;
  readonly mappings: readonly TermMapping[];
  /** Code of a fund → its names. */
  readonly funds: ReadonlyMap<string, Translations>;
  /** Column of an amount → its titles. */
  readonly titles: ReadonlyMap<string, Translations>;
}

const EUKG_PROJECT = 'https://linkedopendata.eu/entity/Q9934';

const CLASSES: Readonly<Record<string, readonly Name[]>> = {
  project: ['schema:Project'],
  beneficiary: ['schema:Organization', 'org:FormalOrganization'],
  'beneficiary-address': ['locn:Address'],
  'place-address': ['locn:Address'],
  partner: ['schema:Organization', 'org:Organization'],
};

function fundIri(code: string, addresses: Addresses): string {
  return `${addresses.file('schemas/1.0/codelists/fund.csv')}#${encodeURIComponent(code)}`;
}

/** The funds that records refer to, with their names. */
function describeFunds({ funds, addresses }: RecordContext): Quad[] {
  return [...funds].flatMap(([code, names]) =>
    describe(fundIri(code, addresses), ['schema:Organization'], { 'schema:name': text(names) }),
  );
}

function describeCell(
  { column, property, kind }: TermMapping,
  cell: string | number | boolean,
  node: string,
  id: string,
  { addresses, titles }: RecordContext,
): Quad[] {
  const value = String(cell);
  switch (kind) {
    case 'plain':
      return describe(node, [], { [property]: plain(value) });
    case 'fi':
      return describe(node, [], { [property]: tagged(value, 'fi') });
    case 'date':
      return describe(node, [], { [property]: typed(value, 'xsd:date') });
    case 'address':
      // What a document calls an address may be none.
      return URL.canParse(value) && /^https?:/iu.test(value)
        ? describe(node, [], { [property]: iri(new URL(value).href) })
        : [];
    case 'fund':
      return describe(node, [], { [property]: iri(fundIri(value, addresses)) });
    case 'grant': {
      const grant = addresses.project(id, column.replaceAll('_', '-'));
      const title = titles.get(column);
      return [
        ...describe(node, [], { [property]: iri(grant) }),
        ...describe(grant, ['schema:MonetaryGrant'], {
          'schema:name': title === undefined ? undefined : text(title),
          'schema:amount': iri(`${grant}-amount`),
        }),
        ...describe(`${grant}-amount`, ['schema:MonetaryAmount'], {
          'schema:value': typed(value, 'xsd:decimal'),
          'schema:currency': plain('EUR'),
        }),
      ];
    }
    case 'area':
      return [];
  }
}

/** The statements that join the things of a record. */
function joinThings(id: string, subjects: ReadonlySet<string>, partners: number, { addresses }: RecordContext): Quad[] {
  const at = (part: string): string => addresses.project(id, part);
  const has = (subject: string, part = subject) => (subjects.has(subject) ? iri(at(part)) : undefined);
  return [
    ...describe(at('project'), [], {
      'eukg:P35': iri(EUKG_PROJECT),
      'eukg:P889': has('beneficiary'),
      'schema:location': has('place-address', 'place'),
      'schema:member': Array.from({ length: partners }, (_, index) => iri(at(`partner-${index + 1}`))),
      'foaf:isPrimaryTopicOf': iri(at('').replace(/#$/u, '')),
    }),
    ...(subjects.has('beneficiary-address')
      ? describe(at('beneficiary'), CLASSES['beneficiary'] ?? [], { 'locn:address': iri(at('beneficiary-address')) })
      : []),
    ...(subjects.has('place-address')
      ? describe(at('place'), ['schema:Place', 'dct:Location'], { 'locn:address': iri(at('place-address')) })
      : []),
  ];
}

/** A record in terms that exist: schema.org, the organisation ontology, the core location vocabulary, the EU Knowledge Graph's. */
export function describeRecord({ project, areas, partners }: ProjectRecord, context: RecordContext): Quad[] {
  const { addresses, mappings } = context;
  const id = String(project['project_id']);
  const subjects = new Set<string>();
  const statements: Quad[] = [];
  const state = (table: string, row: Row, place: (subject: string) => string): void => {
    for (const mapping of mappings.filter((each) => each.table === table)) {
      const cell = row[mapping.column];
      if (cell === undefined) continue;
      const node = addresses.project(id, place(mapping.subject));
      const found = describeCell(mapping, cell, node, id, context);
      if (found.length === 0) continue;
      subjects.add(mapping.subject);
      statements.push(...describe(node, CLASSES[mapping.subject] ?? [], {}), ...found);
    }
  };
  state('projects', project, (subject) => subject);
  for (const [index, partner] of partners.entries()) state('partners', partner, () => `partner-${index + 1}`);
  const property = mappings.find(({ kind }) => kind === 'area')?.property ?? 'dct:spatial';
  // An area that the project no longer lies in has share 0.
  const targets = areas.filter((row) => row['role'] === 'target' && row['share_equal'] !== 0);
  statements.push(
    ...describe(addresses.project(id), [], {
      [property]: targets.map((row) => iri(addresses.area(row['area_level'] as AreaLevel, String(row['area_code'])))),
    }),
    ...joinThings(id, subjects, partners.length, context),
  );
  return distinct(statements).sort((a, b) =>
    a.subject.value < b.subject.value ? -1 : a.subject.value > b.subject.value ? 1 : 0,
  );
}

const DUMP_PREFIXES = (['dcat', 'dct', 'eukg', 'foaf', 'locn', 'org', 'rdf', 'rdfs', 'schema', 'xsd'] as const).map(
  (prefix) => [prefix, PREFIXES[prefix]] as const,
);

/** All records as Turtle, one after another: what is held in memory is one record. */
export function* writeRecords(records: Iterable<ProjectRecord>, context: RecordContext): Generator<string> {
  const chunks: string[] = [];
  const output = {
    write: (chunk: string, _encoding: string, done?: () => void): void => {
      chunks.push(chunk);
      done?.();
    },
    end: (done?: () => void): void => done?.(),
  };
  const writer = new Writer(output, { prefixes: Object.fromEntries(DUMP_PREFIXES) });
  writer.addQuads(describeFunds(context));
  for (const record of records) {
    writer.addQuads(describeRecord(record, context));
    yield chunks.splice(0).join('');
  }
  writer.end();
  yield chunks.splice(0).join('');
}
