import type { Issues } from '../../../pipeline/model/schema-types.ts';
import { type Content, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import type { SiteData } from '../../model/site-data.ts';
import type { FileType, PageType, View } from '../../page-type.ts';
import { renderPublisher } from '../../parts/contact.ts';
import { nameIssue, renderFound, renderPlace } from '../../parts/issues.ts';
import { countPages, listPages, renderPager, renderRange, takePage } from '../../parts/pager.ts';
import { renderSection, renderTable } from '../../parts/structure.ts';
import { DATA, LATEST, MISSING, qualityPath, releasePath } from '../../paths.ts';
import { bundleScript } from '../../scripts/bundle.ts';

/** Rows of a page: each says what to do, so that it takes several lines of a phone. */
const PER_PAGE = 15;
const SCRIPT = 'scripts/find-missing.js';
/** What the script searches: the errors of all pages. */
const ROWS = 'scripts/missing.js';

const listErrors = ({ published }: SiteData): readonly Issues[] =>
  published.findings.issues.filter(({ severity }) => severity === 'error');
const pathOf = (page: number): string => (page === 1 ? MISSING : MISSING.replace('.html', `-${page}.html`));

/** Every error that kept an entry out, with what to do: a table without a script, searched with one. */
export const MISSING_PAGE: PageType<number> = {
  name: 'missing',
  list: (data) => listPages(listErrors(data).length, PER_PAGE),
  path: pathOf,
  create(view, page) {
    const { t, data, language, link } = view;
    const words = t.missing;
    const errors = listErrors(data);
    const lead = fillText(errors.length === 0 ? words.none : words.lead, {
      release: data.published.manifest.release,
      count: language.count('errors', errors.length),
    });
    const pages = countPages(errors.length, PER_PAGE);
    const other = [words.notRead, words.merged, words.lists, words.removed];
    return {
      title: page === 1 ? words.title : `${words.title} (${page}/${pages})`,
      description: words.description,
      section: 'data',
      files: [`${LATEST}issues.csv`],
      above: [{ name: t.data.title, path: DATA }],
      ...(errors.length === 0 ? {} : { scripts: [ROWS, SCRIPT] }),
      main: html`<header class="head">
          <h1>${words.title}</h1>
          <p class="lead">${lead}</p>
        </header>
        ${
          errors.length === 0
            ? undefined
            : [
                renderFinder(view),
                html`<div id="missing-table">
                  ${renderRange(view, errors.length, page, PER_PAGE)}
                  ${renderErrors(view, takePage(errors, page, PER_PAGE), (page - 1) * PER_PAGE)} ${renderPager(view, pages, page, pathOf)}
                </div>`,
              ]
        }
        ${renderSection('muut-syyt', words.other, [
          html`<ul class="bullets">
            ${other.map((text) => html`<li>${text}</li> `)}
          </ul>`,
          renderPublisher(view),
          html`<p class="downloads">
            <a href="${link(releasePath())}">${t.notes.title}</a>
            <a href="${link(qualityPath())}">${t.quality.title}</a>
          </p>`,
        ])}`,
    };
  },
};

/** Hidden until the script is there to answer. */
function renderFinder({ t, link }: View): Content {
  const words = t.missing;
  return html`<div id="missing-finder" class="finder" hidden data-result="${words.result}" data-page="${link(pathOf(1))}">
    <p>
      <label for="missing-text">${words.filter}</label><br />
      <input id="missing-text" type="search" autocomplete="off" spellcheck="false" />
    </p>
    <p role="status" id="missing-result"></p>
    <ul class="plain-list" id="missing-found"></ul>
  </div>`;
}

const rowId = (row: number): string => `virhe-${row}`;

/** @param before errors on the pages before this one */
function renderErrors(view: View, errors: readonly Issues[], before: number): Content {
  const words = view.t.missing;
  const rows = errors.map((issue, index) => {
    const { title, description, advice } = nameIssue(view, issue.code);
    return html`<tr id="${rowId(before + index + 1)}">
      <th scope="row">${renderPlace(view, issue)}</th>
      <td>
        <a href="${view.link(qualityPath(issue.code))}">${title}</a>
        <p>${description}</p>
        ${renderFound(view, issue)}
      </td>
      <td>${advice}</td>
    </tr> `;
  });
  const head = [words.document, words.why, words.do].map((label) => html`<th scope="col">${label}</th>`);
  return renderTable('missing-errors', words.caption, head, html`<tbody>${rows}</tbody>`);
}

/** The errors as rows of text, with the page that each stands on. */
export const MISSING_ROWS: FileType<string> = {
  name: 'missing-rows',
  list: (data) => (listErrors(data).length === 0 ? [] : [ROWS]),
  path: (key) => key,
  create(data) {
    const rows = listErrors(data).map(({ document, line, found, message, project_id: id = '' }, index) => [
      Math.floor(index / PER_PAGE) + 1,
      document,
      line,
      `${found ?? ''} ${message}`,
      id,
    ]);
    return `self.hankekarttaMissing = ${JSON.stringify(rows)};\n`;
  },
};

export const MISSING_SCRIPT: FileType<string> = {
  name: 'missing-script',
  list: (data) => (listErrors(data).length === 0 ? [] : [SCRIPT]),
  path: (key) => key,
  create: (_data, _key, _languages, root) => bundleScript(root, 'find-missing'),
};
