import type { Projects } from '../../../pipeline/model/schema-types.ts';
import { type Content, html } from '../../html.ts';
import type { Quotes } from '../../model/published.ts';
import type { View } from '../../page-type.ts';
import { markTextLanguage, renderText } from '../../parts/source-text.ts';
import { renderSection } from '../../parts/structure.ts';
import { renderSource } from './source.ts';

/** The source's free texts, in their own language and as they are. A long one opens. */
export function renderTexts(view: View, quotes: Quotes, project: Projects): Content {
  const words = view.t.project;
  const text = (
    key: 'summary' | 'target_groups' | 'indirect_target_groups' | 'final_report',
    label: string,
  ): Content => {
    const value = project[key];
    return value === undefined ? undefined : [renderText(view, value), renderSource(view, quotes, key, label)];
  };
  const [direct, indirect] = [text('target_groups', words.direct), text('indirect_target_groups', words.indirect)];
  return [
    renderSection('tiivistelma', words.summary, text('summary', words.summary)),
    renderSection('kohderyhmat', words.targetGroups, [
      direct === undefined ? undefined : [html`<h3>${words.direct}</h3>`, direct],
      indirect === undefined ? undefined : [html`<h3>${words.indirect}</h3>`, indirect],
    ]),
    renderSection('loppuraportti', words.finalReport, text('final_report', words.finalReport)),
    renderSections(view, quotes, project),
  ];
}

function renderSections(view: View, quotes: Quotes, { project_id: id }: Projects): Content {
  const sections = view.data.sectionsOf(id);
  if (sections.length === 0) return undefined;
  return renderSection(
    'tekstit',
    view.t.project.sections,
    sections.map(({ heading, text, position }) => [
      html`<h3 ${markTextLanguage(view, heading)}>${heading}</h3>`,
      renderText(view, text),
      renderSource(view, quotes, `sections/${position}/text`, heading),
    ]),
  );
}
