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
  return text
    .replaceAll(HYPERLINK, NOTHING)
    .replaceAll(EMPTY_FORMULA, '<$<name>>1</$<name>>')
    .replaceAll(RANGE_FORMULA, 't=&quot;$<kind>&quot;')
    .replaceAll(EXTERNAL_LINK, NOTHING);
}
