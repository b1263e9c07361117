import { toCents, type Cents } from '../model/cents.ts';
import { LIMITS } from './limits.ts';
import type { Fields } from '../model/project.ts';

/** Readers of single values: from tidied text to a value, or `undefined` where it cannot be read. Nothing is guessed. */

/**
 * `391 780`, `90757.11`, `-12,5`, `500000 €`, `443.909,00` → integer cents. At most two decimals; spaces between thousands, or dots
 * where a decimal comma says that they are.
 */
export function readCents(amount: string): Cents | undefined {
  const text = /^[-−–]?\d{1,3}(?:\.\d{3})+,\d{1,2}(?: ?\D+)?$/u.test(amount) ? amount.replaceAll('.', '') : amount;
  const match = /^([-−–]?)(\d{1,12}|\d{1,3}(?: \d{3}){1,3})(?:[.,](\d{1,2}))? ?(?:€|euroa|eur)?$/iu.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', decimals = ''] = match;
  const cents = Number(whole.replaceAll(' ', '')) * 100 + Number(decimals.padEnd(2, '0'));
  return toCents(sign === '' || cents === 0 ? cents : -cents);
}

/** `240`, `1 240` → integer. */
export function readCount(text: string): number | undefined {
  return /^(?:\d{1,9}|\d{1,3}(?: \d{3}){1,2})$/.test(text) ? Number(text.replaceAll(' ', '')) : undefined;
}

/** A time of day behind a date, as spreadsheets and programs write it: ` 0:00`, ` klo 0.00`, ` 00:00:00`, `T00:00:00.000Z`. */
const TIME = /(?:[T ]|,? klo )(?<hour>\d{1,2})[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,6})?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/;
/** Clocks in Finland are two or three hours ahead of UTC: from this hour on, UTC may have another day. */
const HOUR_OF_ANOTHER_DAY = 21;

/** Whether a moment with a zone is on its written day in Finland too, whatever the time of the year. */
function isDayOfFinland(hour: number, zone: string): boolean {
  if (/^\+0[23]:?00$/.test(zone)) return true;
  return /^(?:Z|[+-]00:?00)$/.test(zone) && hour < HOUR_OF_ANOTHER_DAY;
}

/**
 * `1.3.2019`, `01.03.2019` or `1. 3. 2019` (or ISO `2019-03-01`) → ISO 8601 date; a day that the calendar has not is unreadable. A time of
 * day behind it says nothing about a project and is dropped; one of another zone, whose day may be another one here, makes it unreadable.
 */
export function readDate(moment: string): string | undefined {
  const time = TIME.exec(moment);
  const { hour, zone } = time?.groups ?? {};
  if (zone !== undefined && !isDayOfFinland(Number(hour), zone)) return undefined;
  const text = time === null ? moment : moment.slice(0, time.index);
  const finnish = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = finnish ? [finnish[3], finnish[2], finnish[1]] : iso ? [iso[1], iso[2], iso[3]] : [];
  if (year === undefined || month === undefined || day === undefined || Number(year) < 1900) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const same = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return same ? date.toISOString().slice(0, 10) : undefined;
}

/** `Kyllä` / `Ei`. */
export function readFlag(text: string): boolean | undefined {
  const answer = text.toLowerCase();
  return answer === 'kyllä' ? true : answer === 'ei' ? false : undefined;
}

/** ESF codes are `S`, ERDF codes `A`, JTF codes `J` and five digits; those of 2007–2013 also `A` and six or nine. */
export function readProjectCode(text: string): string | undefined {
  return /^(?:[SAJ]\d{5}|A\d{6}|A\d{9})$/i.test(text) ? text.toUpperCase() : undefined;
}

/** What is expected of a journal number, as issues say it. */
export const JOURNAL_NUMBER = `a journal number of at most ${LIMITS.journalNumber} characters`;

/** A journal number such as `2014/4543/09 02 01 01/2016/KESELY`: year, number, task code, year, authority. */
export function readJournalNumber(text: string): string | undefined {
  if (text.length > LIMITS.journalNumber) return undefined;
  return /^(?:[A-ZÅÄÖ]+\/)?\d+(?:\/[\dA-ZÅÄÖ ]+)+$/iu.test(text) ? text : undefined;
}

/**
 * A project without a code is known by its journal number in capitals, runs of other characters than letters and digits made `-`.
 * Codes are in capitals too: ids that differ in case alone would overwrite one another where a file system ignores case.
 */
export function deriveProjectId(
  projectCode: string | undefined,
  journalNumber: string | undefined,
): string | undefined {
  return (
    projectCode ??
    journalNumber
      ?.toUpperCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
  );
}

// Looked up by words of a document: a Map, since a plain object has `constructor` and others of its own.
const STATUSES = new Map<string, NonNullable<Fields['status']>>([
  ['toiminnassa', 'ongoing'],
  ['toiminta päättynyt', 'ended'],
  ['keskeytynyt', 'interrupted'],
  ['peruuntunut', 'cancelled'],
  ['käynnissä', 'ongoing'],
  ['päättynyt', 'ended'],
  ['hanke käynnissä', 'ongoing'],
  ['hanke päättynyt', 'ended'],
]);

/** Status code of a source's words; `undefined` for words that are not known. */
export function readStatus(text: string): Fields['status'] {
  return STATUSES.get(text.toLowerCase());
}

const FUNDS = new Map<string, NonNullable<Fields['fund']>>([
  ['ESR', 'ESF'],
  ['ESR+', 'ESF+'],
  ['EAKR', 'ERDF'],
  ['JTF', 'JTF'],
]);

/** `ESR` → `ESF`, `ESR+` → `ESF+`, `EAKR` → `ERDF`, `JTF`. */
export function readFund(text: string): Fields['fund'] {
  return FUNDS.get(text.toUpperCase().replace(' +', '+'));
}
