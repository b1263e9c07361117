/** The forms of a name that a table states; the others follow from the genitive. */
export interface StatedForms {
  readonly genitive: string;
  readonly partitive: string;
  readonly illative: string;
  readonly essive: string;
  /** Forms that do not follow, and variants in use, joined by `|`. */
  readonly others: string;
}

/**
 * Every case form of a Finnish name: the stated ones, and those of the genitive's stem with the local cases and the translative.
 * @returns distinct, the name itself not among them
 */
export function listForms({ genitive, partitive, illative, essive, others }: StatedForms): string[] {
  const stem = genitive.endsWith('n') ? genitive.slice(0, -1) : undefined;
  const vowel = isBack(stem ?? '') ? 'a' : 'ä';
  const local = ['ss', 'st', 'll', 'lt'].map((ending) => ending + vowel);
  const derived = stem === undefined ? [] : [...local, 'lle', 'ksi'].map((ending) => stem + ending);
  const all = [genitive, partitive, illative, essive, ...derived, ...others.split('|')];
  return [...new Set(all.filter((form) => form !== ''))];
}

/** Vowel harmony: the last vowel that is no e or i decides; without one the endings are front. */
function isBack(stem: string): boolean {
  const letters = stem.toLowerCase().match(/[aouyäö]/g);
  return 'aou'.includes(letters?.at(-1) ?? '-');
}
