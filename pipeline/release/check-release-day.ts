import { UsageError } from '../effects/usage-error.ts';
import { showInLine } from '../model/show.ts';
import { isReleaseDay, RELEASE_DAYS, RELEASE_NAME } from '../model/release-name.ts';

/** @throws UsageError for a release of a day that some format cannot write, before anything is made of it */
export function checkReleaseDay(release: string): void {
  const day = RELEASE_NAME.exec(release)?.[1];
  if (day !== undefined && isReleaseDay(day)) return;
  throw new UsageError(
    `release ${showInLine(release)}, expected ${RELEASE_DAYS}; set the clock or SOURCE_DATE_EPOCH right, or name the release (--release, or release in hankekartta.config.json)`,
  );
}
