import { createFamily } from '../create-family.ts';
import { readEuraList } from './read.ts';
import { findHeader, scanEuraList } from './scan.ts';

/** The service's list export: one row per project. */
export const euraList = createFamily({
  name: 'eura-list',
  rank: 1,
  recognise: (text, path) => /\.csv$/i.test(path) && findHeader(text) !== undefined,
  scan: scanEuraList,
  read: (_, rank) => (document, tree, context) => readEuraList(document, tree, rank, context),
});
