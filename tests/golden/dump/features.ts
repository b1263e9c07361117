import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { describeGeometry, hash, writeLine, writeRows, type DumpedRow } from './rows.ts';

interface ReadFeature {
  readonly properties: DumpedRow | null;
  readonly geometry: unknown;
}

const toRow = ({ properties, geometry }: ReadFeature): DumpedRow => ({
  ...properties,
  geometry: describeGeometry(geometry),
});

/** Header and features. */
export async function dumpFlatgeobuf(name: string, bytes: Uint8Array): Promise<string> {
  let header: HeaderMeta | undefined;
  const rows: DumpedRow[] = [];
  // The package's reader searches a Node Buffer in vain, and tells its steps to the console.
  const { debug } = console;
  console.debug = () => undefined;
  try {
    const options = { headerMetaFn: (meta: HeaderMeta) => void (header = meta) };
    for await (const feature of deserialize(new Uint8Array(bytes), options)) rows.push(toRow(feature));
  } finally {
    console.debug = debug;
  }
  return `${writeLine(header)}${writeRows(name, rows)}`;
}

/** Members of the collection, then features. */
export function dumpGeojson(name: string, bytes: Uint8Array): string {
  const { features, ...members } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { features: ReadFeature[] };
  return `${writeLine(members)}${writeRows(name, features.map(toRow))}`;
}

interface Topology {
  readonly arcs: readonly unknown[];
  readonly objects: Readonly<
    Record<string, { readonly geometries: readonly ({ type: string; arcs?: unknown } & ReadFeature)[] }>
  >;
}

/** Members of the topology, then the objects' geometries, with the arcs that each is made of. */
export function dumpTopojson(bytes: Uint8Array): string {
  const { arcs, objects, ...members } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Topology;
  return [
    writeLine({ ...members, arcs: arcs.length, sha256: hash(JSON.stringify(arcs)) }),
    ...Object.entries(objects).map(([name, { geometries }]) =>
      writeRows(
        name,
        geometries.map(({ properties, ...geometry }) => ({ ...properties, geometry: describeGeometry(geometry) })),
      ),
    ),
  ].join('');
}
