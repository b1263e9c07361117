/**
 * Parts of a workbook without what costs the library that reads them more than they weigh, and is asked by nobody: an attribute of
 * a few bytes can stand for every cell of a sheet. The patterns are the library's own, and none of them goes back over what it has read.
 */

/** Filled cell by cell, over ranges as wide as a sheet. */
const HYPERLINK = /<(?:\w+:)?hyperlink [^<>]*>/gu;
/** Written out for each cell of a range, or looked for at each cell of a sheet. In a text, the same signs are read from what replaces them. */
const RANGE_FORMULA = /t="(?<kind>shared|array)"/gu;
/** Of a formula that another cell has: that there is one is told by its value alone. */
const EMPTY_FORMULA = /<(?<name>(?:\w+:)?f)(?:\s[^<>]*)?(?:\/>|>\s*<\/\k<name>>)/gu;

/** Of the relations between parts, those of the workbook to its sheets: comments and drawings would be read as often as they are named. */
const RELATION = /<(?:\w+:)?Relationship\b[^<>]*>/gu;
const OF_SHEET = /sheet["']/iu;
/** Other workbooks, read as often as the list of contents names them. */
const EXTERNAL_LINK = /<(?:\w+:)?Override\b[^<>]*externalLink[^<>]*>/gu;
/** What the library takes for another element or for none: an empty text would shift all behind it. */
const CELL = /<(?<name>(?:\w+:)?c)[\t\r\n]/gu;
const TEXT = /<(?<name>(?:\w+:)?si)(?:\s[^<>]*?)?(?<end>\/?)>/gu;
const END = /<\/(?<name>[\w:.-]+)\s+>/gu;
const UNESCAPED = /<!--|<!\[CDATA\[/gu;
/** Stands where something was, so that what stood around it stays apart. */
const NOTHING = '<x/>';

/** Parts that are texts: what else a workbook packs (pictures, settings of printers, sheets in the binary format) is no list. */
export const isText = (name: string): boolean => /\.(?:xml|rels)$/iu.test(name) && !OTHER_FORMAT.test(name);
/** Makes the library take the file for one of another kind, with ways of its own to repeat a cell. */
const OTHER_FORMAT = /^(?:meta-inf[\\/]manifest|objectdata|index)\.xml$/iu;

/** Parts by name, as the library shall get them. */
export function slimParts(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, slimPart(name, part)]));
}

/** Parts in UTF-16 as the others: what is looked for in them would not be found. */
export function toUtf8(part: Uint8Array): Uint8Array {
  const [first, second] = part;
  if (first === 0xff && second === 0xfe) return Buffer.from(new TextDecoder('utf-16le').decode(part));
  return first === 0xfe && second === 0xff ? Buffer.from(new TextDecoder('utf-16be').decode(part)) : part;
}

/** The same bytes where nothing is in the way. */
function slimPart(name: string, part: Uint8Array): Uint8Array {
  // As the library does, which takes each byte for a sign.
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  const slim = writeSlim(name, text);
  return slim === text ? part : Buffer.from(slim, 'latin1');
}

function writeSlim(name: string, text: string): string {
  if (name.endsWith('.rels'))
    return text.replaceAll(RELATION, (relation) => (OF_SHEET.test(relation) ? relation : NOTHING));
  return escapeAll(text)
    .replaceAll(END, '</$<name>>')
    .replaceAll(CELL, '<$<name> ')
    .replaceAll(TEXT, (_, part: string, end: string) => (end === '' ? `<${part}>` : `<${part}></${part}>`))
    .replaceAll(HYPERLINK, NOTHING)
    .replaceAll(EMPTY_FORMULA, '<$<name>>1</$<name>>')
    .replaceAll(RANGE_FORMULA, 't=&quot;$<kind>&quot;')
    .replaceAll(EXTERNAL_LINK, NOTHING);
}

/** Without comments, and with what is written unescaped (CDATA) escaped: the library reads both as elements. */
function escapeAll(text: string): string {
  const written: string[] = [];
  let at = 0;
  for (const { 0: begin, index } of text.matchAll(UNESCAPED)) {
    if (index < at) continue;
    const end = begin === '<!--' ? '-->' : ']]>';
    const until = text.indexOf(end, index + begin.length);
    if (until === -1) break;
    const content = begin === '<!--' ? '' : text.slice(index + begin.length, until);
    written.push(
      text.slice(at, index),
      content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    );
    at = until + end.length;
  }
  return at === 0 ? text : written.join('') + text.slice(at);
}
