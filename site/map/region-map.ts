import type { MultiPolygon } from 'geojson';
import { type Html, html, trustMarkup } from '../html.ts';
import type { Area } from '../model/published.ts';
import type { SiteData } from '../model/site-data.ts';
import type { View } from '../page-type.ts';
import { areaPath } from '../paths.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { findLabelPoint } from './label-point.ts';

/** Tenths of a pixel on a phone. */
const WIDTH = 3280;
const HEIGHT = 4200;
const MARGIN = 40;
const LETTER = { width: 66, height: 130 };

/** Municipalities as they lie on a map's grid; made once for each set that is drawn. */
interface Plan {
  readonly drawing: Drawing;
  readonly shapes: readonly { readonly area: Area; readonly path: Html }[];
  readonly coast: Html;
}

const plans = new WeakMap<SiteData, Map<string, Plan | undefined>>();

function findPlan(data: SiteData, regions: readonly string[]): Plan | undefined {
  const known = plans.get(data) ?? new Map<string, Plan | undefined>();
  plans.set(data, known);
  const key = regions.join(' ');
  if (!known.has(key)) known.set(key, planRegions(data, regions));
  return known.get(key);
}

function planRegions({ boundaries, areas }: SiteData, regions: readonly string[]): Plan | undefined {
  const members = areas.municipality.filter(
    (area) => regions.includes(area.region_code ?? '') && boundaries.has(area.code),
  );
  if (members.length === 0) return undefined;
  const union = boundaries.merge(members.map(({ code }) => code));
  const drawing = createDrawing(union, WIDTH, HEIGHT);
  return {
    drawing,
    shapes: members.map((area) => ({ area, path: trustMarkup(drawing.path(boundaries.merge([area.code]))) })),
    coast: trustMarkup(drawing.path(union)),
  };
}

export interface Highlighted {
  readonly level: 'municipality' | 'sub_region' | 'region' | 'country';
  readonly code: string;
}

/** Municipalities of some regions, each a link; the highlighted areas are filled and named. `undefined` without shapes. */
export function drawAreas(
  view: View,
  regions: readonly string[],
  highlighted: readonly Highlighted[],
  label: string,
): Html | undefined {
  const { data, language, link } = view;
  const plan = findPlan(data, regions);
  if (plan === undefined) return undefined;
  const members = new Set(highlighted.flatMap(({ level, code }) => data.boundaries.membersOf(level, code)));
  const shapes = plan.shapes.map(
    ({ area, path }) =>
      html`<a href="${link(areaPath('municipality', area.code))}" tabindex="-1"
        ><title>${language.nameOf(area)}</title><path class="${members.has(area.code) ? 'k2' : 'kz'}" d="${path}"
      /></a> `,
  );
  const named = plan.shapes.filter(({ area }) => members.has(area.code)).map(({ area }) => area);
  const labels = placeLabels(
    plan.drawing,
    named,
    (code) => data.boundaries.merge([code]),
    (area) => language.nameOf(area),
  );
  const { width, height } = plan.drawing;
  return html`<svg
    class="map plainmap"
    viewBox="${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}"
    role="group"
    aria-label="${label}"
  >
    ${shapes}
    <path class="coast" d="${plan.coast}" />
    <g class="labels" aria-hidden="true">${labels}</g>
  </svg>`;
}

/** Names at the middle of each largest part, populous municipalities first; one that would cover another is left out. */
function placeLabels(
  drawing: Drawing,
  areas: readonly Area[],
  shapeOf: (code: string) => MultiPolygon,
  nameOf: (area: Area) => string,
): Html[] {
  const placed: { readonly name: string; readonly x: number; readonly y: number; readonly half: number }[] = [];
  for (const area of areas.toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))) {
    const [x, y] = drawing.point(findLabelPoint(shapeOf(area.code))).map(Math.round) as [number, number];
    const name = nameOf(area);
    const half = (name.length * LETTER.width) / 2;
    const covers = placed.some(
      (other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < LETTER.height,
    );
    const inside = x - half > -60 && x + half < drawing.width + 60;
    if (!covers && inside) placed.push({ name, x, y, half });
  }
  return placed.map(({ name, x, y }) => html`<text x="${x}" y="${y + 40}">${name}</text>`);
}
