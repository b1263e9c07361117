import { unified, type Processor } from 'unified';
import { createDraft } from '../draft.ts';
import type { Family } from '../family.ts';
import { tidy } from '../lines.ts';
import { readProjectCard } from './read.ts';
import { scanProjectCard } from './scan.ts';

/** Adapter of the scanner to unified. */
function projectCardParse(this: Processor): void {
  this.parser = (document) => scanProjectCard(document);
}

/** The project card of the national social-inclusion coordination project. */
export const projectCard: Family = {
  name: 'project-card',
  rank: 2,
  recognise: (text) =>
    text
      .split(/\r\n|\n|\r/)
      .some((line) => line.length < 80 && /^(?:Yleistiedot hankkeesta|Tietoja hankkeesta ?:?)$/.test(tidy(line))),
  processor: unified().use(projectCardParse).freeze(),
  read: (document, tree) =>
    tree.children.flatMap((card) => {
      if (card.type !== 'entry') return [];
      const draft = createDraft(document, 'project-card', projectCard.rank);
      readProjectCard(draft, card);
      return [draft.finish(card)];
    }),
};
