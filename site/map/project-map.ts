import type { GeometryCollection } from 'geojson';
import { type Html, html, trustMarkup } from '../html.ts';
import { remember } from '../model/remember.ts';
import type { View } from '../page-type.ts';
import { areaPath } from '../paths.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { placeLabels, renderLabel } from './place-labels.ts';
import { MARGIN } from './region-map.ts';
import { findShape, type Placed } from './shapes.ts';

const WIDTH = 3280;
const HEIGHT = 3600;
/** More names than this say less than none. */
const MOST_NAMES = 12;

interface Plan {
  readonly drawing: Drawing;
  readonly outlines: readonly Html[];
  /** Path data by area, drawn when first asked for. */
  readonly paths: Map<string, Html>;
}

/** The outlines of some regions, by their codes with spaces between, on one grid; projects that touch the same regions share them. */
const findPlan = remember((data, regions): Plan | undefined => {
  const shapes = regions.split(' ').flatMap((code) => findShape(data, { level: 'region', code }) ?? []);
  if (shapes.length === 0) return undefined;
  const all: GeometryCollection = { type: 'GeometryCollection', geometries: shapes };
  const drawing = createDrawing(all, WIDTH, HEIGHT);
  return { drawing, outlines: shapes.map((shape) => trustMarkup(drawing.path(shape))), paths: new Map() };
});

/** The regions that a project touches, its target areas filled, linked and, where they are few, named. */
export function drawProject(view: View, targets: readonly Placed[], label: string): Html | undefined {
  const { data, language, link } = view;
  const municipalities = targets.flatMap(({ level, code }) => data.boundaries.membersOf(level, code));
  const regions = new Set(municipalities.flatMap((code) => data.findArea('municipality', code)?.region_code ?? []));
  const plan = findPlan(data, [...regions].sort().join(' '));
  if (plan === undefined) return undefined;
  const areas = targets.flatMap((target) => {
    const shape = findShape(data, target);
    const area = target.level === 'country' ? undefined : data.findArea(target.level, target.code);
    if (shape === undefined || area === undefined || target.level === 'country') return [];
    const key = `${target.level}/${target.code}`;
    const path = plan.paths.get(key) ?? trustMarkup(plan.drawing.path(shape));
    plan.paths.set(key, path);
    return [{ key, shape, path, name: language.nameOf(area), target: areaPath(target.level, area.code) }];
  });
  const { labels } =
    areas.length > MOST_NAMES ? { labels: [] } : placeLabels(plan.drawing, areas, { otherwise: 'line' });
  const { width, height } = plan.drawing;
  return html`<svg
    class="map plainmap"
    viewBox="${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}"
    role="group"
    aria-label="${label}"
  >
    ${plan.outlines.map((path) => html`<path class="kz" d="${path}" />`)}
    ${areas.map(
      ({ path, name, target }) =>
        html`<a href="${link(target)}" tabindex="-1"><title>${name}</title><path class="k2" d="${path}" /></a> `,
    )}
    ${plan.outlines.map((path) => html`<path class="coast" d="${path}" />`)}
    <g class="labels" aria-hidden="true">${labels.map(renderLabel)}</g>
  </svg>`;
}
