import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import { type Html, html } from '../html.ts';
import type { Drawing } from './drawing.ts';
import { findPoint } from './shapes.ts';

/** An area that wants its name on the drawing. */
export interface Wanted {
  readonly key: string;
  readonly name: string;
  readonly shape: MultiPolygon;
}

export interface PlacedLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Path data of a line to the label's area, where the label itself stands beside it. */
  readonly lead?: string;
}

export interface Labels {
  readonly labels: readonly PlacedLabel[];
  /** Names that did not fit, by the number that stands for each on the map. */
  readonly numbered: readonly { readonly number: number; readonly name: string }[];
}

/** Height of a line at 12 px. */
const LINE = 140;
/** Widths of letters at 12 px in the widest face that systems bring (DejaVu Sans), so that names keep apart in every other. */
const WIDTHS = { narrow: 46, usual: 74, wide: 112, capital: 86 };
/** What stays free between two names. */
const GAP = 20;

function measureName(name: string): number {
  return Array.from(name).reduce((sum, letter) => {
    if (/[fijlrt\s.,-]/.test(letter)) return sum + WIDTHS.narrow;
    if (/[mwMW]/.test(letter)) return sum + WIDTHS.wide;
    return sum + (/\p{Lu}/u.test(letter) ? WIDTHS.capital : WIDTHS.usual);
  }, GAP);
}

/** Pixels that a name may move from its point in each direction, the nearest first. */
const NAME_OFFSETS = listOffsets([0, 65, 130, 195, 260, 325], [0, 45, 90, 135, 180, 225, 270]);
/** A number is small and goes into the gaps that names leave. */
const NUMBER_OFFSETS = listOffsets([0, 40, 80, 120, 160, 240, 320, 400], [0, 35, 70, 105, 140, 210, 280, 350]);
/** A name beside its area goes above or below it, and no further than a line shows. */
const LED_OFFSETS = listOffsets([0, 200, 400, 600], [0, 160, 320, 480]);
/** Points of a name's line that are tried, as parts of its width. */
const SAMPLES = [-0.5, -0.375, -0.25, -0.125, 0, 0.125, 0.25, 0.375, 0.5];

type Offset = readonly [dx: number, dy: number];

function listOffsets(columns: readonly number[], rows: readonly number[]): Offset[] {
  const both = (steps: readonly number[]): number[] => [...new Set(steps.flatMap((step) => [step, -step]))];
  return both(rows)
    .flatMap((dy) => both(columns).map((dx): Offset => [dx, dy]))
    .sort(([x1, y1], [x2, y2]) => x1 * x1 + y1 * y1 - (x2 * x2 + y2 * y2));
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export interface LabelOptions {
  /** What becomes of a name that finds no room in its area: a number with a key below the map, or a line to the area. */
  readonly otherwise: 'number' | 'line';
}

/**
 * Places names so that each can be read as its own area's: its middle lies there, and no other area has more of it. None covers
 * another or leaves the picture. They come in order; one that finds no room gets a number in its area, or beside it with a line to it.
 */
export function placeLabels(drawing: Drawing, wanted: readonly Wanted[], { otherwise }: LabelOptions): Labels {
  const findArea = createFinder(drawing, wanted);
  const taken: Box[] = [];
  const labels: PlacedLabel[] = [];
  const numbered: { number: number; name: string }[] = [];
  /** Whether a label was placed at the first of the offsets that leaves all others readable and that `fits` accepts. */
  const tryText = (
    { key, shape }: Wanted,
    text: string,
    offsets: readonly Offset[],
    fits: (x: number, y: number, width: number) => boolean,
    isLed = false,
  ): boolean => {
    const [fromX, fromY] = drawing.point(findPoint(shape));
    const width = measureName(text);
    for (const [dx, dy] of offsets) {
      const [x, y] = [fromX + dx, fromY + dy];
      const box = { left: x - width / 2, right: x + width / 2, y };
      const covers = taken.some(
        (other) => box.left < other.right && other.left < box.right && Math.abs(box.y - other.y) < LINE,
      );
      const leaves = box.left < -30 || box.right > drawing.width + 30 || y < 0 || y > drawing.height;
      if (covers || leaves || !fits(x, y, width - GAP)) continue;
      taken.push(box);
      const label = { key, text, x: Math.round(x), y: Math.round(y) + 40 };
      labels.push(isLed ? { ...label, lead: drawLead(x, y, fromX, fromY) } : label);
      return true;
    }
    return false;
  };
  for (const each of wanted) {
    // Its middle by every face's measure, whose lines stand a little higher or lower.
    const isOwn = (x: number, y: number): boolean => [-40, 0, 40].every((dy) => findArea(x, y + dy) === each.key);
    const isMostlyOwn = (x: number, y: number, width: number): boolean => {
      if (!isOwn(x, y)) return false;
      const counts = new Map<string, number>();
      for (const part of SAMPLES) {
        const key = findArea(x + part * width, y);
        if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return (counts.get(each.key) ?? 0) >= Math.max(...counts.values());
    };
    if (tryText(each, each.name, NAME_OFFSETS, isMostlyOwn)) continue;
    if (otherwise === 'line') {
      tryText(each, each.name, LED_OFFSETS, () => true, true);
      continue;
    }
    const number = numbered.length + 1;
    const isPlaced =
      tryText(each, String(number), NUMBER_OFFSETS, isOwn) ||
      tryText(each, String(number), NUMBER_OFFSETS, (x, y) => !isOwn(x, y), true);
    if (isPlaced) numbered.push({ number, name: each.name });
  }
  return { labels, numbered };
}

/** From beside a label's middle to its area's point. */
function drawLead(x: number, y: number, toX: number, toY: number): string {
  const away = 70 / Math.max(70, Math.hypot(toX - x, toY - y));
  return `M${Math.round(x + away * (toX - x))} ${Math.round(y + away * (toY - y))}L${Math.round(toX)} ${Math.round(toY)}`;
}

/** Tells which of the areas a point of the drawing lies in. */
function createFinder(drawing: Drawing, wanted: readonly Wanted[]): (x: number, y: number) => string | undefined {
  const bounded = wanted.map(({ key, shape }) => ({ key, shape, bounds: drawing.bounds(shape) }));
  return (x, y) =>
    bounded.find(
      ({ shape, bounds: [left, top, right, bottom] }) =>
        x >= left &&
        x <= right &&
        y >= top &&
        y <= bottom &&
        booleanPointInPolygon([...drawing.position([x, y])], shape),
    )?.key;
}

/** A label, and before it the line that leads to its area. */
export function renderLabel({ text, x, y, lead }: PlacedLabel): Html {
  return html`${lead === undefined ? undefined : html`<path class="lead" d="${lead}" />`}<text x="${x}" y="${y}"
      >${text}</text
    >`;
}
