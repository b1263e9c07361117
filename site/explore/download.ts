import type { ExploreContext } from './context.ts';
import { writeCsv } from './csv.ts';
import type { Geography } from './geography.ts';
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
