import type { Span } from './span.ts';

/**
 * A text as the patterns read it: entities and percent codes resolved, letters composed, digits and widths made plain, every dash `-`,
 * every space ` `, invisible characters gone, a backslash's escapes (Markdown, YAML, JSON) resolved. `offsets` leads back to the original; absent where nothing moved.
 */
export interface Normalised {
  readonly text: string;
  readonly original: string;
  readonly offsets?: Uint32Array;
}

/** Signs that another one of the same length stands for. */
const ALIKE = new Map([
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '-'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2015', '-'],
  ['\u2043', '-'],
  ['\u2212', '-'],
  ['\ufe58', '-'],
  ['\ufe63', '-'],
  ['\uff0d', '-'],
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u201b', "'"],
  ['\u00b4', "'"],
  ['\u02bc', "'"],
  ['\uff07', "'"],
  ['\t', ' '],
  ['\v', '\n'],
  ['\f', '\n'],
  ['\r', '\n'],
  ['\u0085', '\n'],
  ['\u2028', '\n'],
  ['\u2029', '\n'],
  ['\u0130', 'I'],
]);
const ALIKE_SIGN =
  /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d\u2018\u2019\u201b\u00b4\u02bc\uff07\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v\f\r\u0085\u2028\u2029\u0130]/;
const ALIKE_SIGNS = new RegExp(ALIKE_SIGN.source, 'g');

