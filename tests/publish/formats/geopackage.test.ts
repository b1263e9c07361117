import sqlite3InitModule, { type Database, type SqlValue } from '@sqlite.org/sqlite-wasm';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { geopackage } from '../../../pipeline/publish/formats/geopackage/index.ts';
import { HOSTILE_TEXTS, LONG_FIELDS, LONG_TEXT, makeRelease, METADATA, writeTable } from './make-release.ts';

const release = makeRelease();
/** What the file adds to the tables of the release. */
const ADDED = ['areas', 'label_points', 'project_texts'];
const LAYERS = ['projects', 'project_areas', 'areas', 'municipalities', 'sub_regions', 'regions'];

let bytes: Uint8Array;
let db: Database;

beforeAll(async () => {
  bytes = new Uint8Array(await writeTable(geopackage, release, 'projects'));
  const sqlite3 = await sqlite3InitModule();
  db = new sqlite3.oo1.DB(':memory:');
  const pointer = sqlite3.wasm.allocFromTypedArray(bytes);
  const flags = sqlite3.capi.SQLITE_DESERIALIZE_FREEONCLOSE;
  sqlite3.capi.sqlite3_deserialize(db, 'main', pointer, bytes.length, bytes.length, flags);
});

function select(sql: string): Record<string, SqlValue>[] {
  return db.exec({ sql, rowMode: 'object', returnValue: 'resultRows' });
}

