/** One sign of a pattern's segment: any run of characters, or one character of some kind. */
type Sign = '*' | ((character: string) => boolean);

/** Ways that the braces of one pattern may be read in. */
const MOST_ALTERNATIVES = 256;
/** What other programs' patterns can say beside ours: they are told, not taken for names. */
const UNSUPPORTED = /^!|[!?+*@]\(/;

/**
 * A glob pattern as a test of paths: `*` and `?` within a name, `**` as a whole name for any number of folders, `[a-z]`, `[!a]`,
 * `{one,two}`, a backslash before a sign that is meant as itself. The time is bounded by the length of the pattern times that of the path:
 * only the last star is ever tried anew. (A regular expression made of `*a*a*a*b` takes hours.)
 * @returns `undefined` for a pattern that says something else
 */
export function createGlob(pattern: string): ((path: string) => boolean) | undefined {
  if (UNSUPPORTED.test(pattern)) return undefined;
  const alternatives = expandBraces(pattern);
  if (alternatives === undefined) return undefined;
  const all = alternatives.map((one) => one.split('/').map((part) => (part === '**' ? part : readSigns(part))));
  return (path) => {
    const names = path.split('/');
    return all.some((parts) =>
      matchRuns(
        parts,
        names,
        (part) => part === '**',
        (part, name) => part !== '**' && matchName(part, name),
      ),
    );
  };
}

const matchName = (signs: readonly Sign[], name: string): boolean =>
  matchRuns(
    signs,
    Array.from(name),
    (sign) => sign === '*',
    (sign, character) => sign !== '*' && sign(character),
  );

/** Whether the parts fit the items, where a part that stands for a run fits any number of them: the last run takes one more where the rest fails. */
function matchRuns<P, I>(
  parts: readonly P[],
  items: readonly I[],
  isRun: (part: P) => boolean,
  fits: (part: P, item: I) => boolean,
): boolean {
  let [part, item] = [0, 0];
  let run: { readonly part: number; item: number } | undefined;
  while (item < items.length) {
    const [now, here] = [parts[part], items[item]];
    if (now !== undefined && isRun(now)) {
      run = { part, item };
      part += 1;
    } else if (now !== undefined && here !== undefined && fits(now, here)) {
      part += 1;
      item += 1;
    } else if (run === undefined) return false;
    else {
      run.item += 1;
      part = run.part + 1;
      item = run.item;
    }
  }
  return parts.slice(part).every(isRun);
}

function readSigns(part: string): Sign[] {
  const signs: Sign[] = [];
  for (const [token, negation, set] of part.matchAll(/\\.|\[([!^]?)(\]?[^\]]+)\]|[^]/gu)) {
    if (set !== undefined) {
      const kinds = readSet(set);
      signs.push((character) => kinds.some(([from, to]) => from <= character && character <= to) === (negation === ''));
    } else if (token === '*') {
      if (signs.at(-1) !== '*') signs.push('*');
    } else if (token === '?') signs.push(() => true);
    else {
      const itself = token.length > 1 && token.startsWith('\\') ? token.slice(1) : token;
      signs.push((character) => character === itself);
    }
  }
  return signs;
}

/** Ranges of characters, ends included. */
const readSet = (set: string): [from: string, to: string][] =>
  [...set.matchAll(/([^])-([^])|([^])/gu)].map(([, from, to, one = '']) => [from ?? one, to ?? one]);

/** The patterns that one with braces stands for, innermost braces first. */
function expandBraces(pattern: string): readonly string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = /(?<!\\)\{([^{},]*(?:,[^{},]*)+)\}/.exec(next);
    if (braces === null) done.push(next);
    else {
      const [before, after] = [next.slice(0, braces.index), next.slice(braces.index + braces[0].length)];
      open.push(...(braces[1] ?? '').split(',').map((one) => before + one + after));
    }
    if (done.length + open.length > MOST_ALTERNATIVES) return undefined;
  }
  return [...new Set(done)];
}
