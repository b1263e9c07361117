import { splitRows, tidy } from '../lines.ts';
import type { DocumentTree, EntryNode, Leaf } from '../tree.ts';
import { readCents, readDate, readFund } from '../values.ts';
import { headingKey, type ListForm } from './form.ts';
import { findHeader } from './header.ts';
import { createPatience, readRowAt, type Cell } from './rows.ts';

/** A leaf of a row: the cell's text with its quotes resolved. */
export interface ListCell extends Leaf {
  readonly text: string;
}

/** The part of lines around the rows that say something without being a row. */
export const NOTE = 'note';
/** The part of lines that sum up a column. */
export const TOTAL = 'total';

/** A list as a tree that covers it: notes, heading, rows, cells. */
export function scanList(text: string, form: ListForm): DocumentTree {
  const header = findHeader(text, form);
  const children: (EntryNode | Leaf)[] = [];
  if (header === undefined) return { type: 'document', family: form.family, children };
  const lines = splitRows(text);
  const patience = createPatience(text);
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    if (line === undefined) break;
    const { start } = line;
    if (index === header.first) {
      children.push({ type: 'heading', part: '', start, end: header.line.next });
      index = header.next;
      continue;
    }
    if (line.tidy === '' || index < header.first) {
      const isNote = line.tidy !== '' && !/^[;,\t|]*$/.test(line.tidy) && !/^"?sep=.{0,2}$/i.test(line.tidy);
      const type = line.tidy === '' ? 'blank' : 'furniture';
      children.push({ type, part: isNote ? NOTE : '', start, end: line.next, content: { start, end: line.end } });
      index += 1;
      continue;
    }
    const { cells, count } = readRowAt(text, lines, index, header.separator, patience);
    const last = lines[index + count - 1] ?? line;
    const part = findNote(cells, header.columns);
    if (part === undefined)
      children.push({ type: 'entry', start, end: last.next, children: coverRow(cells, start, last.next) });
    else {
      const type = part === '' ? 'blank' : 'furniture';
      children.push({ type, part, start, end: last.next, content: { start, end: last.end } });
    }
    index += count;
  }
  return { type: 'document', family: form.family, children };
}

const PROJECT_CODE = /(?<![\p{L}\d])[A-Z]-?\d{5,9}(?!\d)/iu;
const TOTAL_WORD = /^(?:yhteensä|kaikki yhteensä|summat?|loppusumma|total|totalt|sum)(?![\p{L}\d])/iu;
/** A note fills few cells: one, or as many as its own separators make of it. */
const CELLS_OF_A_NOTE = 4;

/**
 * What a line is that is no project's row: nothing, a repeated heading or a note (`Raportti ajettu 10.5.2024`), totals. A line that holds a
 * project's code, a fund or an amount among words is a row, readable or not.
 */
function findNote(cells: readonly Cell[], columns: readonly string[]): string | undefined {
  const filled = cells.map(({ text }) => tidy(text.replace(/[\r\n]+/g, ' '))).filter((text) => !/^;?$/.test(text));
  if (filled.length === 0) return '';
  if (filled.some((text) => PROJECT_CODE.test(text) || readFund(text) !== undefined)) return undefined;
  const words = filled.filter((text) => readCents(text) === undefined);
  if (words.length === 0 || (words.length === 1 && TOTAL_WORD.test(words[0] ?? ''))) return TOTAL;
  const isRepeated = filled.every((text) => columns.includes(headingKey(text)));
  const isNote = filled.length <= CELLS_OF_A_NOTE && !filled.some((text) => readDate(text) !== undefined);
  return isRepeated || (isNote && words.length === filled.length) ? NOTE : undefined;
}

function coverRow(cells: readonly Cell[], start: number, end: number): ListCell[] {
  return cells.map((cell, index): ListCell => {
    const from = index === 0 ? start : cell.start;
    return {
      type: 'item',
      part: '',
      start: from,
      end: cells[index + 1]?.start ?? end,
      content: { start: cell.start, end: cell.end },
      text: cell.text,
    };
  });
}
