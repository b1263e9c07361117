import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from './usage-error.ts';

/** As many links as Linux follows, one after the other. */
const MOST_LINKS = 40;

/**
 * The absolute path of a place, symbolic links followed as the system follows them, also where they lead to what is not there yet: what they
 * lead to is replaced, not the links.
 * @param left links that may still be followed
 * @throws UsageError for links that lead round in a circle
 */
export function resolveLinks(file: string, left = MOST_LINKS): string {
  const place = path.resolve(file);
  const real = attempt(() => fs.realpathSync(place));
  const above = path.dirname(place);
  if (real !== undefined || above === place) return real ?? place;
  if (left === 0) throw new UsageError(`${file} are links that lead round in a circle, expected a folder`);
  const folder = resolveLinks(above, left);
  const own = path.join(folder, path.basename(place));
  const target = attempt(() => fs.readlinkSync(own));
  return target === undefined ? own : resolveLinks(path.resolve(folder, target), left - 1);
}

function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
