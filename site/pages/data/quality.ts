import type { Issues } from '../../../pipeline/model/schema-types.ts';
import { type Content, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import { createDocumentIndex, findField, groupIssues, type IssueGroup, SEVERITIES } from '../../model/findings.ts';
import { remember } from '../../model/remember.ts';
import type { PageType, View } from '../../page-type.ts';
import { nameIssue, renderFound, renderPlace } from '../../parts/issues.ts';
import { countPages, listPages, renderPager, renderRange, takePage } from '../../parts/pager.ts';
import { nameProject } from '../../parts/projects.ts';
import { renderFacts, renderSection, renderTable } from '../../parts/structure.ts';
import { DATA, LATEST, MISSING, projectPath, qualityPath } from '../../paths.ts';

/** Places of a page: each takes several lines of a phone. */
const PER_PAGE = 20;
/** Rows of a summary; the rest stand together in the last. */
const SHOWN = 12;

/** How many issues there are, by kind, field, family and authority. */
export const QUALITY_PAGE: PageType<string> = {
  name: 'quality',
  list: () => [qualityPath()],
  path: (key) => key,
  create(view) {
    const { t, data, language, link, file } = view;
    const words = t.quality;
    const { issues } = data.published.findings;
    const count = issues.reduce((sum, issue) => sum + issue.count, 0);
    const release = data.published.manifest.release;
    return {
      title: words.title,
      description: words.description,
      section: 'data',
      files: [`${LATEST}issues.csv`],
      above: [{ name: t.data.title, path: DATA }],
      main: html`<header class="head">
          <h1>${words.title}</h1>
          <p class="lead">
            ${count === 0 ? words.none : fillText(words.lead, { release, count: language.count('issues', count) })}
          </p>
        </header>
        ${
          count === 0
            ? undefined
            : [
                renderSection('vakavuus', words.severity, renderSeverities(view)),
                renderCodes(view),
                renderFields(view),
                renderSources(view),
              ]
        }
        <p class="downloads">
          <a href="${link(MISSING)}">${words.missing}</a>
          <a href="${file(`${LATEST}issues.csv`)}">${words.data} (CSV)</a>
        </p>`,
    };
  },
};

function renderSeverities(view: View): Content {
  const { t, data, language } = view;
  const groups = groupIssues(data.published.findings.issues, ({ severity }) => severity);
  const counts = SEVERITIES.map((severity): [string, string] => [
    view.code('severity', severity),
    language.number(groups.find(({ key }) => key === severity)?.count ?? 0),
  ]);
  return [renderFacts(counts), html`<p class="note">${t.quality.severityText}</p>`];
}

/** @param name what the first column says of a group */
function renderGroups(
  view: View,
  id: string,
  caption: string,
  label: string,
  groups: readonly IssueGroup[],
  name: (group: IssueGroup) => Content,
): Content {
  const { t, language } = view;
  const rows = groups.map(
    (group) =>
      html`<tr>
        <th scope="row">${name(group)}</th>
        <td class="n">${language.number(group.count)}</td>
        <td class="n">${language.number(new Set(group.issues.map(({ document }) => document)).size)}</td>
      </tr> `,
  );
  const head = [
    html`<th scope="col">${label}</th>`,
    ...[t.quality.count, t.quality.documents].map((text) => html`<th scope="col" class="n">${text}</th>`),
  ];
  return renderTable(
    id,
    caption,
    head,
    html`<tbody>
      ${rows}
    </tbody>`,
  );
}

function renderCodes(view: View): Content {
  const words = view.t.quality;
  const groups = groupIssues(view.data.published.findings.issues, ({ code }) => code);
  return renderGroups(
    view,
    'codes-table',
    words.codes,
    words.code,
    groups,
    ({ key }) => html`<a href="${view.link(qualityPath(key))}">${nameIssue(view, key).title}</a>`,
  );
}

function renderFields(view: View): Content {
  const { t, data, language } = view;
  const documents = data.published.schemas.at(-1)?.documents ?? [];
  const columns = documents.filter(({ name }) => ['projects', 'partners'].includes(name)).flatMap((each) => each.columns);
  const labels = new Map(columns.map(({ name, label }) => [name, label[language.published].title]));
  const fields = new Set(labels.keys());
  const groups = groupIssues(data.published.findings.issues, (issue) => findField(issue, fields));
  const named = groups.filter(({ key }) => key !== '');
  const shown = [...named.slice(0, SHOWN), ...groups.filter(({ key }) => key === '')];
  const name = ({ key }: IssueGroup): string => (key === '' ? t.quality.fieldNone : (labels.get(key) ?? key));
  return renderGroups(view, 'fields-table', t.quality.fields, t.quality.field, shown, name);
}

function renderSources(view: View): Content {
  const { t, data } = view;
  const words = t.quality;
  const { issues } = data.published.findings;
  const find = findDocuments(data);
  const families = groupIssues(issues, ({ document }) => find(document).family);
  const authorities = groupIssues(issues, ({ document }) => find(document).responsible_authority);
  const nameAuthority = (key: string): string =>
    view.language.code === 'fi' ? key : (view.titled('authorities', key) ?? key);
  return [
    renderGroups(view, 'families-table', words.families, words.family, families, ({ key }) =>
      key === '' ? words.familyNone : view.code('family', key),
    ),
    renderGroups(view, 'authorities-table', words.authorities, words.authority, authorities, ({ key }) =>
      key === '' ? words.authorityNone : nameAuthority(key),
    ),
    html`<p class="note">${words.kindText}</p>`,
  ];
}

interface Key {
  readonly code: string;
  readonly page: number;
}

const findIssues = remember(({ published }, code) => published.findings.issues.filter((issue) => issue.code === code));

const findDocuments = remember(({ projects }) => createDocumentIndex(projects));

/** Every place where one kind of issue was found. */
export const QUALITY_CODE: PageType<Key> = {
  name: 'quality-code',
  list: (data) =>
    groupIssues(data.published.findings.issues, ({ code }) => code).flatMap(({ key, issues }) =>
      listPages(issues.length, PER_PAGE).map((page) => ({ code: key, page })),
    ),
  path: ({ code, page }) => qualityPath(code, page),
  create(view, { code, page }) {
    const { t, data } = view;
    const words = t.quality;
    const issues = findIssues(data, code);
    const { title, description, advice } = nameIssue(view, code);
    return {
      title,
      description: `${words.title}: ${title}`,
      section: 'data',
      files: [`${LATEST}issues.csv`],
      above: [
        { name: t.data.title, path: DATA },
        { name: words.title, path: qualityPath() },
      ],
      main: html`<header class="head">
          <p class="kind">${code}</p>
          <h1>${title}</h1>
          <p class="lead">${description}</p>
          <p>${words.advice}: ${advice}</p>
        </header>
        ${renderRange(view, issues.length, page, PER_PAGE)}
        ${renderPlaces(view, takePage(issues, page, PER_PAGE))}
        ${renderPager(view, countPages(issues.length, PER_PAGE), page, (number) => qualityPath(code, number))}`,
    };
  },
};

function renderPlaces(view: View, issues: readonly Issues[]): Content {
  const { t, data, language } = view;
  const words = t.quality;
  const find = findDocuments(data);
  const rows = issues.map((issue) => {
    // An error kept another entry out than those that the document gave.
    const id = issue.severity === 'error' ? undefined : find(issue.document).project_id;
    const project = id === undefined ? undefined : data.findProject(id);
    return html`<tr>
      <th scope="row">
        ${renderPlace(view, issue)}
        ${
          project === undefined
            ? undefined
            : html`<p>
                ${words.project}:
                <a href="${view.link(projectPath(project.project_id))}" lang="fi">${nameProject(view, project)}</a>
              </p>`
        }
      </th>
      <td>${renderFound(view, issue)}</td>
      <td class="n">${language.number(issue.count)}</td>
    </tr> `;
  });
  const head = [
    html`<th scope="col">${words.document}</th>`,
    html`<th scope="col">${words.found}</th>`,
    html`<th scope="col" class="n">${words.count}</th>`,
  ];
  return renderTable(
    'places-table',
    words.places,
    head,
    html`<tbody>
      ${rows}
    </tbody>`,
  );
}
