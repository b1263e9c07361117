import { UsageError } from '../effects/usage-error.ts';
import { isReleaseDay, RELEASE_DAYS } from '../model/release-name.ts';

/** @throws UsageError for a release of a day that some format cannot write, before anything is made of it */
export function checkReleaseDay(release: string): void {
  if (isReleaseDay(release.slice(0, 10))) return;
  throw new UsageError(
    `release ${release}, expected ${RELEASE_DAYS}; set the clock or SOURCE_DATE_EPOCH right, or name the release (--release, or release in hankekartta.config.json)`,
  );
}
