import type { Issues } from '../../pipeline/model/schema-types.ts';
import { type Content, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { IssueWords } from '../model/findings.ts';
import type { View } from '../page-type.ts';

/** What an issue is called and what to do about it; its code where no list has words for it. */
export function nameIssue({ data, language }: View, code: string): IssueWords {
  return data.published.findings.wordsOf(code, language.code) ?? { title: code, description: '', advice: '' };
}

/** Where an issue is: the document and the line in it; and whose entry it kept out, where that could be read. */
export function renderPlace({ t }: View, { document, line, column, project_id: id }: Issues): Content {
  return html`<span class="path">${document}</span>
    <span class="nb">${fillText(t.quality.lineText, { line, column })}</span>
    ${id === undefined ? undefined : html`<p>${t.quality.project}: <span class="path">${id}</span></p>`}`;
}

/** What stood there, and the program's own words. */
export function renderFound({ t }: View, { found, message }: Issues): Content {
  return [
    found === undefined ? undefined : html`<p class="path">${t.quality.found}: <q lang="fi">${found}</q></p>`,
    html`<details class="fold">
      <summary>${t.quality.message}</summary>
      <p class="path" lang="en">${message}</p>
    </details>`,
  ];
}
