import { listForms, isForm } from './inflect.ts';
import type { NameRegister } from './register.ts';

const CASES = /(?:n|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|n[aä]|t[aä]|[aä])$/;
const BACK: readonly (readonly [RegExp, string])[] = [
  [/se$/, 'nen'],
  [/ee$/, 'e'],
  [/([aäeiuy])\1$/, '$1s'],
  [/kse$/, 's'],
  [/ttoma$/, 'ton'],
  [/ttömä$/, 'tön'],
  [/de$/, 's'],
  [/de$/, 'si'],
  [/e$/, 'i'],
  [/i$/, ''],
  [/e$/, ''],
];
const STRONG: readonly (readonly [RegExp, string])[] = [
  [/ng([aeiouyäö]+)$/, 'nk$1'],
  [/mm([aeiouyäö]+)$/, 'mp$1'],
  [/nn([aeiouyäö]+)$/, 'nt$1'],
  [/ll([aeiouyäö]+)$/, 'lt$1'],
  [/rr([aeiouyäö]+)$/, 'rt$1'],
  [/hd([aeiouyäö]+)$/, 'ht$1'],
  [/([lr])v([aeiouyäö]+)$/, '$1p$2'],
  [/([lr])j([aeiouyäö]+)$/, '$1k$2'],
  [/([lrh])([aeiouyäö]+)$/, '$1k$2'],
  [/d([aeiouyäö]+)$/, 't$1'],
  [/v([aeiouyäö]+)$/, 'p$1'],
  [/([kpt])([aeiouyäö]+)$/, '$1$1$2'],
  [/([aeiouyäö])([aeiouyäö])$/, '$1k$2'],
];

/** Of contracted stems, whose nominative has the weak grade: `kankaa`, `kangas`. */
const WEAK: readonly (readonly [RegExp, string])[] = [
  [/nk([aeiouyäö]+)$/, 'ng$1'],
  [/mp([aeiouyäö]+)$/, 'mm$1'],
  [/nt([aeiouyäö]+)$/, 'nn$1'],
  [/lt([aeiouyäö]+)$/, 'll$1'],
  [/rt([aeiouyäö]+)$/, 'rr$1'],
  [/ht([aeiouyäö]+)$/, 'hd$1'],
  [/([kpt])\1([aeiouyäö]+)$/, '$1$2'],
  [/([aeiouyäö])k([aeiouyäö]+)$/, '$1$2'],
];

/** The name in the register that a word is a form of; the word itself where none is. */
export function findNominative(word: string, register: NameRegister): string {
  const known = (name: string): boolean => register.isFirstName(name) || register.isSurname(name);
  if (known(word)) return word;
  return listCandidates(word).find((name) => known(name) && isForm(word.toLowerCase(), listForms(name))) ?? word;
}

/** What an unknown word in a form can have as its nominative. */
export function guessNominatives(word: string): string[] {
  return listCandidates(word).filter((name) => name !== word && isForm(word.toLowerCase(), listForms(name)));
}

function listCandidates(word: string): string[] {
  const stem = word.replace(CASES, '');
  if (stem === word || stem.length < 2) return [];
  const grades = [
    stem,
    ...[...STRONG, ...WEAK].flatMap(([weak, strong]) => (weak.test(stem) ? [stem.replace(weak, strong)] : [])),
  ];
  const candidates = grades.flatMap((grade) => [
    grade,
    ...BACK.flatMap(([ending, nominative]) => (ending.test(grade) ? [grade.replace(ending, nominative)] : [])),
  ]);
  return [...new Set(candidates)].filter((name) => name.length > 1);
}
