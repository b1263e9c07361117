import { createFamily, readEach } from '../create-family.ts';
import { IDENTITY_KEYS } from './form.ts';
import { findFrontMatter } from './front-matter.ts';
import { readMarkdown } from './read.ts';
import { scanMarkdown } from './scan.ts';

/** Documents that people write by hand: Markdown with front matter. */
export const markdown = createFamily({
  name: 'markdown',
  rank: 3,
  recognise: (text) => {
    const yaml = findFrontMatter(text);
    if (yaml === undefined) return false;
    const lines = text.slice(yaml.start, yaml.end).split(/\r\n|\n|\r/);
    return lines.some((line) => IDENTITY_KEYS.some((key) => line.startsWith(`${key}:`)));
  },
  scan: scanMarkdown,
  read: readEach(readMarkdown),
});
