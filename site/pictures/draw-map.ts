import { paintAreas } from '../explore/paint-areas.ts';
import { type Html, html, trustMarkup } from '../html.ts';
import { HATCH } from '../map/hatch.ts';
import { planNation } from '../map/national-plan.ts';
import { joinEdges, UNKNOWN_STYLE } from '../map/paint.ts';
import { findPlan, MARGIN } from '../map/region-map.ts';
import { findShape } from '../map/shapes.ts';
import type { View } from '../page-type.ts';
import type { Place } from '../pages/place.ts';
import type { Palette } from './palette.ts';

/** Of the map, in pixels. */
export const MAP_SIZE = { width: 430, height: 500 } as const;

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly { readonly style: string; readonly path: string }[];
  /** Borders between classes, and the outline of everything. */
  readonly edges: string;
  readonly coast: string;
  /** Outline of the area that the picture is of, where that is not everything. */
  readonly chosen: string;
}

/**
 * The map of a picture as an SVG document: the region that the place lies in with the place outlined, or without a place the country;
 * the fills are the classes of every other map. `undefined` without boundaries.
 */
export function drawPictureMap(view: View, place: Place | undefined, palette: Palette): string | undefined {
  const drawn = place === undefined ? planCountry(view) : planPlace(view, place);
  return drawn === undefined ? undefined : writeSvg(drawn, palette).markup;
}

function planCountry(view: View): Drawn {
  const plan = planNation(view.data);
  const { values } = paintAreas(view);
  const styles = view.data.published.areas.municipality.map(({ code }) => values.get(code)?.style ?? UNKNOWN_STYLE);
  const [, , width = 0, height = 0] = plan.viewBox.split(' ').map(Number);
  return {
    width: width - 2 * MARGIN,
    height: height - 2 * MARGIN,
    shapes: plan.shapes.map((path, index) => ({ path, style: styles[index] ?? UNKNOWN_STYLE })),
    edges: joinEdges(plan.borders, styles),
    coast: plan.coast,
    chosen: '',
  };
}

function planPlace(view: View, { level, area }: Place): Drawn | undefined {
  const { data } = view;
  const plan = findPlan(data, level === 'region' ? area.code : (area.region_code ?? ''));
  if (plan === undefined) return undefined;
  const { values } = paintAreas(view);
  const styles = plan.shapes.map(({ area: { code } }) => values.get(code)?.style ?? UNKNOWN_STYLE);
  const chosen = level === 'region' ? undefined : findShape(data, { level, code: area.code });
  return {
    width: plan.drawing.width,
    height: plan.drawing.height,
    shapes: plan.shapes.map(({ path }, index) => ({ path: path.markup, style: styles[index] ?? UNKNOWN_STYLE })),
    edges: joinEdges(plan.borders, styles),
    coast: plan.coast.markup,
    chosen: chosen === undefined ? '' : plan.drawing.path(chosen),
  };
}

function writeSvg({ width, height, shapes, edges, coast, chosen }: Drawn, palette: Palette): Html {
  // Widths of lines are pixels of the picture, whatever the map's grid is.
  const unit = Math.max(width / MAP_SIZE.width, height / MAP_SIZE.height);
  const margin = Math.round(4 * unit);
  const viewBox = `${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`;
  const line = (path: string, colour: string | undefined, pixels: number): Html =>
    html`<path d="${trustMarkup(path)}" fill="none" stroke="${colour}" stroke-width="${Math.round(pixels * unit)}" /> `;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" stroke-linejoin="round" fill-rule="evenodd">
    <style>
      ${trustMarkup(writeStyles(palette))}
    </style>
    <defs>${HATCH}</defs>
    <g fill="url(#hatch)" stroke="${palette['control']}" stroke-width="${Math.round(0.7 * unit)}">
      ${shapes.map(({ style, path }) => html`<path class="${style}" d="${trustMarkup(path)}" /> `)}
    </g>
    ${line(edges, palette['line-light'], 2.2)} ${line(edges, palette['line-dark'], 0.9)}
    ${line(coast, palette['coast'], 1.3)} ${line(chosen, palette['paper'], 7)} ${line(chosen, palette['mark'], 3.6)}
  </svg>`;
}

/** As in the site's stylesheet, whose custom properties a picture cannot read. */
function writeStyles(palette: Palette): string {
  const classes = [0, 1, 2, 3, 4].map((each) => `.k${each} { fill: ${palette[`k${each}`] ?? ''} }`);
  const hatch = `.hb { fill: ${palette['paper'] ?? ''} } .hl { stroke: ${palette['hatch'] ?? ''}; stroke-width: 14 }`;
  return [...classes, `.kz { fill: ${palette['zero'] ?? ''} }`, hatch].join(' ');
}
