import { compareCodeUnits } from '../../model/compare-code-units.ts';
import type { MunicipalityPolygons } from '../gazetteer/gazetteer.ts';

/** A place where polygons do not fit together; codes in order, coordinates as in the polygons. */
export interface CoverageFault {
  readonly kind: 'gap' | 'overlap' | 'crossing';
  readonly codes: readonly string[];
  /** Area of a gap or overlap in squared units; of crossings, which have none, 0. */
  readonly area: number;
  readonly at: readonly [number, number];
  readonly count: number;
}

interface Edge {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly code: string;
}

const startOf = (edge: Edge) => `${edge.ax} ${edge.ay}`;
const endOf = (edge: Edge) => `${edge.bx} ${edge.by}`;

function listEdges(polygons: MunicipalityPolygons): readonly Edge[] {
  return [...polygons].flatMap(([code, multi]) =>
    multi.flatMap((rings) =>
      rings.flatMap((ring) =>
        ring.slice(1).map(([bx = 0, by = 0], i) => {
          const [ax = 0, ay = 0] = ring[i] ?? [];
          return { ax, ay, bx, by, code };
        }),
      ),
    ),
  );
}

/** Cancels each edge against its opposite: what remains is the outline of the whole and of whatever does not fit. */
function cancelShared(edges: readonly Edge[]): {
  readonly outline: readonly Edge[];
  readonly repeated: readonly CoverageFault[];
} {
  const open = new Map<string, Edge[]>();
  for (const edge of edges) {
    const opposite = open.get(`${endOf(edge)} ${startOf(edge)}`);
    if (opposite !== undefined && opposite.length > 0) opposite.pop();
    else {
      const key = `${startOf(edge)} ${endOf(edge)}`;
      open.set(key, [...(open.get(key) ?? []), edge]);
    }
  }
  const groups = [...open.values()].filter((group) => group.length > 0);
  return {
    outline: groups.flat(),
    // Twice in one direction: two polygons lie on the same side of the edge.
    repeated: groups.filter((group) => group.length > 1).map((group) => toFault('overlap', group, 0)),
  };
}

function toFault(kind: CoverageFault['kind'], edges: readonly Edge[], area: number): CoverageFault {
  const codes = [...new Set(edges.map((edge) => edge.code))].sort(compareCodeUnits);
  return { kind, codes, area, at: [edges[0]?.ax ?? 0, edges[0]?.ay ?? 0], count: 1 };
}

/** Turn from one direction into another in (−π, π]; right turns are negative. */
function turn(from: Edge, to: Edge): number {
  const angle = Math.atan2(to.by - to.ay, to.bx - to.ax) - Math.atan2(from.by - from.ay, from.bx - from.ax);
  if (angle > Math.PI) return angle - 2 * Math.PI;
  return angle <= -Math.PI ? angle + 2 * Math.PI : angle;
}

/** Links outline edges to cycles, keeping the outside on the right: at a vertex with several ways, the sharpest right turn. */
function traceCycles(outline: readonly Edge[]): readonly (readonly Edge[])[] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of outline) leaving.set(startOf(edge), [...(leaving.get(startOf(edge)) ?? []), edge]);
  const used = new Set<Edge>();
  return outline.flatMap((first) => {
    const cycle: Edge[] = [];
    for (let edge: Edge | undefined = first; edge !== undefined && !used.has(edge);) {
      const current: Edge = edge;
      used.add(current);
      cycle.push(current);
      edge = (leaving.get(endOf(current)) ?? [])
        .filter((next) => !used.has(next))
        .sort((a, b) => turn(current, a) - turn(current, b))[0];
    }
    return cycle.length === 0 ? [] : [cycle];
  });
}

function signedCycleArea(cycle: readonly Edge[]): number {
  const [{ ax: x, ay: y } = { ax: 0, ay: 0 }] = cycle;
  return cycle.reduce((sum, e) => sum + (e.ax - x) * (e.by - y) - (e.bx - x) * (e.ay - y), 0) / 2;
}

