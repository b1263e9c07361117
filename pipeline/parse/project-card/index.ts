import { createFamily, readEach } from '../create-family.ts';
import { tidy } from '../lines.ts';
import { readProjectCard } from './read.ts';
import { scanProjectCard } from './scan.ts';

/** The project card of the national social-inclusion coordination project. */
export const projectCard = createFamily({
  name: 'project-card',
  rank: 2,
  recognise: (text) =>
    text
      .split(/\r\n|\n|\r/)
      .some((line) => line.length < 80 && /^(?:Yleistiedot hankkeesta|Tietoja hankkeesta ?:?)$/.test(tidy(line))),
  scan: scanProjectCard,
  read: readEach(readProjectCard),
});
