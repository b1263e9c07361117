import { ENTITIES } from '../../escape-xml.ts';

/** Characters (UTF-16 units) that a cell holds at most. */
const CELL_LIMIT = 32_767;

/**
 * What a text cell cannot hold as it is: markup; the control characters and non-characters that XML 1.0 cannot hold at all, not even
 * escaped (section 2.2; what is half a surrogate pair the UTF-8 encoder replaces); a carriage return, which a reader of XML makes a line
 * feed; and what looks like Excel's own escape, `_x000D_` (ECMA-376 Part 1, 22.9.2.19, ST_Xstring).
 */
const SPECIAL = /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

const REPLACEMENTS: Readonly<Record<string, string>> = {
  ...ENTITIES,
  '\r': '_x000D_',
  _: '_x005F_',
};

/** Content of a text cell; what XML cannot hold is left out. */
export function encodeCellText(text: string): string {
  return text.replace(SPECIAL, (special) => REPLACEMENTS[special] ?? '');
}

export interface FittedText {
  readonly text: string;
  readonly isCut: boolean;
}

/** Text as long as a cell holds: what is cut ends with a note that says so and where the whole is. */
export function fitCell(text: string, wholeFile: string): FittedText {
  if (text.length <= CELL_LIMIT) return { text, isCut: false };
  const note = ` [… cut: a cell holds ${CELL_LIMIT} characters; the whole text is in ${wholeFile}]`;
  const kept = text.slice(0, CELL_LIMIT - note.length);
  // Never between the halves of a surrogate pair.
  return { text: kept.replace(/[\ud800-\udbff]$/, '') + note, isCut: true };
}
