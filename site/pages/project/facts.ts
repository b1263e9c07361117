import type { Projects } from '../../../pipeline/model/schema-types.ts';
import { type Content, html } from '../../html.ts';
import type { Quotes } from '../../model/published.ts';
import type { View } from '../../page-type.ts';
import { markTextLanguage } from '../../parts/source-text.ts';
import { makeAxisKey } from '../../model/facets.ts';
import { axisPath, organisationPath } from '../../paths.ts';
import { FURTHER_FACTS, listFurther, titleOf } from './further.ts';
import { renderRows } from './source.ts';

/** Who, what for, when, by whose decision: every value with its source. */
export function renderBasics(view: View, quotes: Quotes, project: Projects): Content {
  const { t, language, code } = view;
  const words = t.project;
  const town = join(' ', project.beneficiary_postal_code, project.beneficiary_post_office);
  return renderRows(view, quotes, [
    // Both stand in the heading; one row has the lines of both.
    { label: titleOf(view, 'name'), value: own(view, project.name ?? project.tagline), keys: ['name', 'tagline'] },
    { label: words.beneficiary, value: renderBeneficiary(view, project), keys: ['beneficiary_name'] },
    {
      label: words.beneficiaryType,
      value: renderTitled(view, 'organisation-type', project.beneficiary_type),
      keys: ['beneficiary_type'],
    },
    { label: words.businessId, value: project.beneficiary_business_id, keys: ['beneficiary_business_id'] },
    {
      label: words.address,
      value: join(', ', project.beneficiary_street_address, town),
      keys: ['beneficiary_street_address', 'beneficiary_postal_code', 'beneficiary_post_office'],
    },
    { label: words.website, value: renderWebsite(project.beneficiary_website), keys: ['beneficiary_website'] },
    { label: words.arrangement, value: own(view, project.beneficiary_arrangement), keys: ['beneficiary_arrangement'] },
    {
      label: project.project_code === undefined ? words.id : words.code,
      value: project.project_code ?? project.project_id,
      keys: [project.project_code === undefined ? 'journal_number' : 'project_code'],
    },
    { label: words.journal, value: project.journal_number, keys: ['journal_number'] },
    {
      label: words.time,
      value: language.period(project.start_date, project.end_date),
      keys: ['start_date', 'end_date'],
    },
    {
      label: words.state,
      value: own(view, project.status_label) ?? (project.status === undefined ? undefined : t.states[project.status]),
      keys: ['status_label', 'status'],
    },
    { label: words.fund, value: project.fund === undefined ? undefined : code('fund', project.fund), keys: ['fund'] },
    {
      label: words.programmePeriod,
      value: project.programming_period?.replace('-', '–'),
      keys: ['programming_period'],
    },
    { label: words.axis, value: renderAxis(view, project), keys: ['priority_axis_code', 'priority_axis_name'] },
    {
      label: words.objective,
      value: renderObjective(view, project),
      keys: ['specific_objective_code', 'specific_objective_name'],
    },
    {
      label: words.authority,
      value: renderTitled(view, 'authorities', project.responsible_authority),
      keys: ['responsible_authority'],
    },
    {
      label: words.place,
      value: join(', ', project.place_street_address, join(' ', project.place_postal_code, project.place_post_office)),
      keys: ['place_street_address', 'place_postal_code', 'place_post_office'],
    },
    {
      label: titleOf(view, 'place_nuts3_code'),
      value: join(' ', project.place_nuts3_code, project.place_nuts3_name),
      keys: ['place_nuts3_code', 'place_nuts3_name'],
    },
    ...listFurther(view, project, FURTHER_FACTS),
    {
      label: titleOf(view, 'project_website'),
      value: renderWebsite(project.project_website),
      keys: ['project_website'],
    },
    {
      label: titleOf(view, 'description_page'),
      value: renderWebsite(project.description_page),
      keys: ['description_page'],
    },
  ]);
}

function join(separator: string, ...parts: readonly (string | undefined)[]): string | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : known.join(separator);
}

/** The source's own words, marked with their language. */
function own(view: View, text: string | undefined): Content {
  return text === undefined ? undefined : html`<span ${markTextLanguage(view, text)}>${text}</span>`;
}

function renderBeneficiary(view: View, project: Projects): Content {
  const { data, link } = view;
  const organisation = data.organisations.of(project.beneficiary_name, project.beneficiary_business_id);
  if (organisation === undefined) return own(view, project.beneficiary_name);
  return html`<a href="${link(organisationPath(organisation.key))}" ${markTextLanguage(view, organisation.name)}
    >${project.beneficiary_name}</a
  >`;
}

/** The official name in the page's language where there is one, else the source's. */
function renderAxis(view: View, project: Projects): Content {
  const { language, link, data } = view;
  const { priority_axis_code: code, priority_axis_name: name, programming_period: period } = project;
  if (code === undefined && name === undefined) return undefined;
  const official = language.priorityName(period, code);
  const label = html`${code} ${official ?? own(view, name)}`;
  const key = makeAxisKey(project);
  return key === undefined || data.facets.find('axis', key) === undefined
    ? label
    : html`<a href="${link(axisPath(key))}">${label}</a>`;
}

function renderObjective(view: View, project: Projects): Content {
  const { specific_objective_code: code, specific_objective_name: name, programming_period: period } = project;
  if (code === undefined && name === undefined) return undefined;
  return html`${code} ${view.language.priorityName(period, code) ?? own(view, name)}`;
}

/** Authorities have official Swedish names; the list has the English ones that are in use. */
function renderTitled(view: View, list: Parameters<View['titled']>[0], name: string | undefined): Content {
  return name === undefined ? undefined : (view.titled(list, name) ?? own(view, name));
}

/** A link where the source wrote a web address; anything else stays text. */
export function renderWebsite(address: string | undefined): Content {
  if (address === undefined) return undefined;
  const full = /^www\./i.test(address) ? `http://${address}` : address;
  const isWeb = /^https?:\/\/[^\s/]/i.test(full) && URL.canParse(full);
  return isWeb ? html`<a href="${full}" rel="external nofollow noopener">${address}</a>` : address;
}
