import { rememberWords } from '../model/remember.ts';
import type { View } from '../page-type.ts';
import type { PaintedAreas, PaintedValue } from '../map/paint.ts';
import { findClass, styleOf } from './classes.ts';
import { createViewContext, findEngine } from './collection.ts';
import { describeValue } from './render.ts';
import { labelClass } from './render-map-side.ts';
import type { Measure } from './selection.ts';
import { show } from './show.ts';

/** The collection's own measure and classes, as on the start page. */
export interface ExploredAreas extends PaintedAreas {
  readonly measure: Measure;
}

/** Made once for each language: the maps of all places show the same. */
export const paintAreas = rememberWords((view: View): ExploredAreas => {
  const context = createViewContext(view, () => undefined);
  const { measure, values, scheme, engine } = show(context, findEngine(view.data), { facets: {} });
  const entries = engine.columns.areas.municipality.codes.map((code, area): [string, PaintedValue] => {
    const value = values[area] ?? { value: undefined, isLeast: false };
    const found = findClass(value.value, scheme.breaks);
    return [code, { style: styleOf(found), words: describeValue(context, measure, value) }];
  });
  const numbered = scheme.breaks.map((_, index) => scheme.breaks.length - index);
  return {
    measure,
    heading: view.t.measures.columns[measure],
    values: new Map(entries),
    classes: ([...numbered, 0, 'zero', 'unknown'] as const).map((each) => ({
      style: styleOf(each),
      label: labelClass(context, measure, scheme.breaks, each),
    })),
  };
});

/** The same of one region's municipalities: a map of a region depends on no other. */
export const paintRegion = rememberWords((view, region): PaintedAreas => {
  const { heading, values, classes } = paintAreas(view);
  const members = view.data.areas.municipality.filter(({ region_code: its }) => its === region);
  const own = members.flatMap(({ code }) => {
    const value = values.get(code);
    return value === undefined ? [] : [[code, value] as const];
  });
  return { heading, classes, values: new Map(own) };
});
