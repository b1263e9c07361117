import type { Projects } from '../../pipeline/model/schema-types.ts';
import { type Content, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { STATES } from '../model/state.ts';
import type { View } from '../page-type.ts';
import { facetPath } from '../paths.ts';
import { renderFacts, renderFigures, renderSection } from './structure.ts';

const isCounted = ({ status }: Projects): boolean => status !== 'cancelled';
const add = (projects: readonly Projects[], column: 'funding_granted_eu_state' | 'funding_realised_eu_state'): number =>
  projects.reduce((sum, project) => sum + (project[column] ?? 0), 0);

/** Four numbers of a set of projects, whole projects' money, and what they leave out. */
export function renderSummary(view: View, projects: readonly Projects[]): Content {
  const { t, language, data } = view;
  const counted = projects.filter(isCounted);
  const moneyless = counted.filter(({ funding_granted_eu_state: granted }) => granted === undefined).length;
  const makers = new Set(
    counted.flatMap(
      (project) => data.organisations.of(project.beneficiary_name, project.beneficiary_business_id)?.key ?? [],
    ),
  );
  const notes = [
    counted.length < projects.length
      ? fillText(t.summary.cancelled, { count: language.number(projects.length - counted.length) })
      : undefined,
    moneyless > 0 ? fillText(t.summary.moneyMissing, { projects: language.count('projects', moneyless) }) : undefined,
  ].filter((note) => note !== undefined);
  return [
    renderFigures([
      [language.number(counted.length), t.summary.projects],
      [language.millions(add(counted, 'funding_granted_eu_state')), t.summary.granted],
      [language.millions(add(counted, 'funding_realised_eu_state')), t.summary.realised],
      [language.number(makers.size), t.summary.organisations],
    ]),
    notes.length === 0 ? undefined : html`<p class="note">${notes.join(' ')}</p>`,
  ];
}

/** How many projects are in which state; each state's page has those of the whole collection. */
export function renderStates(view: View, projects: readonly Projects[]): Content {
  const { t, language, data } = view;
  const counts = new Map<string, number>();
  for (const project of projects) counts.set(data.stateOf(project), (counts.get(data.stateOf(project)) ?? 0) + 1);
  return renderSection(
    'tilat',
    t.summary.states,
    renderFacts(
      STATES.map((state) => {
        const count = counts.get(state);
        return [t.states[state], count === undefined ? undefined : language.number(count)];
      }),
      'facts compact',
    ),
  );
}

/** Regions with the number of projects of a set; a project in several regions counts in each. */
export function renderRegions(view: View, facet: 'axis' | 'year', value: string): Content {
  const { t, language, data, link } = view;
  const rows = data.areas.region.flatMap((area) => {
    const found = data.facets.find(facet, value, area.code);
    if (found === undefined) return [];
    const name =
      data.facets.valuesOf(facet).length === 0
        ? language.nameOf(area)
        : html`<a href="${link(facetPath(facet, value, area.code))}">${language.nameOf(area)}</a>`;
    return [
      html`<li>${name} <span class="count">${language.number(found.projects.filter(isCounted).length)}</span></li> `,
    ];
  });
  if (rows.length === 0) return undefined;
  return renderSection(
    'maakunnat',
    t.summary.regions,
    html`<ul class="inline">
      ${rows}
    </ul>`,
  );
}