/** Never seen on the page: zero-width characters, soft hyphens, directions, variation selectors, controls. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** What moves offsets; nearly every text has none of it. */
const MOVES =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u0300-\u036f\u0600-\u1fff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3000-\uffff]|&(?:amp;)*[#A-Za-z]|%[2345Cc][0-9A-Fa-f]|\\[!-/:-@[-`{-~xuU]|[-\u2010]\r?\n[a-zåäö]/;
/** A word that the end of a line divides: `yhteys-⏎henkilö`; a capital in the next line keeps its hyphen. */
const DIVIDED = /[-\u2010]\r?\n(?=[a-zåäö])/y;

const ENTITY = /&(?:amp;)*(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/iy;
const NAMED = new Map([
  ['amp', '&'],
  ['commat', '@'],
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['shy', '\u00ad'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['period', '.'],
  ['comma', ','],
  ['colon', ':'],
  ['sol', '/'],
  ['lowbar', '_'],
  ['plus', '+'],
  ['lpar', '('],
  ['rpar', ')'],
  ['hyphen', '-'],
  ['dash', '-'],
  ['ndash', '-'],
  ['mdash', '-'],
  ['minus', '-'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['aring', 'å'],
  ['Auml', 'Ä'],
  ['Ouml', 'Ö'],
  ['Aring', 'Å'],
  ['eacute', 'é'],
  ['uuml', 'ü'],
  ['apos', "'"],
  ['quot', '"'],
  ['rsquo', "'"],
]);
/** One character in UTF-8, encoded once or more often: `%2540`. By runs of them, what cannot be decoded would be tried anew from each of its signs. */
const PERCENT =
  /%(?:25)*(?:[0-7][0-9a-f]|[cd][0-9a-f]%(?:25)*[89ab][0-9a-f]|e[0-9a-f](?:%(?:25)*[89ab][0-9a-f]){2}|f[0-7](?:%(?:25)*[89ab][0-9a-f]){3})/iy;

/** `\\@` and `\\-` of Markdown, `\\xF6` and `\\u00f6` of YAML, JSON and program code. */
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8})|([!-/:-@[-`{-~]))/y;

/** Stands for itself, whatever is around it. */
const PLAIN_RUN = /(?:[\n -$'-,.-[\]-~\xa1-\xac\xae-\xb3\xb5-\u012f\u0131-\u024f]+|-(?!\r?\n[a-zåäö]))+/y;

/** Plain, in one pass; a text without anything to resolve keeps its offsets. */
export function normalise(original: string): Normalised {
  if (!MOVES.test(original)) {
    const text = ALIKE_SIGN.test(original) ? original.replace(ALIKE_SIGNS, (sign) => ALIKE.get(sign) ?? ' ') : original;
    return { text, original };
  }
  let offsets = new Uint32Array(original.length + 1);
  // Joined at the end: a text that grows and is cut again is copied each time.
  const pieces: string[] = [];
  let length = 0;
  let at = 0;
  // A ligature is longer when it is plain: `ﬃ`, `ffi`.
  const makeRoom = (more: number): void => {
    if (length + more < offsets.length) return;
    const wider = new Uint32Array(2 * (length + more) + 1);
    wider.set(offsets);
    offsets = wider;
  };
  const push = (piece: string, from: number): void => {
    makeRoom(piece.length);
    for (let index = 0; index < piece.length; index += 1) offsets[length + index] = from;
    if (piece !== '') pieces.push(piece);
    length += piece.length;
  };
  while (at < original.length) {
    DIVIDED.lastIndex = at;
    const divided = DIVIDED.exec(original)?.[0];
    if (divided !== undefined) {
      at += divided.length;
      continue;
    }
    PLAIN_RUN.lastIndex = at;
    const run = PLAIN_RUN.exec(original)?.[0];
    if (run !== undefined) {
      makeRoom(run.length);
      for (let index = 0; index < run.length; index += 1) offsets[length + index] = at + index;
      pieces.push(run);
      length += run.length;
      at += run.length;
      continue;
    }
    const { plain, length: read } = readPiece(original, at);
    for (const sign of plain) {
      const last = pieces.at(-1) ?? '';
      const composed = /\p{M}/u.test(sign) ? (last.slice(-1) + sign).normalize('NFC') : undefined;
      if (composed?.length === 1) pieces[pieces.length - 1] = last.slice(0, -1) + composed;
      else push(toPlain(sign), at);
    }
    at += read;
  }
  offsets[length] = original.length;
  return { text: pieces.join(''), original, offsets: offsets.subarray(0, length + 1) };
}

/** The characters that stand at an offset, and how long they are in the original. */
function readPiece(text: string, at: number): { plain: string; length: number } {
  const code = text.codePointAt(at) ?? 0;
  const sign = String.fromCodePoint(code);
  if (sign === '&') {
    ENTITY.lastIndex = at;
    const match = ENTITY.exec(text);
    if (match !== null) {
      const number = match[1] === undefined ? Number.parseInt(match[2] ?? '', 16) : Number(match[1]);
      const named = match[3] === undefined ? undefined : (NAMED.get(match[3]) ?? NAMED.get(match[3].toLowerCase()));
      if (named !== undefined) return { plain: named, length: match[0].length };
      if (number > 0 && number <= 0xffff && (number < 0xd800 || number > 0xdfff))
        return { plain: String.fromCharCode(number), length: match[0].length };
    }
  }
  if (sign === '\\') {
    ESCAPE.lastIndex = at;
    const match = ESCAPE.exec(text);
    const plain = match === null ? undefined : (match[5] ?? readCode(match[1] ?? match[2] ?? match[3] ?? match[4]));
    if (match !== null && plain !== undefined) return { plain, length: match[0].length };
  }
  if (sign === '%') {
    PERCENT.lastIndex = at;
    const encoded = PERCENT.exec(text)?.[0];
    const plain = encoded === undefined ? undefined : decodePercent(encoded);
    if (encoded !== undefined && plain !== undefined) return { plain, length: encoded.length };
  }
  return { plain: sign, length: sign.length };
}

/** The sign of a hexadecimal number; `undefined` where Unicode has none. */
function readCode(digits = ''): string | undefined {
  const code = Number.parseInt(digits, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function decodePercent(encoded: string): string | undefined {
  try {
    const plain = decodeURIComponent(encoded.replaceAll(/%(?:25)+(?=[0-9a-f]{2})/gi, '%'));
    return /^[\p{L}\p{M}\p{Nd}@. +_:/-]$/u.test(plain) ? plain : undefined;
  } catch {
    return undefined;
  }
}

function toPlain(sign: string): string {
  if (INVISIBLE.test(sign)) return '';
  const alike = ALIKE.get(sign);
  if (alike !== undefined) return alike;
  const code = sign.codePointAt(0) ?? 0;
  if (code === 0xa0) return ' ';
  if (code < 0x250) return sign;
  if (/\p{Zs}/u.test(sign)) return ' ';
  // Full and half width, small forms, mathematical letters and digits, ligatures.
  if ((code >= 0xfb00 && code <= 0xffef) || (code >= 0x1d400 && code <= 0x1d7ff)) {
    const wide = sign.normalize('NFKC');
    return ALIKE.get(wide) ?? wide;
  }
  if (/\p{Nd}/u.test(sign)) return String(digitOf(code));
  return sign;
}

/** Unicode's decimal digits lie in tens that begin at a multiple of 16, or six behind one. */
function digitOf(code: number): number {
  const low = code & 0xf;
  return /\p{Nd}/u.test(String.fromCodePoint(code - low)) ? low : low - 6;
}

/** The span of the original that a span of the plain text came from. */
export function toOriginal({ offsets }: Normalised, { start, end }: Span): Span {
  return offsets === undefined ? { start, end } : { start: offsets[start] ?? start, end: offsets[end] ?? end };
}

const FOLDED = new Map<string, string>();
for (const [plain, letters] of Object.entries({
  a: 'àáâãäåāăąæ',
  c: 'çćč',
  d: 'ďđð',
  e: 'èéêëēęě',
  g: 'ğģ',
  i: 'ìíîïīįı',
  l: 'ľĺļł',
  n: 'ñńňņŋ',
  o: 'òóôõöøōőœ',
  r: 'řŕŗ',
  s: 'śšşßș',
  t: 'ťţŧț',
  u: 'ùúûüūůűų',
  y: 'ýÿ',
  z: 'źžż',
}))
  for (const letter of letters) FOLDED.set(letter, plain);

/** Lower case without diacritics, letter for letter, so that offsets stay: how names are written in addresses. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return /[^\0-\x7f]/.test(lower) ? lower.replace(/[\u00df-\u021b]/g, (letter) => FOLDED.get(letter) ?? letter) : lower;
}
