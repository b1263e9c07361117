import { type Content, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { paintRegion } from '../explore/paint-areas.ts';
import { drawRegion } from '../map/region-map.ts';
import type { Area } from '../model/published.ts';
import type { PageType, View } from '../page-type.ts';
import { renderAreaTable } from '../parts/area-table.ts';
import { renderReportLink } from '../parts/contact.ts';
import { areaEmbed, renderEmbedCode } from '../parts/embed-code.ts';
import { renderFacts, renderSection } from '../parts/structure.ts';
import {
  AREA_FORMATS,
  AREA_LEVELS,
  areaDownloadPath,
  areaPath,
  areaRecordPath,
  feedPath,
  type PagedLevel,
} from '../paths.ts';
import { listAbove, type Place } from './place.ts';
import { renderFeedLink } from './feed.ts';
import { renderDownloadLinks } from './area-downloads.ts';
import { renderBlocks } from './area-blocks.ts';
import { renderAnswer, renderComparison, renderJump, renderUnknown } from './area-answer.ts';

/** One municipality, sub-region or region: the answer in a sentence, blocks of projects, what is not known, a map. */
export const AREA: PageType<Place> = {
  name: 'area',
  list: ({ areas }) => AREA_LEVELS.flatMap((level) => areas[level].map((area) => ({ level, area }))),
  path: ({ level, area }) => areaPath(level, area.code),
  create(view, place) {
    const { t, language } = view;
    const name = language.nameOf(place.area);
    return {
      title: `${name}, ${t.levels[place.level].toLowerCase()}`,
      description: fillText(t.area.description, { name }),
      section: 'areas',
      place,
      above: listAbove(view, place),
      layout: 'place',
      files: [
        ...AREA_FORMATS.map((format) => areaDownloadPath(place.level, place.area.code, format)),
        areaRecordPath(place.level, place.area.code),
      ],
      head: renderFeedLink(view, place),
      main: html`<header class="head">
          <p class="kind">${describeKind(view, place)}</p>
          <h1>${name}</h1>
          ${renderAnswer(view, place)} ${renderJump(view, place)}
        </header>
        <div class="blocks">${renderBlocks(view, place)}</div>
        <aside class="side">${renderMap(view, place)} ${renderComparison(view, place)}</aside>
        ${place.level === 'region' ? html`<div class="table-part">${renderMembers(view, place)}</div>` : undefined}
        <div class="rest">
          ${renderUnknown(view, place)} ${renderBasics(view, place)}
          ${renderEmbedCode(view, t.embed.note, [areaEmbed(view, place)])}
        </div>`,
    };
  },
};

function describeKind({ t, language }: View, { level, area }: Place): string {
  return area.population === undefined
    ? t.levels[level]
    : fillText(t.area.kind, { level: t.levels[level], inhabitants: language.number(area.population) });
}

function renderMap(view: View, { level, area }: Place): Content {
  const { t, data, language } = view;
  const code = level === 'region' ? area.code : area.region_code;
  const region = code === undefined ? undefined : data.findArea('region', code);
  if (region === undefined) return undefined;
  const heading = fillText(t.area.mapHeading, { place: language.nameOf(region) });
  const selected = [{ level, code: area.code }];
  const map = drawRegion(view, region.code, { selected, label: heading, painted: paintRegion(view, region.code) });
  return map === undefined
    ? undefined
    : renderSection('map', heading, html`<figure class="map-figure">${map}</figure>`);
}

/** The municipalities of a region with their numbers: the way in that is equal to the map. */
function renderMembers(view: View, { area }: Place): Content {
  const members = view.data.areas.municipality.filter(({ region_code: code }) => code === area.code);
  if (members.length === 0) return undefined;
  return renderAreaTable(view, {
    level: 'municipality',
    areas: members,
    caption: view.t.area.tableCaption,
    order: 'name',
    within: true,
  });
}

function renderBasics(view: View, { level, area }: Place): Content {
  const { t, data, language, link, file } = view;
  const words = t.area;
  const { nuts3_code: nuts, nuts_version: version, population, population_year: year } = area;
  const others = (['fi', 'sv', 'en'] as const)
    .filter((code) => code !== language.code && area[`name_${code}`] !== language.nameOf(area))
    .map((code, index) => html`${index === 0 ? '' : ', '}<span lang="${code}">${area[`name_${code}`]}</span>`);
  const links = (codes: readonly Area[], its: PagedLevel): Content =>
    codes.length === 0
      ? undefined
      : html`<ul class="inline">
          ${codes.map((each) => html`<li><a href="${link(areaPath(its, each.code))}">${language.nameOf(each)}</a></li> `)}
        </ul>`;
  const neighbours = new Set(level === 'municipality' ? data.boundaries.neighboursOf(area.code) : []);
  const within = (its: 'sub_region' | 'municipality', code: string | undefined): readonly Area[] =>
    data.areas[its].filter((each) => (level === 'region' ? each.region_code : each.sub_region_code) === code);
  return renderSection('facts', words.facts, [
    renderFacts([
      [words.code, area.code],
      [words.otherNames, others.length === 0 ? undefined : others],
      [words.nuts, nuts === undefined ? undefined : fillText(words.nutsValue, { code: nuts, version: version ?? '' })],
      [
        fillText(words.population, { year: year ?? '' }),
        population === undefined ? undefined : language.number(population),
      ],
      [
        t.levelsPlural.sub_region,
        level === 'region' ? links(within('sub_region', area.code), 'sub_region') : undefined,
      ],
      [
        t.levelsPlural.municipality,
        level === 'sub_region' ? links(within('municipality', area.code), 'municipality') : undefined,
      ],
      [
        words.neighbours,
        links(
          data.areas.municipality.filter(({ code }) => neighbours.has(code)),
          'municipality',
        ),
      ],
    ]),
    html`<p class="downloads">
      ${renderDownloadLinks(view, { level, area })}
      <a href="${file(areaRecordPath(level, area.code))}">${words.json}</a>
      <a href="${file(language.prefix + feedPath(level, area.code))}">${t.feed.link}</a>
      ${renderReportLink(view, `${t.levels[level].toLowerCase()} ${area.code}`)}
    </p>`,
  ]);
}
