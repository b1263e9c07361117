import type { AreaLevel } from '../../model/area.ts';
import type { MoneyField } from '../../model/schema-types.ts';
import type { TextFieldName } from '../../model/project.ts';
import { findAuthority } from '../authorities.ts';
import { joinText } from '../draft.ts';
import { splitLines, tidy } from '../lines.ts';
import { readAreas, readCode, readDay, readFundName, readMoney, readName, readStatusWords } from '../readers.ts';
import { readCents, readDate, readFund, readProjectCode } from '../values.ts';
import type { ListColumn } from './form.ts';

const anyText = (): boolean => true;

/** Digits, and what may stand between them: an amount, if a form that is not read. */
const AMOUNT_LIKE = /^[-−–]?\d[\d .,'’]*(?:€|euroa|eur)?$/iu;
/** Three numbers: a day, not an amount. */
const DAY_LIKE = /^\d{1,4}([./-]) ?\d{1,2}\1 ?\d{1,4}(?!\d|[.,]\d)/;
const isAmountLike = (text: string): boolean => AMOUNT_LIKE.test(text) && !DAY_LIKE.test(text);
/** A name with something else behind it: `Kemi (240)`, `Toiminnassa 2019`. */
const isWordLike = (text: string): boolean => /^\p{L}[\p{L} .-]/u.test(text) && readProjectCode(text) === undefined;

export const money = (field: MoneyField): ListColumn => ({
  read: readMoney(field),
  fits: (text) => readCents(text) !== undefined,
  isNear: isAmountLike,
  expected: 'an amount in euros with at most two decimals',
  kind: 'amount',
  // A decimal comma in a list that separates with commas.
  mayBeDivided: true,
});

export const day = (field: 'start_date' | 'end_date'): ListColumn => ({
  read: readDay(field),
  fits: (text) => readDate(text) !== undefined,
  // A moment of another zone; a day that the calendar has not may be any other thing.
  isNear: (text) => /^\d{4}-\d{2}-\d{2}[T ]/.test(text) && readDate(text.slice(0, 10)) !== undefined,
  expected: 'a date such as 1.3.2015',
  kind: 'other',
  mayBeDivided: false,
});

/** Text of one line. */
export const words = (field: TextFieldName): ListColumn => ({
  read: readName(field),
  fits: anyText,
  expected: 'text',
  kind: 'text',
  mayBeDivided: true,
});

/** Text of any number of lines. */
export const freeText = (field: 'summary'): ListColumn => ({
  read: (draft, span) => {
    draft.setField(field, joinText(splitLines(draft.readRaw(span))), span);
  },
  fits: anyText,
  expected: 'text',
  kind: 'text',
  mayBeDivided: true,
});

/**
 * A code that is published as it stands; one without a separator in it.
 * @param digits of a code that always has as many: a spreadsheet that took it for a number lost the zeros before it
 */
export const codeOf = (field: TextFieldName, digits?: number): ListColumn => ({
  read: (draft, span) => {
    const text = draft.read(span);
    if (digits !== undefined && /^\d+$/.test(text)) draft.setField(field, text.padStart(digits, '0'), span);
    else readName(field)(draft, span);
  },
  fits: anyText,
  expected: 'a code',
  kind: 'other',
  mayBeDivided: false,
});

export const projectCode: ListColumn = {
  read: readCode,
  fits: (text) => readProjectCode(text) !== undefined,
  expected: 'a project code',
  kind: 'other',
  mayBeDivided: false,
};

export const fund: ListColumn = {
  read: readFundName,
  fits: (text) => readFund(text) !== undefined,
  expected: 'ESR, EAKR, ESR+ or JTF',
  kind: 'other',
  mayBeDivided: false,
};

const AXIS = /^\d{1,2}(?:\.\d{1,2})*\.?$/;

/** `5`, `4.1.`: published without a final dot. */
export const axis = (field: 'priority_axis_code' | 'specific_objective_code'): ListColumn => ({
  read: (draft, span) => {
    const end = draft.text.charAt(span.end - 1) === '.' ? span.end - 1 : span.end;
    draft.setField(field, draft.read(span).replace(/\.$/, ''), { start: span.start, end });
  },
  fits: (text) => AXIS.test(text),
  isNear: (text) => /^\d{1,2}(?:\.\d{1,2})*\.? \p{L}/u.test(text),
  expected: 'a code such as 5 or 4.1',
  kind: 'other',
  mayBeDivided: false,
});

export const projectName: ListColumn = {
  read: (draft, span) => {
    readName('name')(draft, span);
    const text = draft.read(span);
    // `¿`, `\uFFFD`, or `?` where no question ends: an export that lost a dash or a letter. Published as it stands.
    const damage = /[¿\uFFFD]| \?(?= |\p{L})|[\p{L}\d)]\?(?=[\p{L}\d])|\p{Ll}\? \p{Ll}/u.exec(text);
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
  kind: 'text',
  mayBeDivided: true,
};

/** An authority on the list of authorities, with or without a unit behind its name. */
export const authority: ListColumn = {
  read: (draft, span, context) => {
    const found = findAuthority(draft.readRaw(span), context.authorities);
    draft.setField('responsible_authority', found?.name, span);
    if (found?.unit === undefined) return;
    const start = span.start + draft.text.slice(span.start, span.end).lastIndexOf(found.unit);
    draft.setField('responsible_authority_unit', tidy(found.unit), { start, end: start + found.unit.length });
  },
  fits: (_, context, raw) => findAuthority(raw, context.authorities) !== undefined,
  expected: 'an authority that is on the list of authorities',
  kind: 'other',
  mayBeDivided: true,
};

/** A programme of 2007–2013 or its part. */
export const programme: ListColumn = {
  read: readName('programme_name'),
  fits: (text, context) => context.programmes.has(text.toLowerCase()),
  expected: 'a programme that is on the list of programmes',
  kind: 'other',
  mayBeDivided: false,
};

export const status: ListColumn = {
  read: readStatusWords,
  fits: (text) => !/\d/.test(text),
  isNear: isWordLike,
  expected: 'a status',
  kind: 'other',
  mayBeDivided: false,
};

export const areas = (level: AreaLevel): ListColumn => ({
  read: readAreas(level),
  fits: (text) => !/\d/.test(text),
  isNear: (text) => isWordLike(text) || /^\d{1,3}$/.test(text),
  expected: 'names of places',
  kind: 'other',
  mayBeDivided: true,
});

/** Columns that people or other systems add to a list. */
export const ADDED_COLUMNS: Readonly<Record<string, ListColumn>> = {
  'Toteuttajan Y-tunnus': words('beneficiary_business_id'),
  'Y-tunnus': words('beneficiary_business_id'),
  Organisaatiotyyppi: words('beneficiary_type'),
  Maakunta: areas('region'),
  Maakunnat: areas('region'),
  Seutukunta: areas('sub_region'),
  Seutukunnat: areas('sub_region'),
  Kunta: areas('municipality'),
  Kunnat: areas('municipality'),
};
