/** A release's name: an ISO date, then the date with `.2`, `.3` … for further ones of that day. */
export const RELEASE_NAME = /^(\d{4}-\d{2}-\d{2})(?:\.([1-9]\d*))?$/;

/** Negative where `a` is older than `b`. */
export function compareReleases(a: string, b: string): number {
  const [dateA, dateB] = [a.slice(0, 10), b.slice(0, 10)];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return numberOf(a) - numberOf(b);
}

const numberOf = (name: string): number => Number(RELEASE_NAME.exec(name)?.[2] ?? 1);

/** The first name from `wanted` on that no release has: `2026-11-21`, `2026-11-21.2` … */
export function chooseReleaseName(wanted: string, existing: readonly string[]): string {
  const date = wanted.slice(0, 10);
  for (let number = numberOf(wanted); ; number += 1) {
    const name = number === 1 ? date : `${date}.${String(number)}`;
    if (!existing.includes(name)) return name;
  }
}
