import { EURA_LIST } from '../eura-list/form.ts';
import { EURA2021_LIST } from '../eura2021-list/form.ts';
import type { ListForm } from './form.ts';
import { findHeader } from './header.ts';

/** The kinds of lists. */
export const LIST_FORMS: readonly ListForm[] = [EURA2021_LIST, EURA_LIST];

/**
 * The kind of a list: the one that knows more of its columns, since the heading of the code alone is often changed by hand; of two that
 * know as many, the one whose own heading that is.
 */
export function findForm(text: string): ListForm | undefined {
  const found = LIST_FORMS.flatMap((form) => {
    const columns = findHeader(text, form)?.columns;
    if (columns === undefined) return [];
    return [
      {
        form,
        known: columns.filter((key) => form.columns.has(key)).length,
        own: columns.includes(form.codeColumns[0]),
      },
    ];
  });
  return found.toSorted((a, b) => b.known - a.known || Number(b.own) - Number(a.own))[0]?.form;
}
