import { unified, type Processor } from 'unified';
import { createDraft } from '../draft.ts';
import type { Family } from '../family.ts';
import { tidy } from '../lines.ts';
import { readEura2014 } from './read.ts';
import { SECTIONS } from './form.ts';
import { scanEura2014 } from './scan.ts';

const HEADINGS = new Set(SECTIONS.map(({ title }) => title));

/** Adapter of the scanner to unified. */
function eura2014Parse(this: Processor): void {
  this.parser = (document) => scanEura2014(document);
}

/** The project description of the structural-funds information service. */
export const eura2014: Family = {
  name: 'eura2014',
  rank: 4,
  recognise: (text) =>
    text.split(/\r\n|\n|\r/).some((line) => /^\s*\uFEFF?\s*\d/u.test(line) && HEADINGS.has(tidy(line))),
  processor: unified().use(eura2014Parse).freeze(),
  read: (document, tree, context) =>
    tree.children.flatMap((page) => {
      if (page.type !== 'entry') return [];
      const draft = createDraft(document, 'eura2014', eura2014.rank);
      readEura2014(draft, page, context.organisationTypes);
      return [draft.finish(page)];
    }),
};
