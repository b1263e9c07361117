import type { Plugin } from 'unified';
import type { FamilyName } from '../model/project.ts';
import type { Redaction } from '../redact/redactor.ts';
import type { FinishedDraft, TextDocument } from './draft.ts';
import type { DocumentTree } from './tree.ts';

/** Official names that parsing needs to know; they come from the codelists under `schemas/`. */
export interface ParseContext {
  readonly redaction: Redaction;
  /** Known organisation types, lower case. */
  readonly organisationTypes: ReadonlySet<string>;
  /** Programmes of 2007–2013 and their parts, lower case. */
  readonly programmes: ReadonlySet<string>;
  /** Canonical name of a responsible authority by its spelling without commas and doubled spaces, lower case. */
  readonly authorities: ReadonlyMap<string, string>;
}

/** One document family: how to tell it, how to scan it, how to read its tree. */
export interface Family {
  readonly name: FamilyName;
  /** Which wins where several documents describe one project: a page over a card, a card over a list. */
  readonly rank: number;
  readonly recognise: (text: string, path: string) => boolean;
  /** A text as a tree of offsets that covers it. */
  readonly scan: (text: string) => DocumentTree;
  /** For others: `unified().use(eura2014)` parses the family's documents. */
  readonly plugin: Plugin<[], string, DocumentTree>;
  readonly read: (document: TextDocument, tree: DocumentTree, context: ParseContext) => FinishedDraft[];
}
