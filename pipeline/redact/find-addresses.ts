import { keepLast } from './keep-last.ts';
import type { Span } from './span.ts';
import type { NameRegister } from './register.ts';

/** Every way of writing the sign in the middle: itself, in brackets or between signs, as a word. */
const AT =
  /\s?\\?@\s?|\s?[([{<«|*_~/\\#"'-]{1,2}\s?(?:@|[aä]t-?merkki|[aä]\s?tt?|a|ä|miu|miuku|miukumauku|kissanhäntä|snabel-?a)\s?[)\]}>»|*_~/\\#"'-]{1,2}\s?|\s(?:[aä]t-?merkki|ät|at|miuku|miukumauku|kissanhäntä|snabel-?a)\s/iuy;
export const ADDRESS_GATE =
  /@|[^A-Za-zÀ-ÖØ-öø-ɏ](?:[aä]\s?tt?(?:-?merkki)?|a|ä|miu[a-zåäö]*|kissanhäntä|snabel-?a)(?=[^A-Za-zÀ-ÖØ-öø-ɏ])/iu;
/** Looked for without taking it, since one can begin within another: `.snabel-a-`. */
const ADDRESS_GATES = new RegExp(`(?=${ADDRESS_GATE.source})`, 'giu');

const DOT = String.raw`(?:\s?\.\s?|\s?[([{<-]\s?(?:dot|piste|punkt|\.)\s?[)\]}>-]\s?|\s(?:dot|piste|punkt)\s)`;
const LABEL = String.raw`[\p{L}\p{N}](?:(?:(?!-(?:dot|piste|punkt)-)[\p{L}\p{N}-]){0,61}[\p{L}\p{N}])?`;
const HOST = new RegExp(String.raw`${LABEL}(?:${DOT}${LABEL}){0,5}`, 'iuy');
const LOCAL_LABEL = String.raw`(?:(?!-(?:dot|piste|punkt)-)[\p{L}\p{N}_%+'-]){1,40}`;
const LOCAL = new RegExp(String.raw`(?<![\p{L}\p{N}])${LOCAL_LABEL}(?:${DOT}${LOCAL_LABEL}){0,4}$`, 'iu');
const DOTS = new RegExp(DOT, 'giu');
const LONGEST_LOCAL = 120;

/** Country codes (ISO 3166 as top-level domains) and the domains that addresses of projects are in; reserved ones too. */
const TOP_LEVEL = new Set(
  `ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz
  de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp
  ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz
  om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw
  tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw com net org edu gov int mil info biz name pro mobi tel coop museum aero jobs online site blog shop store
  tech dev app cloud email me academy art care center club community company education expert family foundation fund global group guide health help house life live
  management media network ngo one ong page partners plus press project school services social software solutions space studio support systems team today tools training work
  works world xyz zone example test invalid local`.split(/\s+/),
);

/**
 * E-mail addresses, however the signs in them are written. The sign `@` itself needs a host with a dot; a word for it needs a
 * top-level domain that exists, and ` at ` a name in front as well.
 * @param text normalised
 */
export const findAddresses = keepLast(readAddresses);

function readAddresses(text: string, register: NameRegister): Span[] {
  const spans: Span[] = [];
  for (const at of findSigns(text)) {
    const local = readGroup(text, at.index) ?? readLocal(text, at.index);
    const host = readHost(text, at.index + at[0].length);
    if (local === undefined || host === undefined) continue;
    const written = text.slice(local, at.index);
    const end = chooseEnd(written, at[0], host, register);
    if (end !== undefined) spans.push({ start: local, end });
  }
  return spans;
}

/** How far before its middle a sign begins. In characters. */
const LEAD = 4;

/** Every sign in the middle, from left to right. Looked for around what the gate finds: the pattern itself begins almost anywhere. */
function findSigns(text: string): RegExpExecArray[] {
  const signs: RegExpExecArray[] = [];
  let behind = 0;
  for (const { index } of text.matchAll(ADDRESS_GATES)) {
    const sign = findSign(text, Math.max(behind, index - LEAD), index);
    if (sign === undefined) continue;
    signs.push(sign);
    behind = sign.index + sign[0].length;
  }
  return signs;
}

function findSign(text: string, from: number, to: number): RegExpExecArray | undefined {
  for (let at = from; at <= to; at += 1) {
    AT.lastIndex = at;
    const sign = AT.exec(text);
    if (sign !== null) return sign;
  }
  return undefined;
}

/** Several names before one host: `{maija.malli, pekka.malli}@…`. */
const GROUP = /[{[(<][\p{L}\d._%+-]{1,64}(?:\s?[,;|/]\s?[\p{L}\d._%+-]{1,64}){1,9}[}\])>]$/u;
const LONGEST_GROUP = 400;

function readGroup(text: string, end: number): number | undefined {
  if (!/[}\])>]/.test(text.charAt(end - 1))) return undefined;
  const from = Math.max(0, end - LONGEST_GROUP);
  const match = GROUP.exec(text.slice(from, end));
  return match === null ? undefined : from + match.index;
}

/** Where the part before the sign begins; a line break after a dot or a hyphen goes through it. */
function readLocal(text: string, end: number): number | undefined {
  const from = Math.max(0, end - LONGEST_LOCAL);
  const match = LOCAL.exec(text.slice(from, end));
  if (match === null) return undefined;
  let start = from + match.index;
  const broken = /[\p{L}\p{N}_%+'.-]{1,60}(?:[.-]\n)$/u.exec(text.slice(Math.max(0, start - 64), start));
  if (broken !== null) start -= broken[0].length;
  return start;
}

interface Host {
  readonly end: number;
  readonly labels: readonly { readonly text: string; readonly end: number }[];
}

function readHost(text: string, start: number): Host | undefined {
  HOST.lastIndex = start;
  const match = HOST.exec(text);
  if (match === null) return undefined;
  const labels: { text: string; end: number }[] = [];
  let from = 0;
  for (const dot of [...match[0].matchAll(DOTS), undefined]) {
    const end = dot?.index ?? match[0].length;
    labels.push({ text: match[0].slice(from, end), end: start + end });
    from = end + (dot?.[0].length ?? 0);
  }
  return { end: start + match[0].length, labels };
}

/** Where the host ends: at the last label that is a top-level domain; `undefined` where it is no address. */
function chooseEnd(local: string, sign: string, { labels }: Host, register: NameRegister): number | undefined {
  const last = labels.findLast(({ text }, index) => index > 0 && TOP_LEVEL.has(text.toLowerCase()));
  const isDotted = /[\p{L}\p{N}](?:\.|piste|dot|punkt)/iu.test(local.replaceAll(/\s/g, ''));
  const words = local.split(/[^\p{L}]+/u);
  const isNamed = words.some((word) => register.isFirstName(word));
  const tight = sign === '@';
  if (sign.includes('@')) {
    // `seuraa @tili.fi` is a mention.
    if (/^\s@$/.test(sign) && !isDotted && !isNamed) return undefined;
    if (last !== undefined) return last.end;
    const any = labels.findLast(({ text }, index) => index > 0 && /^\p{L}{2,}$/u.test(text));
    if (any !== undefined && (tight || isDotted)) return any.end;
    return (tight && (isDotted || isNamed) ? labels[0]?.end : undefined) ?? undefined;
  }
  const letter = sign.replaceAll(/[^\p{L}]/gu, '').toLowerCase();
  const isBracketed = /[^\s\p{L}]/u.test(sign);
  // `maija.malli (at) satukyla`: a host without its end, behind what is dotted as a name is.
  if (last === undefined) return isBracketed && letter.length > 1 && isDotted ? labels[0]?.end : undefined;
  if (isBracketed) return letter.length > 1 || isDotted || isNamed || !/\s/.test(sign) ? last.end : undefined;
  return letter !== 'at' || isDotted || isNamed ? last.end : undefined;
}
