/** Letters that have no plain one below an accent. */
const PLAIN: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ß: 'ss', þ: 'th', œ: 'oe' };

/**
 * A text as it is searched: small letters without accents and dots, other characters than letters and digits as one space.
 * Å, ä and ö lose their marks too, since not every keyboard has them.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[æøđðłßþœ]/g, (letter) => PLAIN[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
