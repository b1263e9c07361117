import { type Content, type Html, html, trustMarkup } from '../html.ts';
import { HATCH } from './hatch.ts';
import type { NationalPlan } from './national-plan.ts';
import { joinEdges } from './paint.ts';

/** One municipality as the map shows it. */
export interface PaintedArea {
  readonly code: string;
  readonly style: string;
  /** Name and value. */
  readonly title: string;
  readonly href: string;
}

export interface MapWords {
  readonly label: string;
  readonly insets: Readonly<Record<'capital' | 'aland', string>>;
  /** Attributes of every link. */
  readonly linkAttributes?: Html;
}

/**
 * All municipalities, each a link that is no tab stop: the table is the way of the keyboard without a script, and the script makes
 * the map one stop. Unknown is hatched by the pattern that a class without a fill inherits. An inset repeats the shapes that show in
 * it, one by one: a browser makes every copy anew when what it repeats changes.
 */
export function drawNation(plan: NationalPlan, areas: readonly PaintedArea[], words: MapWords): Html {
  const edges = joinEdges(
    plan.borders,
    areas.map(({ style }) => style),
  );
  const repeated = new Set(plan.insets.flatMap(({ shown }) => shown));
  const shapes = areas.map(({ code, style, title, href }, index): Content => {
    const path = plan.shapes[index] ?? '';
    const id = repeated.has(index) ? html` id="shape-${code}"` : undefined;
    return path === ''
      ? undefined
      : html`<a href="${href}" tabindex="-1" data-code="${code}" ${words.linkAttributes}
          ><title>${title}</title><path${id} class="${style}" d="${trustMarkup(path)}"
        /></a> `;
  });
  return html`<svg
    class="map nat"
    viewBox="${plan.viewBox}"
    data-whole="${plan.viewBox}"
    role="group"
    aria-label="${words.label}"
  >
    <defs>
      ${HATCH}
      ${plan.insets.map(({ id, frame }) => html`<clipPath id="clip-${id}"><rect x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" /></clipPath> `)}
    </defs>
    <g class="areas" fill="url(#hatch)">${shapes}</g>
    <g id="lines">
      <path class="n-seam" d="${trustMarkup(plan.seams)}" />
      <path class="n-region" d="${trustMarkup(plan.regions)}" />
      <path class="n-edge0" d="${trustMarkup(edges)}" />
      <path class="n-edge1" d="${trustMarkup(edges)}" />
      <path class="n-coast" d="${trustMarkup(plan.coast)}" />
    </g>
    ${plan.insets.map(
      ({ id, frame, transform, shown }) =>
        html`<g class="inset" data-transform="${transform}" aria-hidden="true">
          <rect class="frame-bg" x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" />
          <g clip-path="url(#clip-${id})"
            ><g transform="${transform}">
              <g fill="url(#hatch)">${shown.map((index) => html`<use href="#shape-${areas[index]?.code}" />`)}</g>
              <use href="#lines" /> </g
          ></g>
          <rect class="frame" x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" />
          <text x="${frame.x}" y="${frame.y - 50}">${words.insets[id]}</text>
        </g> `,
    )}
    <path class="sel0" d="" />
    <path class="sel1" d="" />
  </svg>`;
}
