/** Characters (UTF-16 units) that a cell holds at most. */
const CELL_LIMIT = 32_767;

/** What XML 1.0 cannot hold, not even escaped (section 2.2): most control characters, non-characters, halves of surrogate pairs. */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replace(IMPOSSIBLE, '').replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);
}

export interface FittedText {
  readonly text: string;
  readonly isCut: boolean;
}

/** Text as long as a cell holds: what is cut ends with a note that says so and where the whole is. */
export function fitCell(text: string, wholeFile: string): FittedText {
  if (text.length <= CELL_LIMIT) return { text, isCut: false };
  const note = ` [… cut: a cell holds ${CELL_LIMIT} characters; the whole text is in ${wholeFile}]`;
  // A half of a surrogate pair at the cut is dropped as impossible.
  return { text: text.slice(0, CELL_LIMIT - note.length) + note, isCut: true };
}

/**
 * Content of a text cell. Excel reads `_x000D_` as the character with that code (ECMA-376 Part 1, 22.9.2.19, ST_Xstring), so a text
 * that looks like one gets its underscore escaped; a carriage return is only kept this way.
 */
export function encodeCellText(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')).replaceAll('\r', '_x000D_');
}
