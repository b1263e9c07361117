/** What is asked of a list: how long it is, a part of it by positions, or all of it. */
export type ListRead = readonly ['count'] | readonly ['part', from: number, to: number | null] | readonly [];

/** What a read of a list gives. */
export function readList(list: readonly unknown[] | undefined, ...[what, from, to]: ListRead | never[]): unknown {
  if (what === 'count') return list?.length;
  return what === 'part' ? list?.slice(from, to ?? undefined) : list;
}

/**
 * The same list, told of what is read: a page of a long list depends on how long it is and on the rows that it shows, and not on every
 * row of the list.
 */
export function watchList<Item>(list: readonly Item[], note: (...read: ListRead) => void): readonly Item[] {
  return new Proxy(list, {
    get(target, property) {
      if (property === 'length') {
        note('count');
        return target.length;
      }
      if (property === 'slice')
        return (from = 0, to?: number): readonly Item[] => {
          note('part', from, to ?? null);
          return target.slice(from, to);
        };
      const position = typeof property === 'string' && /^\d+$/.test(property) ? Number(property) : undefined;
      if (position !== undefined) {
        note('part', position, position + 1);
        return target[position];
      }
      note();
      const value: unknown = Reflect.get(target, property);
      // Called for the list itself, or each row of it would be a read.
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
