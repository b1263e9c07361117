import type { MultiPolygon } from 'geojson';
import { type Content, type Html, html, trustMarkup } from '../html.ts';
import type { Area } from '../model/published.ts';
import { remember } from '../model/remember.ts';
import type { View } from '../page-type.ts';
import { areaPath } from '../paths.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { HATCH } from './hatch.ts';
import { joinEdges, type PaintedAreas, UNKNOWN_STYLE } from './paint.ts';
import { type Labels, placeLabels, renderLabel } from './place-labels.ts';
import { findShape, type Placed } from './shapes.ts';

/** Tenths of a pixel on a phone. */
const WIDTH = 3280;
const HEIGHT = 4200;
export const MARGIN = 40;

/** A region's municipalities as they lie on the map's grid; made once for each region. */
export interface RegionPlan {
  readonly drawing: Drawing;
  readonly shapes: readonly { readonly area: Area; readonly shape: MultiPolygon; readonly path: Html }[];
  readonly coast: Html;
  /** Borders by the positions of the two neighbours in `shapes`. */
  readonly borders: readonly (readonly [first: number, second: number, path: string])[];
  /** By language: the names differ, and so does their room. */
  readonly labels: Map<string, Labels>;
}

/** `undefined` for a region without boundaries. */
export const findPlan = remember((data, region): RegionPlan | undefined => {
  const union = findShape(data, { level: 'region', code: region });
  if (union === undefined) return undefined;
  const drawing = createDrawing(union, WIDTH, HEIGHT);
  const members = data.areas.municipality.flatMap((area) => {
    const shape = area.region_code === region ? findShape(data, { level: 'municipality', code: area.code }) : undefined;
    return shape === undefined ? [] : [{ area, shape }];
  });
  const positions = new Map(members.map(({ area }, index) => [area.code, index]));
  const borders = members.flatMap(({ area: { code } }, first) =>
    data.boundaries.neighboursOf(code).flatMap((other) => {
      const second = positions.get(other) ?? -1;
      return second <= first ? [] : [[first, second, drawing.path(data.boundaries.borderOf(code, other))] as const];
    }),
  );
  return {
    drawing,
    borders,
    shapes: members.map(({ area, shape }) => ({ area, shape, path: trustMarkup(drawing.path(shape)) })),
    coast: trustMarkup(drawing.path(union)),
    labels: new Map(),
  };
});

/** The municipalities' names, populous ones first, since they are looked for most. */
function findLabels({ language }: View, plan: RegionPlan): Labels {
  const known = plan.labels.get(language.code);
  if (known !== undefined) return known;
  const wanted = plan.shapes
    .toSorted((a, b) => (b.area.population ?? 0) - (a.area.population ?? 0))
    .map(({ area, shape }) => ({ key: area.code, name: language.nameOf(area), shape }));
  const labels = placeLabels(plan.drawing, wanted, { otherwise: 'number' });
  plan.labels.set(language.code, labels);
  return labels;
}

export interface RegionMapOptions {
  /** Areas that stand out; the whole region stands out by being drawn. */
  readonly selected: readonly Placed[];
  readonly label: string;
  readonly painted: PaintedAreas;
  /** Attributes of every link. */
  readonly linkAttributes?: Html;
}

/**
 * Every municipality of a region as a link, filled by its class on the start page's map; names that find no room are numbers with a
 * key below. What is selected is outlined, since a fill means a value.
 */
export function drawRegion(
  view: View,
  region: string,
  { selected, label, painted, linkAttributes }: RegionMapOptions,
): Html | undefined {
  const { data, language, link } = view;
  const plan = findPlan(data, region);
  if (plan === undefined) return undefined;
  const { values } = painted;
  const chosen = selected.filter(({ level, code }) => !(level === 'region' && code === region));
  const outline = trustMarkup(
    chosen
      .map((each) => findShape(data, each))
      .map((shape) => (shape === undefined ? '' : plan.drawing.path(shape)))
      .join(''),
  );
  const styles = plan.shapes.map(({ area }) => values.get(area.code)?.style ?? UNKNOWN_STYLE);
  const edges = trustMarkup(joinEdges(plan.borders, styles));
  const { labels, numbered } = findLabels(view, plan);
  const shapes = plan.shapes.map(
    ({ area, path }, index) =>
      html`<a href="${link(areaPath('municipality', area.code))}" tabindex="-1" ${linkAttributes}
        ><title>${language.nameOf(area)}: ${values.get(area.code)?.words ?? view.t.map.unknown}</title
        ><path class="${styles[index] ?? UNKNOWN_STYLE}" d="${path}"
      /></a> `,
  );
  const { width, height } = plan.drawing;
  return html`<svg
      class="map plainmap"
      viewBox="${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}"
      role="group"
      aria-label="${label}"
    >
      <defs>${HATCH}</defs>
      <g fill="url(#hatch)">${shapes}</g>
      <path class="edge0" d="${edges}" />
      <path class="edge1" d="${edges}" />
      <path class="coast" d="${plan.coast}" />
      <path class="chosen0" d="${outline}" />
      <path class="chosen1" d="${outline}" />
      <g class="labels" aria-hidden="true">${labels.map(renderLabel)}</g>
    </svg>
    ${renderKey(numbered)}
    ${renderClasses(
      painted,
      plan.shapes.map(({ area }) => area.code),
    )}`;
}

/** The classes that occur among the municipalities of a map, from the highest down. */
export function renderClasses({ heading, values, classes }: PaintedAreas, codes: readonly string[]): Html {
  const present = new Set(codes.map((code) => values.get(code)?.style ?? UNKNOWN_STYLE));
  return html`<div class="classes small">
    <p>${heading}</p>
    <ul>
      ${classes
        .filter(({ style }) => present.has(style))
        .map(
          ({ style, label }) =>
            html`<li>
              <svg class="swatch" viewBox="0 0 24 16" aria-hidden="true">
                <g fill="url(#hatch-small)"><rect class="${style}" width="24" height="16" /></g>
              </svg>
              ${label}
            </li> `,
        )}
    </ul>
  </div>`;
}

/** The names behind the numbers; the map's links say them as well. */
function renderKey(numbered: Labels['numbered']): Content {
  if (numbered.length === 0) return undefined;
  return html`<p class="small numbers">
    ${numbered.map(({ number, name }) => html`<span class="nb">${number} ${name}</span> `)}
  </p>`;
}