describe('the GeoPackage as a database', () => {
  it('is one by its header, whole and sound', () => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect(Buffer.from(bytes.slice(68, 72)).toString('latin1')).toBe('GPKG');
    expect(view.getUint32(60)).toBe(10_300);
    // No write-ahead log is needed beside it.
    expect([...bytes.slice(18, 20)]).toEqual([1, 1]);
    expect(select('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(select('PRAGMA foreign_key_check')).toEqual([]);
  });

  it('lists every layer and table with the date of the release', () => {
    const contents = select('SELECT table_name, data_type, last_change, srs_id FROM gpkg_contents');
    const names = [...release.tables.keys(), ...ADDED, 'layer_styles'];
    expect(contents.map((row) => row['table_name']).sort()).toEqual(names.sort());
    for (const { table_name, data_type, last_change, srs_id } of contents) {
      const isLayer = [...LAYERS, 'label_points'].includes(table_name as string);
      expect({ data_type, srs_id }).toEqual(
        isLayer ? { data_type: 'features', srs_id: 3067 } : { data_type: 'attributes', srs_id: null },
      );
      expect(last_change).toBe('2026-11-21T00:00:00.000Z');
    }
  });
});

describe('the tables of the GeoPackage', () => {
  it.each([...makeRelease().tables.keys()])('have every value with its type: %s', (name) => {
    const { table, rows } = release.tables.get(name)!;
    const types = { string: 'text', integer: 'integer', number: 'real', boolean: 'integer', date: 'text' };
    const columns = table.columns.map((column) => `"${column.name}"`);
    // The layer of projects with the table of its long texts is the whole table.
    const source =
      name === 'projects' ? 'projects LEFT JOIN project_texts USING (project_id) ORDER BY projects.fid' : `"${name}"`;
    const found = select(`SELECT ${columns.join(', ')} FROM ${source}`);
    const kinds = select(
      `SELECT ${columns.map((column) => `typeof(${column}) AS ${column}`).join(', ')} FROM ${source}`,
    );
    expect(found).toHaveLength([...rows].length);
    for (const [index, { values }] of [...rows].entries()) {
      for (const { name: column, type } of table.columns) {
        const value = values[column];
        expect(kinds[index]?.[column]).toBe(value === undefined ? 'null' : types[type]);
        expect(found[index]?.[column]).toBe(typeof value === 'boolean' ? Number(value) : (value ?? null));
      }
    }
  });

  it('have the long texts beside the layer, a row for each project that has any', () => {
    const columnsOf = (table: string) => select(`PRAGMA table_info("${table}")`).map((row) => row['name'] as string);
    expect(columnsOf('project_texts')).toEqual(['fid', 'project_id', ...LONG_FIELDS]);
    for (const field of LONG_FIELDS) expect(columnsOf('projects')).not.toContain(field);
    const { rows } = release.tables.get('projects')!;
    const withTexts = [...rows].filter(({ values }) => LONG_FIELDS.some((field) => values[field] !== undefined));
    expect(select('SELECT project_id FROM project_texts ORDER BY fid')).toEqual(
      withTexts.map(({ values }) => ({ project_id: values['project_id'] })),
    );
  });

  it('have the hostile texts untouched', () => {
    const texts = select("SELECT tagline FROM projects WHERE project_id LIKE 'T%' ORDER BY fid").map(
      (row) => row['tagline'],
    );
    expect(texts).toEqual([...HOSTILE_TEXTS]);
    expect(select("SELECT final_report FROM project_texts WHERE project_id = 'S10001'")).toEqual([
      { final_report: LONG_TEXT },
    ]);
  });
});

describe('the layers of the GeoPackage', () => {
  it.each(['projects', 'areas', 'municipalities', 'sub_regions', 'regions'])(
    'have every geometry in the index: %s',
    (layer) => {
      const [counts] = select(
        `SELECT (SELECT count(geom) FROM ${layer}) AS drawn, (SELECT count(*) FROM rtree_${layer}_geom) AS indexed`,
      );
      expect(counts?.['indexed']).toBe(counts?.['drawn']);
      expect(counts?.['drawn']).toBe(
        { projects: 2, areas: 6, municipalities: 308, sub_regions: 69, regions: 19 }[layer],
      );
      const triggers = select(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '${layer}'`);
      expect(triggers.map(({ name }) => (name as string).slice(`rtree_${layer}_geom_`.length)).sort()).toEqual([
        'delete',
        'insert',
        'update1',
        'update2',
        'update3',
        'update4',
      ]);
    },
  );

  it('have an envelope and the extent of their geometries', () => {
    const [row] = select("SELECT geom FROM municipalities WHERE code = '091'");
    const blob = row?.['geom'] as Uint8Array;
    const view = new DataView(blob.buffer, blob.byteOffset);
    expect([...blob.slice(0, 4)]).toEqual([0x47, 0x50, 0, 3]);
    expect(view.getInt32(4, true)).toBe(3067);
    const positions = release.context.geometry({ level: 'municipality', codes: ['091'] })!.flat(2);
    const [xs, ys] = [positions.map(([x]) => x!), positions.map(([, y]) => y!)];
    const envelope = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    expect([8, 16, 24, 32].map((offset) => view.getFloat64(offset, true))).toEqual(envelope);
    expect(
      select(
        "SELECT minx, maxx, miny, maxy FROM rtree_municipalities_geom WHERE id = (SELECT fid FROM municipalities WHERE code = '091')",
      ),
    ).toHaveLength(1);
  });

  it('have a row per project and area, each area stored once, none for an area that has ended', () => {
    const rows = select(
      'SELECT OGC_FID, project_id, area_code, geom IS NULL AS empty FROM project_areas ORDER BY OGC_FID',
    );
    expect(rows).toHaveLength(8);
    expect(rows.map((row) => row['OGC_FID'])).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rows.filter((row) => row['empty'] === 1).map((row) => row['area_code'])).toEqual(['999']);
    expect(select('SELECT count(*) AS count FROM areas')).toEqual([{ count: 7 }]);
  });

  it('keep the index right when a geometry goes', () => {
    db.exec('SAVEPOINT edit; DELETE FROM municipalities WHERE fid = 1');
    expect(select('SELECT count(*) AS count FROM rtree_municipalities_geom')).toEqual([{ count: 307 }]);
    db.exec('ROLLBACK TO edit');
  });
});

describe('what the GeoPackage says of itself', () => {
  it('names and describes every column in three languages, names unique in a table', () => {
    const described = select('SELECT * FROM gpkg_data_columns');
    for (const [name, { table }] of release.tables) {
      const rows = described.filter((row) => row['table_name'] === name);
      const columns = table.columns.filter((column) => name !== 'projects' || !LONG_FIELDS.includes(column.name));
      expect(rows.map((row) => row['column_name'])).toEqual(columns.map((column) => column.name));
      expect(new Set(rows.map((row) => row['name'])).size).toBe(rows.length);
      for (const [index, { title, description }] of columns.entries()) {
        expect(rows[index]?.['title']).toBe(`${title.fi} / ${title.sv} / ${title.en}`);
        expect(rows[index]?.['description']).toBe(`${description.fi}\n${description.sv}\n${description.en}`);
      }
    }
  });

  it('carries release, licence, sources and notes for the file and each layer', () => {
    const [file, ...layers] = select(
      'SELECT m.metadata, r.reference_scope, r.table_name, r.timestamp FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON r.md_file_id = m.id ORDER BY m.id',
    );
    expect(file).toMatchObject({
      reference_scope: 'geopackage',
      table_name: null,
      timestamp: '2026-11-21T00:00:00.000Z',
    });
    const described = [...release.tables.keys(), ...ADDED];
    expect(layers.map((row) => row['table_name'] as string).sort()).toEqual(described.sort());
    for (const { metadata } of [file!, ...layers]) {
      expect(metadata).toContain(METADATA.release);
      expect(metadata).toContain(METADATA.licence);
      expect(metadata).toContain(METADATA.notes[0]);
      expect(metadata).toContain('Statistics Finland &amp; National Land Survey of Finland');
    }
  });

  it('has one default style per layer, the same whatever the counts are', () => {
    const styles = 'SELECT f_table_name, f_geometry_column, useAsDefault, styleQML, styleSLD FROM layer_styles';
    const before = select(styles);
    const styled = [...release.tables.keys(), ...ADDED];
    expect(before.map((row) => row['f_table_name'] as string).sort()).toEqual(styled.sort());
    for (const row of before) {
      const isLayer = [...LAYERS, 'label_points'].includes(row['f_table_name'] as string);
      expect(row).toMatchObject({ f_geometry_column: isLayer ? 'geom' : '', useAsDefault: 1 });
    }
    const qml = before.find((row) => row['f_table_name'] === 'municipalities')?.['styleQML'] as string;
    expect(qml).toContain('filter="&quot;project_count&quot; IS NULL"');
    expect(qml).toContain('filter="&quot;project_count&quot; = 0"');
    expect(qml).toContain('<alias index="1" field="code" name="Tunnus"/>');
    // Every count falls into one class.
    const filters = [...qml.matchAll(/filter="([^"]*)"/gu)].map(([, filter = '']) => filter);
    const limits = filters.slice(1).map((filter) => {
      const [least = NaN, greatest = filter.includes(' = ') ? least : Infinity] = (filter.match(/\d+/gu) ?? []).map(
        Number,
      );
      return [least, greatest];
    });
    expect(limits[0]).toEqual([0, 0]);
    expect(limits.slice(1).map(([least]) => least)).toEqual(limits.slice(0, -1).map(([, greatest]) => greatest! + 1));
    expect(limits.at(-1)?.[1]).toBe(Infinity);
  });

  it('limits every coded column to its codes', () => {
    const found = select(
      'SELECT d.table_name, d.column_name, c.value, c.constraint_type FROM gpkg_data_columns d JOIN gpkg_data_column_constraints c ON c.constraint_name = d.constraint_name ORDER BY c.rowid',
    );
    for (const { table } of [...release.tables.values()])
      for (const { name, codes = [] } of table.columns) {
        const rows = found.filter((row) => row['table_name'] === table.name && row['column_name'] === name);
        expect([table.name, name, rows.map((row) => row['value'])]).toEqual([table.name, name, codes]);
        for (const row of rows) expect(row['constraint_type']).toBe('enum');
      }
    expect(found.length).toBeGreaterThan(40);
  });

  it('has a label point inside every area', () => {
    const points = select('SELECT area_level, code, name_fi FROM label_points');
    expect(points.map((row) => row['area_level'])).toEqual([
      ...Array<string>(19).fill('region'),
      ...Array<string>(69).fill('sub_region'),
      ...Array<string>(308).fill('municipality'),
    ]);
    const indexed = select('SELECT count(*) AS n FROM rtree_label_points_geom');
    expect(indexed).toEqual([{ n: 396 }]);
  });

  it('holds a project of QGIS that opens every layer and table', () => {
    const [project] = select('SELECT name, content FROM qgis_projects');
    const archive = unzipSync(Buffer.from(project?.['content'] as string, 'hex'));
    const text = strFromU8(archive['hankekartta.qgs']!);
    const sources = [...text.matchAll(/<datasource>([^<]*)<\/datasource>/gu)].map(([, source]) => source);
    const names = [...release.tables.keys(), 'label_points', 'project_texts'];
    expect(sources.sort()).toEqual(names.map((name) => `./hankekartta.gpkg|layername=${name}`).sort());
    const related = [
      ...text.matchAll(/referencingLayer="hankekartta_([a-z_]+)" referencedLayer="hankekartta_projects"/gu),
    ];
    const about = ['project_areas', 'partners', 'sections', 'sustainability', 'changes', 'project_texts'];
    expect(related.map(([, name]) => name).sort()).toEqual(about.sort());
  });
});
