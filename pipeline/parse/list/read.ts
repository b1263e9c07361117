import { createDraft, type FinishedDraft, type TextDocument } from '../draft.ts';
import type { ParseContext } from '../family.ts';
import { keySpan, tidy, trimSpan, type Span } from '../lines.ts';
import type { DocumentTree, EntryNode, Leaf } from '../tree.ts';
import { withholdByLabel } from '../person-label.ts';
import { divideRow, type RowCell } from './divide.ts';
import { authority } from './columns.ts';
import type { ListColumn, ListForm } from './form.ts';
import { findHeader, type Header } from './header.ts';
import { NOTE, TOTAL, type ListCell } from './scan.ts';

/** What reading one row needs to know. */
interface ListReading {
  readonly document: TextDocument;
  readonly form: ListForm;
  readonly header: Header;
  readonly period: string | undefined;
  readonly rank: number;
  readonly context: ParseContext;
}

/** Reads a list's tree: every row becomes an entry of its own, or an issue. */
export function readList(
  document: TextDocument,
  tree: DocumentTree,
  form: ListForm,
  rank: number,
  context: ParseContext,
): FinishedDraft[] {
  const header = findHeader(document.text, form);
  if (header === undefined) return [];
  const rows = tree.children.filter((child): child is EntryNode => child.type === 'entry');
  const reading: ListReading = { document, form, header, period: form.period(header.columns), rank, context };
  const notes = tree.children.filter((child): child is Leaf => child.type === 'furniture');
  return [
    { issues: reportUnknownColumns(reading, rows) },
    ...notes.map((leaf) => reportNote(reading, leaf)),
    ...rows.map((row) => readRow(reading, row)),
  ];
}

function readRow(reading: ListReading, row: EntryNode): FinishedDraft {
  const { document, form, header, period, rank, context } = reading;
  const columns = header.columns.map((key) => form.columns.get(key));
  const all = row.children
    .filter((leaf): leaf is ListCell => leaf.type === 'item' && 'text' in leaf)
    .map((leaf, index, { length }) => contentOf(document, leaf, index === length - 1 ? header.separator : undefined));
  const { cells, isDivided } = fitCells(document.text, all, columns, context);
  const draft = createDraft(
    { ...document, isList: true, cells: new Map(cells.map((cell) => [keySpan(cell.span), cell.text])) },
    form.family,
    rank,
  );
  const code = cells[header.columns.indexOf(form.codeColumn)];
  const codeColumn = form.columns.get(form.codeColumn);
  const refuse = (span: Span, message: string, found?: string): FinishedDraft => {
    draft.report('parse/unreadable-row', 'error', span, message, found);
    const { issues } = draft.finish(row);
    return { issues: issues.filter(({ code }) => code === 'parse/unreadable-row') };
  };
  if (cells.length !== columns.length)
    return refuse(row, `unexpected ${String(cells.length)} cells, expected ${String(columns.length)}`);
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    if (cell === undefined || column === undefined || isAbsentCell(cell)) continue;
    if (isFittingCell(cell, column, context)) continue;
    const message = `unexpected value in column ${headingOf(reading, index)}, expected ${column.expected}`;
    // The error says whose row it is, where that cell can be read.
    if (code !== undefined && !isAbsentCell(code) && codeColumn?.fits(oneLine(code), context, code.text) === true)
      codeColumn.read(draft, code.span, context);
    return refuse(cell.span, message, oneLine(cell));
  }
  if (isDivided)
    draft.report(
      'parse/divided-row',
      'info',
      { start: row.start, end: row.start },
      `unexpected ${String(all.length)} cells, expected ${String(columns.length)}: read in the only way in which every column holds what it can`,
    );
  if (period !== undefined) draft.setField('programming_period', period, header.line);
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    if (cell === undefined || isAbsentCell(cell)) continue;
    if (column === undefined) withholdByLabel(draft, headingOf(reading, index), cell.span);
    else column.read(draft, cell.span, context);
  }
  return draft.finish(row);
}

/** An empty cell, or a dash in its place. */
const isAbsentCell = (cell: RowCell): boolean => /^[-–]?$/.test(tidy(cell.text));

const oneLine = ({ text }: RowCell): string => tidy(text.replace(/[\r\n]+/g, ' '));

function isFittingCell(cell: RowCell, column: ListColumn | undefined, context: ParseContext): boolean {
  return column?.fits(oneLine(cell), context, cell.text) ?? true;
}

