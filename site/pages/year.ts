import type { Projects } from '../../pipeline/model/schema-types.ts';
import { fill, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { listYears } from '../model/facets.ts';
import type { SiteData } from '../model/site-data.ts';
import type { PageType } from '../page-type.ts';
import { renderItems } from '../parts/projects.ts';
import { renderSection } from '../parts/structure.ts';
import { renderRegions, renderSummary } from '../parts/summary.ts';
import { facetPath, projectListPath, YEAR_LIST, yearPath } from '../paths.ts';

const NEWEST = 10;

/** Years in which a project ran, the latest first. */
function listAllYears({ projects }: SiteData): string[] {
  return [...new Set(projects.flatMap(listYears))].sort((a, b) => b - a).map(String);
}

const beginsWith = (projects: readonly Projects[], column: 'start_date' | 'end_date', year: string): number =>
  projects.filter((project) => project[column]?.startsWith(year) === true).length;

/** What ran in one year: how many began and ended, and the projects. */
export const YEAR: PageType<string> = {
  name: 'year',
  list: listAllYears,
  path: yearPath,
  create(view, year) {
    const { t, data, link, language } = view;
    const projects = data.facets.find('year', year)?.projects ?? [];
    const counted = projects.filter(({ status }) => status !== 'cancelled');
    const title = fillText(t.year.title, { year });
    const sentence = fill(t.year.sentence, {
      year,
      projects: html`<b>${language.count('projects', counted.length)}</b>`,
      started: language.number(beginsWith(counted, 'start_date', year)),
      ended: language.number(beginsWith(counted, 'end_date', year)),
    });
    const allPath = data.facets.valuesOf('year').length > 0 ? facetPath('year', year) : projectListPath();
    const all = fillText(t.list.all, { projects: language.count('projects', projects.length) });
    return {
      title,
      description: fillText(t.year.description, { year }),
      section: 'projects',
      above: [
        { name: t.projects.title, path: projectListPath() },
        { name: t.year.listTitle, path: YEAR_LIST },
      ],
      main: html`<header class="head">
          <h1>${title}</h1>
          <p class="sentence">${sentence}</p>
        </header>
        ${renderSummary(view, projects)} ${renderRegions(view, 'year', year)}
        ${renderSection('hankkeet', t.projects.title, [
          html`<p class="note">${t.list.newest}</p>`,
          renderItems(view, projects.slice(0, NEWEST)),
          projects.length > NEWEST ? html`<p class="all"><a href="${link(allPath)}">${all}</a></p>` : undefined,
        ])}`,
    };
  },
};

/** The years with their numbers of projects; a project that ran in several counts in each. */
export const YEARS: PageType<string> = {
  name: 'year-list',
  list: () => [YEAR_LIST],
  path: (key) => key,
  create({ t, data, link, language }) {
    const rows = listAllYears(data).map((year) => {
      const found = data.facets.find('year', year)?.projects ?? [];
      const count = found.filter(({ status }) => status !== 'cancelled').length;
      return html`<li>
        <a href="${link(yearPath(year))}">${year}</a> <span class="count">${language.count('projects', count)}</span>
      </li> `;
    });
    return {
      title: t.year.listTitle,
      description: t.year.listTitle,
      section: 'projects',
      above: [{ name: t.projects.title, path: projectListPath() }],
      main: html`<h1>${t.year.listTitle}</h1>
        ${
          rows.length === 0
            ? html`<p>${t.list.none}</p>`
            : html`<ul class="plain-list">
                ${rows}
              </ul>`
        }`,
    };
  },
};
