import { formatNumber, formatMillions } from '../format.ts';
import { type Content, type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { renderLegend } from '../map/legend.ts';
import type { LocatorMap } from '../map/locator-map.ts';
import { drawRegionMap, type RegionPlan } from '../map/region-map.ts';
import { renderFacts, renderFigures, renderSection } from '../parts.ts';
import { areaListPath, areaPath, type Link, type PagedLevel } from '../paths.ts';
import { renderProjectItems } from '../project-items.ts';
import type { Area } from '../published.ts';
import type { Site } from '../site.ts';
import { fillText } from '../words.ts';
import { renderAreaTable } from '../area-table.ts';

/** What pages of areas share: the small map of the country, and each region's own map. */
export interface AreaMaps {
  readonly locator: LocatorMap;
  planOf(region: string): RegionPlan | undefined;
}

/** One municipality, sub-region or region: figures, a map, its projects and the areas around it. */
export function createAreaPage(site: Site, maps: AreaMaps, level: PagedLevel, code: string): Page {
  const { texts } = site;
  const area = site.findArea(level, code);
  if (area === undefined) throw new Error(`no ${level} ${code}`);
  const parents = listParents(site, area);
  return {
    path: areaPath(level, code),
    title: area.name_fi,
    description: fillText(texts.area.description, { name: area.name_fi }),
    section: level === 'municipality' ? 'municipalities' : level === 'sub_region' ? 'sub_regions' : 'regions',
    above: [
      { name: texts.levelsPlural[level], path: areaListPath(level) },
      ...parents.map((parent) => ({ name: parent.area.name_fi, path: areaPath(parent.level, parent.area.code) })),
    ],
    main: (link) =>
      html`<header class="page-head">
          <p class="kind">${texts.levels[level]}</p>
          <h1>${area.name_fi}</h1>
        </header>
        ${renderNumbers(site, area)}
        <div class="columns">
          <div class="column-main">
            ${renderMapPart(site, maps, level, area, link)} ${renderProjectLists(site, level, area, link)}
          </div>
          <div class="column-side">
            ${level === 'region' ? renderPlace(site, maps, area) : undefined}
            ${renderSection('facts', texts.area.facts, renderBasics(site, area))}
            ${renderRelations(site, level, area, link)}
          </div>
        </div>`,
  };
}

interface Placed {
  readonly level: PagedLevel;
  readonly area: Area;
}

/** The areas that an area lies in, largest first. */
function listParents(site: Site, area: Area): Placed[] {
  const candidates = [
    { level: 'region' as const, code: area.region_code },
    { level: 'sub_region' as const, code: area.sub_region_code },
  ];
  return candidates.flatMap(({ level, code }) => {
    const parent = code === undefined ? undefined : site.findArea(level, code);
    return parent === undefined ? [] : [{ level, area: parent }];
  });
}

function renderNumbers({ texts }: Site, area: Area): Html {
  const words = texts.area;
  const perInhabitant = area.funding_realised_public_per_inhabitant;
  return html`<section aria-labelledby="figures-heading">
    <h2 id="figures-heading" class="quiet">${words.figures}</h2>
    ${renderFigures([
      [formatNumber(area.project_count), words.projects],
      [formatNumber(area.ongoing_count), words.ongoing],
      [formatNumber(area.beneficiary_project_count), words.beneficiaries],
      [formatMillions(area.funding_granted_eu_state), words.granted],
      ...(perInhabitant === undefined
        ? []
        : [[`${formatNumber(perInhabitant, perInhabitant === 0 ? 0 : 2)}\u00a0€`, words.perInhabitant] as const]),
    ])}
    <p class="note">${words.sharesNote}</p>
  </section>`;
}

function renderMapPart(site: Site, maps: AreaMaps, level: PagedLevel, area: Area, link: Link): Content {
  const { texts } = site;
  const region = level === 'region' ? area.code : area.region_code;
  const plan = region === undefined ? undefined : maps.planOf(region);
  if (plan === undefined) return undefined;
  const codes = new Set(site.boundaries.membersOf(level, area.code));
  const members = site.areas.municipality.filter(({ code }) => codes.has(code));
  if (level === 'region') {
    const words = { title: texts.map.regionTitle, description: texts.map.regionDescription };
    const map = drawRegionMap(site, plan, link, named(words, area.name_fi));
    const caption = fillText(texts.area.tableCaption, { name: area.name_fi });
    const table = renderAreaTable(site, link, {
      level: 'municipality',
      areas: members,
      caption,
      order: 'name',
      within: true,
    });
    return renderSection('map', texts.area.mapRegionHeading, [
      html`<div class="region-picture">${map}${renderLegend(site)}</div>`,
      table,
    ]);
  }
  const words = { title: texts.map.highlightTitle, description: texts.map.highlightDescription };
  const regionName = site.findArea('region', region ?? '')?.name_fi ?? '';
  return renderSection(
    'map',
    texts.area.mapHeading,
    drawRegionMap(site, plan, link, named(words, area.name_fi, regionName), codes),
  );
}

function named(
  words: { readonly title: string; readonly description: string },
  name: string,
  region = '',
): typeof words {
  return { title: fillText(words.title, { name, region }), description: fillText(words.description, { name, region }) };
}

function renderPlace({ texts }: Site, { locator }: AreaMaps, area: Area): Html {
  const title = fillText(texts.map.locatorRegion, { name: area.name_fi });
  const words = { id: 'locator', title, description: fillText(texts.map.locatorAreas, { areas: area.name_fi }) };
  return html`<figure class="locator-figure">${locator(words, [{ level: 'region', code: area.code }])}</figure>`;
}

function renderProjectLists(site: Site, level: PagedLevel, area: Area, link: Link): Content {
  const words = site.texts.area;
  const lists = [
    { id: 'targets', role: 'target', heading: words.targetHeading, none: words.targetNone },
    { id: 'beneficiaries', role: 'beneficiary', heading: words.beneficiaryHeading, none: words.beneficiaryNone },
  ] as const;
  return lists.map(({ id, role, heading, none }) => {
    const projects = site.projectsIn(level, area.code, role);
    const cancelled = projects.filter(({ status }) => status === 'cancelled').length;
    if (projects.length === 0) return renderSection(id, heading, html`<p>${none}</p>`);
    const note = cancelled === 0 ? '' : ` ${fillText(words.cancelledNote, { count: formatNumber(cancelled) })}`;
    return renderSection(id, heading, [
      html`<p class="note">${words.sorted}${note}</p>`,
      renderProjectItems(site.texts, projects, link),
    ]);
  });
}

function renderBasics({ texts }: Site, area: Area): Content {
  const words = texts.area;
  const { nuts3_code: nuts, nuts_version: version, population, population_year: year } = area;
  const inhabitants = { count: formatNumber(population ?? 0), year: year ?? '' };
  return renderFacts([
    [words.code, area.code],
    [words.nameSv, area.name_sv === area.name_fi ? undefined : html`<span lang="sv">${area.name_sv}</span>`],
    [words.nuts, nuts === undefined ? undefined : fillText(words.nutsValue, { code: nuts, version: version ?? '' })],
    [words.population, population === undefined ? undefined : fillText(words.populationValue, inhabitants)],
  ]);
}

/** Up, down and sideways. */
function renderRelations(site: Site, level: PagedLevel, area: Area, link: Link): Content {
  const { texts, areas, boundaries } = site;
  const words = texts.area;
  const item = ({ level: itsLevel, area: its }: Placed): Html =>
    html`<li><a href="${link(areaPath(itsLevel, its.code))}">${its.name_fi}</a></li>`;
  const list = (id: string, heading: string, found: readonly Placed[]): Content =>
    found.length === 0
      ? undefined
      : renderSection(
          id,
          heading,
          html`<ul class="links">
            ${found.map(item)}
          </ul>`,
        );
  const subRegions = level === 'region' ? areas.sub_region.filter(({ region_code }) => region_code === area.code) : [];
  const municipalities =
    level === 'sub_region' ? areas.municipality.filter(({ sub_region_code }) => sub_region_code === area.code) : [];
  const neighbours = new Set(level === 'municipality' ? boundaries.neighboursOf(area.code) : []);
  const at = (itsLevel: PagedLevel, found: readonly Area[]): Placed[] =>
    found.map((its) => ({ level: itsLevel, area: its }));
  return [
    list('parents', words.belongs, listParents(site, area)),
    list('sub-regions', texts.levelsPlural.sub_region, at('sub_region', subRegions)),
    list('municipalities', texts.levelsPlural.municipality, at('municipality', municipalities)),
    list(
      'neighbours',
      words.neighbours,
      at(
        'municipality',
        areas.municipality.filter(({ code }) => neighbours.has(code)),
      ),
    ),
  ];
}