/** A heading as the document writes it. */
function headingOf({ document, header }: ListReading, index: number): string {
  const cell = header.cells[index];
  return header.cells.length === header.columns.length && cell !== undefined
    ? tidy(contentOf(document, cell, undefined).text)
    : (header.columns[index] ?? '');
}

/**
 * A cell's trimmed content without its quotes.
 * @param separator of the last cell alone: the raw export glues a `;` to it
 */
function contentOf(
  { text }: Pick<TextDocument, 'text'>,
  leaf: Pick<ListCell, 'content' | 'start' | 'end' | 'text'>,
  separator: string | undefined,
): RowCell {
  let span = trimSpan(text, leaf.content ?? leaf);
  let value = leaf.text;
  if (separator !== undefined && separator !== ';' && text.slice(span.start, span.end).endsWith(';')) {
    span = trimSpan(text, { start: span.start, end: span.end - 1 });
    value = text.slice(span.start, span.end).replace(/^"([^]*)"$/, (_, inner: string) => inner.replaceAll('""', '"'));
  }
  const raw = text.slice(span.start, span.end);
  const quoted = /^"[^]*"$/.test(raw) && raw.slice(1, -1).replaceAll('""', '"').trim() === value.trim();
  return { span: quoted ? trimSpan(text, { start: span.start + 1, end: span.end - 1 }) : span, text: value };
}

/**
 * Cells under their columns. Two habits of the exports are known, not guessed: rows that end in `,,;`, and an authority without quotes
 * whose own comma adds a cell. What else has too many cells is divided where that can be done in one way only (`divideRow`).
 */
function fitCells(
  text: string,
  cells: readonly RowCell[],
  columns: readonly (ListColumn | undefined)[],
  context: ParseContext,
): { readonly cells: readonly RowCell[]; readonly isDivided: boolean } {
  let end = cells.length;
  while (end > columns.length && tidy(cells[end - 1]?.text ?? '') === '') end -= 1;
  const row = cells.slice(0, end);
  const isFitting = row.every((cell, index) => isAbsentCell(cell) || isFittingCell(cell, columns[index], context));
  if (cells.length <= columns.length || (row.length === columns.length && isFitting))
    return { cells: row, isDivided: false };
  const divided = divideRow(text, cells, columns, context);
  if (divided === undefined) return { cells: row, isDivided: false };
  const isAuthorityAlone = divided.every(
    ({ span }, index) =>
      columns[index]?.fits === authority.fits ||
      row.some((cell) => cell.span.start === span.start && cell.span.end === span.end),
  );
  return { cells: divided, isDivided: !isAuthorityAlone };
}

/** What stands around the rows is told, so that nothing of a list disappears. */
function reportNote({ document, form, rank }: ListReading, leaf: Leaf): FinishedDraft {
  if (leaf.part !== NOTE && leaf.part !== TOTAL) return { issues: [] };
  const draft = createDraft(document, form.family, rank);
  const span = trimSpan(document.text, leaf.content ?? leaf);
  const [code, what] =
    leaf.part === NOTE ? (['parse/list-note', 'line'] as const) : (['parse/list-total', 'sums'] as const);
  draft.report(
    code,
    'info',
    span,
    `unexpected ${what} beside the rows of the list, expected rows alone`,
    draft.read(span),
  );
  const { issues } = draft.finish(leaf);
  return { issues: issues.filter((issue) => issue.code === code) };
}

/** What the model has no place for is said once, at the heading. */
function reportUnknownColumns(reading: ListReading, rows: readonly EntryNode[]): FinishedDraft['issues'] {
  const { document, form, header } = reading;
  const headings = [...form.columns.values()].map(({ heading }) => heading).join(', ');
  return header.columns.flatMap((key, index) => {
    if (form.columns.has(key)) return [];
    // A column without a name and without a value is a margin.
    const isBlank = ({ children }: EntryNode): boolean => {
      const { start, end } = children[index]?.content ?? { start: 0, end: 0 };
      return tidy(document.text.slice(start, end)) === '';
    };
    if (key === '' && rows.every(isBlank)) return [];
    const { line, column } = document.locate(header.cells[index]?.start ?? header.line.start);
    return [
      {
        code: 'parse/unknown-column',
        severity: 'warning',
        document: document.file.path,
        line,
        column,
        message: `unexpected column that the model has no place for, expected one of ${headings}`,
        ...(key === '' ? {} : { found: headingOf(reading, index) }),
        count: rows.length,
      } as const,
    ];
  });
}
