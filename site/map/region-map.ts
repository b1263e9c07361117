import { type Content, type Html, html, trustMarkup } from '../html.ts';
import type { Area } from '../model/published.ts';
import type { SiteData } from '../model/site-data.ts';
import type { View } from '../page-type.ts';
import { areaPath } from '../paths.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { type Labels, placeLabels } from './place-labels.ts';
import { findPoint, findShape, type Placed } from './shapes.ts';

/** Tenths of a pixel on a phone. */
const WIDTH = 3280;
const HEIGHT = 4200;
export const MARGIN = 40;

/** A region's municipalities as they lie on the map's grid; made once for each region. */
interface Plan {
  readonly drawing: Drawing;
  readonly shapes: readonly { readonly area: Area; readonly path: Html }[];
  readonly coast: Html;
  readonly points: ReadonlyMap<string, readonly [number, number]>;
  /** By language: the names differ, and so does their room. */
  readonly labels: Map<string, Labels>;
}

const plans = new WeakMap<SiteData, Map<string, Plan | undefined>>();

function findPlan(data: SiteData, region: string): Plan | undefined {
  const known = plans.get(data) ?? new Map<string, Plan | undefined>();
  plans.set(data, known);
  if (!known.has(region)) known.set(region, planRegion(data, region));
  return known.get(region);
}

function planRegion(data: SiteData, region: string): Plan | undefined {
  const union = findShape(data, { level: 'region', code: region });
  if (union === undefined) return undefined;
  const drawing = createDrawing(union, WIDTH, HEIGHT);
  const members = data.areas.municipality.flatMap((area) => {
    const shape = area.region_code === region ? findShape(data, { level: 'municipality', code: area.code }) : undefined;
    return shape === undefined ? [] : [{ area, shape }];
  });
  return {
    drawing,
    shapes: members.map(({ area, shape }) => ({ area, path: trustMarkup(drawing.path(shape)) })),
    coast: trustMarkup(drawing.path(union)),
    points: new Map(members.map(({ area, shape }) => [area.code, drawing.point(findPoint(shape))])),
    labels: new Map(),
  };
}

/** The municipalities' names, populous ones first, since they are looked for most. */
function findLabels({ language }: View, plan: Plan): Labels {
  const known = plan.labels.get(language.code);
  if (known !== undefined) return known;
  const wanted = plan.shapes
    .map(({ area }) => area)
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0))
    .map((area) => {
      const [x, y] = plan.points.get(area.code) ?? [0, 0];
      return { key: area.code, name: language.nameOf(area), x, y };
    });
  const labels = placeLabels(plan.drawing, wanted);
  plan.labels.set(language.code, labels);
  return labels;
}

export interface RegionMapOptions {
  /** Areas that stand out; the whole region stands out by being drawn. */
  readonly selected: readonly Placed[];
  readonly label: string;
}

/** Every municipality of a region as a link with its name; names that find no room are numbers with a key below. */
export function drawRegion(view: View, region: string, { selected, label }: RegionMapOptions): Html | undefined {
  const { data, language, link } = view;
  const plan = findPlan(data, region);
  if (plan === undefined) return undefined;
  const chosen = selected.filter(({ level, code }) => !(level === 'region' && code === region));
  const members = new Set(chosen.flatMap(({ level, code }) => data.boundaries.membersOf(level, code)));
  const { labels, numbered } = findLabels(view, plan);
  const shapes = plan.shapes.map(
    ({ area, path }) =>
      html`<a href="${link(areaPath('municipality', area.code))}" tabindex="-1"
        ><title>${language.nameOf(area)}</title><path class="${members.has(area.code) ? 'k2' : 'kz'}" d="${path}"
      /></a> `,
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
      <g class="labels" aria-hidden="true">
        ${labels.map(({ key, text, x, y }) => html`<text class="${members.has(key) ? 'chosen' : 'other'}" x="${x}" y="${y}">${text}</text>`)}
      </g>
    </svg>
    ${renderKey(numbered)}`;
}

/** The names behind the numbers; the map's links say them as well. */
function renderKey(numbered: Labels['numbered']): Content {
  if (numbered.length === 0) return undefined;
  return html`<figcaption class="small numbers">
    ${numbered.map(({ number, name }) => html`<span class="nb">${number} ${name}</span> `)}
  </figcaption>`;
}
