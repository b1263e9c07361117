/** Whether one letter added, left out, changed, or swapped with its neighbour makes one word of the other; equal ones are not. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short === long) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  if (left.length === 0) return right.length === 1;
  if (left.length === 1) return right.length === 1;
  return left.length === 2 && right.length === 2 && left === right.charAt(1) + right.charAt(0);
}
