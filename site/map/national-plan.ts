import { remember } from '../model/remember.ts';
import { createDrawing, type Drawing } from './drawing.ts';

/** Tenths of a pixel on a phone. */
const WIDTH = 4000;
const HEIGHT = 7000;
const MARGIN = 40;

/** The country as it lies on the map's grid, whatever is shown of it: made once for all pages. */
export interface NationalPlan {
  readonly viewBox: string;
  /** Path data of each municipality, by its position in the published table; empty for one without a shape. */
  readonly shapes: readonly string[];
  /** Borders by the positions of the two neighbours. */
  readonly borders: readonly (readonly [first: number, second: number, path: string])[];
  /** All borders between municipalities, those between regions, and the outline. */
  readonly seams: string;
  readonly regions: string;
  readonly coast: string;
  readonly insets: readonly Inset[];
}

/** A part drawn again, larger, in the empty corner west of Lapland. */
export interface Inset {
  readonly id: 'capital' | 'aland';
  /** The frame, and how what it shows is moved into it. */
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly transform: string;
}

const INSETS = [
  { id: 'capital', scale: 3, top: 0.26, codes: ['049', '091', '092', '235', '753', '245', '858'] },
  { id: 'aland', scale: 2.2, top: 0.44, region: '21' },
] as const;

export const planNation = remember(({ boundaries, published }): NationalPlan => {
  const areas = published.areas.municipality;
  const drawing = createDrawing(boundaries.merge(boundaries.codes), WIDTH, HEIGHT);
  const positions = new Map(areas.map(({ code }, index) => [code, index]));
  const regionOf = new Map(areas.map(({ code, region_code: region }) => [code, region ?? '']));
  const borders = areas.flatMap(({ code }, first) =>
    boundaries.neighboursOf(code).flatMap((other) => {
      const second = positions.get(other) ?? -1;
      return second <= first ? [] : [[first, second, drawing.path(boundaries.borderOf(code, other))] as const];
    }),
  );
  return {
    viewBox: `${-MARGIN} ${-MARGIN} ${drawing.width + 2 * MARGIN} ${drawing.height + 2 * MARGIN}`,
    shapes: areas.map(({ code }) => (boundaries.has(code) ? drawing.path(boundaries.merge([code])) : '')),
    borders,
    seams: drawing.path(boundaries.bordersBetween((code) => code)),
    regions: drawing.path(boundaries.bordersBetween((code) => regionOf.get(code) ?? '')),
    coast: drawing.path(boundaries.coast()),
    insets: INSETS.flatMap((inset) => {
      const codes =
        'codes' in inset
          ? inset.codes.filter((code) => boundaries.has(code))
          : boundaries.membersOf('region', inset.region);
      return codes.length === 0 ? [] : [frameInset(drawing, boundaries.merge(codes), inset)];
    }),
  };
});

function frameInset(
  drawing: Drawing,
  shape: Parameters<Drawing['bounds']>[0],
  { id, scale, top }: { readonly id: Inset['id']; readonly scale: number; readonly top: number },
): Inset {
  const [left, north, right, south] = drawing.bounds(shape).map(Math.round) as [number, number, number, number];
  const pad = Math.round(40 / scale);
  const [x, y] = [0, Math.round(top * drawing.height)];
  const [width, height] = [(right - left + 2 * pad) * scale, (south - north + 2 * pad) * scale].map(Math.round) as [
    number,
    number,
  ];
  const [dx, dy] = [x - (left - pad) * scale, y - (north - pad) * scale].map(Math.round) as [number, number];
  return { id, frame: { x, y, width, height }, transform: `translate(${dx} ${dy}) scale(${scale})` };
}
