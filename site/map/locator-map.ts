import { type Html, html, trustMarkup } from '../html.ts';
import type { AreaLevel } from '../../pipeline/model/area.ts';
import type { Boundaries } from './boundaries.ts';
import { createDrawing } from './drawing.ts';

/** Grid units; the page shows the map about as many pixels wide. */
const WIDTH = 200;
const HEIGHT = 400;
const MARGIN = 4;
/** An area narrower and lower than this many units gets a ring, since it could not be seen otherwise. */
const SMALL = 8;

export interface Highlight {
  readonly level: AreaLevel;
  readonly code: string;
}

export interface LocatorWords {
  /** Makes the ids of one page's locators differ. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Draws small maps of the whole country; the outline and each area's shape are made once and shared by all pages. */
export type LocatorMap = (words: LocatorWords, areas: readonly Highlight[], seat?: Highlight) => Html;

export function createLocatorMap(boundaries: Boundaries): LocatorMap {
  const drawing = createDrawing(boundaries.merge(boundaries.codes), WIDTH, HEIGHT);
  const outline = trustMarkup(drawing.path(boundaries.merge(boundaries.codes)));
  const box = `${-MARGIN} ${-MARGIN} ${drawing.width + 2 * MARGIN} ${drawing.height + 2 * MARGIN}`;
  const known = new Map<string, Shape>();
  const shapeOf = ({ level, code }: Highlight): Shape => {
    const key = `${level}/${code}`;
    const found = known.get(key) ?? drawShape(level, code);
    known.set(key, found);
    return found;
  };
  const drawShape = (level: AreaLevel, code: string): Shape => {
    const members = boundaries.membersOf(level, code).filter((member) => boundaries.has(member));
    if (members.length === 0) return {};
    const union = boundaries.merge(members);
    const [left, top, right, bottom] = drawing.bounds(union);
    const centre = [Math.round((left + right) / 2), Math.round((top + bottom) / 2)] as const;
    return { path: trustMarkup(drawing.path(union)), centre, small: right - left < SMALL && bottom - top < SMALL };
  };

  return ({ id, title, description }, areas, seat) => {
    const shapes = areas.map(shapeOf);
    const seatCentre = seat === undefined ? undefined : shapeOf(seat).centre;
    return html`<svg class="map locator" viewBox="${box}" role="img" aria-labelledby="${id}-title ${id}-description">
      <title id="${id}-title">${title}</title>
      <desc id="${id}-description">${description}</desc>
      <path class="land" d="${outline}" />
      ${shapes.map(({ path }) => (path === undefined || path.markup === '' ? undefined : html`<path class="here" d="${path}" />`))}
      ${shapes.map(({ centre, small }) => (centre === undefined || small !== true ? undefined : html`<circle class="ring" cx="${centre[0]}" cy="${centre[1]}" r="6" />`))}
      ${seatCentre === undefined ? undefined : html`<circle class="seat" cx="${seatCentre[0]}" cy="${seatCentre[1]}" r="6.5" />`}
    </svg>`;
  };
}

interface Shape {
  readonly path?: Html;
  readonly centre?: readonly [number, number];
  readonly small?: boolean;
}
