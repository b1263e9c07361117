import type { Projects } from '../../pipeline/model/schema-types.ts';
import { formatEuros, formatNumber } from '../format.ts';
import { type Content, html } from '../html.ts';
import { renderFacts, renderTable } from '../parts.ts';
import type { Site } from '../site.ts';
import { fillText } from '../words.ts';

type Pair = readonly [label: string, plan: string | undefined, realised: string | undefined];

/** What was granted or planned beside what was realised, exactly as the source states it. */
export function renderMoney({ texts }: Site, project: Projects): Content {
  const words = texts.project;
  const pairs: Pair[] = [
    [
      words.moneyEuState,
      optionalEuros(project.funding_granted_eu_state),
      optionalEuros(project.funding_realised_eu_state),
    ],
    [words.moneyPublic, optionalEuros(project.funding_planned_public), optionalEuros(project.funding_realised_public)],
  ];
  const head = [words.moneyKind, words.moneyPlan, words.moneyRealised] as const;
  const table = renderPairs('money-table', words.moneyCaption, head, pairs, words.none);
  const budget = renderFacts([[words.budget, formatBudget(words, project)]]);
  return table === undefined && budget === undefined ? undefined : [table, budget];
}

/** Companies and persons: the application's estimate beside the monitoring data. */
export function renderMonitoring({ texts }: Site, project: Projects): Content {
  const words = texts.project;
  const pairs: Pair[] = [
    [words.companies, optionalCount(project.companies_planned), optionalCount(project.companies_realised)],
    [words.participants, optionalCount(project.participants_planned), optionalCount(project.participants_realised)],
  ];
  const head = [words.monitoringKind, words.planned, words.realised] as const;
  return renderPairs('monitoring-table', words.monitoringCaption, head, pairs, words.none);
}

export function renderPartners(site: Site, projectId: string): Content {
  const words = site.texts.project;
  const partners = site.partnersOf(projectId);
  if (partners.length === 0) return undefined;
  const head = [words.partnerName, words.partnerType, words.businessId, words.partnerRole];
  const rows = partners.map(
    (partner) =>
      html`<tr>
        <th scope="row">${partner.name}</th>
        <td>${partner.organisation_type ?? words.none}</td>
        <td class="code">${partner.business_id ?? words.none}</td>
        <td>${site.texts.partnerRoles[partner.partner_role]}</td>
      </tr> `,
  );
  return renderTable(
    'partners-table',
    words.partnersCaption,
    head.map((label) => html`<th scope="col">${label}</th>`),
    html`<tbody>
      ${rows}
    </tbody>`,
    'partners-table',
  );
}

function optionalEuros(euros: number | undefined): string | undefined {
  return euros === undefined ? undefined : formatEuros(euros);
}

function optionalCount(count: number | undefined): string | undefined {
  return count === undefined ? undefined : formatNumber(count);
}

function formatBudget(
  words: Site['texts']['project'],
  { budget_min: min, budget_max: max }: Projects,
): string | undefined {
  if (min === undefined) return max === undefined ? undefined : fillText(words.budgetUnder, { max: formatEuros(max) });
  if (max === undefined) return fillText(words.budgetOver, { min: formatEuros(min) });
  return fillText(words.budgetRange, { min: formatNumber(min), max: formatEuros(max) });
}

function renderPairs(
  id: string,
  caption: string,
  head: readonly [string, string, string],
  pairs: readonly Pair[],
  none: string,
): Content {
  const known = pairs.filter(([, plan, realised]) => plan !== undefined || realised !== undefined);
  if (known.length === 0) return undefined;
  const rows = known.map(
    ([label, plan, realised]) =>
      html`<tr>
        <th scope="row">${label}</th>
        <td class="number">${plan ?? none}</td>
        <td class="number">${realised ?? none}</td>
      </tr>`,
  );
  const [kind, ...columns] = head;
  return renderTable(
    id,
    caption,
    [html`<th scope="col">${kind}</th>`, columns.map((label) => html`<th scope="col" class="number">${label}</th>`)],
    html`<tbody>
      ${rows}
    </tbody>`,
    'pairs',
  );
}
