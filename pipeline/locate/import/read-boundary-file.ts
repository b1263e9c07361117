import type { ClassificationKey } from '../gazetteer/classification-key.ts';
import { compareCodeUnits } from '../../model/compare-code-units.ts';
import { fromWgs84 } from '../vintage/projection.ts';
import type { IssueCode } from '../../model/schema-types.ts';
import type { MultiPolygon } from '../../model/area.ts';
import type { Ring } from '../vintage/rings.ts';
import { signedArea } from '../vintage/rings.ts';

/**
 * Neighbours must share their vertices to within this many metres; whatever gap or overlap is left then refuses the file.
 * Three times the rounding to millimetres, and half the smallest distance between distinct vertices of the official 1:4 500 000
 * data, so that nothing real is moved.
 */
export const TOLERANCE_METRES = 0.003;

/** The codes `locate/boundaries-…` without their beginning. */
type BoundaryProblem<Code = IssueCode> = Code extends `locate/boundaries-${infer Problem}` ? Problem : never;

/** One problem of a boundary file: what is wrong and, where it concerns one, the code or the feature. */
export interface BoundaryFault {
  readonly problem: BoundaryProblem;
  readonly message: string;
  readonly found?: string;
}

/** The municipalities of a file in EPSG:3067 metres with millimetres, and what had to be done to read them. */
export interface BoundaryFile {
  readonly polygons: ReadonlyMap<string, MultiPolygon>;
  readonly codeProperty: string;
  readonly crs: 'EPSG:3067' | 'EPSG:4326';
  /** Rings that ran the other way round than RFC 7946 says. */
  readonly rewound: number;
  /** Municipalities that stood in several features. */
  readonly joined: readonly string[];
}

export interface ReadOptions {
  /** `EPSG:3067`, `EPSG:4326` or another spelling of them; overrides the file's `crs` member. */
  readonly crs?: string;
  /** The property that holds the municipality code; found by its values where absent. */
  readonly codeProperty?: string;
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Extent of Finland with its waters in EPSG:3067, with room to spare: tells swapped axes and wrong systems. */
const EXTENT = { west: 0, south: 6_500_000, east: 800_000, north: 7_850_000 };

function readCrsName(name: string): BoundaryFile['crs'] | undefined {
  if (/(^|\D)3067$/u.test(name)) return 'EPSG:3067';
  return /(^|\D)4326$|CRS84$|^WGS ?84$/iu.test(name) ? 'EPSG:4326' : undefined;
}

function findCrs(root: JsonObject, option: string | undefined): BoundaryFile['crs'] | BoundaryFault {
  const member =
    isObject(root['crs']) && isObject(root['crs']['properties']) ? root['crs']['properties']['name'] : undefined;
  const name = option ?? (typeof member === 'string' ? member : 'EPSG:4326');
  const expected = 'expected EPSG:3067 or EPSG:4326 (give one with --crs)';
  return (
    readCrsName(name) ?? { problem: 'crs', message: `unexpected coordinate system ${name}, ${expected}`, found: name }
  );
}

/** `5`, `"005"` and `KU005` are the code `005`. */
function toCode(value: unknown): string | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 0 ? String(value).padStart(3, '0') : undefined;
  if (typeof value !== 'string') return undefined;
  const digits = /^(?:KU)?(\d{1,3})$/u.exec(value.trim())?.[1];
  return digits?.padStart(3, '0');
}

/** The property whose values are codes of the key most often; none where not even half of the features have one. */
function findCodeProperty(features: readonly JsonObject[], key: ClassificationKey): string | undefined {
  const hits = new Map<string, Set<string>>();
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(isObject(properties) ? properties : {})) {
      const code = toCode(value);
      if (code !== undefined && key.municipalities.has(code)) hits.set(name, (hits.get(name) ?? new Set()).add(code));
    }
  }
  const ranked = [...hits].sort(([a, codesA], [b, codesB]) => codesB.size - codesA.size || compareCodeUnits(a, b));
  const [best] = ranked;
  return best !== undefined && best[1].size * 2 >= key.municipalities.size ? best[0] : undefined;
}

function describeValue(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}

