import { type Content, html } from '../html.ts';
import type { View } from '../page-type.ts';
import { nameValue } from '../parts/filters.ts';

/** The name of an axis as lists show it; its period, a number as readers see it, stays on one line. */
export function nameAxis(view: View, key: string): Content {
  const found = view.data.facets.find('axis', key);
  if (found === undefined) return key;
  return nameValue(view, found)
    .split(/(\(\d{4}–\d{4}\))/)
    .map((part, index) => (index % 2 === 1 ? html`<span class="nb">${part}</span>` : part));
}
