import { type Content, type Html, html } from '../html.ts';

/** A term and what is said of it; pairs without a value are left out, and so is an empty list. */
export function renderFacts(facts: readonly (readonly [string, Content])[], style = 'facts'): Html | undefined {
  const known = facts.filter(([, value]) => value !== undefined);
  if (known.length === 0) return undefined;
  return html`<dl class="${style}">
    ${known.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl>`;
}

/** Large numbers with a word of explanation each. */
export function renderFigures(figures: readonly (readonly [string, string])[]): Html {
  return html`<dl class="figures">
    ${figures.map(
      ([value, label]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl>`;
}

/** A table that scrolls in a region of its own, reachable by keyboard, so that the page never scrolls sideways. */
export function renderTable(
  id: string,
  caption: string,
  head: readonly Content[],
  rows: Content,
  style = 'plain',
): Html {
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
    <table class="${style}">
      <caption id="${id}">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      ${rows}
    </table>
  </div>`;
}

/** A heading and its content; nothing without content. */
export function renderSection(id: string, heading: Content, content: Content): Html | undefined {
  if (isEmpty(content)) return undefined;
  return html`<section id="${id}">
    <h2>${heading}</h2>
    ${content}
  </section> `;
}

function isEmpty(content: Content): boolean {
  return content === undefined || (Array.isArray(content) && content.every(isEmpty));
}

/** A name, what it is, and the sentence that answers first. */
export function renderHead(kind: Content, title: Content, ...sentences: readonly Content[]): Html {
  return html`<header class="head">
    ${kind === undefined ? undefined : html`<p class="kind">${kind}</p>`}
    <h1>${title}</h1>
    ${sentences}
  </header>`;
}
