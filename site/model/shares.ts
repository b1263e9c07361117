/**
 * An amount split over areas as the coverage tables split it: whole cents by largest remainder, ties to the earlier share, so
 * that what is labelled as shares adds up to the tables' sums to the cent.
 * @param cents integer, may be negative
 * @param shares decimals as published, which sum to 1
 */
export function splitCents(cents: number, shares: readonly number[]): number[] {
  const sign = cents < 0 ? -1 : 1;
  const amount = Math.abs(cents);
  // A share such as 1/3 is written as the nearest decimal, off by up to 2⁻⁵⁴, and its product is rounded once more: remainders
  // nearer than that error are the same, and a product that near to a whole cent is one.
  const nearness = Math.max(1, amount) * 2 ** -50;
  const parts = shares.map((share, index) => {
    const exact = amount * share;
    const whole = Math.abs(exact - Math.round(exact)) < nearness ? Math.round(exact) : Math.floor(exact);
    return { index, cents: whole, remainder: Math.max(0, exact - whole) };
  });
  let left = amount - parts.reduce((sum, part) => sum + part.cents, 0);
  const order = parts.toSorted((a, b) =>
    Math.abs(b.remainder - a.remainder) < nearness ? a.index - b.index : b.remainder - a.remainder,
  );
  for (const part of order) {
    if (left <= 0) break;
    part.cents += 1;
    left -= 1;
  }
  return parts.map((part) => (part.cents === 0 ? 0 : sign * part.cents));
}

/** EUR as published to integer cents. */
export function toCents(euros: number): number {
  return Math.round(euros * 100);
}
