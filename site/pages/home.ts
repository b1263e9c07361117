import { formatMillions, formatNumber } from '../format.ts';
import { findInitial } from '../finnish-order.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { renderLegend } from '../map/legend.ts';
import { drawNationalMap } from '../map/national-map.ts';
import { renderFigures } from '../parts.ts';
import { areaListPath, areaPath, HOME, type Link } from '../paths.ts';
import { renderSearch, SEARCH_SCRIPT } from '../search.ts';
import type { Site } from '../site.ts';
import { fillText } from '../words.ts';
import { renderAreaTable } from '../area-table.ts';

/** The front page: figures, the map, the same as a table, and every municipality by letter. */
export function createHomePage(site: Site): Page {
  const { home } = site.texts;
  return {
    path: HOME,
    title: home.title,
    description: home.lead,
    section: 'home',
    scripts: [SEARCH_SCRIPT],
    main: (link) =>
      html`<div class="hero">
          <h1>${home.heading}</h1>
          <p class="lead">${home.lead}</p>
          ${renderSearch(site.texts, link)}
        </div>
        ${renderKeyFigures(site)} ${renderMapSection(site, link)} ${renderCoverage(site, link)}
        ${renderIndex(site, link)}`,
  };
}

function renderKeyFigures({ texts, published }: Site): Html {
  const { home } = texts;
  const find = (row: string) => published.summary.find((sums) => sums.level === 'municipality' && sums.row === row);
  const municipalities = published.areas.municipality;
  const covered = municipalities.filter((area) => area.project_count > 0).length;
  const share = fillText(home.figureOf, { count: formatNumber(covered), total: formatNumber(municipalities.length) });
  return html`<section aria-labelledby="figures-heading">
    <h2 id="figures-heading" class="quiet">${home.figures}</h2>
    ${renderFigures([
      [formatNumber(find('all')?.project_count ?? 0), home.figureProjects],
      [formatNumber(find('placed')?.project_count ?? 0), home.figurePlaced],
      [share, home.figureMunicipalities],
      [formatMillions(find('all')?.funding_granted_eu_state ?? 0), home.figureGranted],
    ])}
    <p class="note">${home.figuresNote}</p>
  </section>`;
}

function renderMapSection(site: Site, link: Link): Html {
  const { texts, areas } = site;
  const regions = {
    level: 'region',
    areas: areas.region,
    caption: texts.areas.captions.region,
    order: 'name',
  } as const;
  return html`<section class="map-section" aria-labelledby="map-heading">
    <div class="map-text">
      <h2 id="map-heading">${texts.home.mapHeading}</h2>
      <p>${texts.home.mapHelp}</p>
      ${renderLegend(site)}
    </div>
    <div class="map-picture">${drawNationalMap(site, link)}</div>
    <div class="map-regions">${renderAreaTable(site, link, regions)}</div>
  </section>`;
}

function renderCoverage(site: Site, link: Link): Html {
  const { home } = site.texts;
  const covered = site.areas.municipality.filter((area) => area.project_count > 0);
  return html`<section aria-labelledby="table-heading">
    <h2 id="table-heading">${home.tableHeading}</h2>
    ${
      covered.length === 0
        ? html`<p>${home.tableEmpty}</p>`
        : html`<p>${home.tableIntro}</p>
            ${renderAreaTable(site, link, { level: 'municipality', areas: covered, caption: site.texts.map.title, order: 'name' })}`
    }
  </section>`;
}

function renderIndex({ texts, areas }: Site, link: Link): Html {
  const letters = new Map<string, Html[]>();
  for (const area of areas.municipality) {
    const letter = findInitial(area.name_fi);
    const item = html`<li>
      <a href="${link(areaPath('municipality', area.code))}">${area.name_fi}</a>
      <span class="count">${area.project_count}</span>
    </li>`;
    letters.set(letter, [...(letters.get(letter) ?? []), item]);
  }
  const groups = [...letters].map(
    ([letter, items]) =>
      html`<div class="letter">
        <h3>${letter}</h3>
        <ul>
          ${items}
        </ul>
      </div> `,
  );
  return html`<section aria-labelledby="all-heading">
    <h2 id="all-heading">${texts.home.allHeading}</h2>
    <p>
      ${texts.home.allIntro} <a href="${link(areaListPath('sub_region'))}">${texts.areas.titles.sub_region}</a> ·
      <a href="${link(areaListPath('region'))}">${texts.areas.titles.region}</a>
    </p>
    <div class="letters">${groups}</div>
  </section>`;
}
