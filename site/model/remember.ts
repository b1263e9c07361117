import type { View } from '../page-type.ts';
import type { SiteData } from './site-data.ts';
import { findTrace } from './trace.ts';

/** Makes something again that is kept under a key. */
type Remake = (data: SiteData, key: string) => void;
const makers: Remake[] = [];
const views = new WeakMap<SiteData, ReadonlyMap<string, View>>();

/** Whatever is kept from page to page is kept here: what came out of it counts for every page that asks for it. */
function createMemory<Value>(remake: Remake): (data: SiteData, key: string, create: () => Value) => Value {
  const known = new WeakMap<SiteData, Map<string, { readonly value: Value }>>();
  const number = makers.push(remake);
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
 * Makes something again that an earlier build kept, by its name in the trace.
 * @param name `number/key`; the same program numbers alike
 */
export function remake(data: SiteData, name: string): void {
  const end = name.indexOf('/');
  makers[Number(name.slice(0, end)) - 1]?.(data, name.slice(end + 1));
}

/** A view of each language, for what is made with words before there is a page. */
export function introduceViews(data: SiteData, all: readonly View[]): void {
  views.set(data, new Map(all.map((view) => [view.language.code, view])));
}

/**
 * Something that is made from the data once, however many pages ask for it.
 * @param make called once for a collection of data and a key
 * @returns what was made; without a key there is one of it
 */
export function remember<Value>(make: (data: SiteData, key: string) => Value): (data: SiteData, key?: string) => Value {
  const find = (data: SiteData, key = ''): Value => recall(data, key, () => make(data, key));
  const recall = createMemory<Value>(find);
  return find;
}

/**
 * The same of something with words: made once in each language.
 * @param make uses nothing of a view but its data and its language
 */
export function rememberWords<Value>(make: (view: View, key: string) => Value): (view: View, key?: string) => Value {
  const find = (view: View, key = ''): Value =>
    recall(view.data, `${view.language.code}/${key}`, () => make(view, key));
  const recall = createMemory<Value>((data, name) => {
    const end = name.indexOf('/');
    const view = views.get(data)?.get(name.slice(0, end));
    if (view !== undefined) find(view, name.slice(end + 1));
  });
  return find;
}
