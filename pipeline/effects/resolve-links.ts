import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from './usage-error.ts';

/** As many links as Linux follows, one after the other. */
const MOST_LINKS = 40;

/**
 * The absolute path of a place, symbolic links followed, also where the last of them leads to nothing that is there yet: what they lead to
 * is replaced, not the links.
 * @throws UsageError for links that lead round in a circle
 */
export function resolveLinks(file: string): string {
  let place = path.resolve(file);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    try {
      return fs.realpathSync(place);
    } catch {
      if (fs.lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return place;
      place = path.resolve(path.dirname(place), fs.readlinkSync(place));
    }
  }
  throw new UsageError(`${file} are links that lead round in a circle, expected a folder`);
}
