import type { MultiPolygon } from 'geojson';
import { type Html, html, trustMarkup } from '../html.ts';
import { areaPath, type Link } from '../paths.ts';
import type { Area } from '../published.ts';
import type { Site } from '../site.ts';
import { countProjects } from '../words.ts';
import { findStyle } from './classes.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { findLabelPoint } from './label-point.ts';
import { viewBox } from './national-map.ts';

/** Tenths of a pixel. */
const WIDTH = 6000;
const HEIGHT = 6600;
const LETTER = { width: 70, height: 130 };

export interface RegionMapWords {
  readonly title: string;
  readonly description: string;
}

/** A region's municipalities as they lie on the map's grid; made once a region and used by its own page and its parts' pages. */
export interface RegionPlan {
  readonly drawing: Drawing;
  readonly shapes: readonly { readonly area: Area; readonly path: Html }[];
  readonly coast: Html;
  readonly labels: readonly Label[];
}

interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** `undefined` where the boundaries have no shape of the region. */
export function planRegion({ boundaries, areas }: Site, region: string): RegionPlan | undefined {
  const members = areas.municipality.filter((area) => area.region_code === region && boundaries.has(area.code));
  if (members.length === 0) return undefined;
  const union = boundaries.merge(members.map(({ code }) => code));
  const drawing = createDrawing(union, WIDTH, HEIGHT);
  return {
    drawing,
    shapes: members.map((area) => ({ area, path: trustMarkup(drawing.path(boundaries.merge([area.code]))) })),
    coast: trustMarkup(drawing.path(union)),
    labels: placeLabels(drawing, members, (code) => boundaries.merge([code])),
  };
}

/** Each municipality is a link; a count colours it, or a set of codes highlights some. */
export function drawRegionMap(
  site: Site,
  plan: RegionPlan,
  link: Link,
  words: RegionMapWords,
  highlighted?: ReadonlySet<string>,
): Html {
  const { texts } = site;
  const shapes = plan.shapes.map(({ area, path }) => {
    const style =
      highlighted === undefined ? findStyle(area.project_count) : highlighted.has(area.code) ? 'here' : 'land';
    const title = `${area.name_fi}: ${countProjects(texts, area.project_count)}`;
    return html`<a href="${link(areaPath('municipality', area.code))}"
      ><title>${title}</title><path class="${style}" d="${path}"
    /></a> `;
  });
  const labels = plan.labels.map(({ name, x, y }) => html`<text x="${x}" y="${y}">${name}</text>`);
  return html`<svg
    class="map regional"
    viewBox="${viewBox(plan.drawing)}"
    role="group"
    aria-labelledby="map-title map-description"
  >
    <title id="map-title">${words.title}</title>
    <desc id="map-description">${words.description}</desc>
    <g class="areas">${shapes}</g>
    <path class="coast" d="${plan.coast}" />
    <g class="labels" aria-hidden="true">${labels}</g>
  </svg>`;
}

/** Names at the middle of each largest part, populous municipalities first; one that would cover another is left out. */
function placeLabels(drawing: Drawing, areas: readonly Area[], shapeOf: (code: string) => MultiPolygon): Label[] {
  const placed: (Label & { readonly half: number })[] = [];
  for (const area of areas.toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))) {
    const [x, y] = drawing.point(findLabelPoint(shapeOf(area.code))).map(Math.round) as [number, number];
    const half = (area.name_fi.length * LETTER.width) / 2;
    const covers = placed.some(
      (other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < LETTER.height,
    );
    const inside = x - half > -60 && x + half < drawing.width + 60;
    if (!covers && inside) placed.push({ name: area.name_fi, x, y, half });
  }
  return placed.map(({ name, x, y }) => ({ name, x, y: y + 40 }));
}
