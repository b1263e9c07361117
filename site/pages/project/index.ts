import type { Projects } from '../../../pipeline/model/schema-types.ts';
import { type Content, fill, html, renderJson } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import { makeAxisKey } from '../../model/facets.ts';
import type { PageType, Step, View } from '../../page-type.ts';
import { markTextLanguage } from '../../parts/source-text.ts';
import { nameProject, renderState } from '../../parts/projects.ts';
import { renderSection } from '../../parts/structure.ts';
import { axisPath, organisationPath, projectListPath, projectPath, recordPath } from '../../paths.ts';
import { renderAreas } from './areas.ts';
import { renderEnd } from './end.ts';
import { renderBasics } from './facts.ts';
import { describeProjectData } from './linked-data.ts';
import { renderMoney } from './money.ts';
import { renderPartners, renderParticipants } from './people.ts';
import { renderEquality, renderSustainability } from './principles.ts';
import { renderTexts } from './texts.ts';

/** Everything that the data say of one project, and for each value where they say it from. */
export const PROJECT: PageType<Projects> = {
  name: 'project',
  list: ({ newest }) => newest,
  path: ({ project_id: id }) => projectPath(id),
  create(view, project) {
    const { t, data } = view;
    const words = t.project;
    const name = nameProject(view, project);
    const quotes = data.published.readQuotes(project.project_id);
    return {
      title: name,
      description: fillText(words.description, { name }),
      section: 'projects',
      above: listAbove(view, project),
      layout: 'project',
      files: [recordPath(project.project_id)],
      head: renderJson(describeProjectData(view, project)),
      main: html`<header class="head">
          <p class="kind">${fillText(words.kind, { id: project.project_code ?? project.project_id })}</p>
          <h1 ${markTextLanguage(view, name)}>${name}</h1>
          <p class="sentence">${describeProject(view, project)}</p>
          ${renderTagline(view, project)} ${renderWhatSourceSaid(view, project)}
        </header>
        ${renderSection('raha', words.money, renderMoney(view, quotes, project))}
        <aside class="side">${renderSection('alueet', words.areas, renderAreas(view, quotes, project))}</aside>
        ${renderSection('perustiedot', words.facts, renderBasics(view, quotes, project))}
        ${renderSection('osallistujat', words.participantsHeading, renderParticipants(view, quotes, project))}
        ${renderTexts(view, quotes, project)}
        ${renderSection('tasa-arvo', words.equality, renderEquality(view, quotes, project))}
        ${renderSection('kestava-kehitys', words.sustainability, renderSustainability(view, quotes, project))}
        ${renderSection('kumppanit', words.partners, renderPartners(view, quotes, project))}
        ${renderEnd(view, quotes, project)}`,
    };
  },
};

function listAbove({ t, language, data }: View, project: Projects): Step[] {
  const key = makeAxisKey(project);
  const list: Step = { name: t.projects.title, path: projectListPath() };
  if (key === undefined || data.facets.find('axis', key) === undefined) return [list];
  const { programming_period: period, priority_axis_code: code } = project;
  const name = language.priorityName(period, code) ?? project.priority_axis_name;
  const label = fillText(t.axis.untitled, { code: code ?? '' });
  return [list, { name: name === undefined ? label : `${label}: ${name}`, path: axisPath(key) }];
}

/** What a newcomer wants to know first; says only what the source says. */
function describeProject({ t, language, data, link }: View, project: Projects): Content {
  const words = t.project;
  const granted = project.funding_granted_eu_state;
  const organisation = data.organisations.of(project.beneficiary_name, project.beneficiary_business_id);
  const period = language.period(project.start_date, project.end_date);
  const sentences = [
    granted === undefined
      ? undefined
      : fill(words.granted, { money: html`<b class="nb">${language.wholeEuros(granted)}</b>` }),
    organisation === undefined
      ? undefined
      : fill(words.implementer, {
          name: html`<a href="${link(organisationPath(organisation.key))}">${project.beneficiary_name}</a>`,
        }),
    period === undefined ? undefined : fill(words.period, { period: html`<span class="nb">${period}</span>` }),
  ];
  return sentences.map((sentence) => (sentence === undefined ? undefined : [sentence, ' ']));
}

function renderTagline(view: View, { tagline }: Projects): Content {
  return tagline === undefined ? undefined : html`<p class="tagline" ${markTextLanguage(view, tagline)}>${tagline}</p>`;
}

/** The state on the release's day; what the source said, and when; that the time is over, where that is why. */
function renderWhatSourceSaid(view: View, project: Projects): Content {
  const { t, language, data } = view;
  const { status_label: label, source_retrieved: date, end_date: end, status } = project;
  const isOver = status !== data.stateOf(project) && end !== undefined;
  const quoted = label === undefined ? undefined : html`<span lang="fi">${language.quote(label)}</span>`;
  const said =
    quoted === undefined
      ? undefined
      : date === undefined
        ? fill(t.state.saidUndated, { label: quoted })
        : fill(t.state.said, { date: language.date(date), label: quoted });
  return html`<p class="meta">
    ${renderState(view, project)} ${said === undefined ? undefined : html`<span>${said}</span>`}
    ${isOver ? html`<span>${fillText(t.state.over, { date: language.date(end) })}</span>` : undefined}
  </p>`;
}
