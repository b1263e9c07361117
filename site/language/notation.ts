/**
 * How a language writes numbers, money and dates: made here from the language's file and not by `Intl`, so that it is the same on
 * every machine. No-break spaces stand between thousands and before a unit; the minus is a true one.
 */
export interface Notation {
  /** @param decimals how many decimals are shown */
  number(value: number, decimals?: number): string;
  /** An amount of a source as it is: whole EUR, or with cents where it has some. */
  euros(euros: number): string;
  /** A sum, rounded to whole EUR. */
  wholeEuros(euros: number): string;
  /** A large sum for a headline: `1,2 milj. €`; below a million whole EUR. */
  millions(euros: number): string;
  /**
   * Whole percents; nearly nothing is not nothing, and nearly everything not everything.
   * @param share 0.41 → `41 %`
   */
  percent(share: number): string;
  /** @param date ISO 8601, `2019-03-01` → `1.3.2019` */
  date(date: string): string;
  /** `1.3.2015–28.2.2018`; an open end stays open; `undefined` where neither is known. */
  period(start: string | undefined, end: string | undefined): string | undefined;
  /** Size of a file in decimal units: `980 tavua`, `12,3 kB`, `4,5 MB`. */
  bytes(bytes: number): string;
  /** Between the language's quotation marks. */
  quote(text: string): string;
}

/** A language's part on notation, as its file has it. */
export interface NotationTexts {
  readonly group: string;
  readonly decimal: string;
  readonly money: string;
  readonly millions: string;
  readonly percent: string;
  readonly date: string;
  readonly shortDate: string;
  readonly period: string;
  readonly monthNames: readonly string[];
  readonly shortMonthNames: readonly string[];
  readonly bytes: string;
  readonly quote: string;
}

const SPACE = '\u00a0';
const MINUS = '\u2212';

export function createNotation(texts: NotationTexts): Notation {
  const writeAbsolute = (value: number, decimals: number): string => {
    const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
    const grouped = whole.length <= 3 ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, texts.group);
    return fraction === undefined ? grouped : grouped + texts.decimal + fraction;
  };
  /** The sign goes before all of it, a currency sign included; what rounds to zero has none. */
  const sign = (value: number, written: string): string =>
    value < 0 && /[1-9]/.test(written) ? MINUS + written : written;
  // A function: in a text `$&` would mean something.
  const put = (template: string, slot: string, value: string): string => template.replace(`{${slot}}`, () => value);
  const number = (value: number, decimals = 0): string => sign(value, writeAbsolute(value, decimals));
  const money = (euros: number, decimals: number): string =>
    sign(euros, put(texts.money, 'amount', writeAbsolute(euros, decimals)));
  const wholeEuros = (euros: number): string => money(Math.round(euros), 0);
  const writeDate = (template: string, date: string): string => {
    const [year, month, day] = date.split('-').map(Number);
    const index = (month ?? 1) - 1;
    return template
      .replace('{day}', String(day))
      .replace('{monthName}', texts.monthNames[index] ?? '')
      .replace('{shortMonthName}', texts.shortMonthNames[index] ?? '')
      .replace('{month}', String(month))
      .replace('{year}', String(year));
  };
  return {
    number,
    euros: (euros) => money(euros, Number.isInteger(euros) ? 0 : 2),
    wholeEuros,
    millions: (euros) =>
      Math.abs(euros) < 1e6
        ? wholeEuros(euros)
        : sign(euros, put(texts.millions, 'amount', writeAbsolute(euros / 1e6, 1))),
    percent(share) {
      const write = (percent: number): string => put(texts.percent, 'value', number(percent));
      if (share > 0 && share < 0.005) return `< ${write(1)}`;
      return share >= 0.995 && share < 1 ? `> ${write(99)}` : write(Math.round(share * 100));
    },
    date: (date) => writeDate(texts.date, date),
    period(start, end) {
      if (start === undefined && end === undefined) return undefined;
      const [from, to] = [start, end].map((date) => (date === undefined ? '' : writeDate(texts.shortDate, date)));
      return texts.period
        .replace('{from}', from ?? '')
        .replace('{to}', to ?? '')
        .trim();
    },
    bytes(bytes) {
      if (bytes < 1000) return `${number(bytes)}${SPACE}${texts.bytes}`;
      if (bytes < 999_500) return `${number(bytes / 1e3, bytes < 99_950 ? 1 : 0)}${SPACE}kB`;
      return `${number(bytes / 1e6, 1)}${SPACE}MB`;
    },
    quote: (text) => put(texts.quote, 'text', text),
  };
}
