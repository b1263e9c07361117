import type { SiteData } from './site-data.ts';

/**
 * Something that is made from the data once, however many pages ask for it.
 * @param make called once for a collection of data and a key
 * @returns what was made; without a key there is one of it
 */
export function remember<Value>(make: (data: SiteData, key: string) => Value): (data: SiteData, key?: string) => Value {
  const known = new WeakMap<SiteData, Map<string, { readonly value: Value }>>();
  return (data, key = '') => {
    const own = known.get(data) ?? new Map<string, { readonly value: Value }>();
    known.set(data, own);
    const found = own.get(key) ?? { value: make(data, key) };
    own.set(key, found);
    return found.value;
  };
}
