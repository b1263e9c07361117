import { type Content, fill, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { PageType, View } from '../page-type.ts';
import { renderPublisher } from '../parts/contact.ts';
import { renderSection } from '../parts/structure.ts';
import { renderWithheldTable } from '../parts/withheld.ts';
import { ABOUT, ACCESSIBILITY, GLOSSARY, REPORT, WITHHELD } from '../paths.ts';

/** What the site is, how its data are made, what is left out, whose words are whose. */
export const ABOUT_PAGE: PageType<string> = {
  name: 'about',
  list: () => [ABOUT],
  path: (key) => key,
  create(view) {
    const { t, link } = view;
    const words = t.about;
    const glossary = html`<a href="${link(GLOSSARY)}">${words.termsLink}</a>`;
    const sections = [
      ['mika', words.whatHeading, paragraphs(describe(view), words.whatFiles)],
      [
        'menetelma',
        words.methodHeading,
        paragraphs(
          words.methodRead,
          words.methodAreas,
          words.methodShares,
          words.methodUnknown,
          words.methodState,
          words.methodTexts,
        ),
      ],
      ['kartat', words.mapsHeading, paragraphs(words.mapsText)],
      ['nimet', words.termsHeading, html`<p>${fill(words.termsText, { glossary })}</p>`],
      [
        'tietosuoja',
        words.privacyHeading,
        [
          paragraphs(words.privacyContacts, words.privacyTexts, words.privacySite),
          renderWithheldTable(view),
          html`<p><a href="${link(WITHHELD)}">${t.held.title}</a></p>`,
        ],
      ],
      [
        'yhteys',
        t.report.title,
        [
          renderPublisher(view),
          html`<p>
            <a href="${link(REPORT)}">${t.report.title}</a> ·
            <a href="${link(ACCESSIBILITY)}">${t.accessibility.title}</a>
          </p>`,
        ],
      ],
    ] as const;
    return {
      title: words.title,
      description: words.description,
      section: 'about',
      main: html`<div class="text-page">
        <h1>${words.title}</h1>
        <p class="lead">${words.description}</p>
        ${sections.map(([id, heading, content]) => renderSection(id, heading, content))}
      </div>`,
    };
  },
};

function paragraphs(...texts: readonly string[]): Content {
  return texts.map((text) => html`<p>${text}</p>`);
}

/** The collection as the data hold it. */
function describe({ t, data, code, language }: View): string {
  if (data.description !== undefined) return data.description[language.published];
  if (data.kind === 'inclusion') return t.about.whatInclusion;
  const funds = [...new Set(data.projects.flatMap(({ fund }) => fund ?? []))].sort();
  return fillText(t.about.whatGeneral, { funds: language.join(funds.map((fund) => code('fund', fund))) }).replace(
    /: \.$/,
    '.',
  );
}
