import type { Projects } from '../../../pipeline/model/schema-types.ts';
import { type Content, html } from '../../html.ts';
import type { Quotes } from '../../model/published.ts';
import type { View } from '../../page-type.ts';
import { markTextLanguage, renderText } from '../../parts/source-text.ts';
import { renderSection } from '../../parts/structure.ts';
import { renderSource } from './source.ts';

/** Characters of a text that stand on the page; what is longer opens, so that a phone's page stays short. */
const SHOWN = 700;

type TextField = 'summary' | 'target_groups' | 'indirect_target_groups' | 'final_report';

/** The source's free texts, in their own language and as they are: the summary first, the others behind their names. */
export function renderTexts(view: View, quotes: Quotes, project: Projects): Content {
  const words = view.t.project;
  const fold = (key: TextField, label: string): Content => {
    const value = project[key];
    return value === undefined ? undefined : foldText(view, label, value, renderSource(view, quotes, key, label));
  };
  const { summary } = project;
  return [
    summary === undefined
      ? undefined
      : renderSection('tiivistelma', words.summary, [
          renderSource(view, quotes, 'summary', words.summary),
          renderLongText(view, summary),
        ]),
    renderSection('kohderyhmat', words.targetGroups, [
      fold('target_groups', words.direct),
      fold('indirect_target_groups', words.indirect),
    ]),
    renderSection('loppuraportti', words.finalReport, fold('final_report', words.finalReport)),
    renderSections(view, quotes, project),
  ];
}

/** Whole paragraphs as long as they fit, the rest behind a button. */
function renderLongText(view: View, text: string): Content {
  if (text.length <= SHOWN) return renderText(view, text);
  const paragraphs = text.split('\n\n');
  let length = 0;
  const fitting = paragraphs.findIndex((paragraph) => (length += paragraph.length) > SHOWN);
  const [first, rest] = [paragraphs.slice(0, fitting), paragraphs.slice(fitting)];
  return [
    first.length === 0 ? undefined : renderText(view, first.join('\n\n')),
    html`<details class="fold">
      <summary>${first.length === 0 ? view.t.project.readText : view.t.project.readOn}</summary>
      ${renderText(view, rest.join('\n\n'))}
    </details>`,
  ];
}

function foldText(view: View, label: Content, text: string, source: Content): Content {
  return html`<details class="fold">
    <summary>${label}</summary>
    ${source} ${renderText(view, text)}
  </details> `;
}

function renderSections(view: View, quotes: Quotes, { project_id: id }: Projects): Content {
  const sections = view.data.sectionsOf(id);
  if (sections.length === 0) return undefined;
  return renderSection(
    'tekstit',
    view.t.project.sections,
    sections.map(({ heading, text, position }) =>
      foldText(
        view,
        html`<span ${markTextLanguage(view, heading)}>${heading}</span>`,
        text,
        renderSource(view, quotes, `sections/${position}/text`, heading),
      ),
    ),
  );
}
