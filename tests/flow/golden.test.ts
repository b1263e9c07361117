/**
 * The whole flow on real documents: every published value and its place, as expected files say that were made by reading the documents.
 * Free texts stand there as SHA-256 and length.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lookFor, SHARED } from '../missing.ts';
import { createWorkspace, ROOT } from './workspace.ts';

type Row = Readonly<Record<string, unknown>>;

/** Start line, start column, end line, end column. */
type Position = readonly [number, number, number, number];

interface Expected {
  readonly fields: Row;
  readonly partners: readonly Row[];
  readonly sections: readonly Row[];
  readonly sustainability: readonly Row[];
  readonly areas: readonly { readonly level: string; readonly name: string }[];
  readonly lines: Readonly<Record<string, Position>>;
  readonly area_places: readonly Position[];
}

const real = lookFor('documents');
const COLLECTIONS = [
  {
    name: 'the documents in the repository',
    isMissing: false,
    documents: path.join(ROOT, 'data/documents'),
    expected: 'expected-condensed',
  },
  {
    name: `the documents as their writers wrote them${real.note}`,
    isMissing: real.isMissing,
    documents: path.join(SHARED, 'documents'),
    expected: 'expected',
  },
];

/** What the release says of where a value came from; the expected files are about what documents say. */
const IDENTITY = ['project_id', 'family', 'source_document', 'source_sha256'];

for (const { name, isMissing, documents, expected: folder } of COLLECTIONS) {
  describe.skipIf(isMissing)(name, () => {
    const expected = readExpected(path.join(ROOT, 'tests/golden', folder));
    let published: Published;
    beforeAll(async () => {
      published = await buildDocuments(documents);
    }, 120_000);

    it('are all published, without an issue', () => {
      expect([...published.projects.keys()]).toEqual(expect.arrayContaining([...expected.keys()]));
      expect(published.issues).toEqual([]);
    });

    it.each([...expected.keys()])('%s: every field', (id) => {
      const { fields } = expected.get(id)!;
      const project = published.projects.get(id)!;
      const stated = Object.fromEntries(Object.entries(project).filter(([field]) => !IDENTITY.includes(field)));
      expect(hashLike(stated, fields)).toEqual(fields);
      const bytes = readFileSync(path.join(documents, String(project['source_document'])));
      expect(project['source_sha256']).toBe(createHash('sha256').update(bytes).digest('hex'));
    });

    it.each(['partners', 'sections', 'sustainability'] as const)('%s: every row', (table) => {
      for (const [id, { [table]: rows }] of expected) {
        const found = published[table].filter((row) => row['project_id'] === id);
        expect(found.map((row, index) => hashLike(withoutEmpty(row), textOf(rows[index] ?? {})))).toEqual(
          rows.map(textOf),
        );
      }
    });

    it.each([...expected.keys()])('%s: stated areas, and where every value stands', (id) => {
      const { lines, areas, area_places: places } = expected.get(id)!;
      const { fields, ofAreas } = published.origins.get(id)!;
      expect(fields).toEqual(lines);
      expect(ofAreas.toSorted(inOrder)).toEqual(places.toSorted(inOrder));
      const stated = published.areas.filter((row) => row['project_id'] === id && row['evidence'] === 'stated');
      expect(stated.map((row) => `${row['area_level'] ?? ''} ${row['name_in_source'] ?? ''}`).sort()).toEqual(
        areas.map(({ level, name: area }) => `${level} ${area}`).sort(),
      );
    });
  });
}

interface Published {
  readonly projects: ReadonlyMap<string, Row>;
  readonly partners: readonly Record<string, string>[];
  readonly sections: readonly Record<string, string>[];
  readonly sustainability: readonly Record<string, string>[];
  readonly areas: readonly Record<string, string>[];
  readonly issues: unknown;
  readonly origins: ReadonlyMap<string, { fields: Record<string, Position>; ofAreas: Position[] }>;
}

async function buildDocuments(documents: string): Promise<Published> {
  const workspace = createWorkspace();
  const { status } = await workspace.run('build', '--documents', documents, '--release', '2026-01-02');
  expect(status).toBe(0);
  const provenance = workspace.readLines('provenance.jsonl').map((line) => {
    const all = Object.entries(line['fields'] as Record<string, [number, ...Position]>).map(
      ([field, [, ...position]]) => [field, position] as const,
    );
    const isTarget = (field: string): boolean => field.startsWith('project_areas/target/');
    return [
      String(line['project_id']),
      {
        fields: Object.fromEntries(all.filter(([field]) => !field.startsWith('project_areas/'))),
        ofAreas: all.filter(([field]) => isTarget(field)).map(([, position]) => position),
      },
    ] as const;
  });
  return {
    projects: new Map(workspace.readLines('projects.jsonl').map((project) => [String(project['project_id']), project])),
    partners: workspace.readCsv('partners.csv'),
    sections: workspace.readCsv('sections.csv'),
    sustainability: workspace.readCsv('sustainability.csv'),
    areas: workspace.readCsv('project_areas.csv'),
    issues: workspace.readJson('issues.json'),
    origins: new Map(provenance),
  };
}

function readExpected(folder: string): Map<string, Expected> {
  const names = readdirSync(folder).sort();
  return new Map(
    names.map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Expected,
    ]),
  );
}

/** The row with SHA-256 and length for the texts that are so in the expected one. */
function hashLike(row: Row, expected: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      if (typeof value !== 'string' || typeof expected[field] !== 'object') return [field, value];
      return [field, { sha256: createHash('sha256').update(value).digest('hex'), length: value.length }];
    }),
  );
}

/** A CSV row's cells that say something, but the project's id. */
const withoutEmpty = (row: Record<string, string>): Row =>
  Object.fromEntries(Object.entries(row).filter(([field, value]) => value !== '' && field !== 'project_id'));

/** CSV has text only. */
const textOf = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => [field, typeof value === 'number' ? String(value) : value]),
  );

const inOrder = (a: Position, b: Position): number => a[0] - b[0] || a[1] - b[1];
