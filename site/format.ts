/**
 * Finnish notation, made here and not by `Intl`, so that it is the same on every machine: a no-break space between thousands
 * and before a unit, a decimal comma, a true minus sign, dates without leading zeros.
 */
const SPACE = '\u00a0';
const MINUS = '\u2212';

/** @param decimals how many decimals are shown */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, SPACE);
  const digits = fraction === undefined ? grouped : `${grouped},${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? MINUS + digits : digits;
}

/** An amount of a source as it is: whole EUR, or with cents where it has some. */
export function formatEuros(euros: number): string {
  return `${formatNumber(euros, Number.isInteger(euros) ? 0 : 2)}${SPACE}€`;
}

/** A sum, rounded to whole EUR. */
export function formatWholeEuros(euros: number): string {
  return `${formatNumber(Math.round(euros))}${SPACE}€`;
}

/** A large sum for a headline: `1,2 milj. €`, below a million whole EUR. */
export function formatMillions(euros: number): string {
  return Math.abs(euros) < 1e6 ? formatWholeEuros(euros) : `${formatNumber(euros / 1e6, 1)}${SPACE}milj.${SPACE}€`;
}

/** @param date ISO 8601, `2019-03-01` → `1.3.2019` */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${String(day)}.${String(month)}.${String(year)}`;
}

/** `1.3.2015–28.2.2018`; an open end stays open; `undefined` where neither is known. */
export function formatPeriod(start: string | undefined, end: string | undefined): string | undefined {
  if (start === undefined && end === undefined) return undefined;
  return [start, end].map((date) => (date === undefined ? '' : formatDate(date))).join('–');
}

/** Size of a file in decimal units: `980 tavua`, `12,3 kB`, `4,5 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)}${SPACE}tavua`;
  if (bytes < 999_500) return `${formatNumber(bytes / 1e3, bytes < 99_950 ? 1 : 0)}${SPACE}kB`;
  return `${formatNumber(bytes / 1e6, 1)}${SPACE}MB`;
}
