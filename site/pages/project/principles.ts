import type { Projects, Sustainability } from '../../../pipeline/model/schema-types.ts';
import { type Content, html } from '../../html.ts';
import type { Quotes } from '../../model/published.ts';
import type { View } from '../../page-type.ts';
import { renderText } from '../../parts/source-text.ts';
import { renderTable } from '../../parts/structure.ts';
import { renderRows, renderSources } from './source.ts';

const DIMENSIONS = [
  'ecological',
  'economic',
  'social_cultural',
] as const satisfies readonly Sustainability['dimension'][];

/** Characters of a reason that stands on the page. */
const LONGEST_REASON = 200;

/** The three questions about gender equality with their answers and reasons. */
export function renderEquality(view: View, quotes: Quotes, project: Projects): Content {
  const words = view.t.project;
  const questions = [
    [words.genderAnalysis, 'gender_analysis', 'gender_analysis_reason'],
    [words.genderMainstreaming, 'gender_mainstreaming', 'gender_mainstreaming_reason'],
    [words.genderMainObjective, 'gender_main_objective', 'gender_main_objective_reason'],
  ] as const;
  return renderRows(
    view,
    quotes,
    questions.map(([label, key, reasonKey]) => {
      const [answer, reason] = [project[key], project[reasonKey]];
      const value =
        answer === undefined && reason === undefined
          ? undefined
          : [
              answer === undefined ? undefined : html`<b>${answer ? words.yes : words.no}</b>`,
              reason === undefined ? undefined : renderReason(view, reason),
            ];
      return { label, value, keys: [key, reasonKey] };
    }),
  );
}

/** The criteria of sustainable development by dimension, in the order of the source. */
export function renderSustainability(view: View, quotes: Quotes, { project_id: id }: Projects): Content {
  const { t, data, code } = view;
  const words = t.project;
  const rows = data.sustainabilityOf(id);
  if (rows.length === 0) return undefined;
  const groups = DIMENSIONS.map((dimension) => {
    const here = rows.filter((row) => row.dimension === dimension);
    return here.length === 0
      ? undefined
      : html`<tbody>
          <tr>
            <th colspan="3" scope="rowgroup">${code('sustainability-dimension', dimension)}</th>
          </tr>
          ${here.map((row) => renderCriterion(view, quotes, row))}
        </tbody> `;
  });
  const head = [
    html`<th scope="col">${words.criterion}</th>`,
    html`<th scope="col" class="n">${words.directEffect}</th>`,
    html`<th scope="col" class="n">${words.indirectEffect}</th>`,
  ];
  return html`<details class="fold">
    <summary>${words.sustainabilityCaption}</summary>
    ${renderTable('sustainability-table', words.sustainabilityCaption, head, groups, 'scores')}
  </details>`;
}

function renderCriterion(view: View, quotes: Quotes, row: Sustainability): Content {
  const label = view.code('sustainability-criterion', row.criterion);
  const keys = ['direct', 'indirect', 'reason'].map((column) => `sustainability/${row.criterion}/${column}`);
  const score = (value: number | undefined): Content =>
    html`<td class="n">${value === undefined ? view.t.project.noneGiven : view.language.number(value)}</td>`;
  return html`<tr>
    <th scope="row">
      ${label} ${row.reason === undefined ? undefined : renderText(view, row.reason)}
      ${renderSources(view, quotes, keys, label)}
    </th>
    ${score(row.direct)}${score(row.indirect)}
  </tr> `;
}

/** A long reason opens. */
function renderReason(view: View, reason: string): Content {
  if (reason.length <= LONGEST_REASON) return renderText(view, reason);
  return html`<details>
    <summary>${view.t.project.readText}</summary>
    ${renderText(view, reason)}
  </details>`;
}
