import { escapeXml } from '../../escape-xml.ts';
import type { ReleaseMetadata } from '../../format.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Styles in the order of `STYLE` in `sheet.ts`, after the default. 49 is text, 4 an amount with two decimals. `quotePrefix` is the
 * apostrophe that one types in front of a text that is to stay one: the text itself is not changed by it.
 */
const STYLES =
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** Title, release, licence, sources and notes, as a spreadsheet shows them under the file's properties. */
function describeFile(metadata: ReleaseMetadata): string {
  const { release, licence, attribution, notes, siteUrl } = metadata;
  const description = [...notes, ...attribution, `Release ${release}.`, licence, siteUrl].join('\n');
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>Hankekartta ${release}</dc:title><dc:description>${escapeXml(description)}</dc:description>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${release.slice(0, 10)}T00:00:00Z</dcterms:created></cp:coreProperties>`
  );
}

const relate = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

/** The parts of a workbook that are there before any sheet is known (ECMA-376 Part 2): name → content. */
export function createFixedParts(metadata: ReleaseMetadata): ReadonlyMap<string, string> {
  return new Map([
    [
      '_rels/.rels',
      `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">` +
        relate('rId1', `${OFFICE_RELATIONSHIPS}/officeDocument`, 'xl/workbook.xml') +
        relate('rId2', `${RELATIONSHIPS}/metadata/core-properties`, 'docProps/core.xml') +
        '</Relationships>',
    ],
    ['docProps/core.xml', describeFile(metadata)],
    ['xl/styles.xml', STYLES],
  ]);
}

/** The parts that list the sheets, by their names; sheet n is in `xl/worksheets/sheetn.xml`. */
export function createListingParts(sheets: readonly string[]): ReadonlyMap<string, string> {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const listed = sheets.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return new Map([
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">` +
        sheets
          .map((_, i) => relate(`rId${i + 1}`, `${OFFICE_RELATIONSHIPS}/worksheet`, `worksheets/sheet${i + 1}.xml`))
          .join('') +
        relate(`rId${sheets.length + 1}`, `${OFFICE_RELATIONSHIPS}/styles`, 'styles.xml') +
        '</Relationships>',
    ],
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        override('xl/workbook.xml', `${MAIN_TYPE}.sheet.main+xml`) +
        override('xl/styles.xml', `${MAIN_TYPE}.styles+xml`) +
        override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
        sheets.map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, `${MAIN_TYPE}.worksheet+xml`)).join('') +
        '</Types>',
    ],
  ]);
}
