import { type Content, type Html, html } from '../html.ts';
import { type ExploreContext, labelValue, writeValue } from './context.ts';
import type { AreaValue } from './measures.ts';
import { put } from './put.ts';
import {
  changeSelection,
  clearFilters,
  type Facet,
  FACETS,
  hasFilters,
  type Measure,
  MEASURES,
  type Selection,
  toggleValue,
} from './selection.ts';
import type { ExploreState } from './state.ts';

/** A link where there is a page of the selection, else the words alone. */
function renderChoice(context: ExploreContext, selection: Selection, words: Content, current: boolean): Html {
  const href = context.href(selection);
  if (href === undefined) return html`<span class="choice">${words}</span>`;
  return html`<a class="choice" href="${href}" ${current ? html` aria-current="true"` : undefined}>${words}</a>`;
}

/** What the place is called. */
export function namePlace(
  { names, words }: ExploreContext,
  { engine, selection }: Pick<ExploreState, 'engine' | 'selection'>,
): string {
  const { place } = selection;
  if (place === undefined) return words.filter.country;
  return names[place.level][engine.columns.areas[place.level].codes.indexOf(place.code)] ?? place.code;
}

/** How many projects, where and when; each restriction with a way to lift it. */
export function renderPick(context: ExploreContext, state: ExploreState): Html {
  const { words } = context;
  const { selection, outcome } = state;
  const chips = FACETS.flatMap((facet) =>
    (selection.facets[facet] ?? []).map((value) =>
      renderChip(
        context,
        toggleValue(selection, facet, value),
        words.filter.facets[facet],
        labelValue(context, facet, value),
      ),
    ),
  );
  if (selection.text !== undefined)
    chips.push(
      renderChip(context, changeSelection(selection, { text: undefined }), words.filter.words, selection.text),
    );
  if (selection.place !== undefined)
    chips.unshift(
      renderChip(
        context,
        changeSelection(selection, { place: undefined }),
        words.filter.place,
        namePlace(context, state),
      ),
    );
  const where = selection.place === undefined ? ` · ${words.filter.country}` : '';
  const when = selection.facets.year === undefined ? ` · ${words.filter.allYears}` : '';
  const maybe = countMaybe(state);
  const cancelled = outcome.cancelled > 0 && selection.facets.status?.includes('cancelled') !== true;
  return html`<p><b>${countProjects(context, state)}</b><span class="soft">${where}${when}</span></p>
    ${maybe === 0 ? undefined : html`<p class="small">${put(words.explore.mayBeHere, { projects: context.count('projects', maybe) })}</p>`}
    ${cancelled ? html`<p class="small">${put(words.explore.cancelled, { count: context.number(outcome.cancelled) })}</p>` : undefined}
    ${
      chips.length === 0
        ? undefined
        : html`<ul class="chips">
            ${chips}
            ${hasFilters(selection) ? html`<li>${renderChoice(context, clearFilters(selection), words.filter.clear, false)}</li>` : undefined}
          </ul>`
    }`;
}

/** `vähintään 3 hanketta`; nobody knows how many where none names the place and others say no place. */
function countProjects(context: ExploreContext, state: ExploreState): string {
  const { projects } = state.outcome.totals;
  const count = context.count('projects', projects);
  if (countMaybe(state) === 0) return count;
  return projects === 0
    ? context.words.explore.projectsUnknown
    : capitalise(put(context.words.map.atLeast, { value: count }));
}

/** Projects of the selection that may be in its place and do not say so. */
function countMaybe({ engine, outcome, selection: { place } }: ExploreState): number {
  return place === undefined
    ? 0
    : (outcome.levels[place.level].wide[engine.columns.areas[place.level].codes.indexOf(place.code)] ?? 0);
}

function renderChip(context: ExploreContext, without: Selection, facet: string, value: string): Html {
  const label = put(context.words.filter.remove, { name: `${facet}: ${value}` });
  const href = context.href(without);
  const inside = html`<span class="soft">${facet}</span> ${value}`;
  return html`<li>
    ${href === undefined ? html`<span class="chip">${inside}</span>` : html`<a class="chip" href="${href}" aria-label="${label}">${inside} <span aria-hidden="true">×</span></a>`}
  </li> `;
}

/** Every facet with its options, and how many projects each would leave; an option of no project stays, without a link. */
export function renderFacets(context: ExploreContext, { selection, outcome }: ExploreState): Html {
  const groups = FACETS.map((facet) => {
    const options = [...outcome.options[facet]];
    if (options.length < 2 && selection.facets[facet] === undefined) return undefined;
    const sorted = facet === 'year' ? options.sort(([a], [b]) => (a < b ? 1 : -1)) : options;
    return html`<section>
      <h2 class="h3">${context.words.filter.facets[facet]}</h2>
      <ul>
        ${sorted.map(([value, count]) => renderOption(context, selection, facet, value, count))}
      </ul>
    </section> `;
  });
  return html`${groups}`;
}

function renderOption(context: ExploreContext, selection: Selection, facet: Facet, value: string, count: number): Html {
  const chosen = selection.facets[facet]?.includes(value) === true;
  const words = html`${labelValue(context, facet, value)} <span class="count">${context.number(count)}</span>`;
  if (count === 0 && !chosen) return html`<li><span class="choice soft">${words}</span></li>`;
  return html`<li>${renderChoice(context, toggleValue(selection, facet, value), words, chosen)}</li>`;
}

export function renderMeasures(context: ExploreContext, { selection, measure }: ExploreState): Html {
  return html`<ul>
    ${MEASURES.map((each) => {
      const other = changeSelection(selection, { measure: each === context.measure ? undefined : each });
      return html`<li>${renderChoice(context, other, context.words.measures.names[each], each === measure)}</li>`;
    })}
  </ul>`;
}

/** With a capital first letter, for the beginning of a line. */
const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the measure counts, and when. */
export function explainMeasure(context: ExploreContext, { measure, outcome }: ExploreState): string {
  const { words, release } = context;
  const when =
    outcome.ongoingYear === undefined
      ? put(words.measures.whenNow, { date: context.date(release.slice(0, 10)) })
      : put(words.measures.whenYear, { year: String(outcome.ongoingYear) });
  return put(words.measures.explained[measure], { when });
}

/** `13 hanketta`, `198 014 € myönnetty, alueen osuus`, `ei tiedetä`. */
export function describeValue(context: ExploreContext, measure: Measure, { value, isLeast }: AreaValue): string {
  if (value === undefined) return context.words.map.unknown;
  const money = measure === 'granted' || measure === 'realised' || measure === 'per_inhabitant';
  const amount =
    measure === 'projects'
      ? context.count('projects', value)
      : money
        ? `${context.words.notation.money.replace('{amount}', writeValue(context, measure, value))} ${context.words.measures.values[measure]}`
        : `${writeValue(context, measure, value)} ${context.words.measures.values[measure]}`;
  return isLeast ? put(context.words.map.atLeast, { value: amount }) : amount;
}

/** What the map says of a municipality, by its position: `Kemi: 13 hanketta`. */
export function nameArea(
  context: ExploreContext,
  { measure, values }: Pick<ExploreState, 'measure' | 'values'>,
  area: number,
): string {
  const value = values[area] ?? { value: undefined, isLeast: false };
  return `${context.names.municipality[area] ?? ''}: ${describeValue(context, measure, value)}`;
}
