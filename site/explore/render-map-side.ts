import { type Content, type Html, html } from '../html.ts';
import { type AreaClass, findClass, styleOf } from './classes.ts';
import type { ExploreContext } from './context.ts';
import { put } from './put.ts';
import { measureArea, measureTotals } from './measures.ts';
import type { Measure } from './selection.ts';
import type { ExploreState } from './state.ts';
import { PLACEMENTS } from './sums.ts';

/** The classes of a map from the highest down, with how many areas are in each; known zero and unknown only where they occur. */
export function listClasses(
  context: ExploreContext,
  { measure, values, scheme }: ExploreState,
): { readonly found: AreaClass; readonly label: string; readonly count: number }[] {
  const counts = new Map<AreaClass, number>();
  for (const { value } of values) {
    const found = findClass(value, scheme.breaks);
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const numbered = Array.from({ length: scheme.breaks.length + 1 }, (_, index) => scheme.breaks.length - index);
  return ([...numbered, 'zero', 'unknown'] as const).flatMap((found) => {
    const count = counts.get(found) ?? 0;
    if (count === 0 && typeof found !== 'number') return [];
    return [{ found, label: labelClass(context, measure, scheme.breaks, found), count }];
  });
}

/** A row for each class with a bar and the number of areas; known zero and unknown only where they occur. */
export function renderLegend(context: ExploreContext, state: ExploreState): Html {
  const { measure, scheme } = state;
  const { words } = context;
  const listed = listClasses(context, state);
  const most = Math.max(1, ...listed.map(({ count }) => count));
  const items = listed.map(({ found, label, count }) => {
    return html`<li>
      <svg class="swatch" viewBox="0 0 24 16" aria-hidden="true">
        <g fill="url(#hatch-small)"><rect class="${styleOf(found)}" width="24" height="16" /></g>
      </svg>
      <span>${label}</span>
      <svg class="legend-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width="${Math.round((100 * count) / most)}" height="6" />
      </svg>
      <span class="n">${context.number(count)}</span>
    </li> `;
  });
  return html`<p class="legend-head">
      <span>${words.measures.columns[measure]}</span><span>${words.map.legendAreas}</span>
    </p>
    <ul>
      ${items}
    </ul>
    <p class="note">
      ${scheme.factor === 1 ? words.map.legendNote : put(words.map.legendScaled, { factor: context.number(scheme.factor) })}
    </p>`;
}

/** What the legend says of a class: its range, a known zero, or that nobody knows. */
export function labelClass(
  context: ExploreContext,
  measure: Measure,
  breaks: readonly number[],
  index: AreaClass,
): string {
  const { words } = context;
  if (index === 'zero') return words.map.legendZero;
  if (index === 'unknown') return words.map.legendUnknown;
  const isCount = measure === 'projects' || measure === 'ongoing' || measure === 'beneficiaries';
  const [from, to] = [index === 0 ? (isCount ? 1 : undefined) : breaks[index - 1], breaks[index]];
  const write = (value: number): string => context.number(value, Number.isInteger(value) ? 0 : 1);
  if (to === undefined) return put(words.map.classOpen, { from: write(from ?? 1) });
  if (from === undefined) return put(words.map.classBelow, { to: write(to) });
  if (isCount && to - from === 1) return write(from);
  return put(words.map.classRange, { from: write(from), to: write(isCount ? to - 1 : to) });
}

/** Money, those who carry out and what is running: of everything that is selected, or the place's share of it. */
export function renderFigures(context: ExploreContext, state: ExploreState): Html {
  const { words } = context;
  const { engine, outcome, selection } = state;
  const { place } = selection;
  const { totals, organisations, ongoingYear } = outcome;
  const area = place === undefined ? -1 : engine.columns.areas[place.level].codes.indexOf(place.code);
  const valueOf = (measure: Measure): number | undefined =>
    (place === undefined || area < 0
      ? measureTotals(totals, measure)
      : measureArea(engine.columns, outcome.levels[place.level], place.level, area, measure)
    ).value;
  // As in the table: of a place nobody knows, of everything there is no sum where no project that counts has an amount.
  const none = place === undefined ? '–' : words.map.unknown;
  const number = (value: number | undefined): string => (value === undefined ? none : context.number(value));
  const money = (value: number | undefined): string => (value === undefined ? none : context.millions(value));
  const granted = place === undefined ? words.explore.granted : `${words.explore.granted}, ${words.share[place.level]}`;
  // The year with the most projects stands in where none is running any more.
  const isPast = ongoingYear !== undefined && selection.facets.year === undefined;
  const running = valueOf('ongoing');
  const year = { year: String(ongoingYear), count: number(running) };
  const ongoing: readonly [string, string] = isPast
    ? [context.number(0), running === undefined ? words.explore.ongoing : put(words.explore.ongoingPast, year)]
    : [year.count, ongoingYear === undefined ? words.explore.ongoing : put(words.explore.ongoingYear, year)];
  const figures = [
    [money(valueOf('granted')), granted],
    [money(valueOf('realised')), words.explore.realised],
    [number(valueOf('projects') === undefined ? undefined : organisations), words.explore.makers],
    ongoing,
  ] as const;
  return html`<dl class="figures">
    ${figures.map(
      ([value, label]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl>`;
}

/**
 * One bar of disjoint parts that make the whole to the cent. Of a place there is none: its projects' whole money is more than its own,
 * and what is not known to be there is no part of it.
 */
export function renderPlacement(context: ExploreContext, { outcome, selection }: ExploreState): Content {
  const { words } = context;
  const total = PLACEMENTS.reduce((sum, each) => sum + outcome.placement[each], 0);
  if (total <= 0 || selection.place !== undefined) return undefined;
  const styles = { municipality: 'k4', sub_region: 'k2', region: 'k1', nowhere: 'kx' } as const;
  let from = 0;
  const parts = PLACEMENTS.map((each) => {
    const width = (1000 * outcome.placement[each]) / total;
    const x = from;
    from += width;
    return { each, x, width };
  });
  return html`<h2 class="h3">${words.explore.placementHeading}</h2>
    <svg class="placement-bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
      <g fill="url(#hatch-small)">
        ${parts.map(({ each, x, width }) => html`<rect class="${styles[each]}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="20" />`)}
      </g>
    </svg>
    <ul class="placement">
      ${PLACEMENTS.filter((each) => outcome.placement[each] !== 0).map(
        (each) =>
          html`<li>
            <svg class="swatch" viewBox="0 0 24 16" aria-hidden="true">
              <g fill="url(#hatch-small)"><rect class="${styles[each]}" width="24" height="16" /></g>
            </svg>
            <span
              ><b>${context.millions(outcome.placement[each] / 100)}</b> ${words.explore.placement[each]}
              <span class="soft">${context.percent(outcome.placement[each] / total)}</span></span
            >
          </li> `,
      )}
    </ul>`;
}
