import { createFamily, readEach } from '../create-family.ts';
import { tidy } from '../lines.ts';
import { SECTIONS } from './form.ts';
import { readEura2014 } from './read.ts';
import { scanEura2014 } from './scan.ts';

const HEADINGS = new Set(SECTIONS.map(({ title }) => title));

/** The project description of the structural-funds information service. */
export const eura2014 = createFamily({
  name: 'eura2014',
  rank: 4,
  recognise: (text) => text.split(/\r\n|\n|\r/).some((line) => /^\s*\d/u.test(line) && HEADINGS.has(tidy(line))),
  scan: scanEura2014,
  read: readEach((draft, page, context) => {
    readEura2014(draft, page, context.organisationTypes);
  }),
});
