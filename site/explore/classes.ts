/** What a map can say of an area: one of up to five classes, a known zero, or nothing. */
export type AreaClass = number | 'zero' | 'unknown';

/** @param breaks least value of each class but the first, ascending */
export function findClass(value: number | undefined, breaks: readonly number[]): AreaClass {
  if (value === undefined) return 'unknown';
  if (value === 0) return 'zero';
  return breaks.filter((limit) => value >= limit).length;
}

/** Name of the style: `k0` to `k4`, `kz`, `kx`. */
export function styleOf(found: AreaClass): string {
  return found === 'unknown' ? 'kx' : found === 'zero' ? 'kz' : `k${found}`;
}

/** What breaks can be divided by without becoming crooked. */
const FACTORS = [2, 4, 5, 10, 20, 25, 50, 100, 200, 500, 1000];
/** A class that holds more says too little. */
const TOO_MUCH = 0.6;

export interface Scheme {
  readonly breaks: readonly number[];
  /** The collection's breaks were divided by it; 1 where they stand as they are. */
  readonly factor: number;
}

/**
 * The collection's own breaks; where a selection falls nearly whole into one class, the same divided by the smallest factor that
 * tells its areas apart.
 * @param isNarrowed whether projects are filtered: everything is always drawn with the breaks as they are
 */
export function fitScheme(
  values: readonly (number | undefined)[],
  breaks: readonly number[],
  whole: boolean,
  isNarrowed: boolean,
): Scheme {
  const known = values.filter((value) => value !== undefined && value > 0) as number[];
  const plain = { breaks, factor: 1 };
  if (!isNarrowed || known.length < 5 || breaks.length === 0) return plain;
  const share = (limits: readonly number[]): number => {
    const counts = new Array<number>(limits.length + 1).fill(0);
    for (const value of known) {
      const found = limits.filter((limit) => value >= limit).length;
      counts[found] = (counts[found] ?? 0) + 1;
    }
    return Math.max(...counts) / known.length;
  };
  let best = { scheme: plain as Scheme, share: share(breaks) };
  if (best.share <= TOO_MUCH) return plain;
  for (const factor of FACTORS) {
    const divided = breaks.map((limit) => (whole ? Math.ceil(limit / factor) : limit / factor));
    const limits = [...new Set(divided)].filter((limit) => limit > (whole ? 1 : 0));
    if (limits.length === 0) break;
    const found = share(limits);
    if (found < best.share - 1e-9) best = { scheme: { breaks: limits, factor }, share: found };
    if (best.share <= TOO_MUCH) break;
  }
  return best.scheme;
}
