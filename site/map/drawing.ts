import { geoIdentity, geoPath, type GeoContext, type GeoPermissibleObjects } from 'd3-geo';

type Point = readonly [number, number];

/** A plane in metres drawn on a grid of whole units: short path data, the same on every machine. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Path data; rings that fall into less than a triangle of grid points are left out. */
  path(shape: GeoPermissibleObjects): string;
  /** Left, top, right, bottom in grid units. */
  bounds(shape: GeoPermissibleObjects): readonly [number, number, number, number];
  /** From metres to grid units, unrounded. */
  point(position: Point): Point;
  /** From grid units to metres: the way back of `point`. */
  position(point: Point): Point;
}

/**
 * Fits a shape into a box, north up. A plane needs no winding rule: fill with `evenodd`.
 * @param width of the box in grid units
 * @param height of the box in grid units
 */
export function createDrawing(shape: GeoPermissibleObjects, width: number, height: number): Drawing {
  const plane = geoIdentity().reflectY(true).fitSize([width, height], shape);
  // fitSize centres; what is left over on one side is cut off, so that the picture is no larger than what it shows.
  const [[left, top], [right, bottom]] = geoPath(plane).bounds(shape);
  const [x, y] = plane.translate();
  plane.translate([x - left, y - top]);
  const writer = createWriter();
  const write = geoPath(plane, writer.context);
  return {
    width: Math.ceil(right - left),
    height: Math.ceil(bottom - top),
    path(drawn) {
      write(drawn);
      return writer.take();
    },
    bounds(drawn) {
      const [[west, north], [east, south]] = geoPath(plane).bounds(drawn);
      return [west, north, east, south];
    },
    point: ([east, north]) => plane([east, north]) ?? [0, 0],
    position: ([x, y]) => plane.invert([x, y]) ?? [0, 0],
  };
}

/** Writes whole-number path data with relative steps; a step that stays on its grid point is no step. */
function createWriter(): { readonly context: GeoContext; take(): string } {
  let data = '';
  let line: Point[] = [];
  const flush = (closed: boolean): void => {
    if (line.length >= (closed ? 3 : 2)) data += encodeLine(line) + (closed ? 'z' : '');
    line = [];
  };
  const add = (x: number, y: number): void => {
    const point = [Math.round(x), Math.round(y)] as const;
    const last = line.at(-1);
    if (last?.[0] !== point[0] || last[1] !== point[1]) line.push(point);
  };
  const context: GeoContext = {
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo(x, y) {
      flush(false);
      add(x, y);
    },
    lineTo: add,
    closePath() {
      const [first] = line;
      const last = line.at(-1);
      if (line.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]) line.pop();
      flush(true);
    },
  };
  return {
    context,
    take() {
      flush(false);
      const taken = data;
      data = '';
      return taken;
    },
  };
}

function encodeLine(points: readonly Point[]): string {
  const [[startX, startY] = [0, 0], ...rest] = points;
  let [x, y] = [startX, startY];
  const steps: Point[] = [];
  for (const [nextX, nextY] of rest) {
    const step: Point = [nextX - x, nextY - y];
    const last = steps.at(-1);
    [x, y] = [nextX, nextY];
    // A step that goes on in the same direction lengthens the one before.
    if (last !== undefined && isSameDirection(last, step)) steps.splice(-1, 1, [last[0] + step[0], last[1] + step[1]]);
    else steps.push(step);
  }
  const joined = steps
    .map(([dx, dy]) => joinNumbers(dx, dy))
    .reduce((text, step) => text + (text === '' || step.startsWith('-') ? '' : ' ') + step, '');
  return `M${joinNumbers(startX, startY)}${joined === '' ? '' : `l${joined}`}`;
}

function isSameDirection([ax, ay]: Point, [bx, by]: Point): boolean {
  return ax * by === ay * bx && ax * bx + ay * by > 0;
}

/** A minus sign separates as well as a space does. */
function joinNumbers(first: number, second: number): string {
  return `${first}${second < 0 ? '' : ' '}${second}`;
}
