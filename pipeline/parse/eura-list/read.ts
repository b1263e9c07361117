import { createDraft, type FinishedDraft, type TextDocument } from '../draft.ts';
import type { ParseContext } from '../family.ts';
import { keySpan, tidy, trimSpan, type Span } from '../lines.ts';
import type { DocumentTree, EntryNode } from '../tree.ts';
import { withholdByLabel } from '../person-label.ts';
import { AUTHORITY_COLUMN, LIST_COLUMNS, UNMAPPED_COLUMNS, authorityKey, findPeriod } from './columns.ts';
import { findHeader, type ListCell } from './scan.ts';

/** Reads a list's tree: every row becomes an entry of its own, or an issue. */
export function readEuraList(
  document: TextDocument,
  tree: DocumentTree,
  rank: number,
  context: ParseContext,
): FinishedDraft[] {
  const header = findHeader(document.text);
  if (header === undefined) return [];
  const rows = tree.children.filter((child): child is EntryNode => child.type === 'entry');
  const period = findPeriod(header.columns);
  return [
    { issues: reportUnmappedColumns(document, header, rows.length) },
    ...rows.map((row) => readRow(document, row, header, period, rank, context)),
  ];
}

type Header = NonNullable<ReturnType<typeof findHeader>>;

function readRow(
  document: TextDocument,
  row: EntryNode,
  header: Header,
  period: string | undefined,
  rank: number,
  context: ParseContext,
): FinishedDraft {
  const { columns } = header;
  const all = row.children.filter((leaf): leaf is ListCell => leaf.type === 'item' && 'text' in leaf);
  const cells = fitCells(all.map(contentOf(document)), columns, context);
  const draft = createDraft(
    { ...document, isList: true, cells: new Map(cells.map((cell) => [keySpan(cell.span), cell.text])) },
    'eura-list',
    rank,
  );
  const refuse = (span: Span, message: string, found?: string): FinishedDraft => {
    draft.report('parse/unreadable-row', 'error', span, message, found);
    const { issues } = draft.finish(row);
    return { issues: issues.filter(({ code }) => code === 'parse/unreadable-row') };
  };
  if (cells.length !== columns.length) {
    if (all.length === 0) return refuse(row, 'unexpected quote that is never closed, expected a row of cells');
    return refuse(row, `unexpected ${String(cells.length)} cells, expected ${String(columns.length)}`);
  }
  for (const [index, name] of columns.entries()) {
    const [cell, column] = [cells[index], LIST_COLUMNS[name]];
    if (cell === undefined || column === undefined || tidy(cell.text) === '' || column.fits(tidy(cell.text), context))
      continue;
    return refuse(cell.span, `unexpected value in column ${name}, expected ${column.expected}`, tidy(cell.text));
  }
  if (period !== undefined) draft.setField('programming_period', period, header.line);
  for (const [index, name] of columns.entries()) {
    const cell = cells[index];
    if (cell === undefined || tidy(cell.text) === '') continue;
    if (!Object.hasOwn(LIST_COLUMNS, name)) withholdByLabel(draft, name, cell.span);
    else if (name === AUTHORITY_COLUMN)
      draft.setField('responsible_authority', context.authorities.get(authorityKey(cell.text)), cell.span);
    else LIST_COLUMNS[name]?.read(draft, cell.span);
  }
  return draft.finish(row);
}

interface RowCell {
  readonly span: Span;
  readonly text: string;
}

/** A cell's trimmed content without its quotes. */
function contentOf({ text }: TextDocument): (leaf: ListCell) => RowCell {
  return (leaf) => {
    const span = trimSpan(text, leaf.content ?? leaf);
    const raw = text.slice(span.start, span.end);
    const quoted = /^"[^]*"$/.test(raw) && raw.slice(1, -1).replaceAll('""', '"').trim() === leaf.text.trim();
    return { span: quoted ? trimSpan(text, { start: span.start + 1, end: span.end - 1 }) : span, text: leaf.text };
  };
}

/**
 * Cells under their columns. Two habits of the exports are known, not guessed: rows that end in `,,;`, and an authority without
 * quotes whose own comma adds a cell, put together again where that gives an authority on the list.
 */
function fitCells(cells: readonly RowCell[], columns: readonly string[], context: ParseContext): readonly RowCell[] {
  let end = cells.length;
  while (end > columns.length && /^;?$/.test(tidy(cells[end - 1]?.text ?? ''))) end -= 1;
  const row = cells.slice(0, end);
  const index = columns.indexOf(AUTHORITY_COLUMN);
  const [first, last] = [row[index], row[index + row.length - columns.length]];
  if (row.length <= columns.length || index < 0 || first === undefined || last === undefined) return row;
  const parts = row.slice(index, index + 1 + row.length - columns.length);
  const text = parts.map((part) => part.text).join(', ');
  if (!context.authorities.has(authorityKey(text))) return row;
  return [
    ...row.slice(0, index),
    { span: { start: first.span.start, end: last.span.end }, text },
    ...row.slice(index + parts.length),
  ];
}

/** What the model has no place for is said once, at the header. */
function reportUnmappedColumns(document: TextDocument, header: Header, rows: number): FinishedDraft['issues'] {
  return header.columns.flatMap((column, index) => {
    if (Object.hasOwn(LIST_COLUMNS, column)) return [];
    const { line, column: at } = document.locate(header.cells[index]?.start ?? header.line.start);
    const known = UNMAPPED_COLUMNS.includes(column);
    return [
      {
        code: known ? 'parse/unmapped-column' : 'parse/unknown-column',
        severity: known ? 'info' : 'warning',
        document: document.file.path,
        line,
        column: at,
        message: `unexpected column that the model has no place for, expected one of ${Object.keys(LIST_COLUMNS).join(', ')}`,
        ...(column === '' ? {} : { found: column }),
        count: rows,
      } as const,
    ];
  });
}
