import { splitSpan, tidy, type Span } from '../lines.ts';
import { readFundName, readName, readValue, reportUnreadable, type Reader } from '../readers.ts';
import { JOURNAL_NUMBER, readCents, readJournalNumber, readProjectCode } from '../values.ts';

export { readAreas, readDay, readName, type Reader } from '../readers.ts';

/** `EURA-tunnus` holds a project code or a journal number: told apart by form. */
export const readProjectIdentity: Reader = (draft, span) => {
  const text = draft.read(span);
  const field = readProjectCode(text) === undefined ? 'journal_number' : 'project_code';
  const read = field === 'project_code' ? readProjectCode : readJournalNumber;
  readValue(field, read, `a project code or ${JOURNAL_NUMBER}`)(draft, span);
};

/** One or several organisations: the first is the beneficiary, the others take part in the implementation. */
export const readOrganisations: Reader = (draft, span) => {
  for (const part of splitSpan(draft.text, span, /[,;\r\n]/)) {
    const first = draft.nextPosition('partners') === 1 && !draft.hasField('beneficiary_name');
    if (first) readName('beneficiary_name')(draft, part);
    else {
      const row = {
        position: draft.nextPosition('partners'),
        name: draft.read(part),
        partner_role: 'implementing_organisation',
      } as const;
      draft.addRow('partners', row, { name: part });
    }
  }
};

/** `500000-1000000 €`, `Yli 1000000 €` (at least), `Alle 50000 €` (at most), `75000 €` (both). */
export const readMoneyRange: Reader = (draft, span) => {
  const raw = draft.text.slice(span.start, span.end);
  const match =
    // Digits with spaces between, never behind: each space can be taken in one way alone, however many there are.
    /^(?<word>yli|alle)?[\p{Zs}\t]*(?<first>\d+(?:\p{Zs}+\d+)*)[\p{Zs}\t]*(?:[-–—][\p{Zs}\t]*(?<second>\d+(?:\p{Zs}+\d+)*)[\p{Zs}\t]*)?(?:€|euroa)?$/iu.exec(
      raw,
    );
  if (tidy(raw) === '') return;
  const { word, first, second } = match?.groups ?? {};
  if (first === undefined || (word !== undefined && second !== undefined)) {
    reportUnreadable(draft, span, 'a range in euros such as 500000-1000000 €');
    return;
  }
  const spanOf = (part: string, from: number): Span => {
    const start = span.start + raw.indexOf(part, from);
    return { start, end: start + part.length };
  };
  const low = spanOf(first, 0);
  const high = second === undefined ? low : spanOf(second, low.end - span.start);
  const expected = 'an amount in whole euros';
  if (word?.toLowerCase() !== 'alle') readValue('budget_min', readCents, expected)(draft, low);
  if (word?.toLowerCase() !== 'yli') readValue('budget_max', readCents, expected)(draft, high);
};

/** Spans of `5` and `ESR` in `Toimintalinja 5 (ESR)`. */
export function findAxis(raw: string, start: number): { code: Span; fund: Span | undefined } | undefined {
  const match = /^Toimintalinja[\p{Zs}\t]+(\d{1,2})\.?[\p{Zs}\t]*(?:\((\p{L}+)\))?/iu.exec(raw);
  if (match?.[1] === undefined) return undefined;
  const code = start + match[0].indexOf(match[1]);
  const fund = match[2] === undefined ? undefined : start + match[0].indexOf(`(${match[2]}`) + 1;
  return {
    code: { start: code, end: code + match[1].length },
    fund: fund === undefined ? undefined : { start: fund, end: fund + (match[2]?.length ?? 0) },
  };
}

/** The label's `Toimintalinja 5 (ESR)`: priority axis code and fund. */
export const readStatedAxis: Reader = (draft, span) => {
  const raw = draft.text.slice(span.start, span.end);
  if (tidy(raw) === '') return;
  const axis = findAxis(raw, span.start);
  if (axis === undefined) {
    reportUnreadable(draft, span, 'a priority axis such as Toimintalinja 5 (ESR)');
    return;
  }
  readName('priority_axis_code')(draft, axis.code);
  if (axis.fund !== undefined) readFundName(draft, axis.fund);
};
