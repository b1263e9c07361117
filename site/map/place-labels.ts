import type { Drawing } from './drawing.ts';

/** A name that wants to stand at a point of the drawing, in grid units (tenths of a pixel on a phone). */
export interface Wanted {
  readonly key: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface PlacedLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
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

/** A name may move this far from its point; the nearest comes first. */
const OFFSETS = [0, -1, 1].flatMap((row) => [0, -1, 1].map((column) => [column * 260, row * 90] as const));
const STEPS = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5];
/** A number is small and goes into the gaps that names leave. */
const NUMBER_OFFSETS = STEPS.flatMap((row) => STEPS.map((column) => [column * 80, row * 70] as const)).sort(
  ([x1, y1], [x2, y2]) => x1 * x1 + y1 * y1 - (x2 * x2 + y2 * y2),
);

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/**
 * Places names so that none covers another or leaves the picture, in the order in which they come; a name that finds no room gets
 * a number, which stands in a key below. One that finds room for neither is on the map without a word.
 */
export function placeLabels({ width }: Drawing, wanted: readonly Wanted[]): Labels {
  const taken: Box[] = [];
  const labels: PlacedLabel[] = [];
  const numbered: { number: number; name: string }[] = [];
  const tryText = ({ key, x, y }: Wanted, text: string, offsets: readonly (readonly [number, number])[]): boolean => {
    const half = measureName(text) / 2;
    for (const [dx, dy] of offsets) {
      const box = { left: x + dx - half, right: x + dx + half, y: y + dy };
      const covers = taken.some(
        (other) => box.left < other.right && other.left < box.right && Math.abs(box.y - other.y) < LINE,
      );
      if (covers || box.left < -30 || box.right > width + 30) continue;
      taken.push(box);
      labels.push({ key, text, x: Math.round(x + dx), y: Math.round(y + dy) + 40 });
      return true;
    }
    return false;
  };
  for (const each of wanted) {
    if (tryText(each, each.name, OFFSETS)) continue;
    const number = numbered.length + 1;
    if (tryText(each, String(number), NUMBER_OFFSETS)) numbered.push({ number, name: each.name });
  }
  return { labels, numbered };
}
