import { unified, type Processor } from 'unified';
import type { Family } from '../family.ts';
import { readEuraList } from './read.ts';
import { findHeader, scanEuraList } from './scan.ts';

/** Adapter of the scanner to unified. */
function euraListParse(this: Processor): void {
  this.parser = (document) => scanEuraList(document);
}

/** The service's list export: one row per project. */
export const euraList: Family = {
  name: 'eura-list',
  rank: 1,
  recognise: (text, path) => /\.csv$/i.test(path) && findHeader(text) !== undefined,
  processor: unified().use(euraListParse).freeze(),
  read: (document, tree, context) => readEuraList(document, tree, euraList.rank, context),
};
