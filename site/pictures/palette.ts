import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Colours of the light scheme by their name in the stylesheet: `accent` is `--accent`. */
export type Palette = Readonly<Record<string, string>>;

/** The colours that the site's stylesheet declares first: pictures have the light ones. @param root absolute folder of the package */
export function readPalette(root: string): Palette {
  const css = readFileSync(path.join(root, 'site', 'styles', 'site.css'), 'utf8');
  const declared = [...css.matchAll(/--([\w-]+): (#[\da-f]{3,8});/g)];
  return Object.fromEntries(declared.reverse().map(([, name = '', colour = '']): [string, string] => [name, colour]));
}
