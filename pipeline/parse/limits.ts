import { DOCUMENT_BYTES } from '../model/document-bytes.ts';

/**
 * What no document of the service and no person comes near. More is refused with an issue that says how much was found and how much is
 * taken: a reader that went on would take hours, or a name of a file would be longer than a disk takes.
 */
export const LIMITS = {
  /** Bytes of a document. */
  documentBytes: DOCUMENT_BYTES,
  /** Bytes of a workbook's parts together. A list of 9,000 projects with their summaries has 60 million. */
  unpackedBytes: 512 * 1024 * 1024,
  /** Sheets of a workbook. */
  sheets: 255,
  /** Lines of a text; a list of every project of Finland has 20,000. */
  lines: 1_000_000,
  /** Characters (UTF-16 code units) of a line. */
  lineCharacters: 4_000_000,
  /** Commas, semicolons, tabs and upright strokes of a text: any of them can end a cell, and a cell takes a hundred times its bytes in memory. */
  separators: 4_000_000,
  /** Beginnings and ends of elements of a saved page. */
  elements: 1_000_000,
  /** Characters of a Markdown document, whose parser takes ten milliseconds a thousand. */
  markdownCharacters: 2_000_000,
  /** Lines of Markdown that underline a heading, or look like it: for each the parser goes over all before it. */
  underlines: 1000,
  /** Keys of front matter. */
  keys: 1000,
  /** Quotations and lists of Markdown, and structures of front matter, within one another. */
  depth: 100,
  /** Brackets, braces and signs of emphasis in a row. */
  brackets: 1000,
  /** Cells that a row of a list may have beyond its columns and still be tried to be divided among them: there are as many ways as their square. */
  dividedCells: 60,
  /** Columns of a list: as many as a sheet can have. */
  columns: 16_384,
  /** Warnings and notes of one kind that a document gets singly; the rest is told together, as the number that it is. */
  alike: 10_000,
  /** Characters of a journal number: the longest of the service has forty. A project without a code is named by it, and so are its files. */
  journalNumber: 100,
} as const;
