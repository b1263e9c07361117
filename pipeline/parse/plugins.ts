/**
 * The document families for others, as plugins of unified: `import { eura2014, readEntries } from 'hankekartta/families'`.
 */
import { euraList as euraListFamily } from './eura-list/index.ts';
import { eura2021List as eura2021ListFamily } from './eura2021-list/index.ts';
import { eura2014 as eura2014Family } from './eura2014/index.ts';
import { markdown as markdownFamily } from './markdown/index.ts';
import { projectCard as projectCardFamily } from './project-card/index.ts';

export { createParseContext } from './context.ts';
export { readEntries } from './read-entries.ts';

export const eura2014 = eura2014Family.plugin;
export const eura2021List = eura2021ListFamily.plugin;
export const euraList = euraListFamily.plugin;
export const markdown = markdownFamily.plugin;
export const projectCard = projectCardFamily.plugin;
