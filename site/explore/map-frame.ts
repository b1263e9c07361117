import { type Content, type Html, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { drawNation } from '../map/national-map.ts';
import { planNation } from '../map/national-plan.ts';
import type { View } from '../page-type.ts';
import { areaPath } from '../paths.ts';
import { findClass, styleOf } from './classes.ts';
import type { ExploreContext } from './context.ts';
import { nameArea } from './render.ts';
import type { Measure } from './selection.ts';
import type { ExploreState } from './state.ts';

/**
 * The map with the buttons and words that a script makes use of.
 * What is pointed at is told in a line that screen readers leave alone: who goes from link to link has heard its name.
 * @param own the measure of the page, where it is the page of one
 */
export function renderMapFrame(view: View, context: ExploreContext, state: ExploreState, own?: Measure): Html {
  const { t } = view;
  return html`<p class="value"><output id="value" aria-live="off">${t.map.point}</output></p>
    <div
      class="map-frame"
      id="map"
      data-help="${t.map.help}"
      ${own === undefined ? undefined : html`data-measure="${own}"`}
    >
      ${renderMap(view, context, state)}
      <p class="zoom" hidden>
        <button type="button" data-zoom="in" aria-label="${t.map.zoomIn}">+</button>
        <button type="button" data-zoom="out" aria-label="${t.map.zoomOut}">−</button>
        <button type="button" data-zoom="whole" aria-label="${t.map.whole}">
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" /></svg>
        </button>
      </p>
    </div>`;
}

function renderMap(view: View, context: ExploreContext, state: ExploreState): Content {
  const { t, data, link } = view;
  const { engine, values, scheme, measure } = state;
  const painted = engine.columns.areas.municipality.codes.map((code, area) => ({
    code,
    style: styleOf(findClass(values[area]?.value, scheme.breaks)),
    title: nameArea(context, state, area),
    href: link(areaPath('municipality', code)),
  }));
  return drawNation(planNation(data), painted, {
    label: fillText(t.map.national, { measure: t.measures.names[measure] }),
    insets: { capital: t.map.insetCapital, aland: t.map.insetAland },
    ...(context.linkAttributes === undefined ? {} : { linkAttributes: context.linkAttributes }),
  });
}
