import { fitScheme } from './classes.ts';
import type { ExploreContext } from './context.ts';
import type { Engine } from './engine.ts';
import { measureArea } from './measures.ts';
import { hasFilters, type Selection } from './selection.ts';
import type { ExploreState } from './state.ts';
import { buildTable } from './table.ts';

/** Projects that the page lists before anybody asks for more. */
export const SHOWN = 4;

/** Works a selection out: the one function between a selection and what is written. */
export function show(context: ExploreContext, engine: Engine, selection: Selection, shown = SHOWN): ExploreState {
  const outcome = engine.select(selection);
  const measure = selection.measure ?? context.measure;
  const values = engine.columns.areas.municipality.codes.map((_, area) =>
    measureArea(engine.columns, outcome.levels.municipality, 'municipality', area, measure),
  );
  const whole = measure === 'projects' || measure === 'ongoing' || measure === 'beneficiaries';
  const scheme = fitScheme(
    values.map(({ value }) => value),
    context.breaks[measure],
    whole,
    hasFilters(selection),
  );
  return {
    engine,
    selection,
    outcome,
    measure,
    values,
    scheme,
    table: buildTable(engine, outcome, selection, context.order),
    shown,
  };
}
