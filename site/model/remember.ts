import type { SiteData } from './site-data.ts';
import { findTrace } from './trace.ts';

let count = 0;

/** Whatever is kept from page to page is kept here: what it read of the data counts for every page that asks for it. */
function createMemory<Value>(): (data: SiteData, key: string, create: () => Value) => Value {
  const known = new WeakMap<SiteData, Map<string, { readonly value: Value }>>();
  const number = (count += 1);
  return (data, key, create) => {
    const own = known.get(data) ?? new Map<string, { readonly value: Value }>();
    known.set(data, own);
    const trace = findTrace(data);
    const name = `${number}/${key}`;
    const found = own.get(key) ?? { value: trace === undefined ? create() : trace.noteShared(name, create) };
    own.set(key, found);
    trace?.readShared(name);
    return found.value;
  };
}

/**
 * Something that is made from the data once, however many pages ask for it.
 * @param make called once for a collection of data and a key
 * @returns what was made; without a key there is one of it
 */
export function remember<Value>(make: (data: SiteData, key: string) => Value): (data: SiteData, key?: string) => Value {
  const recall = createMemory<Value>();
  return (data, key = '') => recall(data, key, () => make(data, key));
}

/**
 * The same of something with words: made once in each language.
 * @param make uses nothing of a view but its data and its language
 */
export function rememberWords<
  View extends { readonly data: SiteData; readonly language: { readonly code: string } },
  Value,
>(make: (view: View) => Value): (view: View) => Value {
  const recall = createMemory<Value>();
  return (view) => recall(view.data, view.language.code, () => make(view));
}
