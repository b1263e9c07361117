import type { Projects } from '../../../pipeline/model/schema-types.ts';
import { type Content, fill, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import { addressOf } from '../../address.ts';
import type { Quotes } from '../../model/published.ts';
import type { View } from '../../page-type.ts';
import { describeChanges } from '../../parts/changes.ts';
import { renderReportLink } from '../../parts/contact.ts';
import { nameProject } from '../../parts/projects.ts';
import { countMarks } from '../../parts/source-text.ts';
import { renderFacts, renderSection } from '../../parts/structure.ts';
import { ABOUT, LATEST, projectPath, recordPath } from '../../paths.ts';
import { renderWebsite } from './facts.ts';

/** Changes of one release that are told one by one. */
const TOLD = 8;

/** What was withheld, what changed, where it all comes from, how to cite and how to report an error. */
export function renderEnd(view: View, quotes: Quotes, project: Projects): Content {
  const words = view.t.project;
  return [
    renderWithheld(view, project),
    renderSection('muutokset', words.history, renderHistory(view, project)),
    renderSection('lahde', words.sourceHeading, renderOrigin(view, quotes, project)),
    renderSection('viittaa', words.cite, renderCitation(view, project)),
  ];
}

function renderWithheld(view: View, project: Projects): Content {
  const { t, data, link, language } = view;
  const texts = [
    project.summary,
    project.target_groups,
    project.indirect_target_groups,
    project.final_report,
    ...data.sectionsOf(project.project_id).map(({ text }) => text),
  ];
  const count = texts.reduce((sum, text) => sum + countMarks(text), 0);
  if (count === 0) return undefined;
  const why = html`<a href="${link(ABOUT)}#tietosuoja">${t.project.withheldWhy}</a>`;
  return renderSection(
    'julkaisematta',
    t.project.withheldHeading,
    html`<p>${fill(t.project.withheldText, { count: language.number(count), why })}</p>`,
  );
}

/** The changes between releases that touched this project; a release that changed nothing of it is not named. */
function renderHistory(view: View, { project_id: id }: Projects): Content {
  const { t, data, language } = view;
  const steps = data.historyOf(id);
  if (steps.length === 0) return undefined;
  return html`<ul class="history">
    ${steps.map(({ release, changes }) => {
      const all = describeChanges(view, changes);
      const told = all.slice(0, TOLD).map((change) => html`<li>${change}</li> `);
      const rest = all.length - TOLD;
      return html`<li>
        <b>${language.date(release.slice(0, 10))}</b>
        <ul>
          ${told} ${rest > 0 ? html`<li>${fillText(t.project.historyMore, { count: rest })}</li>` : undefined}
        </ul>
      </li> `;
    })}
  </ul>`;
}

function renderOrigin(view: View, quotes: Quotes, project: Projects): Content {
  const { t, language, file, code } = view;
  const words = t.project;
  const provenance = html`<a href="${file(`${LATEST}provenance.jsonl`)}">provenance.jsonl</a>`;
  const documents =
    quotes.sources.length > 0 ? quotes.sources.map(({ document }) => document) : [project.source_document];
  return [
    renderFacts([
      [words.sourceFamily, code('family', project.family)],
      [words.sourceDocument, documents.map((document) => html`<span class="path">${document}</span> `)],
      [words.sourceDate, project.source_retrieved === undefined ? undefined : language.date(project.source_retrieved)],
      [words.sourceUrl, renderWebsite(project.source_url)],
    ]),
    html`<p class="note">${fill(words.sourceText, { provenance })} ${words.documentLanguage}</p>`,
  ];
}

function renderCitation(view: View, project: Projects): Content {
  const { t, data, language, file } = view;
  const { project_id: id } = project;
  const url = addressOf(data.published.homepage, language.prefix + projectPath(id));
  const name = language.quote(nameProject(view, project));
  return [
    html`<p class="citation">${fillText(t.project.citation, { name, id, url })}</p>`,
    html`<p class="downloads">
      <a href="${file(recordPath(id))}">${t.project.json}</a> ${renderReportLink(view, id)}
    </p>`,
  ];
}
