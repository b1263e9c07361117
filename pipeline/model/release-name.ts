/** A release's name: an ISO date, then the date with `.2`, `.3` … for further ones of that day. */
export const RELEASE_NAME = /^(\d{4}-\d{2}-\d{2})(?:\.([1-9]\d*))?$/;

/** What the members of a zip file can be dated with (PKWARE APPNOTE 4.4.6), as far as its libraries take it. */
const [FIRST_DAY, LAST_DAY] = ['1980-01-01', '2099-12-31'];
/** The days that a release can have, in words. */
export const RELEASE_DAYS = `a day from ${FIRST_DAY} to ${LAST_DAY}`;

/** Whether a release can be of this day: a day of the calendar, of years that every format can write. */
export function isReleaseDay(day: string): boolean {
  const time = Date.parse(day);
  return (
    FIRST_DAY <= day && day <= LAST_DAY && !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day
  );
}

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
