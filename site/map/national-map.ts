import { type Html, html, trustMarkup } from '../html.ts';
import { areaPath, type Link } from '../paths.ts';
import type { Site } from '../site.ts';
import { countProjects, fillText } from '../words.ts';
import { findStyle } from './classes.ts';
import { createDrawing, type Drawing } from './drawing.ts';

/** Tenths of a pixel at the width that the page gives the map. */
const WIDTH = 6000;
const HEIGHT = 12_000;

/** A part drawn again, larger, in the empty corner west of Lapland. */
interface Inset {
  readonly label: string;
  readonly scale: number;
  /** Left and top of the frame as parts of the map's width and height. */
  readonly at: readonly [number, number];
  readonly codes: readonly string[];
}

/** Municipalities of the capital region; a code that a boundary vintage lacks is left out. */
const CAPITAL = ['049', '091', '092', '235'];
const ALAND = '21';
const MARGIN = 60;

/**
 * All municipalities, coloured by their number of projects. Only regions are links: hundreds of tab stops and targets of a few
 * pixels serve nobody, and the region's page has the municipalities at a size that can be pointed at.
 */
export function drawNationalMap(site: Site, link: Link): Html {
  const { boundaries, texts } = site;
  const drawing = createDrawing(boundaries.merge(boundaries.codes), WIDTH, HEIGHT);
  const wanted: Inset[] = [
    { label: texts.map.insetCapital, scale: 3, at: [0, 0.2], codes: CAPITAL.filter((code) => boundaries.has(code)) },
    { label: texts.map.insetAland, scale: 2, at: [0, 0.385], codes: boundaries.membersOf('region', ALAND) },
  ];
  const insets = wanted.filter(({ codes }) => codes.length > 0);
  const frames = insets.map((inset) => frameInset(site, drawing, inset));
  const repeated = new Set(frames.flatMap(({ shown }) => shown));

  const regions = site.areas.region.map((region) => {
    const members = boundaries.membersOf('region', region.code).filter((code) => boundaries.has(code));
    const shapes = members.map((code) => drawMunicipality(site, drawing, code, repeated.has(code)));
    const name = `${region.name_fi}: ${countProjects(texts, region.project_count)}`;
    return members.length === 0
      ? undefined
      : html`<a href="${link(areaPath('region', region.code))}" aria-label="${name}">${shapes}</a> `;
  });
  const placed = new Set(site.areas.region.flatMap(({ code }) => boundaries.membersOf('region', code)));
  const others = boundaries.codes.filter((code) => !placed.has(code));
  const regionOf = (code: string): string => site.findArea('municipality', code)?.region_code ?? '';

  return html`<svg
    class="map national"
    viewBox="${viewBox(drawing)}"
    role="group"
    aria-labelledby="map-title map-description"
  >
    <title id="map-title">${texts.map.title}</title>
    <desc id="map-description">${texts.map.description}</desc>
    <g class="areas">${regions}${others.map((code) => drawMunicipality(site, drawing, code, repeated.has(code)))}</g>
    <path id="border" class="border" d="${trustMarkup(drawing.path(boundaries.bordersBetween(regionOf)))}" />
    <path id="coast" class="coast" d="${trustMarkup(drawing.path(boundaries.coast()))}" />
    <g class="insets" aria-hidden="true">${frames.map(({ markup }) => markup)}</g>
  </svg>`;
}

export function viewBox({ width, height }: Drawing): string {
  return `${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`;
}

function drawMunicipality(site: Site, drawing: Drawing, code: string, repeated: boolean): Html {
  const area = site.findArea('municipality', code);
  const { texts } = site;
  const count = area === undefined ? texts.map.unknown : countProjects(texts, area.project_count);
  const title = fillText(texts.map.municipality, { name: area?.name_fi ?? code, projects: count });
  const path = trustMarkup(drawing.path(site.boundaries.merge([code])));
  const id = repeated ? html` id="k${code}"` : undefined;
  return html`<path${id} class="${findStyle(area?.project_count)}" d="${path}"><title>${title}</title></path>`;
}

function frameInset(
  site: Site,
  drawing: Drawing,
  inset: Inset,
): { readonly shown: readonly string[]; readonly markup: Html } {
  const { boundaries } = site;
  const [left, top, right, bottom] = drawing.bounds(boundaries.merge(inset.codes)).map(Math.round) as [
    number,
    number,
    number,
    number,
  ];
  const pad = Math.round(90 / inset.scale);
  const box = { x: left - pad, y: top - pad, width: right - left + 2 * pad, height: bottom - top + 2 * pad };
  const shown = boundaries.codes.filter((code) => {
    const [west, north, east, south] = drawing.bounds(boundaries.merge([code]));
    return west < box.x + box.width && east > box.x && north < box.y + box.height && south > box.y;
  });
  const [x, y] = [Math.round(inset.at[0] * drawing.width), Math.round(inset.at[1] * drawing.height)];
  const [width, height] = [box.width * inset.scale, box.height * inset.scale];
  const id = `frame-${inset.codes[0] ?? ''}`;
  const move = `translate(${x - box.x * inset.scale} ${y - box.y * inset.scale}) scale(${inset.scale})`;
  const markup = html` <clipPath id="${id}"><rect x="${x}" y="${y}" width="${width}" height="${height}" /></clipPath>
    <g clip-path="url(#${id})"
      ><g class="areas" transform="${move}"
        >${shown.map((code) => html`<use href="#k${code}" />`)}<use href="#border" /><use href="#coast" /></g
    ></g>
    <rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}" />
    <text class="inset-label" x="${x}" y="${y + height + 150}">${inset.label}</text>`;
  return { shown, markup };
}
