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
  /** Positions of the municipalities of which something shows in it. */
  readonly shown: readonly number[];
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
  const boxes = areas.map(({ code }) => (boundaries.has(code) ? drawing.bounds(boundaries.merge([code])) : undefined));
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
      return codes.length === 0
        ? []
        : [frameInset(drawing.bounds(boundaries.merge(codes)), drawing.height, boxes, inset)];
    }),
  };
});

type Box = ReturnType<Drawing['bounds']>;

function frameInset(
  bounds: Box,
  wholeHeight: number,
  boxes: readonly (Box | undefined)[],
  { id, scale, top }: { readonly id: Inset['id']; readonly scale: number; readonly top: number },
): Inset {
  const pad = Math.round(40 / scale);
  const [left, north, right, south] = widen(bounds.map(Math.round), pad);
  const [x, y] = [0, Math.round(top * wholeHeight)];
  const [width, height] = [Math.round((right - left) * scale), Math.round((south - north) * scale)];
  const [dx, dy] = [Math.round(x - left * scale), Math.round(y - north * scale)];
  const shown = boxes.flatMap((box, index) =>
    box !== undefined && box[0] <= right && box[2] >= left && box[1] <= south && box[3] >= north ? [index] : [],
  );
  return { id, frame: { x, y, width, height }, transform: `translate(${dx} ${dy}) scale(${scale})`, shown };
}

function widen([left = 0, north = 0, right = 0, south = 0]: readonly number[], pad: number): Box {
  return [left - pad, north - pad, right + pad, south + pad];
}
