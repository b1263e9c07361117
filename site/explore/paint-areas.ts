import type { SiteData } from '../model/site-data.ts';
import type { View } from '../page-type.ts';
import { type AreaClass, findClass, styleOf } from './classes.ts';
import { createViewContext, findEngine } from './collection.ts';
import { describeValue } from './render.ts';
import { labelClass } from './render-map-side.ts';
import type { Measure } from './selection.ts';
import { show } from './show.ts';

/** How a municipality looks on a map, and what is known of it in words. */
export interface PaintedValue {
  readonly found: AreaClass;
  readonly style: string;
  readonly words: string;
}

/** Every municipality by the collection's own measure and classes, as on the start page. */
export interface PaintedAreas {
  readonly measure: Measure;
  readonly values: ReadonlyMap<string, PaintedValue>;
  /** Classes from the highest down, known zero and unknown last. */
  readonly classes: readonly { readonly found: AreaClass; readonly style: string; readonly label: string }[];
}

const painted = new WeakMap<SiteData, Map<string, PaintedAreas>>();

/** Made once for each language: the maps of all places show the same. */
export function paintAreas(view: View): PaintedAreas {
  const known = painted.get(view.data) ?? new Map<string, PaintedAreas>();
  painted.set(view.data, known);
  const found = known.get(view.language.code) ?? paint(view);
  known.set(view.language.code, found);
  return found;
}

function paint(view: View): PaintedAreas {
  const context = createViewContext(view, () => undefined);
  const { measure, values, scheme, engine } = show(context, findEngine(view.data), { facets: {} });
  const entries = engine.columns.areas.municipality.codes.map((code, area): [string, PaintedValue] => {
    const value = values[area] ?? { value: undefined, isLeast: false };
    const found = findClass(value.value, scheme.breaks);
    return [code, { found, style: styleOf(found), words: describeValue(context, measure, value) }];
  });
  const numbered = scheme.breaks.map((_, index) => scheme.breaks.length - index);
  return {
    measure,
    values: new Map(entries),
    classes: ([...numbered, 0, 'zero', 'unknown'] as const).map((each) => ({
      found: each,
      style: styleOf(each),
      label: labelClass(context, measure, scheme.breaks, each),
    })),
  };
}
