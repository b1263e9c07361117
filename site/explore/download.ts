import { findClass } from './classes.ts';
import type { ExploreContext } from './context.ts';
import { writeCsv } from './csv.ts';
import type { Geography } from './geography.ts';
import { joinEdges } from '../map/paint.ts';
import type { NationalPlan } from '../map/national-plan.ts';
import { put } from './put.ts';
import { MEASURES } from './selection.ts';
import type { ExploreState } from './state.ts';
import type { TableRow } from './table.ts';

function nameRow({ words, names }: ExploreContext, { table }: ExploreState, row: TableRow): string {
  if (row.kind === 'total') return words.explore.totalRow;
  if (row.kind === 'unplaced') return words.explore.unplaced[table.level];
  return names[table.level][row.area ?? -1] ?? '';
}

/** The table with every measure: EUR with a decimal point, nothing where nobody knows, 0 where it is known to be 0. */
export function writeTableCsv(context: ExploreContext, state: ExploreState): string {
  return writeCsv([
    ['code', 'name', ...MEASURES],
    ...state.table.rows.map((row) => [
      row.code,
      nameRow(context, state, row),
      ...MEASURES.map((measure) => row.values[measure].value),
    ]),
  ]);
}

/** What files of projects say of each; `state` is a code of the published list of states, as of the release's day. */
export const PROJECT_FIELDS = [
  'project_id',
  'name',
  'beneficiary_name',
  'fund',
  'state',
  'start_date',
  'end_date',
  'funding_granted_eu_state',
  'funding_realised_eu_state',
  'share_granted',
] as const;

/** The selected projects: all of them, latest start first. */
export function writeProjectsCsv({ engine, outcome, selection }: ExploreState): string {
  const { columns } = engine;
  const { place } = selection;
  const area = place === undefined ? -1 : columns.areas[place.level].codes.indexOf(place.code);
  const facet = (name: keyof typeof columns.facets, row: number): string | undefined =>
    columns.facets[name].values[columns.facets[name].rows[row] ?? -1];
  return writeCsv([
    PROJECT_FIELDS,
    ...outcome.rows.map((row) => {
      const state = facet('status', row);
      const share =
        place === undefined || state === 'cancelled' ? undefined : engine.shareOf(row, 'granted', place.level, area);
      return [
        columns.ids[row],
        columns.names[row],
        columns.organisations.values[columns.organisations.rows[row] ?? -1],
        facet('fund', row),
        state,
        columns.starts[row],
        columns.ends[row],
        columns.money.granted[row] ?? undefined,
        columns.money.realised[row] ?? undefined,
        share === undefined ? undefined : share / 100,
      ];
    }),
  ]);
}

/** The same rows as GeoJSON (RFC 7946), WGS84; what has no place is a feature without a geometry. */
export function writeGeoJson(context: ExploreContext, state: ExploreState, geography: Geography): string {
  const { table, engine } = state;
  const { municipality } = engine.columns.areas;
  const codesOf = (area: number): string[] =>
    table.level === 'municipality'
      ? [municipality.codes[area] ?? '']
      : municipality.codes.filter((_, index) => municipality.regions[index] === area);
  const features = table.rows.map((row) => ({
    type: 'Feature',
    properties: {
      code: row.code ?? null,
      name: nameRow(context, state, row),
      ...Object.fromEntries(MEASURES.map((measure) => [measure, row.values[measure].value ?? null])),
    },
    geometry: row.area === undefined ? null : geography.unite(codesOf(row.area)),
  }));
  const attribution = put(context.words.map.attribution, { release: context.release });
  return `${JSON.stringify({ type: 'FeatureCollection', attribution, features })}\n`;
}

const FILLS = ['#c7eddf', '#6cb7b1', '#27858e', '#00576e', '#032a45'];

/** The map by itself: colours of the light theme, legend and attribution inside, so that it can be printed or put into a report. */
export function writeMapSvg(
  context: ExploreContext,
  state: ExploreState,
  plan: Pick<NationalPlan, 'viewBox' | 'shapes' | 'borders' | 'coast'>,
  legend: readonly { readonly style: string; readonly label: string; readonly count: number }[],
): string {
  const { words } = context;
  const [left = 0, top = 0, width = 0, height = 0] = plan.viewBox.split(' ').map(Number);
  const below = 420 + legend.length * 150;
  const styles = state.values.map(({ value }) => String(findClass(value, state.scheme.breaks)));
  const fillOf = (style: string): string =>
    style === 'unknown' ? 'url(#hatch)' : style === 'zero' ? '#fff' : (FILLS[Number(style)] ?? '#fff');
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const edges = joinEdges(plan.borders, styles);
  const title = `${words.measures.columns[state.measure]} · ${words.filter.country} · ${context.count('projects', state.outcome.whole.projects)}`;
  const line = (y: number, size: number, text: string): string =>
    `<text x="${left + 60}" y="${y}" font-size="${size}">${escape(text)}</text>`;
  const shapes = plan.shapes
    .map((path, index) =>
      path === '' ? '' : `<path d="${path}" fill="${fillOf(styles[index] ?? '')}" fill-rule="evenodd"/>`,
    )
    .join('');
  const keys = legend
    .map(
      ({ style, label, count }, index) =>
        `<rect x="${left + 60}" y="${top + height + 320 + index * 150}" width="160" height="110" fill="${fillOf(style)}" stroke="#12262d" stroke-width="6"/>` +
        line(top + height + 410 + index * 150, 100, `${label} (${count})`).replace(
          `x="${left + 60}"`,
          `x="${left + 280}"`,
        ),
    )
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top - 200} ${width} ${height + below + 400}" width="800" font-family="sans-serif" fill="#14242a">` +
    `<title>${escape(title)}</title><rect x="${left}" y="${top - 200}" width="${width}" height="${height + below + 400}" fill="#fff"/>` +
    `<defs><pattern id="hatch" width="50" height="50" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="50" height="50" fill="#fff"/><path d="M0 0v50" stroke="#7d8c92" stroke-width="20"/></pattern></defs>` +
    line(top - 60, 130, title) +
    `<g stroke="#fff" stroke-width="4">${shapes}</g>` +
    `<path d="${edges}" fill="none" stroke="#fff" stroke-width="19"/><path d="${edges}" fill="none" stroke="#12262d" stroke-width="8"/>` +
    `<path d="${plan.coast}" fill="none" stroke="#12262d" stroke-width="8"/>${keys}` +
    splitLines(put(words.map.attribution, { release: context.release }), 62)
      .map((text, index) => line(top + height + 400 + legend.length * 150 + index * 110, 80, text))
      .join('') +
    '</svg>\n'
  );
}

function splitLines(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
