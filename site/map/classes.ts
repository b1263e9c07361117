import type { Texts } from '../texts.ts';
import { fillText } from '../words.ts';

/**
 * Lower ends of the classes of a count; below the first is zero. They stay the same in every release, so that maps can be
 * compared, and grow by doubling or so, because counts of projects spread over two powers of ten.
 */
export const BREAKS = [1, 5, 10, 20, 50, 100] as const;

export interface CountClass {
  /** Name of the style: `k0` is zero, `kx` no data. */
  readonly style: string;
  readonly label: string;
}

/** @param count `undefined` where nothing is known, which is not zero */
export function findStyle(count: number | undefined): string {
  return count === undefined ? 'kx' : `k${BREAKS.filter((lowest) => count >= lowest).length}`;
}

/** The legend's classes from zero upward; no data only where it occurs. */
export function listClasses({ map }: Texts, withUnknown: boolean): CountClass[] {
  const ranges = BREAKS.map((from, index) => {
    const next = BREAKS[index + 1];
    const label =
      next === undefined ? fillText(map.classOpen, { from }) : fillText(map.classRange, { from, to: next - 1 });
    return { style: `k${index + 1}`, label };
  });
  const unknown = withUnknown ? [{ style: 'kx', label: map.unknown }] : [];
  return [{ style: 'k0', label: map.zero }, ...ranges, ...unknown];
}
