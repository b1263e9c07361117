/**
 * What no document of the service and no person comes near. More is refused with an issue that says how much was found and how much is
 * taken: a reader that went on would take hours, or a name of a file would be longer than a disk takes.
 */
export const LIMITS = {
  /** Bytes of a document. */
  documentBytes: 64 * 1024 * 1024,
  /** Quotations and lists of Markdown, and structures of front matter, within one another. */
  depth: 100,
  /** Brackets, braces and signs of emphasis in a row. */
  brackets: 1000,
  /** Cells that a row of a list may have beyond its columns and still be tried to be divided among them: there are as many ways as their square. */
  dividedCells: 60,
  /** Characters of a journal number: the longest of the service has forty. A project without a code is named by it, and so are its files. */
  journalNumber: 100,
} as const;
