import type { Scheme } from './classes.ts';
import type { Engine, Outcome } from './engine.ts';
import type { AreaValue } from './measures.ts';
import type { Measure, Selection } from './selection.ts';
import type { AreaTable } from './table.ts';

/** Everything that one selection gives, ready to be written. */
export interface ExploreState {
  readonly engine: Engine;
  readonly selection: Selection;
  readonly outcome: Outcome;
  readonly measure: Measure;
  readonly table: AreaTable;
  /** Of every municipality, by position. */
  readonly values: readonly AreaValue[];
  readonly scheme: Scheme;
  /** Projects that are listed. */
  readonly shown: number;
}
