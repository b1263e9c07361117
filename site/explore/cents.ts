/** Whole cents of an amount in EUR, which has at most two decimals. */
export function toCents(euros: number): number {
  return Math.round(euros * 100);
}

/**
 * Splits an amount in whole cents by largest remainder, ties to the earlier part, as the published coverage tables are made; the
 * parts sum to the amount exactly. A negative amount is split as its opposite is.
 * @param cents whole, below 10¹² so that no product loses a digit
 * @param count how many parts
 * @param weights whole numbers; equal parts when absent
 */
export function splitCents(cents: number, count: number, weights?: readonly number[]): number[] {
  const sign = cents < 0 ? -1 : 1;
  const amount = Math.abs(cents);
  const weightOf = (part: number): number => (weights === undefined ? 1 : (weights[part] ?? 0));
  const whole = weights === undefined ? count : weights.reduce((sum, weight) => sum + weight, 0);
  const parts: number[] = [];
  const rests: number[] = [];
  let left = amount;
  for (let part = 0; part < count; part += 1) {
    const product = amount * weightOf(part);
    const rest = product % whole;
    const cents = (product - rest) / whole;
    parts.push(cents);
    rests.push(rest);
    left -= cents;
  }
  if (left > 0) {
    const order = parts.map((_, part) => part);
    if (weights !== undefined) order.sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b);
    for (const part of order.slice(0, left)) parts[part] = (parts[part] ?? 0) + 1;
  }
  return parts.map((part) => (part === 0 ? 0 : sign * part));
}
