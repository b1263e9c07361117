import { createFamily } from '../create-family.ts';
import { findForm } from '../list/forms.ts';
import { readList } from '../list/read.ts';
import { scanList } from '../list/scan.ts';
import { EURA_LIST } from './form.ts';

/** The service's list export: one row per project. */
export const euraList = createFamily({
  name: 'eura-list',
  rank: 1,
  recognise: (text) => findForm(text) === EURA_LIST,
  scan: (text) => scanList(text, EURA_LIST),
  read: (_, rank) => (document, tree, context) => readList(document, tree, EURA_LIST, rank, context),
});
