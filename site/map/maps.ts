import type { Html } from '../html.ts';
import type { View } from '../page-type.ts';
import { drawAreas, type Highlighted } from './region-map.ts';

/** A region's municipalities, some areas of it highlighted. */
export function drawRegionMap(
  view: View,
  region: string,
  options: { readonly selected: readonly Highlighted[]; readonly label: string },
): Html | undefined {
  return drawAreas(view, [region], options.selected, options.label);
}

/** The regions that a project touches, its target areas filled. */
export function drawProjectMap(view: View, targets: readonly Highlighted[], label: string): Html | undefined {
  const { data } = view;
  const municipalities = new Set(targets.flatMap(({ level, code }) => data.boundaries.membersOf(level, code)));
  const regions = new Set(
    [...municipalities].flatMap((code) => data.findArea('municipality', code)?.region_code ?? []),
  );
  return drawAreas(view, [...regions].sort(), targets, label);
}
