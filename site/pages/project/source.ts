import { type Content, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import type { Quote, Quotes } from '../../model/published.ts';
import type { View } from '../../page-type.ts';
import { findTextLanguage, renderMarks } from '../../parts/source-text.ts';

/** The source of a value behind a toggle that needs no script; nothing where no source line is published. */
export function renderSource(view: View, quotes: Quotes, key: string, label: string): Content {
  return renderSources(view, quotes, [key], label);
}

/** One toggle for the lines of several values, each line once. */
export function renderSources(view: View, quotes: Quotes, keys: readonly string[], label: string): Content {
  const lines = findLines(quotes, keys);
  if (lines.length === 0) return undefined;
  return html`<details class="src">
    <summary>${view.t.project.source}<span class="quiet">: ${label}</span></summary>
    ${lines.map((line) => renderBox(view, quotes, line))}
  </details>`;
}

/** The same in every language. */
const known = new WeakMap<Quotes, Map<string, readonly MarkedLine[]>>();

function findLines(quotes: Quotes, keys: readonly string[]): readonly MarkedLine[] {
  const own = known.get(quotes) ?? new Map<string, readonly MarkedLine[]>();
  known.set(quotes, own);
  const name = keys.join(' ');
  const found = own.get(name) ?? joinLines(keys.flatMap((key) => quotes.quotes[key] ?? []));
  own.set(name, found);
  return found;
}

interface MarkedLine extends Omit<Quote, 'mark'> {
  readonly marks: readonly (readonly [number, number])[];
}

/** Values of one line are marked in it together; where each was cut around its own value, the longer piece stands for both. */
function joinLines(quotes: readonly Quote[]): MarkedLine[] {
  const lines: MarkedLine[] = [];
  for (const { mark, ...quote } of quotes) {
    const index = lines.findIndex(({ source, line }) => source === quote.source && line === quote.line);
    const before = lines[index];
    if (before === undefined) lines.push({ ...quote, marks: [mark] });
    else if (before.text === quote.text) lines[index] = { ...before, marks: addMark(before.marks, mark) };
    else if (quote.text.length > before.text.length) lines[index] = { ...quote, marks: [mark] };
  }
  return lines;
}

/** Marks in their order; one that overlaps another is left out. */
function addMark(marks: MarkedLine['marks'], mark: readonly [number, number]): MarkedLine['marks'] {
  const overlaps = marks.some(([start, end]) => mark[0] < end && start < mark[1]);
  return overlaps ? marks : [...marks, mark].sort(([a], [b]) => a - b);
}

function renderBox(view: View, { sources }: Quotes, { source, line, text, marks }: MarkedLine): Content {
  const { t, language } = view;
  const words = t.project;
  const origin = sources[source];
  const where = [
    origin?.document,
    origin?.retrieved === undefined
      ? undefined
      : fillText(words.sourceRetrieved, { date: language.date(origin.retrieved) }),
  ].filter((part) => part !== undefined);
  const pieces = marks.map(([start, end], index) => [
    renderMarks(view, text.slice(marks[index - 1]?.[1] ?? 0, start)),
    html`<mark>${renderMarks(view, text.slice(start, end))}</mark>`,
  ]);
  return html`<div class="src-box">
    <p class="quote">
      <span class="line">${fillText(words.sourceLine, { line: language.number(line) })}</span>
      <span lang="${findTextLanguage(text)}">${pieces}${renderMarks(view, text.slice(marks.at(-1)?.[1] ?? 0))}</span>
    </p>
    <p class="small">${where.join(', ')}</p>
  </div>`;
}

/** A value with its label and, behind a toggle, the line of the source that it stands in. */
export interface Row {
  readonly label: string;
  readonly value: Content;
  /** Key of the value's provenance; several where a row shows several values. */
  readonly keys: readonly string[];
}

/** Rows of values; a row without a value is left out, and so is an empty list. */
export function renderRows(view: View, quotes: Quotes, rows: readonly Row[]): Content {
  const known = rows.filter(({ value }) => value !== undefined);
  if (known.length === 0) return undefined;
  return html`<dl class="rows">
    ${known.map(
      ({ label, value, keys }) =>
        html`<div class="row">
          <dt>${label}</dt>
          <dd>
            <div class="value">${value}</div>
            ${renderSources(view, quotes, keys, label)}
          </dd>
        </div> `,
    )}
  </dl>`;
}
