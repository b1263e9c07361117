import type { ParseContext } from '../family.ts';
import { tidy } from '../lines.ts';
import { readCode, readDay, readFundName, readMoney, readName, readStatusWords, type Reader } from '../readers.ts';
import { readCents, readDate, readFund, readProjectCode } from '../values.ts';

/**
 * The columns of the service's list exports, by header cell. `fits` says whether a cell can hold what its column does: a row with a
 * cell that does not fit cannot be read without guessing. An empty cell always fits.
 */
export interface ListColumn {
  readonly read: Reader;
  readonly fits: (text: string, context: ParseContext) => boolean;
  readonly expected: string;
}

const anyText = (): boolean => true;
const money = (field: Parameters<typeof readMoney>[0]): ListColumn => ({
  read: readMoney(field),
  fits: (text) => readCents(text) !== undefined,
  expected: 'an amount in euros',
});
const day = (field: 'start_date' | 'end_date'): ListColumn => ({
  read: readDay(field),
  fits: (text) => readDate(text) !== undefined,
  expected: 'a date such as 1.3.2015',
});
const name: ListColumn = {
  read: (draft, span) => {
    readName('name')(draft, span);
    const text = draft.read(span);
    // `¿`, or `?` where no question ends: an export that lost a dash or a letter. Published as it stands.
    const damage = /¿| \?(?= |\p{L})|[\p{L}\d)]\?(?=[\p{L}\d])|\p{Ll}\? \p{Ll}/u.exec(text);
    if (damage !== null)
      draft.report(
        'parse/damaged-text',
        'info',
        span,
        'unexpected replacement character, expected the dash or letter that the export lost',
        text,
      );
  },
  fits: anyText,
  expected: 'a name',
};
const status: ListColumn = { read: readStatusWords, fits: (text) => !/\d/.test(text), expected: 'a status' };

export const LIST_COLUMNS: ReadonlyMap<string, ListColumn> = new Map(
  Object.entries<ListColumn>({
    Koodi: { read: readCode, fits: (text) => readProjectCode(text) !== undefined, expected: 'a project code' },
    Rahasto: { read: readFundName, fits: (text) => readFund(text) !== undefined, expected: 'ESR or EAKR' },
    'Hankkeen nimi': name,
    'Projektin nimi': name,
    Tl: {
      read: readName('priority_axis_code'),
      fits: (text) => /^\d{1,2}(?:\.\d{1,2})*$/.test(text),
      expected: 'the code of a priority axis',
    },
    Viranomainen: {
      read: readName('responsible_authority'),
      fits: (text, context) => context.authorities.has(authorityKey(text)),
      expected: 'an authority that is on the list of authorities',
    },
    Tila: status,
    'Toiminnan tila': status,
    Aloituspvm: day('start_date'),
    Päättymispvm: day('end_date'),
    'Toteuttajan nimi': { read: readName('beneficiary_name'), fits: anyText, expected: 'a name' },
    'Myönnetty EU- ja valtion rahoitus': money('funding_granted_eu_state'),
    'Toteutunut EU- ja valtion rahoitus': money('funding_realised_eu_state'),
    'Suunniteltu julkinen rahoitus yhteensä': money('funding_planned_public'),
    'Toteutunut julkinen rahoitus yhteensä': money('funding_realised_public'),
  }),
);

/** Columns that the model has no place for. */
export const UNMAPPED_COLUMNS: readonly string[] = ['Ohjelma / osio'];

export const AUTHORITY_COLUMN = 'Viranomainen';

/** An authority's name without commas, doubled spaces and capitals: how its spellings in the exports are one. */
export function authorityKey(text: string): string {
  return tidy(text.replaceAll(',', ' ')).toLowerCase();
}

/** The period whose header this is: only the 2014–2020 list has a column `Hankkeen nimi`, the older one says `Projektin nimi`. */
export function findPeriod(header: readonly string[]): string | undefined {
  if (header.includes('Hankkeen nimi')) return '2014-2020';
  return header.includes('Projektin nimi') ? '2007-2013' : undefined;
}
