import { type Content, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import type { Quote, Quotes } from '../../model/published.ts';
import type { View } from '../../page-type.ts';
import { findTextLanguage, renderMarks } from '../../parts/source-text.ts';

/** The source of a value behind a toggle that needs no script; nothing where no source line is published. */
export function renderSource(view: View, quotes: Quotes, key: string, label: string): Content {
  const quote = quotes.quotes[key];
  if (quote === undefined) return undefined;
  return html`<details class="src">
    <summary>${view.t.project.source}<span class="quiet">: ${label}</span></summary>
    ${renderBox(view, quotes, quote)}
  </details>`;
}

function renderBox(view: View, { sources }: Quotes, { source, line, text, mark }: Quote): Content {
  const { t, language } = view;
  const words = t.project;
  const [start, end] = mark;
  const origin = sources[source];
  const where = [
    origin?.document,
    origin?.retrieved === undefined
      ? undefined
      : fillText(words.sourceRetrieved, { date: language.date(origin.retrieved) }),
  ].filter((part) => part !== undefined);
  return html`<div class="src-box">
    <p class="quote">
      <span class="line">${fillText(words.sourceLine, { line: language.number(line) })}</span>
      <span lang="${findTextLanguage(text)}"
        >${renderMarks(view, text.slice(0, start))}<mark>${renderMarks(view, text.slice(start, end))}</mark>${renderMarks(view, text.slice(end))}</span
      >
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
          <dd><span class="value">${value}</span>${renderSources(view, quotes, keys, label)}</dd>
        </div> `,
    )}
  </dl>`;
}

/** One toggle for the lines of several values, each line once. */
export function renderSources(view: View, quotes: Quotes, keys: readonly string[], label: string): Content {
  const found = keys.flatMap((key) => quotes.quotes[key] ?? []);
  const [first, ...others] = found.filter(
    (quote, index) =>
      found.findIndex((other) => other.line === quote.line && other.mark[0] === quote.mark[0]) === index,
  );
  if (first === undefined) return undefined;
  return html`<details class="src">
    <summary>${view.t.project.source}<span class="quiet">: ${label}</span></summary>
    ${[first, ...others].map((quote) => renderBox(view, quotes, quote))}
  </details>`;
}
