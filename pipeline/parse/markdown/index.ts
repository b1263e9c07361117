import { unified, type Processor } from 'unified';
import { createDraft } from '../draft.ts';
import type { Family } from '../family.ts';
import { IDENTITY_KEYS } from './form.ts';
import { readMarkdown } from './read.ts';
import { findFrontMatter, findTooDeep, listFrontMatter, scanMarkdown } from './scan.ts';

/** Adapter of the scanner (itself on remark-parse) to unified. */
function markdownParse(this: Processor): void {
  this.parser = (document) => scanMarkdown(document);
}

/** Documents that people write by hand: Markdown with front matter. */
export const markdown: Family = {
  name: 'markdown',
  rank: 3,
  recognise: (text) => {
    const yaml = findFrontMatter(text);
    if (yaml === undefined) return false;
    const lines = text.slice(yaml.start, yaml.end).split(/\r\n|\n|\r/);
    return lines.some((line) => IDENTITY_KEYS.some((key) => line.startsWith(`${key}:`)));
  },
  processor: unified().use(markdownParse).freeze(),
  read: (document, tree) =>
    tree.children.flatMap((page) => {
      if (page.type !== 'entry') return [];
      const { cells } = listFrontMatter(document.text);
      const draft = createDraft({ ...document, cells }, 'markdown', markdown.rank);
      const deep = findTooDeep(document.text);
      if (deep === undefined) readMarkdown(draft, page);
      else
        draft.report(
          'parse/too-deep',
          'error',
          deep,
          'unexpected nesting of quotations, lists or brackets, expected less than a person can read',
        );
      return [draft.finish(page)];
    }),
};