function isPosition(value: unknown): value is [number, number] {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

/** Millimetres keep what any official file has, and make equal what projection left unequal in the last digits. */
function toMetres([x, y]: readonly [number, number], crs: BoundaryFile['crs']): [number, number] {
  const [east, north] = crs === 'EPSG:3067' ? [x, y] : fromWgs84([x, y]);
  return [Math.round(east * 1000) / 1000, Math.round(north * 1000) / 1000];
}

interface RingResult {
  readonly ring?: Ring;
  /** It has a position far outside Finland. */
  readonly outside?: true;
  readonly fault?: BoundaryFault;
}

function readRing(raw: unknown, crs: BoundaryFile['crs'], where: string): RingResult {
  if (!Array.isArray(raw) || !raw.every(isPosition)) {
    return {
      fault: {
        problem: 'ring',
        message: `unexpected coordinates in ${where}, expected rings of positions`,
        found: where,
      },
    };
  }
  const all = raw.map((position) => toMetres(position, crs));
  const ring: Ring = all.filter(([x, y], i) => i === 0 || x !== all[i - 1]?.[0] || y !== all[i - 1]?.[1]);
  const isInside = ([x = 0, y = 0]: number[]) =>
    x > EXTENT.west && x < EXTENT.east && y > EXTENT.south && y < EXTENT.north;
  if (!ring.every(isInside)) return { outside: true };
  const [first = [], last = []] = [ring[0], ring.at(-1)];
  const apart = Math.hypot((first[0] ?? 0) - (last[0] ?? 0), (first[1] ?? 0) - (last[1] ?? 0));
  const closed = ring.length > 1 && apart <= TOLERANCE_METRES;
  const whole = closed ? [...ring.slice(0, -1), first] : [...ring, first];
  if (whole.length < 4 || signedArea(whole) === 0) {
    return {
      fault: {
        problem: 'ring',
        message: `unexpected ring without an area in ${where}, expected at least four positions`,
        found: where,
      },
    };
  }
  if (closed) return { ring: whole };
  // Closed for the checks that follow, so that every other fault is named too.
  return {
    ring: whole,
    fault: {
      problem: 'open-ring',
      message: `unexpected open ring in ${where}, expected its last position to be its first`,
      found: where,
    },
  };
}

function listPolygons(geometry: unknown): readonly (readonly unknown[])[] | undefined {
  if (!isObject(geometry) || !Array.isArray(geometry['coordinates'])) return undefined;
  const coordinates: readonly unknown[] = geometry['coordinates'];
  if (geometry['type'] === 'Polygon') return [coordinates];
  return geometry['type'] === 'MultiPolygon' && coordinates.every((polygon) => Array.isArray(polygon))
    ? coordinates
    : undefined;
}

/**
 * Reads a GeoJSON file of municipalities, whatever its property names, code form, winding and split into features.
 * @returns what could be read and every fault; without a file where nothing can be made of the text
 */
export function readBoundaryFile(
  text: string,
  key: ClassificationKey,
  options: ReadOptions,
): { readonly file?: BoundaryFile; readonly faults: readonly BoundaryFault[] } {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return { faults: [{ problem: 'unreadable', message: 'unexpected text, expected JSON' }] };
  }
  if (!isObject(root) || root['type'] !== 'FeatureCollection' || !Array.isArray(root['features'])) {
    return { faults: [{ problem: 'unreadable', message: 'unexpected JSON, expected a GeoJSON FeatureCollection' }] };
  }
  const crs = findCrs(root, options.crs);
  if (typeof crs !== 'string') return { faults: [crs] };
  // What is no object has no code, and is told with its place.
  const features = (root['features'] as readonly unknown[]).map((feature) => (isObject(feature) ? feature : {}));
  const codeProperty = options.codeProperty ?? findCodeProperty(features, key);
  if (codeProperty === undefined) {
    const message = `unexpected properties, expected one with the municipality codes of ${key.year} (name it with --code-property)`;
    return { faults: [{ problem: 'code-property', message }] };
  }

  const faults: BoundaryFault[] = [];
  const polygons = new Map<string, MultiPolygon>();
  const joined = new Set<string>();
  const abroad = new Set<string>();
  let rewound = 0;
  for (const [index, feature] of features.entries()) {
    const value = isObject(feature['properties']) ? feature['properties'][codeProperty] : undefined;
    const code = toCode(value);
    if (code === undefined) {
      const message = `unexpected ${codeProperty} ${describeValue(value)} in feature ${index + 1}, expected a municipality code`;
      faults.push({ problem: 'code', message, found: String(index + 1) });
      continue;
    }
    const listed = listPolygons(feature['geometry']);
    if (listed === undefined) {
      const message = `unexpected geometry of ${code}, expected Polygon or MultiPolygon`;
      faults.push({ problem: 'geometry', message, found: code });
      continue;
    }
    const own = listed.map((rings) =>
      rings.flatMap((raw, i) => {
        const { ring, outside, fault } = readRing(raw, crs, code);
        if (outside) abroad.add(code);
        if (fault !== undefined) faults.push(fault);
        if (ring === undefined) return [];
        if (signedArea(ring) > 0 === (i === 0)) return [ring];
        rewound += 1;
        return [[...ring].reverse()];
      }),
    );
    const known = polygons.get(code);
    if (known !== undefined) joined.add(code);
    polygons.set(code, [...(known ?? []), ...own.filter((rings) => rings.length > 0)]);
  }
  if (abroad.size > 0) {
    const [first = ''] = [...abroad].sort(compareCodeUnits);
    const message = `unexpected positions far outside Finland in ${abroad.size} municipalities (${first} first), expected ${crs} with east or longitude first (give the system with --crs)`;
    faults.push({ problem: 'position', message, found: first });
  }
  const sorted = new Map([...polygons].sort(([a], [b]) => compareCodeUnits(a, b)));
  return { file: { polygons: sorted, codeProperty, crs, rewound, joined: [...joined].sort(compareCodeUnits) }, faults };
}
