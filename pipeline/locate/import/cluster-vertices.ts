import type { MultiPolygon } from '../../model/area.ts';
import type { MunicipalityPolygons } from '../gazetteer/gazetteer.ts';

/**
 * Moves vertices that lie within a distance of one another to one place, so that neighbours whose coordinates were rounded
 * apart share their vertices again. The first of a group in code and ring order stays where it is; a polygon that
 * collapses is dropped, as are repeated vertices.
 * @param distance in the units of the coordinates
 */
export function clusterVertices(polygons: MunicipalityPolygons, distance: number): MunicipalityPolygons {
  const cells = new Map<string, [number, number][]>();
  const cellOf = (value: number) => Math.floor(value / distance);
  const place = ([x = 0, y = 0]: readonly number[]): [number, number] => {
    const [column, row] = [cellOf(x), cellOf(y)];
    for (const c of [column - 1, column, column + 1]) {
      for (const r of [row - 1, row, row + 1]) {
        const near = cells.get(`${c} ${r}`)?.find(([a, b]) => Math.hypot(a - x, b - y) <= distance);
        if (near !== undefined) return near;
      }
    }
    const own: [number, number] = [x, y];
    const cell = `${column} ${row}`;
    cells.set(cell, [...(cells.get(cell) ?? []), own]);
    return own;
  };
  const moveRing = (ring: number[][]) => {
    const moved: number[][] = ring.map(place);
    return moved.filter(
      (position, i) => i === 0 || position[0] !== moved[i - 1]?.[0] || position[1] !== moved[i - 1]?.[1],
    );
  };
  const move = (multi: MultiPolygon) =>
    multi.map((rings) => rings.map(moveRing).filter((ring) => ring.length >= 4)).filter((rings) => rings.length > 0);
  return new Map([...polygons].map(([code, multi]) => [code, move(multi)]));
}
