import type { Manifest } from '../../../pipeline/model/schema-types.ts';
import { type Content, fill, type Html, html, trustMarkup } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import type { PageType, View } from '../../page-type.ts';
import { renderFacts, renderSection } from '../../parts/structure.ts';
import { ASSESSMENT, DATA, LATEST, MAPPING, MISSING, qualityPath, releasePath, WITHHELD } from '../../paths.ts';
import { renderFiles } from './files.ts';
import { renderReleases } from './releases.ts';
import { CHECK_COMMAND, SNIPPETS } from './snippets.ts';

/** Every file of the newest release with its size, first steps in five programs, all releases, how to pin and cite them. */
export const DATA_PAGE: PageType<string> = {
  name: 'data',
  list: () => [DATA],
  path: (key) => key,
  create(view) {
    const { t, data } = view;
    const words = t.data;
    const { manifest } = data.published;
    return {
      title: words.title,
      description: words.description,
      section: 'data',
      files: data.published.catalogs,
      head: renderDescription(view),
      main: html`<header class="head">
          <h1>${words.title}</h1>
          <p class="lead">${fill(words.lead, { release: html`<span class="nb">${manifest.release}</span>` })}</p>
        </header>
        ${[
          renderSection('tiedostot', words.filesHeading, renderFiles(view)),
          renderSection('alkuun', words.startHeading, renderStart(view)),
          renderSection('julkaisu', words.facts, renderRelease(view)),
          renderSection('rajat', words.noticeHeading, [
            html`<p>${words.noticeText}</p>`,
            renderNotes(view, manifest, 'notes'),
          ]),
          renderSection('tietty-julkaisu', words.pinHeading, renderPin(view, manifest)),
          renderSection('viittaa', words.citeHeading, renderCitation(view, manifest)),
          renderSection('julkaisut', words.releasesHeading, renderReleases(view)),
          renderSection('lisaa', t.more.heading, renderMore(view)),
        ]}`,
    };
  },
};

/** The pages that explain the data. */
function renderMore({ t, link }: View): Content {
  const pages = [
    [releasePath(), t.notes.title],
    [qualityPath(), t.quality.title],
    [MISSING, t.missing.title],
    [WITHHELD, t.held.title],
    [MAPPING, t.mapping.title],
    [ASSESSMENT, t.assessment.title],
  ] as const;
  return html`<ul class="plain-list">
    ${pages.map(([path, title]) => html`<li><a href="${link(path)}">${title}</a></li> `)}
  </ul>`;
}

/** For search engines, schema.org's `Dataset` as a data block, which is no script: browsers run nothing of it, and the policy does not concern it. */
function renderDescription({ data, language }: View): Content {
  const description = data.published.descriptions[language.code];
  // In JSON an escaped sign is the same sign, so nothing in a text can end the block.
  return description === undefined
    ? undefined
    : html`<script type="application/ld+json">
        ${trustMarkup(description.trim().replaceAll('<', '\\u003c'))}
      </script>`;
}

function renderLicence(licence: string): Html {
  const isCcBy = licence.includes('creativecommons.org/licenses/by/4.0');
  return html`<a href="${licence}" rel="license">${isCcBy ? 'CC\u00a0BY\u00a04.0' : licence}</a>`;
}

function renderRelease({ t, data, language }: View): Content {
  const words = t.data;
  const { manifest } = data.published;
  const { documents, entries, quarantined } = manifest.created_from;
  const from = {
    documents: language.number(documents),
    entries: language.number(entries),
    quarantined: language.number(quarantined),
  };
  return renderFacts(
    [
      [words.release, manifest.release],
      [words.licence, renderLicence(manifest.licence)],
      [words.vintage, fillText(words.vintageValue, { year: manifest.boundary_vintage })],
      [words.nuts, manifest.nuts_version],
      [
        words.population,
        manifest.population_year === undefined
          ? undefined
          : fillText(words.populationValue, { year: manifest.population_year }),
      ],
      [words.createdFrom, fillText(words.createdFromValue, from)],
      [words.schema, manifest.schema_version],
      [words.program, manifest.code_version],
    ],
    'facts',
  );
}

const PROGRAMS = [
  ['excel', 'Excel'],
  ['qgis', 'QGIS'],
  ['r', 'R (sf)'],
  ['python', 'Python (geopandas)'],
  ['duckdb', 'DuckDB'],
] as const;

function renderStart({ t }: View): Content {
  const words = t.data;
  return [
    html`<p>${words.startText}</p>`,
    PROGRAMS.map(
      ([name, label]) =>
        html`<details class="fold">
          <summary>${label}</summary>
          <p>${words.start[name]}</p>
          ${renderCode(SNIPPETS[name], label)}
        </details> `,
    ),
  ];
}

function renderCode(code: string, label: string): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">
    <pre><code>${code}</code></pre>
  </div> `;
}

function renderPin({ t, file }: View, { release }: Manifest): Content {
  const folders = {
    latest: html`<a href="${file(`${LATEST}manifest.json`)}">data/latest/</a>`,
    release: html`<a href="${file(`data/${release}/manifest.json`)}">data/${release}/</a>`,
  };
  return [html`<p>${fill(t.data.pinText, folders)}</p>`, renderCode(CHECK_COMMAND, t.data.pinHeading)];
}

function renderCitation(view: View, manifest: Manifest): Content {
  const { t } = view;
  const citation = fillText(t.data.citeText, { release: manifest.release, vintage: manifest.boundary_vintage });
  return [
    html`<blockquote><p>${citation}</p></blockquote>`,
    html`<h3>${t.data.attributionHeading}</h3>`,
    renderNotes(view, manifest, 'attribution'),
  ];
}

/** Sentences of the manifest in the page's language; in English where an older release has no others. */
function renderNotes({ language }: View, manifest: Manifest, field: 'notes' | 'attribution'): Content {
  const { published } = language;
  const own = published === 'en' ? undefined : manifest[`${field}_${published}`];
  return html`<ul class="bullets" lang="${own === undefined ? 'en' : published}">
    ${(own ?? manifest[field]).map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;
}
