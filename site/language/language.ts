import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { sortByName } from '../model/finnish-order.ts';
import type { PagedLevel } from '../paths.ts';
import en from './en.json' with { type: 'json' };
import fi from './fi.json' with { type: 'json' };
import { createNotation, type Notation } from './notation.ts';
import sv from './sv.json' with { type: 'json' };

/** All words of the site in one language; another language is another file of the same shape. */
export type Texts = typeof fi;

/** Nothing is a `never`: a language that lacks a key, or has one too many, does not compile. */
type Exactly<T> = Texts extends T ? (T extends Texts ? T : never) : never;

/** Languages that the release has names and titles in: `name_sv`, `labels/sv.json`, `title_sv`. */
export type PublishedLanguage = 'fi' | 'sv' | 'en';

interface Declared {
  readonly texts: Texts;
  /** Which of the published names and titles stand beside its texts; its own where the release has them. */
  readonly published: PublishedLanguage;
}

/** The languages of the site, in the order in which pages name them; a new one is one line here. */
const LANGUAGES = {
  fi: { texts: fi, published: 'fi' },
  sv: { texts: sv satisfies Exactly<typeof sv>, published: 'sv' },
  en: { texts: en satisfies Exactly<typeof en>, published: 'en' },
} as const satisfies Readonly<Record<string, Declared>>;

export type LanguageCode = keyof typeof LANGUAGES;
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly LanguageCode[];
/** An area with its official names. */
export interface Named {
  readonly code: string;
  readonly name_fi: string;
  readonly name_sv: string;
  readonly name_en: string;
}

/** A language of the site: its words, how it writes numbers and dates, and what it calls places and programmes. */
export interface Language extends Notation {
  readonly code: LanguageCode;
  /** Language of the published names and titles that it shows. */
  readonly published: PublishedLanguage;
  /** Before the path of each page, `sv/`; Finnish stands first and needs none. */
  readonly prefix: string;
  readonly texts: Texts;
  /** `1 hanke`, `13 hanketta`. */
  count(kind: keyof Texts['counts'], count: number): string;
  /** The official name of an area. */
  nameOf(area: Named): string;
  /** `Rovaniemellä`, `på Kökar`, `in the Turku sub-region`. */
  placeIn(level: PagedLevel, area: Named): string;
  /** `Rovaniemen`: the genitive, or what stands for it. */
  placeOf(level: PagedLevel, area: Named): string;
  /** Official name of a priority axis or an objective; `undefined` for one that is on no list. */
  priorityName(period: string | undefined, code: string | undefined): string | undefined;
  /** Terms in the order of their Finnish names. */
  readonly glossary: readonly Term[];
  /** `A, B ja C`. */
  join(parts: readonly string[]): string;
}

/** A text with numbers and plain words in it, as a string; for one with HTML in it, see `fill`. */
export function fillText(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
}

/** A sentence begins with a capital letter, whatever word comes first. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A term of the field in three languages. */
export interface Term {
  readonly fi: string;
  readonly sv: string;
  readonly en: string;
  /** Translated by us: no official name. */
  readonly isOwn: boolean;
}

type Row = Readonly<Record<string, string>>;

/** Words in which the site's own name is a publisher's: every text that has the name has the other one. */
function nameSite(texts: Texts, name: string | undefined): Texts {
  if (name === undefined) return texts;
  // As a JSON string stands it, since it goes into one; a function, so that `$` in it means nothing.
  const written = JSON.stringify(name).slice(1, -1);
  return JSON.parse(JSON.stringify(texts).replaceAll(/\bHankekartta\b/g, () => written)) as Texts;
}

/**
 * @param root absolute folder of the package, which holds `site/language/` and `schemas/`
 * @param names what the site is called in each language, where it is not Hankekartta
 */
export function readLanguages(root: string, names?: Readonly<Record<PublishedLanguage, string>>): readonly Language[] {
  const read = (name: string): Row[] => readTable(root, name);
  const forms = new Map(read('place-forms').map((row) => [`${row['level'] ?? ''}/${row['code'] ?? ''}`, row]));
  const priorities = new Map(
    ['priority-axis', 'specific-objective'].flatMap((name) =>
      readRows(path.join(findCodelists(root), `${name}.csv`)).map((row): [string, Row] => [row['code'] ?? '', row]),
    ),
  );
  const glossary = sortByName(
    read('glossary').map(({ fi = '', sv = '', en = '', status }): Term => ({
      fi,
      sv,
      en,
      isOwn: status === 'own translation',
    })),
    (term) => term.fi,
    (term) => term.sv,
  );
  return LANGUAGE_CODES.map((code) => {
    const { texts, published }: Declared = LANGUAGES[code];
    return createLanguage(code, { texts: nameSite(texts, names?.[published]), published }, forms, priorities, glossary);
  });
}

/** @param name of a CSV file in `site/language/`, without its ending */
export function readTable(root: string, name: string): Row[] {
  return readRows(path.join(root, 'site', 'language', `${name}.csv`));
}

function readRows(file: string): Row[] {
  return parse(readFileSync(file, 'utf8'), { columns: true });
}

/** The codelists of the newest schema version. */
function findCodelists(root: string): string {
  const versions = readdirSync(path.join(root, 'schemas')).filter((name) => /^\d/.test(name));
  return path.join(root, 'schemas', versions.sort().at(-1) ?? '', 'codelists');
}

function createLanguage(
  code: LanguageCode,
  { texts, published }: Declared,
  forms: ReadonlyMap<string, Row>,
  priorities: ReadonlyMap<string, Row>,
  glossary: readonly Term[],
): Language {
  const { places, notation } = texts;
  const numbers = createNotation(notation);
  const nameOf = (area: Named): string => area[`name_${published}`];
  /** A form belongs to a name: an area that was renamed has none until the table has it. */
  const findForm = (kind: 'in' | 'of', level: PagedLevel, area: Named): string => {
    const row = forms.get(`${level}/${area.code}`);
    const form = row?.['name'] === area.name_fi ? row[`${kind}_${code}`] : undefined;
    return form === undefined || form === '' ? fillText(places[kind][level], { name: nameOf(area) }) : form;
  };
  return {
    ...numbers,
    code,
    published,
    prefix: code === 'fi' ? '' : `${code}/`,
    texts,
    glossary,
    count(kind, count) {
      const words = texts.counts[kind];
      return fillText(count === 1 ? words.one : words.other, { count: numbers.number(count) });
    },
    nameOf,
    placeIn: (level, area) => findForm('in', level, area),
    placeOf: (level, area) => findForm('of', level, area),
    priorityName(period, priority) {
      if (period === undefined || priority === undefined) return undefined;
      return priorities.get(`${period}/${priority}`)?.[`title_${published}`];
    },
    join(parts) {
      const last = parts.at(-1) ?? '';
      return parts.length < 2 ? last : fillText(notation.list, { first: parts.slice(0, -1).join(', '), last });
    },
  };
}
