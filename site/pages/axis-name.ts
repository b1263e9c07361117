import type { View } from '../page-type.ts';
import { nameValue } from '../parts/filters.ts';

/** The name of an axis as lists show it. */
export function nameAxis(view: View, key: string): string {
  const found = view.data.facets.find('axis', key);
  return found === undefined ? key : nameValue(view, found);
}
