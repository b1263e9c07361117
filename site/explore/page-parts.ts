import { type Content, type Html, html } from '../html.ts';
import type { ExploreContext } from './context.ts';
import { titleSelection } from './embed.ts';
import { explainMeasure, renderFacets, renderMeasures, renderPick } from './render.ts';
import { renderFigures, renderLegend, renderPlacement } from './render-map-side.ts';
import { renderAreaTable, renderProjects } from './render-table.ts';
import type { ExploreState } from './state.ts';

/** The parts of a page that follow the selection, by the id of the element that holds each; no page has all. */
export const PARTS: Readonly<Record<string, (context: ExploreContext, state: ExploreState) => Content>> = {
  pick: renderPick,
  facets: renderFacets,
  measures: renderMeasures,
  explained: (context, state) => explainMeasure(context, state),
  legend: renderLegend,
  figures: renderFigures,
  placement: renderPlacement,
  areas: renderAreaTable,
  projects: renderProjects,
  'embed-title': titleSelection,
  measure: ({ words }, { measure }) => words.measures.names[measure],
};

/** A part as it stands now. */
export function renderPart(id: keyof typeof PARTS, context: ExploreContext, state: ExploreState): Html {
  return html`${PARTS[id]?.(context, state)}`;
}
