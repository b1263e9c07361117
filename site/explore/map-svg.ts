import { type Html, html, toXml } from '../html.ts';
import type { NationalPlan } from '../map/national-plan.ts';
import { joinEdges } from '../map/paint.ts';
import { findClass } from './classes.ts';
import { type ExploreContext, writeValue } from './context.ts';
import { nameFilters } from './embed.ts';
import { measureTotals } from './measures.ts';
import { put } from './put.ts';
import { nameArea } from './render.ts';
import { listClasses } from './render-map-side.ts';
import type { ExploreState } from './state.ts';

const FILLS = ['#c7eddf', '#6cb7b1', '#27858e', '#00576e', '#032a45'];
/** Characters of a line in the sizes of the heading and of the attribution. */
const HEADING_LENGTH = 52;
const NOTE_LENGTH = 80;

/**
 * The map by itself: colours of the light theme; heading with filters, legend, what has no place and attribution inside, so that it
 * can be printed or put into a report. It is of the whole country, as on the page; each shape says its name and value.
 */
export function writeMapSvg(
  context: ExploreContext,
  state: ExploreState,
  plan: Pick<NationalPlan, 'viewBox' | 'shapes' | 'borders' | 'coast'>,
): string {
  const { words } = context;
  const { measure, outcome, scheme } = state;
  const [left = 0, top = 0, width = 0, height = 0] = plan.viewBox.split(' ').map(Number);
  const styles = state.values.map(({ value }) => String(findClass(value, scheme.breaks)));
  const fillOf = (style: string): string =>
    style === 'unknown' ? 'url(#hatch)' : style === 'zero' ? '#fff' : (FILLS[Number(style)] ?? '#fff');
  const edges = joinEdges(plan.borders, styles);
  const heading = [
    words.measures.columns[measure],
    words.filter.country,
    ...nameFilters(context, state.selection),
    context.count('projects', outcome.whole.projects),
  ].join(' · ');
  const shapes = plan.shapes.map((path, area) =>
    path === ''
      ? undefined
      : html`<path d="${path}" fill="${fillOf(styles[area] ?? '')}" fill-rule="evenodd"
          ><title>${nameArea(context, state, area)}</title></path
        >`,
  );
  const legend = listClasses(context, state);
  const keys = legend.map(({ found, label, count }, index) => {
    const y = top + height + 320 + index * 150;
    const text = `${label} (${context.count('municipalities', count)})`;
    return html`<rect
        x="${left + 60}"
        y="${y}"
        width="160"
        height="110"
        fill="${fillOf(String(found))}"
        stroke="#12262d"
        stroke-width="6"
      />${writeLine(left + 280, y + 90, 100, text)}`;
  });
  const totals = (
    [
      [words.explore.unplaced.municipality, outcome.levels.municipality.unplaced],
      [words.explore.totalRow, outcome.whole],
    ] as const
  ).flatMap(([name, sums]) => {
    const { value, isLeast } = measureTotals(sums, measure);
    if (value === undefined) return [];
    const written = writeValue(context, measure, value);
    return [`${name}: ${isLeast ? put(words.map.atLeast, { value: written }) : written}`];
  });
  const notes = [
    ...totals,
    ...(scheme.factor === 1 ? [] : [put(words.map.legendScaled, { factor: context.number(scheme.factor) })]),
    put(words.map.attribution, { release: context.release }),
  ].flatMap((note) => splitLines(note, NOTE_LENGTH));
  const headingLines = splitLines(heading, HEADING_LENGTH);
  const above = headingLines.length * 160 + 60;
  const notesTop = top + height + 420 + legend.length * 150;
  const box = `${left} ${top - above} ${width} ${notesTop + notes.length * 110 - top + above}`;
  return toXml(
    html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="800" font-family="sans-serif" fill="#14242a">
      <title>${heading}</title>
      <rect x="${left}" y="${top - above}" width="100%" height="100%" fill="#fff" />
      <defs>
        <pattern id="hatch" width="50" height="50" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="50" height="50" fill="#fff" />
          <path d="M0 0v50" stroke="#7d8c92" stroke-width="20" />
        </pattern>
      </defs>
      ${headingLines.map((text, index) => writeLine(left + 60, top - above + 160 * (index + 1), 130, text))}
      <g stroke="#fff" stroke-width="4">${shapes}</g>
      <path d="${edges}" fill="none" stroke="#fff" stroke-width="19" />
      <path d="${edges}" fill="none" stroke="#12262d" stroke-width="8" />
      <path d="${plan.coast}" fill="none" stroke="#12262d" stroke-width="8" />
      ${keys}${notes.map((text, index) => writeLine(left + 60, notesTop + index * 110, 80, text))}
    </svg> `,
  );
}

function writeLine(x: number, y: number, size: number, text: string): Html {
  return html`<text x="${x}" y="${y}" font-size="${size}">${text}</text>`;
}

/** Lines of whole words; a word that is longer than a line has one of its own. */
function splitLines(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
