import type { Projects } from '../../../pipeline/model/schema-types.ts';
import { type Content, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import type { Quotes } from '../../model/published.ts';
import type { View } from '../../page-type.ts';
import { FURTHER_MONEY, listFurther } from './further.ts';
import { renderRows } from './source.ts';

/** A plan and what came of it. */
interface Pair {
  readonly heading: string;
  readonly planLabel: string;
  readonly plan: number | undefined;
  readonly planKey: string;
  readonly done: number | undefined;
  readonly doneKey: string;
}

/** What was granted or planned and what was realised, exactly as the source states it, as bars on one scale and in words. */
export function renderMoney(view: View, quotes: Quotes, project: Projects): Content {
  const words = view.t.project;
  // The list of 2021–2027 says what was planned, others what was granted.
  const isPlanned = project.funding_granted_eu_state === undefined && project.funding_planned_eu_state !== undefined;
  const pairs: readonly Pair[] = [
    {
      heading: words.moneyEuState,
      planLabel: isPlanned ? words.planned1 : words.granted1,
      plan: isPlanned ? project.funding_planned_eu_state : project.funding_granted_eu_state,
      planKey: isPlanned ? 'funding_planned_eu_state' : 'funding_granted_eu_state',
      done: project.funding_realised_eu_state,
      doneKey: 'funding_realised_eu_state',
    },
    {
      heading: words.moneyPublic,
      planLabel: words.planned1,
      plan: project.funding_planned_public,
      planKey: 'funding_planned_public',
      done: project.funding_realised_public,
      doneKey: 'funding_realised_public',
    },
  ];
  const known = pairs.filter(({ plan, done }) => plan !== undefined || done !== undefined);
  const most = Math.max(0, ...known.flatMap(({ plan, done }) => [plan ?? 0, done ?? 0]));
  const budget = renderRows(view, quotes, [
    { label: words.budget, value: formatBudget(view, project), keys: ['budget_min', 'budget_max'] },
    ...listFurther(view, project, FURTHER_MONEY),
  ]);
  if (known.length === 0 && budget === undefined) return undefined;
  return [
    known.map((pair) => renderPair(view, quotes, pair, most)),
    known.length === 0 || most <= 0 ? undefined : html`<p class="small">${words.barKey}</p>`,
    budget,
  ];
}

function renderPair(view: View, quotes: Quotes, pair: Pair, most: number): Content {
  const { t, language } = view;
  const words = t.project;
  const { heading, planLabel, plan, planKey, done, doneKey } = pair;
  const percent = plan === undefined || done === undefined || plan <= 0 ? undefined : language.percent(done / plan);
  return html`<div class="money">
    <h3>${heading}</h3>
    ${most <= 0 ? undefined : drawBars(plan, done, most)}
    ${renderRows(view, quotes, [
      { label: planLabel, value: plan === undefined ? undefined : language.euros(plan), keys: [planKey] },
      {
        label: words.realised,
        value:
          done === undefined
            ? undefined
            : html`${language.euros(done)}${percent === undefined ? undefined : html` <span class="soft">${percent}</span>`}`,
        keys: [doneKey],
      },
    ])}
  </div>`;
}

/** The plan as an outline, what was realised inside it; the numbers below say the same. */
function drawBars(plan: number | undefined, done: number | undefined, most: number): Content {
  const width = (value: number): string => `${((Math.max(0, value) / most) * 99.5).toFixed(1)}%`;
  return html`<svg class="bars" width="100%" height="26" aria-hidden="true">
    ${plan === undefined ? undefined : html`<rect class="plan" x="1" y="3" width="${width(plan)}" height="20" />`}
    ${done === undefined ? undefined : html`<rect class="done" x="1" y="8" width="${width(done)}" height="10" />`}
  </svg>`;
}

function formatBudget({ t, language }: View, { budget_min: min, budget_max: max }: Projects): string | undefined {
  const words = t.project;
  if (min === undefined)
    return max === undefined ? undefined : fillText(words.budgetUnder, { max: language.euros(max) });
  if (max === undefined) return fillText(words.budgetOver, { min: language.euros(min) });
  return fillText(words.budgetRange, { min: language.euros(min), max: language.euros(max) });
}
