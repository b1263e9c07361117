/** A release's name: an ISO date, then the date with `.2`, `.3` … for further ones of that day. */
export const RELEASE_NAME = /^(\d{4}-\d{2}-\d{2})(?:\.([1-9]\d*))?$/;

/** Negative where `a` is older than `b`. */
export function compareReleases(a: string, b: string): number {
  const [dateA, dateB] = [a.slice(0, 10), b.slice(0, 10)];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return numberOf(a) - numberOf(b);
}

const numberOf = (name: string): number => Number(RELEASE_NAME.exec(name)?.[2] ?? 1);

/** `wanted`, or the next number of its day where that day has a release of this number or a later one: no release is older than one before it. */
export function chooseReleaseName(wanted: string, existing: readonly string[]): string {
  const date = wanted.slice(0, 10);
  const taken = existing.filter((name) => name.slice(0, 10) === date).map(numberOf);
  const number = Math.max(numberOf(wanted), ...taken.map((other) => other + 1));
  return number === 1 ? date : `${date}.${String(number)}`;
}
