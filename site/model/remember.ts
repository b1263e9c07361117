import type { SiteData } from './site-data.ts';
import { findTrace } from './trace.ts';

let count = 0;

/**
 * Something that is made from the data once, however many pages ask for it.
 * @param make called once for a collection of data and a key
 * @returns what was made; without a key there is one of it
 */
export function remember<Value>(make: (data: SiteData, key: string) => Value): (data: SiteData, key?: string) => Value {
  const known = new WeakMap<SiteData, Map<string, { readonly value: Value }>>();
  const number = (count += 1);
  return (data, key = '') => {
    const own = known.get(data) ?? new Map<string, { readonly value: Value }>();
    known.set(data, own);
    const trace = findTrace(data);
    const name = `${number}/${key}`;
    const create = (): Value => make(data, key);
    const found = own.get(key) ?? { value: trace === undefined ? create() : trace.noteShared(name, create) };
    own.set(key, found);
    trace?.readShared(name);
    return found.value;
  };
}
