/**
 * A spreadsheet runs a cell as a formula when its text begins with one of these (OWASP, "CSV Injection"): `=`, `+`, `-`, `@`, a tab,
 * a line break, or the full-width and small forms that a program may take for the same. What is not seen in front of them (white space,
 * control characters, what Unicode calls default ignorable, such as U+200B) is dropped by some programs: it hides no formula.
 * Apostrophes in front are let through, so that a guard can be told from an apostrophe of the text.
 */
const FORMULA = /^(?:'*[\t\r\n]|['\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;

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
