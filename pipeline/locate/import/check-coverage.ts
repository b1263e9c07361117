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

/** No thicker than what rounding leaves of a vertex that lies on its neighbour's edge; coordinates are whole thousandths. */
const THIN = 1e-6;

const startOf = (edge: Edge) => `${edge.ax} ${edge.ay}`;
const endOf = (edge: Edge) => `${edge.bx} ${edge.by}`;
const lengthOf = (edge: Edge) => Math.hypot(edge.bx - edge.ax, edge.by - edge.ay);

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
    repeated: groups.flatMap(([first, ...more]) =>
      first === undefined || more.length === 0 ? [] : [toFault('overlap', [first, ...more], 0)],
    ),
  };
}

/** Never without an edge. */
type Edges = readonly [Edge, ...Edge[]];

function toFault(kind: CoverageFault['kind'], edges: Edges, area: number): CoverageFault {
  const codes = [...new Set(edges.map((edge) => edge.code))].sort(compareCodeUnits);
  return { kind, codes, area, at: [edges[0].ax, edges[0].ay], count: 1 };
}

/** An edge at one of its ends: the direction in which it leaves the vertex, whichever way it runs. */
interface Spoke {
  readonly edge: Edge;
  readonly isIn: boolean;
  readonly angle: number;
}

/** Pairs the edges that arrive at a vertex with those that leave it next to them, as brackets are paired that stand in a circle. */
function pairSpokes(around: readonly Spoke[], following: Map<Edge, Edge>): void {
  const open: Edge[] = [];
  const pair = (leaving: Edge): boolean => {
    const arriving = open.pop();
    if (arriving !== undefined) following.set(arriving, leaving);
    return arriving !== undefined;
  };
  const unpaired = around.flatMap(({ edge, isIn }): Edge[] => {
    if (isIn) open.push(edge);
    return isIn || pair(edge) ? [] : [edge];
  });
  // What was open at the end goes on at the beginning.
  for (const leaving of unpaired) pair(leaving);
}

/**
 * Links outline edges to cycles. Where several ways meet at a vertex, what arrives goes on in the way next to it: on its right,
 * so that what lies outside is cut off from the rest (each gap is a cycle of its own), or on its left, so that what lies
 * inside is (each overlap is one). A way straight back lies on the right.
 */
function traceCycles(outline: readonly Edge[], side: 'right' | 'left'): readonly Edges[] {
  const spokes = new Map<string, Spoke[]>();
  const add = (vertex: string, spoke: Spoke): void => {
    const around = spokes.get(vertex);
    if (around === undefined) spokes.set(vertex, [spoke]);
    else around.push(spoke);
  };
  for (const edge of outline) {
    add(startOf(edge), { edge, isIn: false, angle: Math.atan2(edge.by - edge.ay, edge.bx - edge.ax) });
    add(endOf(edge), { edge, isIn: true, angle: Math.atan2(edge.ay - edge.by, edge.ax - edge.bx) });
  }
  const following = new Map<Edge, Edge>();
  for (const around of spokes.values()) {
    around.sort((a, b) => a.angle - b.angle || Number(b.isIn) - Number(a.isIn));
    pairSpokes(side === 'right' ? around : around.reverse(), following);
  }
  const traced = new Set<Edge>();
  return outline.flatMap((first): Edges[] => {
    if (traced.has(first)) return [];
    const cycle: [Edge, ...Edge[]] = [first];
    for (let next = following.get(first); next !== undefined && next !== first; next = following.get(next))
      cycle.push(next);
    for (const edge of cycle) traced.add(edge);
    return [cycle];
  });
}

function signedCycleArea(cycle: Edges): number {
  const [{ ax: x, ay: y }] = cycle;
  return cycle.reduce((sum, e) => sum + (e.ax - x) * (e.by - y) - (e.bx - x) * (e.ay - y), 0) / 2;
}

/** A closed part of the outline with its extent. */
interface Cycle {
  readonly edges: Edges;
  /** Positive when counter-clockwise: land on the inside. */
  readonly area: number;
  /** Area by length of the border. */
  readonly thickness: number;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

function toCycle(edges: Edges): Cycle {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { ax, ay } of edges) {
    box[0] = Math.min(box[0], ax);
    box[1] = Math.min(box[1], ay);
    box[2] = Math.max(box[2], ax);
    box[3] = Math.max(box[3], ay);
  }
  const area = signedCycleArea(edges);
  const around = edges.reduce((sum, edge) => sum + lengthOf(edge), 0);
  return { edges, area, thickness: Math.abs(area) / around, box };
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

/** Layers just left of a cycle's longest edge, nearer than a sliver is thick; one where everything fits. */
function countLayersInside(cycles: readonly Cycle[], { edges, thickness }: Cycle): number {
  const longest = edges.reduce((best, edge) => (lengthOf(edge) > lengthOf(best) ? edge : best));
  const aside = Math.min(1e-4, thickness) / lengthOf(longest);
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
 * Expects exterior rings counter-clockwise and holes clockwise. A sliver without thickness, as a vertex makes that one neighbour alone has,
 * is neither: it can be told as both.
 * @returns nothing when all fits; areas and coordinates are in the polygons' own units
 */
export function checkCoverage(polygons: MunicipalityPolygons): readonly CoverageFault[] {
  const edges = listEdges(polygons);
  const { outline, repeated } = cancelShared(edges);
  const outside = traceCycles(outline, 'right').map(toCycle);
  const inside = traceCycles(outline, 'left').map(toCycle);
  const gaps = outside.filter((cycle) => cycle.area <= 0 || cycle.thickness < THIN);
  const overlaps = inside.filter(
    (cycle) => cycle.thickness < THIN || (cycle.area > 0 && countLayersInside(inside, cycle) > 1),
  );
  return [
    ...findCrossings(edges),
    ...repeated,
    ...gaps.map((cycle) => toFault('gap', cycle.edges, Math.abs(cycle.area))),
    ...overlaps.map((cycle) => toFault('overlap', cycle.edges, Math.abs(cycle.area))),
  ];
}
