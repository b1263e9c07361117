import type { Issue } from '../../model/issue.ts';
import { createDraft, type FinishedDraft, type TextDocument } from '../draft.ts';
import type { ParseContext } from '../family.ts';
import { LIMITS } from '../limits.ts';
import { keySpan, tidy, trimSpan, type Span } from '../lines.ts';
import type { DocumentTree, EntryNode, Leaf } from '../tree.ts';
import { withholdByLabel } from '../person-label.ts';
import { reportUnreadable } from '../readers.ts';
import { readCents, readDate } from '../values.ts';
import type { RowCell } from './divide.ts';
import { createFitter, isAbsentCell, isFittingCell, oneLine, type FitRow } from './fit-row.ts';
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
  readonly fit: FitRow;
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
  if (header.columns.length > LIMITS.columns) return [{ issues: [refuseColumns(document, header)] }];
  const rows = tree.children.filter((child): child is EntryNode => child.type === 'entry');
  const cellsOf = (row: EntryNode): readonly RowCell[] => readCells(document, row, header.separator);
  const fit = createFitter({
    text: document.text,
    separator: header.separator,
    columns: header.columns.map((key) => form.columns.get(key)),
    headingWidth: header.width,
    context,
    listRows: () => rows.map(cellsOf),
  });
  const reading: ListReading = { document, form, header, period: form.period(header.columns), rank, context, fit };
  const notes = tree.children.filter((child): child is Leaf => child.type === 'furniture');
  return [
    { issues: reportUnknownColumns(reading, rows) },
    ...notes.map((leaf) => reportNote(reading, leaf)),
    ...rows.map((row) => readRow(reading, row, cellsOf(row))),
  ];
}

function readRow(reading: ListReading, row: EntryNode, all: readonly RowCell[]): FinishedDraft {
  const { document, form, header, period, rank, context, fit } = reading;
  const columns = header.columns.map((key) => form.columns.get(key));
  const isCut = row.end === document.text.length && !/[\r\n]$/.test(document.text) && all.length < columns.length;
  // Where a file breaks off in a row, nobody knows how its last cell went on.
  const { cells, isDivided, problem } = fit(isCut ? all.slice(0, -1) : all);
  const draft = createDraft(
    { ...document, isList: true, cells: new Map(cells.map((cell) => [keySpan(cell.span), cell.text])) },
    form.family,
    rank,
  );
  const codeKey = form.codeColumns.find((key) => header.columns.includes(key)) ?? form.codeColumns[0];
  const code = cells[header.columns.indexOf(codeKey)];
  const codeColumn = form.columns.get(codeKey);
  const refuse = (span: Span, message: string, found?: string): FinishedDraft => {
    draft.report('parse/unreadable-row', 'error', span, message, found);
    const { issues } = draft.finish(row);
    return { issues: issues.filter(({ code }) => code === 'parse/unreadable-row') };
  };
  if (problem !== undefined) return refuse(row, problem);
  const counted = `unexpected ${String(all.length)} cells, expected ${String(columns.length)}`;
  const isShort = cells.length < columns.length;
  if (cells.length > columns.length || (isShort && !mayBeShort(cells, columns))) return refuse(row, counted);
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    if (cell === undefined || column === undefined || isAbsentCell(cell)) continue;
    if (isFittingCell(cell, column, context) || isNear(cell, column)) continue;
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
      `${counted}: read in the only way in which every column holds what it can`,
    );
  if (isShort)
    draft.report(
      'parse/unreadable-value',
      'warning',
      { start: row.start, end: row.start },
      `unexpected end of the row behind ${String(cells.length)} cells, expected ${String(columns.length)}: the rest is absent`,
    );
  if (period !== undefined) draft.setField('programming_period', period, header.line);
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    if (cell === undefined || isAbsentCell(cell)) continue;
    if (column === undefined) withholdByLabel(draft, headingOf(reading, index), cell.span);
    else if (isFittingCell(cell, column, context)) column.read(draft, cell.span, context);
    else reportUnreadable(draft, cell.span, column.expected);
  }
  return draft.finish(row);
}

const isNear = (cell: RowCell, { isNear: test }: ListColumn): boolean => test?.(oneLine(cell)) === true;

/** Whether a row with too few cells lacks those at its end: most are there, and no text is an amount or a day that has come too early. */
function mayBeShort(cells: readonly RowCell[], columns: readonly (ListColumn | undefined)[]): boolean {
  if (cells.length * 2 <= columns.length) return false;
  return !cells.some((cell, index) => {
    const text = oneLine(cell);
    return columns[index]?.kind === 'text' && (readCents(text) !== undefined || readDate(text) !== undefined);
  });
}

function readCells(document: TextDocument, row: EntryNode, separator: string): readonly RowCell[] {
  return row.children
    .filter((leaf): leaf is ListCell => leaf.type === 'item' && 'text' in leaf)
    .map((leaf, index, { length }) => contentOf(document, leaf, index === length - 1 ? separator : undefined));
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
  const isQuoted = /^"[^]*"$/.test(raw) && raw.slice(1, -1).replaceAll('""', '"').trim() === value.trim();
  const content = isQuoted ? trimSpan(text, { start: span.start + 1, end: span.end - 1 }) : span;
  return { span: content, text: value, isQuoted };
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

function refuseColumns({ file, locate }: TextDocument, { line, columns }: Header): Issue {
  const place = locate(line.start);
  return {
    code: 'parse/unreadable-bytes',
    severity: 'error',
    document: file.path,
    line: place.line,
    column: place.column,
    message: `unexpected list of ${columns.length} columns, expected at most ${LIMITS.columns}`,
    count: 1,
  };
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
