import type { AreaLevel, Match } from '../../model/area.ts';
import type { AreaNames, ClassificationKey } from './classification-key.ts';
import { compareCodeUnits } from '../../model/compare-code-units.ts';
import { normaliseName } from './normalise-name.ts';
import { cell, readTable } from './read-table.ts';

/** What a name means under its label: a code of the year in which the area bore the name, and the rule that told. */
export interface NamedArea {
  readonly code: string;
  readonly match: Extract<Match, 'name' | 'name_sv' | 'bilingual' | 'genitive' | 'inflected' | 'former_municipality'>;
  /** The name as its table writes it, for suggestions. */
  readonly name: string;
}

/** Normalised name → area, for each level that has names. */
export type NameTables = Readonly<Record<AreaLevel, ReadonlyMap<string, NamedArea>>>;

/** Words for the whole country, under any label, in both languages. */
const WHOLE_COUNTRY = [
  'Valtakunnallinen',
  'Koko maa',
  'Koko Suomi',
  'Suomi',
  'Riksomfattande',
  'Hela landet',
  'Finland',
];

/** The earlier rule wins: a name of its own before a Swedish one, a bilingual form, a genitive, another case, a name that ended before 2013. */
const RULES = ['name', 'name_sv', 'bilingual', 'genitive', 'inflected', 'former_municipality'] as const;

export type Candidate = readonly [name: string, code: string];

/** Names of a level that are no names of the keys. */
interface MoreNames {
  readonly name?: readonly Candidate[];
  readonly genitive?: readonly Candidate[];
  readonly inflected?: readonly Candidate[];
  readonly former_municipality?: readonly Candidate[];
}

/** Bilingual forms as documents write them; spaces around hyphen and slash do not count. */
function bilingualForms(fi: string, sv: string): readonly string[] {
  return fi === sv
    ? []
    : [`${fi}-${sv}`, `${sv}-${fi}`, `${fi}/${sv}`, `${sv}/${fi}`, `${fi} (${sv})`, `${sv} (${fi})`];
}

function buildTable(areas: readonly AreaNames[], more: MoreNames): ReadonlyMap<string, NamedArea> {
  const candidates: Record<(typeof RULES)[number], readonly Candidate[]> = {
    name: [...areas.map((area): Candidate => [area.nameFi, area.code]), ...(more.name ?? [])],
    name_sv: areas.map((area) => [area.nameSv, area.code]),
    bilingual: areas.flatMap((area) =>
      bilingualForms(area.nameFi, area.nameSv).map((form): Candidate => [form, area.code]),
    ),
    genitive: more.genitive ?? [],
    inflected: more.inflected ?? [],
    former_municipality: more.former_municipality ?? [],
  };
  const table = new Map<string, NamedArea>();
  for (const match of RULES) {
    for (const [name, code] of candidates[match]) {
      const key = normaliseName(name);
      const known = table.get(key);
      // What an area is called today goes before what another one was called before 2013.
      if (known !== undefined && match === 'former_municipality') continue;
      if (known === undefined) table.set(key, { code, match, name });
      else if (known.code !== code) throw new Error(`${name} means ${known.code} and ${code}`);
    }
  }
  return table;
}

/** Reads a table of genitives: the form itself and the others that are accepted, for the code in `codeColumn`. */
export function readGenitives(text: string, codeColumn: string): readonly Candidate[] {
  return readTable(text).flatMap((row) => {
    const forms = [cell(row, 'genitive'), ...cell(row, 'also_accept').split('|')].filter(Boolean);
    return forms.map((form): Candidate => [form, cell(row, codeColumn)]);
  });
}

/**
 * Finnish and Swedish names of every key, bilingual forms, genitives, cases of place of municipalities, and names that ended before 2013. Exact tables: nothing is guessed.
 * No name repeats within a level (`geo/SOURCES.md`), so the level that a label states is enough to tell names apart.
 * @param keys oldest first; the newest spelling is the one that is suggested
 */
export function createNameTables(
  keys: readonly ClassificationKey[],
  more: Readonly<Partial<Record<AreaLevel, MoreNames>>>,
): NameTables {
  const newestFirst = [...keys].sort((a, b) => b.year - a.year);
  const all = (areasOf: (key: ClassificationKey) => Iterable<AreaNames>) =>
    newestFirst.flatMap((key) => [...areasOf(key)]);
  const country = WHOLE_COUNTRY.map((name): readonly [string, NamedArea] => [
    normaliseName(name),
    { code: 'FI', match: 'name', name },
  ]);
  return {
    municipality: buildTable(
      all((key) => key.municipalities.values()),
      more.municipality ?? {},
    ),
    sub_region: buildTable(
      all((key) => key.subRegions.values()),
      more.sub_region ?? {},
    ),
    region: buildTable(
      all((key) => key.regions.values()),
      more.region ?? {},
    ),
    country: new Map([...country].sort(([a], [b]) => compareCodeUnits(a, b))),
  };
}
