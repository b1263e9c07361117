import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Named } from '../language/language.ts';
import { AREA_LEVELS, type PagedLevel } from '../paths.ts';
import type { Entry } from './find.ts';
import { listForms } from './inflect.ts';

type Row = Readonly<Record<string, string>>;

/** What is read of the published data. */
export interface PublishedPlaces {
  readonly areas: Readonly<Record<PagedLevel, readonly Named[]>>;
  readonly published: {
    readonly areaChanges: readonly {
      readonly area_level: string;
      readonly kind: string;
      readonly old_code: string;
      readonly old_name: string;
      readonly new_code?: string;
    }[];
  };
}

/**
 * Every area with its names, case forms and postal codes. A municipality that has ended is found as what it is part of now.
 * @param root absolute folder of the package, which holds `site/search/` and `geo/`
 */
export function listPlaces(data: PublishedPlaces, root: string): Entry[] {
  const read = (...names: string[]): Row[] => parse(readFileSync(path.join(root, ...names), 'utf8'), { columns: true });
  const rows = read('site', 'search', 'place-forms.csv');
  const forms = new Map(rows.map((row) => [`${row['level'] ?? ''}/${row['code'] ?? ''}`, row]));
  const successors = new Map(
    data.published.areaChanges
      .filter(
        ({ area_level: level, kind, new_code: to }) =>
          level === 'municipality' && kind === 'merger' && to !== undefined,
      )
      .map(({ old_code: from, old_name: name, new_code: to }) => [from, { name, to }]),
  );
  /** Mergers can follow one another. */
  const findNow = (code: string): string => {
    let now = code;
    for (let next = successors.get(now); next?.to !== undefined && next.to !== now; next = successors.get(now))
      now = next.to;
    return now;
  };
  const more = new Map<string, string[]>();
  const note = (code: string, words: readonly string[]): void => {
    const key = findNow(code);
    more.set(key, [...(more.get(key) ?? []), ...words]);
  };
  for (const { postal_code: postal = '', municipality_code: code = '' } of read('geo', 'postal-codes.csv'))
    note(code, [postal]);
  for (const [code, { name }] of successors) {
    const row = forms.get(`municipality/${code}`);
    note(code, [name, ...(row === undefined ? [] : listForms(toStated(row)))]);
  }
  return AREA_LEVELS.toReversed().flatMap((level) =>
    data.areas[level].map((area): Entry => {
      const row = forms.get(`${level}/${area.code}`);
      return {
        kind: level,
        key: area.code,
        names: [area.name_fi, area.name_sv, area.name_en],
        forms: [
          ...(row?.['name'] === area.name_fi ? listForms(toStated(row)) : []),
          // The Swedish genitive, which names that end in a hiss do not mark.
          ...(/[sxz]$/.test(area.name_sv) ? [] : [`${area.name_sv}s`]),
          ...(level === 'municipality' ? (more.get(area.code) ?? []) : []),
        ],
      };
    }),
  );
}

function toStated(row: Row): Parameters<typeof listForms>[0] {
  const get = (name: string): string => row[name] ?? '';
  return {
    genitive: get('genitive'),
    partitive: get('partitive'),
    illative: get('illative'),
    essive: get('essive'),
    others: get('others'),
  };
}
