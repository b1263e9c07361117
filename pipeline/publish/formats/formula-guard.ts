/**
 * A spreadsheet runs a cell as a formula when its text begins with one of these (OWASP, "CSV Injection"): `=`, `+`, `-`, `@`, a tab,
 * a line break, or the full-width forms that Excel takes for the same. Apostrophes in front are let through, so that a guard
 * can be told from an apostrophe of the text.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}

/**
 * Text with an apostrophe in front when a spreadsheet would run it. One apostrophe taken from every text that still looks like a
 * formula gives the exact text back.
 */
export function guardFormula(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}
