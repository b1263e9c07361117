/**
 * The date that members of a zip file get: the release's day. Zip files carry local time and libraries take it from the local
 * parts of a Date, so it is made of local parts; noon exists on every day in every time zone.
 */
export function createArchiveDate(release: string): Date {
  const [year = 1980, month = 1, day = 1] = release.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}
