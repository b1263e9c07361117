const ONSETS = ['', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v'];
/** By vowel harmony: a word has back vowels or front ones. */
const VOWELS = [
  ['a', 'a', 'a', 'e', 'e', 'i', 'i', 'o', 'o', 'u', 'u', 'aa', 'ai', 'ii', 'uu', 'uo', 'ie'],
  ['ä', 'ä', 'ä', 'e', 'e', 'i', 'i', 'ö', 'y', 'y', 'ää', 'äi', 'ii', 'yy', 'yö', 'ie'],
] as const;
const CODAS = ['', '', '', '', '', '', '', 'n', 's', 'l'];
const ENDINGS = [
  ['', '', 'n', 'ssa', 'sta', 'lla', 'ksi', 'tta', 'jen', 'ista', 'va', 'vat', 'minen', 'kin'],
  ['', '', 'n', 'ssä', 'stä', 'llä', 'ksi', 'ttä', 'jen', 'istä', 'vä', 'vät', 'minen', 'kin'],
] as const;
const SMALL = ['ja', 'on', 'että', 'sekä', 'myös', 'tai', 'kun', 'joka', 'ei', 'mutta', 'ovat', 'se', 'niin', 'oli'];

const STEMS = 6000;

/**
 * Writes text of no meaning that looks like Finnish to a parser and to a compressor: thousands of stems of which few are frequent (Zipf's
 * law), endings, sentences, paragraphs, numbers and lists.
 */
export interface ProseWriter {
  /** @param length in characters, about */
  write(length: number): string;
}

export function createProse(random: () => number): ProseWriter {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const stems = Array.from({ length: STEMS }, () => {
    const harmony = random() < 0.7 ? 0 : 1;
    const syllables = 1 + Math.floor(random() * 3);
    let stem = '';
    for (let count = 0; count <= syllables; count += 1) stem += pick(ONSETS) + pick(VOWELS[harmony]) + pick(CODAS);
    return { stem, harmony };
  });
  const word = (): string => {
    const kind = random();
    if (kind < 0.22) return pick(SMALL);
    if (kind < 0.24) return String(Math.floor(random() * 4000));
    // The n-th word comes up about 1/n as often as the first.
    const { stem = '', harmony = 0 } = stems[Math.floor(STEMS ** random()) - 1] ?? {};
    return stem + pick(ENDINGS[harmony === 0 ? 0 : 1]);
  };
  const sentence = (): string => {
    const words = Array.from({ length: 6 + Math.floor(random() * 14) }, () =>
      random() < 0.08 ? `${word()},` : word(),
    );
    const text = words.join(' ').replace(/,$/u, '');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return {
    write(length) {
      let text = sentence();
      while (text.length < length) {
        const kind = random();
        text += (kind < 0.75 ? ' ' : kind < 0.95 ? '\n\n' : '\n- ') + sentence();
      }
      return text;
    },
  };
}
