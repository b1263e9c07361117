import type { AreaLevel } from '../model/area.ts';
import type { FieldName, Fields, TextFieldName, WithheldClass } from '../model/project.ts';
import type { MoneyField } from '../model/schema-types.ts';
import { isAbsent, type Draft } from './draft.ts';
import { splitSpan, tidy, trimSpan, type Span } from './lines.ts';
import { readCents, readCount, readDate, readFund, readProjectCode, readStatus } from './values.ts';

/** Reads the value of one label into a draft. The families' forms are tables from labels to readers. */
export type Reader = (draft: Draft, span: Span) => void;

/** Reports a value that cannot be read; the field stays absent. */
export function reportUnreadable(draft: Draft, span: Span, expected: string): void {
  const found = draft.read(span);
  draft.report('parse/unreadable-value', 'warning', span, `unexpected value, expected ${expected}`, found);
}

/** One line of text, or a code, as written. */
export function readName(field: TextFieldName): Reader {
  return (draft, span) => {
    const value = draft.read(span);
    if (!isAbsent(value)) draft.setField(field, value, span);
  };
}

/** A reader of one field by a function of its text. */
export function readValue<K extends FieldName>(
  field: K,
  read: (text: string) => Fields[K] | undefined,
  expected: string,
): Reader {
  return (draft, span) => {
    const text = draft.read(span);
    if (isAbsent(text)) return;
    const value = read(text);
    if (value === undefined) reportUnreadable(draft, span, expected);
    else draft.setField(field, value, span);
  };
}

type CountField = 'companies_planned' | 'companies_realised' | 'participants_planned' | 'participants_realised';

export const readMoney = (field: MoneyField): Reader =>
  readValue(field, readCents, 'an amount in euros with at most two decimals');
export const readNumber = (field: CountField): Reader => readValue(field, readCount, 'a whole number');
export const readDay = (field: 'start_date' | 'end_date'): Reader =>
  readValue(field, readDate, 'a date such as 1.3.2019');
export const readCode: Reader = readValue('project_code', readProjectCode, 'a project code such as S20154');
export const readFundName: Reader = readValue('fund', readFund, 'ESR, EAKR, ESR+ or JTF');

/** Personal data: counted, never kept. */
export function withhold(kind: WithheldClass): Reader {
  return (draft, span) => {
    draft.withhold(kind, span);
  };
}

/** The status in the source's words, and its code where the words are known. */
export const readStatusWords: Reader = (draft, span) => {
  const label = draft.read(span);
  if (isAbsent(label)) return;
  draft.setField('status_label', label, span);
  const status = readStatus(label);
  if (status === undefined)
    draft.report('parse/unknown-status', 'warning', span, 'unexpected status, expected one that is known', label);
  else draft.setField('status', status, span);
};

/** `5. Sosiaalinen osallisuus …` → code `5` and name; `10.1. Työelämän …` → `10.1`. */
export function readCodeAndName(
  codeField: 'priority_axis_code' | 'specific_objective_code',
  nameField: 'priority_axis_name' | 'specific_objective_name',
): Reader {
  return (draft, span) => {
    const raw = draft.text.slice(span.start, span.end);
    if (isAbsent(tidy(raw))) return;
    const match = /^(\d{1,2}(?:\.\d{1,2})*)\.?[\p{Zs}\t]+/u.exec(raw);
    if (match?.[1] === undefined) {
      reportUnreadable(draft, span, 'a code and a name such as 5. Sosiaalinen osallisuus');
      return;
    }
    draft.setField(codeField, match[1], { start: span.start, end: span.start + match[1].length });
    const name = { start: span.start + match[0].length, end: span.end };
    draft.setField(nameField, draft.read(name), name);
  };
}

/** `Alkaa 1.3.2019 ja päättyy 31.12.2020`; either half may be missing. */
export const readPeriod: Reader = (draft, span) => {
  const raw = draft.text.slice(span.start, span.end);
  if (isAbsent(tidy(raw))) return;
  const match =
    /^(?:Alkaa[\p{Zs}\t]+(?<start>[\d.]+))?[\p{Zs}\t]*(?:ja[\p{Zs}\t]+)?(?:päättyy[\p{Zs}\t]+(?<end>[\d.]+))?$/iu.exec(
      raw.normalize('NFC'),
    );
  const parts = [
    { field: 'start_date', value: match?.groups?.['start'] },
    { field: 'end_date', value: match?.groups?.['end'] },
  ] as const;
  if (parts.every(({ value }) => value === undefined))
    reportUnreadable(draft, span, 'Alkaa 1.3.2019 ja päättyy 31.12.2020');
  let from = 0;
  for (const { field, value } of parts) {
    if (value === undefined) continue;
    // Dates are plain digits and dots, so the offset in the raw text is right whatever the form of the letters around.
    const start = span.start + raw.indexOf(value, from);
    from = start - span.start + value.length;
    readDay(field)(draft, { start, end: start + value.length });
  }
};

/** Names separated by commas, under a label that says which level they are of. */
export function readAreas(level: AreaLevel): Reader {
  return (draft, span) => {
    if (isAbsent(draft.read(span))) return;
    for (const part of splitSpan(draft.text, span, /[,;\r\n\u0085\u2028\u2029]/)) draft.addArea(level, part);
  };
}

/** The span of a label's value: behind the first colon of its line. */
export function valueSpan(text: string, line: Span): Span {
  const colon = text.indexOf(':', line.start);
  return trimSpan(text, { start: colon < 0 || colon >= line.end ? line.end : colon + 1, end: line.end });
}
