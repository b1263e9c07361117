import { type Content, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { PageType, View } from '../../page-type.ts';
import { renderSection, renderTable } from '../../parts/structure.ts';
import { ASSESSMENT, DATA } from '../../paths.ts';

type Quality = NonNullable<Exchange['quality']>;

/** What the official shapes and the assessment of metadata quality say of the catalogue. */
export const ASSESSMENT_PAGE: PageType<string> = {
  name: 'assessment',
  list: () => [ASSESSMENT],
  path: (key) => key,
  create(view) {
    const { t, data, file } = view;
    const words = t.assessment;
    const { quality } = data.published.exchange;
    return {
      title: words.title,
      description: words.description,
      section: 'data',
      above: [{ name: t.data.title, path: DATA }],
      main: html`<header class="head">
          <h1>${words.title}</h1>
          <p class="lead">${quality === undefined ? words.none : words.description}</p>
        </header>
        ${
          quality === undefined
            ? undefined
            : [
                renderSection('shacl', words.shapesHeading, renderShapes(view, quality)),
                renderSection('mqa', words.pointsHeading, renderPoints(view, quality)),
                html`<p class="downloads"><a href="${file('catalog-quality.json')}">${words.data}</a></p>`,
              ]
        }`,
    };
  },
};

function renderShapes(view: View, { shapes }: Quality): Content {
  const { t, language } = view;
  const words = t.assessment;
  return shapes.map(({ profile, violations, warnings, results, exceptions }, index) => {
    const counts = { profile, violations: language.number(violations), warnings: language.number(warnings) };
    return html`<p><b>${fillText(words.shapesText, counts)}</b></p>
      ${results.length === 0 ? undefined : renderResults(view, `results-${index}`, results)}
      ${
        exceptions.length === 0
          ? undefined
          : html`<p>${words.exceptions}: ${words.exceptionsText}</p>
              <ul class="bullets">
                ${exceptions.map(
                  (exception) =>
                    html`<li>
                      ${exception.title[language.published]}: ${exception.severity},
                      ${fillText(words.exceptionCount, { count: language.number(exception.count) })},
                      <span class="path">${exception.path}</span> (<a href="${exception.issue}">${words.issueLink}</a>)
                    </li> `,
                )}
              </ul>`
      } `;
  });
}

function renderResults({ t, language }: View, id: string, results: Quality['shapes'][number]['results']): Content {
  const words = t.assessment;
  const rows = results.map(
    ({ severity, path, count }) =>
      html`<tr>
        <th scope="row"><span class="path">${path}</span></th>
        <td>${severity}</td>
        <td class="n">${language.number(count)}</td>
      </tr> `,
  );
  const head = [
    html`<th scope="col">${words.path}</th>`,
    html`<th scope="col">${words.severity}</th>`,
    html`<th scope="col" class="n">${words.count}</th>`,
  ];
  return renderTable(id, words.shapesOpen, head, html`<tbody>${rows}</tbody>`);
}

/** The words of a key of the published file; the key itself where the file knows more than we do. */
function nameKey(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}

function renderPoints({ t, language }: View, { metadata_quality: found }: Quality): Content {
  const words = t.assessment;
  const text = fillText(words.pointsText, {
    points: language.number(found.points),
    max: language.number(found.max_points),
    rating: nameKey(words.ratings, found.rating),
  });
  const dimensions = [...new Set(found.indicators.map(({ dimension }) => dimension))];
  const bodies = dimensions.map(
    (dimension) =>
      html`<tbody>
        <tr>
          <th scope="rowgroup" colspan="2">${nameKey(words.dimensions, dimension)}</th>
        </tr>
        ${found.indicators
          .filter((each) => each.dimension === dimension)
          .map(
            ({ indicator, points, max_points: max }) =>
              html`<tr>
                <th scope="row">${nameKey(words.indicators, indicator)}</th>
                <td class="n">${language.number(points)} / ${language.number(max)}</td>
              </tr> `,
          )}
      </tbody>`,
  );
  const head = [html`<th scope="col">${words.indicator}</th>`, html`<th scope="col" class="n">${words.points}</th>`];
  return [
    html`<p>${text}</p>`,
    renderTable('points-table', words.pointsHeading, head, bodies),
    html`<p class="note">${words.reach}</p>`,
  ];
}
