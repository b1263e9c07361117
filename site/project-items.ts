import type { Projects } from '../pipeline/model/schema-types.ts';
import { formatPeriod, formatWholeEuros } from './format.ts';
import { type Html, html } from './html.ts';
import { type Link, projectPath } from './paths.ts';
import { nameOf } from './site.ts';
import type { Texts } from './texts.ts';

/** Projects as a list: name, who, when, how much; reads the same on a phone and in print. */
export function renderProjectItems(texts: Texts, projects: readonly Projects[], link: Link): Html {
  return html`<ul class="projects">
    ${projects.map((project) => renderItem(texts, project, link))}
  </ul>`;
}

function renderItem(texts: Texts, project: Projects, link: Link): Html {
  const granted = project.funding_granted_eu_state;
  const facts = [
    project.beneficiary_name,
    formatPeriod(project.start_date, project.end_date),
    granted === undefined ? undefined : formatWholeEuros(granted),
  ].filter((fact) => fact !== undefined);
  return html`<li>
    <a href="${link(projectPath(project.project_id))}">${nameOf(texts, project)}</a> ${renderStatus(texts, project)}
    ${facts.length === 0 ? undefined : html`<span class="meta">${facts.join(' · ')}</span>`}
  </li> `;
}

/** The state of a project in words; the style only repeats them. */
export function renderStatus(texts: Texts, { status }: Projects): Html | undefined {
  return status === undefined ? undefined : html`<span class="status ${status}">${texts.statuses[status]}</span>`;
}
