import { toCents, type Cents } from '../model/cents.ts';
import type { Share } from '../model/area.ts';

/**
 * Splits an amount over shares that sum to 1, in whole cents, by largest remainder; ties go to the earlier share. The parts sum to
 * the amount exactly; a negative amount is split as its opposite is.
 */
export function apportion(cents: Cents, shares: readonly Share[]): Cents[] {
  const sign = cents < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(cents));
  const parts = shares.map(({ numerator, denominator }, index) => {
    const product = amount * BigInt(numerator);
    const quotient = product / BigInt(denominator);
    return {
      index,
      cents: Number(quotient),
      remainder: product % BigInt(denominator),
      denominator: BigInt(denominator),
    };
  });
  let left = Math.abs(cents) - parts.reduce((sum, part) => sum + part.cents, 0);
  // remainder/denominator compared exactly, crosswise.
  const order = [...parts].sort((a, b) => {
    const difference = b.remainder * a.denominator - a.remainder * b.denominator;
    return difference > 0n ? 1 : difference < 0n ? -1 : a.index - b.index;
  });
  for (const part of order) {
    if (left <= 0) break;
    part.cents += 1;
    left -= 1;
  }
  return parts.map((part) => toCents(part.cents === 0 ? 0 : sign * part.cents));
}
