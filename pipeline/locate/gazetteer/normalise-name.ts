/**
 * The form under which place names are compared: NFC, lower case, one space between words, every dash a hyphen,
 * no spaces around hyphens and slashes, no invisible characters. `KEMI – TORNIO` and `Kemi-Tornio` are one name.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([-/]) ?/gu, '$1')
    .trim()
    .toLowerCase();
}
