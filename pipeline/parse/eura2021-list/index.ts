import { createFamily } from '../create-family.ts';
import { findForm } from '../list/forms.ts';
import { readList } from '../list/read.ts';
import { scanList } from '../list/scan.ts';
import { EURA2021_LIST } from './form.ts';

/** The list of the 2021–2027 period: one row per project. */
export const eura2021List = createFamily({
  name: 'eura2021-list',
  rank: 1,
  recognise: (text) => findForm(text) === EURA2021_LIST,
  scan: (text) => scanList(text, EURA2021_LIST),
  read: (_, rank) => (document, tree, context) => readList(document, tree, EURA2021_LIST, rank, context),
});
