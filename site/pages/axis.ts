import { html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { PageType, View } from '../page-type.ts';
import { renderItems } from '../parts/projects.ts';
import { renderHead, renderSection } from '../parts/structure.ts';
import { renderRegions, renderStates, renderSummary } from '../parts/summary.ts';
import { AXIS_LIST, axisPath, facetPath, projectListPath } from '../paths.ts';
import { listAxes } from './axis-list.ts';

const NEWEST = 10;

/** One priority axis of a programming period: how much, for what, where, and its newest projects. */
export const AXIS: PageType<string> = {
  name: 'axis',
  list: listAxes,
  path: axisPath,
  create(view, key) {
    const { t, data, link, language } = view;
    const projects = data.facets.find('axis', key)?.projects ?? [];
    const [first] = projects;
    const code = first?.priority_axis_code ?? '';
    const period = first?.programming_period;
    const official = language.priorityName(period, code);
    const name = official ?? first?.priority_axis_name ?? fillText(t.axis.untitled, { code });
    const kind = fillText(period === undefined ? t.axis.kindNoPeriod : t.axis.kind, {
      code,
      period: period?.replace('-', '–') ?? '',
    });
    const isFiltering = data.facets.valuesOf('axis').length > 0;
    const allPath = isFiltering ? facetPath('axis', key) : projectListPath();
    const all = fillText(t.list.all, { projects: language.count('projects', projects.length) });
    return {
      title: `${name} – ${kind}`,
      description: fillText(t.axis.description, { code }),
      section: 'projects',
      above: [
        { name: t.projects.title, path: projectListPath() },
        { name: t.axis.listTitle, path: AXIS_LIST },
      ],
      main: html`${renderHead(kind, name)} ${renderSummary(view, projects)} ${renderObjectives(view, key)}
      ${renderStates(view, projects)} ${renderRegions(view, 'axis', key)}
      ${renderSection('hankkeet', t.projects.title, [
        html`<p class="note">${t.list.newest}</p>`,
        renderItems(view, projects.slice(0, NEWEST)),
        projects.length > NEWEST ? html`<p class="all"><a href="${link(allPath)}">${all}</a></p>` : undefined,
      ])}`,
    };
  },
};

/** Specific objectives of an axis with their numbers of projects; what the sources leave out has a row too. */
function renderObjectives({ t, data, language }: View, key: string) {
  const counts = new Map<string, { name: string; count: number }>();
  for (const project of data.facets.find('axis', key)?.projects ?? []) {
    const { specific_objective_code: code, specific_objective_name: own, programming_period: period, status } = project;
    if (status === 'cancelled') continue;
    const name = language.priorityName(period, code) ?? own;
    const label = [code, name].filter((part) => part !== undefined).join(' ');
    const entry = counts.get(code ?? own ?? '') ?? { name: label, count: 0 };
    entry.count += 1;
    counts.set(code ?? own ?? '', entry);
  }
  if (counts.size === 0 || (counts.size === 1 && counts.has(''))) return undefined;
  const rows = [...counts]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
    .map(
      ([, { name, count }]) =>
        html`<li>
          ${name === '' ? t.axis.objectiveNone : name} <span class="count">${language.count('projects', count)}</span>
        </li> `,
    );
  return renderSection(
    'tavoitteet',
    t.axis.objectives,
    html`<ul class="plain-list">
      ${rows}
    </ul>`,
  );
}
