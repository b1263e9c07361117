/**
 * A value as JSON on one line, for every reader: the line and paragraph separators (U+2028, U+2029) and next line (U+0085), which JSON
 * allows in a text and some readers take for the end of a line, are written as escapes.
 */
export function toJsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (separator) => `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
