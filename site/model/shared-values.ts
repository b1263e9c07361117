/** What was made once for many pages, as the last build knew it. */
export interface KnownShared {
  /** What it was made of. */
  readonly reads: ReadonlySet<string>;
  /** Digest of what the reads gave. */
  readonly inputs: string;
  readonly digest: string;
}

interface Shared {
  readonly reads: ReadonlySet<string>;
  /** As the last build knew it; absent where it was made in this one. */
  readonly last?: KnownShared;
  readonly value?: unknown;
}

/** Things that are made once for many pages. A page depends on what came out, whatever went in. */
export interface SharedValues {
  /** Notes what was made and of what. */
  add(name: string, value: unknown, reads: ReadonlySet<string>): void;
  recall(name: string, known: KnownShared): void;
  /** Digest of what it is now: made again where something that it was made of changed. `undefined` where it cannot be made any more. */
  digest(name: string): string | undefined;
  /** What the next build is to know. */
  list(): readonly (readonly [name: string, known: KnownShared])[];
}

/**
 * @param digestReads of what reads give; `undefined` where one gives nothing any more
 * @param digestValue throws for a value that has no digest, such as one with functions
 * @param remake makes one again, which adds it
 */
export function createSharedValues(
  digestReads: (reads: ReadonlySet<string>) => string | undefined,
  digestValue: (value: unknown) => string,
  remake: (name: string) => void,
): SharedValues {
  const all = new Map<string, Shared>();
  /** What has no digest is known by what it was made of. */
  const describe = (value: unknown, inputs: string): string => {
    try {
      return `value ${digestValue(value)}`;
    } catch {
      return `inputs ${inputs}`;
    }
  };
  const look = (name: string): KnownShared | undefined => {
    const found = all.get(name);
    if (found === undefined) return undefined;
    const { reads, last } = found;
    const inputs = digestReads(reads);
    if (last === undefined)
      return inputs === undefined ? undefined : { reads, inputs, digest: describe(found.value, inputs) };
    return inputs === last.inputs ? last : undefined;
  };
  return {
    add(name, value, reads) {
      all.set(name, { reads, value });
    },
    recall(name, last) {
      if (!all.has(name)) all.set(name, { reads: last.reads, last });
    },
    digest(name) {
      const known = look(name);
      if (known !== undefined || all.get(name)?.last === undefined) return known?.digest;
      remake(name);
      return look(name)?.digest;
    },
    list: () =>
      [...all.keys()].flatMap((name) => {
        const known = look(name);
        return known === undefined ? [] : [[name, known] as const];
      }),
  };
}
