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

/** Size of a letter at 12 px. */
const LETTER = { width: 62, height: 128 };
/** A name may move this far from its point; the nearest comes first. */
const OFFSETS = [0, -1, 1].flatMap((row) => [0, -1, 1].map((column) => [column * 260, row * 90] as const));

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
  const tryText = ({ key, x, y }: Wanted, text: string): boolean => {
    const half = (text.length * LETTER.width) / 2;
    for (const [dx, dy] of OFFSETS) {
      const box = { left: x + dx - half, right: x + dx + half, y: y + dy };
      const covers = taken.some(
        (other) => box.left < other.right && other.left < box.right && Math.abs(box.y - other.y) < LETTER.height,
      );
      if (covers || box.left < -30 || box.right > width + 30) continue;
      taken.push(box);
      labels.push({ key, text, x: Math.round(x + dx), y: Math.round(y + dy) + 40 });
      return true;
    }
    return false;
  };
  for (const each of wanted) {
    if (tryText(each, each.name)) continue;
    const number = numbered.length + 1;
    if (tryText(each, String(number))) numbered.push({ number, name: each.name });
  }
  return { labels, numbered };
}