/** A closed part of the outline with its extent. */
interface Cycle {
  readonly edges: readonly Edge[];
  /** Positive when counter-clockwise: land on the inside. */
  readonly area: number;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

function toCycle(edges: readonly Edge[]): Cycle {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { ax, ay } of edges) {
    box[0] = Math.min(box[0], ax);
    box[1] = Math.min(box[1], ay);
    box[2] = Math.max(box[2], ax);
    box[3] = Math.max(box[3], ay);
  }
  return { edges, area: signedCycleArea(edges), box };
}

/** How many polygons lie over a point (winding number of the outline around it). */
function countLayers(cycles: readonly Cycle[], x: number, y: number): number {
  let layers = 0;
  for (const { edges, box } of cycles) {
    if (x < box[0] || y < box[1] || x > box[2] || y > box[3]) continue;
    for (const { ax, ay, bx, by } of edges) {
      if (ay <= y === by <= y) continue;
      const left = (bx - ax) * (y - ay) - (x - ax) * (by - ay) > 0;
      if (ay <= y && left) layers += 1;
      if (ay > y && !left) layers -= 1;
    }
  }
  return layers;
}

/** Layers just left of a cycle's longest edge; one where everything fits. */
function countLayersInside(cycles: readonly Cycle[], cycle: Cycle): number {
  const length = (edge: Edge) => Math.hypot(edge.bx - edge.ax, edge.by - edge.ay);
  const longest = cycle.edges.reduce((best, edge) => (length(edge) > length(best) ? edge : best));
  const aside = Math.min(1e-4, length(longest) * 1e-3) / length(longest);
  const x = (longest.ax + longest.bx) / 2 - (longest.by - longest.ay) * aside;
  const y = (longest.ay + longest.by) / 2 + (longest.bx - longest.ax) * aside;
  return countLayers(cycles, x, y);
}

function crosses(p: Edge, q: Edge): boolean {
  const side = (edge: Edge, x: number, y: number) =>
    Math.sign((edge.bx - edge.ax) * (y - edge.ay) - (edge.by - edge.ay) * (x - edge.ax));
  return side(p, q.ax, q.ay) * side(p, q.bx, q.by) < 0 && side(q, p.ax, p.ay) * side(q, p.bx, p.by) < 0;
}

/** Pairs of edges that cross properly, by a sweep from west to east; grouped by the codes that meet. */
function findCrossings(edges: readonly Edge[]): readonly CoverageFault[] {
  const boxes = edges
    .map((edge) => ({
      edge,
      west: Math.min(edge.ax, edge.bx),
      east: Math.max(edge.ax, edge.bx),
      south: Math.min(edge.ay, edge.by),
      north: Math.max(edge.ay, edge.by),
    }))
    .sort((a, b) => a.west - b.west);
  const found = new Map<string, CoverageFault>();
  for (const [i, box] of boxes.entries()) {
    for (let j = i + 1; j < boxes.length; j += 1) {
      const other = boxes[j];
      if (other === undefined || other.west > box.east) break;
      if (other.south > box.north || other.north < box.south || !crosses(box.edge, other.edge)) continue;
      const fault = toFault('crossing', [box.edge, other.edge], 0);
      const name = fault.codes.join();
      const known = found.get(name);
      found.set(name, known === undefined ? fault : { ...known, count: known.count + 1 });
    }
  }
  return [...found.values()];
}

/**
 * Whether polygons cover their area once: every border edge of one polygon is either matched by exactly one opposite edge or on
 * the outline; the outline has no holes (gaps), no part of it lies inside another polygon (overlaps), and no edges cross.
 * Expects exterior rings counter-clockwise and holes clockwise.
 * @returns nothing when all fits; areas and coordinates are in the polygons' own units
 */
export function checkCoverage(polygons: MunicipalityPolygons): readonly CoverageFault[] {
  const edges = listEdges(polygons);
  const { outline, repeated } = cancelShared(edges);
  const cycles = traceCycles(outline).map(toCycle);
  const overlaps = cycles.filter((cycle) => cycle.area > 0 && countLayersInside(cycles, cycle) > 1);
  return [
    ...findCrossings(edges),
    ...repeated,
    ...cycles.filter((cycle) => cycle.area <= 0).map((cycle) => toFault('gap', cycle.edges, -cycle.area)),
    ...overlaps.map((cycle) => toFault('overlap', cycle.edges, cycle.area)),
  ];
}
