import type { Projects } from '../../../pipeline/model/schema-types.ts';
import { type Content, html } from '../../html.ts';
import type { Quotes } from '../../model/published.ts';
import type { View } from '../../page-type.ts';
import { organisationPath } from '../../paths.ts';
import { renderSources } from './source.ts';
import { renderTable } from '../../parts/structure.ts';

/** Companies and persons: the application's estimate beside the monitoring data. */
export function renderParticipants(view: View, quotes: Quotes, project: Projects): Content {
  const { t, language } = view;
  const words = t.project;
  const pairs = [
    [words.persons, 'participants_planned', 'participants_realised'],
    [words.companies, 'companies_planned', 'companies_realised'],
  ] as const;
  const known = pairs.filter(([, plan, done]) => project[plan] !== undefined || project[done] !== undefined);
  if (known.length === 0) return undefined;
  const count = (value: number | undefined): string => (value === undefined ? words.noneGiven : language.number(value));
  const rows = known.map(
    ([label, plan, done]) =>
      html`<tr>
        <th scope="row">${label}${renderSources(view, quotes, [plan, done], label)}</th>
        <td class="n">${count(project[plan])}</td>
        <td class="n">${count(project[done])}</td>
      </tr>`,
  );
  const head = [
    html`<th scope="col">${words.who}</th>`,
    html`<th scope="col" class="n">${words.target}</th>`,
    html`<th scope="col" class="n">${words.outcome}</th>`,
  ];
  return renderTable(
    'participants-table',
    words.participantsCaption,
    head,
    html`<tbody>
      ${rows}
    </tbody>`,
    'small-table',
  );
}

/** The project's other organisations, each with its role. */
export function renderPartners(view: View, quotes: Quotes, { project_id: id }: Projects): Content {
  const { data, link, code, titled } = view;
  const partners = data.partnersOf(id);
  if (partners.length === 0) return undefined;
  const items = partners.map((partner) => {
    const { name, business_id: businessId, organisation_type: type, partner_role: role, position } = partner;
    const organisation = data.organisations.of(name, businessId);
    const label =
      organisation === undefined ? name : html`<a href="${link(organisationPath(organisation.key))}">${name}</a>`;
    const facts = [
      code('partner-role', role),
      type === undefined ? undefined : (titled('organisation-type', type) ?? type),
      businessId,
    ].filter((fact) => fact !== undefined);
    const keys = ['name', 'business_id', 'organisation_type', 'partner_role'].map(
      (column) => `partners/${position}/${column}`,
    );
    return html`<li class="item">
      <p class="name">${label}</p>
      <p class="meta">${facts.join(' · ')}</p>
      ${renderSources(view, quotes, keys, name)}
    </li> `;
  });
  return html`<ul class="items">
    ${items}
  </ul>`;
}
