import { type Bounds, uniteBounds } from '../bounds.ts';

/** Children of a node, the format's default. */
export const NODE_SIZE = 16;

/** A feature as the index knows it. */
export interface IndexedFeature {
  readonly bounds: Bounds;
  readonly bytes: Uint8Array;
}

/** Cells along one side of the grid that the Hilbert curve runs through. */
const GRID_SIDE = 0x10000;

/** Distance along the Hilbert curve of a cell of the grid (Wikipedia, "Hilbert curve", xy2d). */
function findHilbertDistance(cellX: number, cellY: number): number {
  let [x, y, distance] = [cellX, cellY, 0];
  for (let side = GRID_SIDE / 2; side >= 1; side /= 2) {
    const right = x & side ? 1 : 0;
    const upper = y & side ? 1 : 0;
    distance += side * side * ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) [x, y] = [GRID_SIDE - 1 - x, GRID_SIDE - 1 - y];
      [x, y] = [y, x];
    }
  }
  return distance;
}

/** Features in the order in which the curve meets the middles of their bounds; near ones come to lie in the same node. */
export function sortByHilbert<T extends IndexedFeature>(features: readonly T[]): T[] {
  const { xmin, ymin, xmax, ymax } = uniteBounds(features.map(({ bounds }) => bounds));
  const findCell = (middle: number, least: number, extent: number): number =>
    extent > 0 && Number.isFinite(middle) ? Math.floor(((GRID_SIDE - 1) * (middle - least)) / extent) : 0;
  const placed = features.map((feature) => {
    const { bounds } = feature;
    const x = findCell((bounds.xmin + bounds.xmax) / 2, xmin, xmax - xmin);
    const y = findCell((bounds.ymin + bounds.ymax) / 2, ymin, ymax - ymin);
    return { feature, distance: findHilbertDistance(x, y) };
  });
  return placed.sort((a, b) => a.distance - b.distance).map(({ feature }) => feature);
}

interface Node {
  readonly bounds: Bounds;
  /** Of a leaf: where its feature begins, in bytes after the index. Of another node: the position of its first child in the index. */
  readonly offset: number;
}

/**
 * The packed R-tree over sorted features, as FlatGeobuf's `packedrtree` lays it out: the root first, the leaves last, 40 bytes a node:
 * least x, least y, greatest x, greatest y (float64) and offset (uint64), little endian. There must be a feature.
 */
export function packRTree(features: readonly IndexedFeature[]): Uint8Array {
  let start = 0;
  const leaves = features.map(({ bounds, bytes }): Node => {
    const node = { bounds, offset: start };
    start += bytes.length;
    return node;
  });
  const levels = [leaves];
  let children = leaves;
  // Even a single leaf has a root of its own above it.
  do {
    const parents: Node[] = [];
    for (let first = 0; first < children.length; first += NODE_SIZE) {
      const bounds = uniteBounds(children.slice(first, first + NODE_SIZE).map((child) => child.bounds));
      parents.push({ bounds, offset: first });
    }
    levels.push(parents);
    children = parents;
  } while (children.length > 1);
  const count = levels.reduce((sum, level) => sum + level.length, 0);
  const view = new DataView(new ArrayBuffer(count * 40));
  let at = 0;
  for (const [depth, level] of levels.reverse().entries()) {
    const isLeaf = depth === levels.length - 1;
    const nextLevel = at + level.length;
    for (const [index, { bounds, offset }] of level.entries()) {
      const byte = (at + index) * 40;
      view.setFloat64(byte, bounds.xmin, true);
      view.setFloat64(byte + 8, bounds.ymin, true);
      view.setFloat64(byte + 16, bounds.xmax, true);
      view.setFloat64(byte + 24, bounds.ymax, true);
      view.setBigUint64(byte + 32, BigInt(isLeaf ? offset : nextLevel + offset), true);
    }
    at = nextLevel;
  }
  return new Uint8Array(view.buffer);
}
