import type { Projects, Sustainability } from '../../pipeline/model/schema-types.ts';
import { formatNumber } from '../format.ts';
import { type Content, type Html, html } from '../html.ts';
import { renderTable } from '../parts.ts';
import type { Site } from '../site.ts';
import { renderText } from '../text.ts';

const DIMENSIONS = [
  'ecological',
  'economic',
  'social_cultural',
] as const satisfies readonly Sustainability['dimension'][];

/** The three questions about gender equality with their answers and reasons. */
export function renderEquality({ texts }: Site, project: Projects): Content {
  const words = texts.project;
  const questions = [
    [words.genderAnalysis, project.gender_analysis, project.gender_analysis_reason],
    [words.genderMainstreaming, project.gender_mainstreaming, project.gender_mainstreaming_reason],
    [words.genderMainObjective, project.gender_main_objective, project.gender_main_objective_reason],
  ] as const;
  const known = questions.filter(([, answer, reason]) => answer !== undefined || reason !== undefined);
  if (known.length === 0) return undefined;
  return html`<dl class="questions">
    ${known.map(
      ([question, answer, reason]) =>
        html`<div>
          <dt>${question}</dt>
          <dd>
            ${answer === undefined ? undefined : html`<strong class="answer">${answer ? words.yes : words.no}</strong>`}${
              reason === undefined ? undefined : html`<div class="prose">${renderText(texts, reason)}</div>`
            }
          </dd>
        </div> `,
    )}
  </dl>`;
}

/** The criteria of sustainable development by dimension, in the order of the source. */
export function renderSustainability(site: Site, projectId: string): Content {
  const { texts } = site;
  const words = texts.project;
  const rows = site.sustainabilityOf(projectId);
  if (rows.length === 0) return undefined;
  const order = Object.keys(texts.criteria);
  const sorted = rows.toSorted((a, b) => order.indexOf(a.criterion) - order.indexOf(b.criterion));
  const groups = DIMENSIONS.map((dimension) => {
    const here = sorted.filter((row) => row.dimension === dimension);
    return here.length === 0
      ? undefined
      : html`<tbody>
          <tr>
            <th colspan="3" scope="rowgroup">${texts.dimensions[dimension]}</th>
          </tr>
          ${here.map((row) => renderCriterion(texts, row))}
        </tbody> `;
  });
  const head = [
    html`<th scope="col">${words.criterion}</th>`,
    html`<th scope="col" class="number">${words.directEffect}</th>`,
    html`<th scope="col" class="number">${words.indirectEffect}</th>`,
  ];
  return renderTable('sustainability-table', words.sustainabilityCaption, head, groups, 'scores');
}

function renderCriterion(texts: Site['texts'], row: Sustainability): Html {
  const reason =
    row.reason === undefined ? undefined : html`<div class="reason">${renderText(texts, row.reason)}</div>`;
  return html`<tr>
    <th scope="row">${texts.criteria[row.criterion]}${reason}</th>
    ${renderScore(texts, row.direct)}${renderScore(texts, row.indirect)}
  </tr> `;
}

function renderScore(texts: Site['texts'], score: number | undefined): Html {
  return html`<td class="number">${score === undefined ? texts.project.none : formatNumber(score)}</td>`;
}
