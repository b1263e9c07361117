/** What people write when they look for a municipality, by kind of writing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Finder } from '../../../site/search/find.ts';
import { listForms } from '../../../site/search/inflect.ts';
import { lookFor, SHARED } from '../../missing.ts';
import { ROOT } from '../make-site.ts';

type Row = Readonly<Record<string, string>>;

export interface Municipality {
  readonly code: string;
  readonly name_fi: string;
  readonly name_sv: string;
  readonly name_en: string;
}

export const readCsv = (file: string): Row[] => parse(readFileSync(file, 'utf8'), { columns: true });
const readOwn = (name: string): Row[] => readCsv(path.join(ROOT, name));

/** The case forms of every municipality that the site knows, by code. */
export const FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  readOwn('site/search/place-forms.csv')
    .filter((row) => row['level'] === 'municipality')
    .map((row) => [row['code']!, listForms(row as Parameters<typeof listForms>[0] & Row)]),
);

/** Ten cases a municipality from a list that was made apart from the site's own; none where it is not at hand. */
const shared = lookFor('language/place-forms-all.csv');
const APART: ReadonlyMap<string, readonly string[]> = new Map(
  (shared.isMissing ? [] : readCsv(path.join(SHARED, 'language/place-forms-all.csv')))
    .filter(({ level }) => level === 'municipality')
    .map(({ code, level: _, name_fi: __, kind: ___, also, ...cases }) => [
      code!,
      [...Object.values(cases), ...also!.split('|')].filter((form) => form !== ''),
    ]),
);

export const strip = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');

/** One slip, another one for each word: a letter left out, doubled, changed or swapped. */
function misspell(word: string, seed: number): string {
  const at = 1 + (seed % (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  const ways = [
    before + after,
    before + letter + letter + after,
    `${before}x${after}`,
    before + (after[0] ?? '') + letter + after.slice(1),
  ];
  return ways[seed % ways.length]!;
}

const successors = new Map(readOwn('geo/source/succession.csv').map((row) => [row['from_code']!, row['to_code']!]));
/** Postal codes of each municipality of today. */
export const POSTAL_CODES: ReadonlyMap<string, readonly string[]> = readOwn('geo/postal-codes.csv').reduce(
  (codes, { postal_code: postal, municipality_code: code }) => {
    const now = successors.get(code!) ?? code!;
    return codes.set(now, [...(codes.get(now) ?? []), postal!]);
  },
  new Map<string, string[]>(),
);

/** Ways of writing, each with what is written for a municipality. */
export const WAYS: Readonly<Record<string, (area: Municipality) => readonly string[]>> = {
  'in every case form': ({ code }) => FORMS.get(code)!,
  ...(shared.isMissing ? {} : { 'in the forms of another list': ({ code }: Municipality) => APART.get(code) ?? [] }),
  'in capital letters': ({ code }) => FORMS.get(code)!.map((form) => form.toUpperCase()),
  'without diacritics': ({ code }) => FORMS.get(code)!.map(strip),
  'in Finnish, Swedish and English': ({ name_fi: fi, name_sv: sv, name_en: en }) => [fi, sv, en, strip(fi), strip(sv)],
  'as Swedish says in and of a place': ({ name_sv: sv }) => [
    `i ${sv}`,
    `i ${strip(sv)}`,
    /[sxz]$/.test(sv) ? sv : `${sv}s`,
    `${sv} kommun`,
  ],
  'with one slip in a word of five letters or more': ({ code, name_fi: fi, name_sv: sv }) =>
    [fi, sv, ...FORMS.get(code)!]
      .filter((form) => form.length >= 5)
      .flatMap((form, index) => [
        misspell(form, Number(code) + index),
        strip(misspell(form, Number(code) + index + 1)),
      ]),
  'by postal code': ({ code }) => POSTAL_CODES.get(code) ?? [],
};

/** The least share to be found: a slip can make one name of another. */
export const leastOf = (way: string): number => (way.startsWith('with one slip') ? 0.98 : 1);

/** What of that is not among the first three hits. */
export function findMisses(
  finder: Finder,
  municipalities: readonly Municipality[],
  write: (area: Municipality) => readonly string[],
): { readonly tried: number; readonly share: number; readonly missed: readonly string[] } {
  const tried = municipalities.flatMap((area) => write(area).map((query) => ({ query, code: area.code })));
  const missed = tried.filter(
    ({ query, code }) =>
      !finder
        .find(query)
        .slice(0, 3)
        .some(({ entry }) => entry.kind === 'municipality' && entry.key === code),
  );
  return {
    tried: tried.length,
    share: 1 - missed.length / Math.max(1, tried.length),
    missed: missed.map(({ query }) => query),
  };
}
