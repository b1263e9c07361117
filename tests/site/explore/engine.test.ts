/** The filter engine counts as the published tables do, to the cent, and what is downloaded is what is shown. */
import { rmSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitCents, toCents } from '../../../site/explore/cents.ts';
import { findEngine } from '../../../site/explore/collection.ts';
import { packColumns, unpackColumns } from '../../../site/explore/columns.ts';
import { type ExploreContext, labelValue, writeValue } from '../../../site/explore/context.ts';
import { writeGeoJson, writeProjectsCsv, writeTableCsv } from '../../../site/explore/download.ts';
import { createGeography } from '../../../site/explore/geography.ts';
import { writeMapSvg } from '../../../site/explore/map-svg.ts';
import { renderPart } from '../../../site/explore/page-parts.ts';
import { put } from '../../../site/explore/put.ts';
import { listColumns, renderAreaTable, renderProjects } from '../../../site/explore/render-table.ts';
import { changeSelection, FACETS, MEASURES, PLACE_LEVELS, WHOLE } from '../../../site/explore/selection.ts';
import { show } from '../../../site/explore/show.ts';
import type { ExploreState } from '../../../site/explore/state.ts';
import { PLACEMENTS } from '../../../site/explore/sums.ts';
import { planNation } from '../../../site/map/national-plan.ts';
import { readPublished } from '../../../site/model/published.ts';
import { createSiteData, type SiteData } from '../../../site/model/site-data.ts';
import { makeFolder } from '../make-site.ts';
import { createContexts, makeSelections } from './make-selections.ts';
import { readMapSvg } from './read-map-svg.ts';

let folder: string;
let data: SiteData;
/** Finnish first. */
let contexts: readonly ExploreContext[];
let context: ExploreContext;

beforeAll(() => {
  folder = makeFolder();
  data = createSiteData(readPublished(folder));
  contexts = createContexts(data);
  context = contexts[0]!;
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('sums', () => {
  it('count as the coverage tables and share as every page does', () => {
    const engine = findEngine(data);
    const { columns } = engine;
    const { levels } = engine.select(WHOLE);
    for (const level of PLACE_LEVELS) {
      const { projects, beneficiaries, money } = levels[level];
      const counted = columns.areas[level].codes.map((code, area) => [code, projects[area], beneficiaries[area]]);
      expect(counted).toEqual(
        data.published.areas[level].map((area) => [area.code, area.project_count, area.beneficiary_project_count]),
      );
      data.published.areas[level].forEach(({ code }, area) => {
        const share = (column: 'funding_granted_eu_state' | 'funding_realised_public'): number =>
          data
            .projectsIn(level, code, 'target')
            .filter(({ status }) => status !== 'cancelled')
            .reduce((sum, project) => sum + (data.shareOf(project, level, code, column) ?? 0), 0);
        expect(money.granted.cents[area]).toBe(share('funding_granted_eu_state'));
        expect(money.realised_public.cents[area]).toBe(share('funding_realised_public'));
      });
      expect(levels[level].unplaced.projects).toBe(data.summary(level, 'unplaced')?.project_count);
      expect(levels[level].unplaced.money.granted.cents).toBe(
        toCents(data.summary(level, 'unplaced')?.funding_granted_eu_state ?? 0),
      );
    }
  });

  it('of shares and what has no place make the whole, whatever is selected', () => {
    fc.assert(
      fc.property(makeSelections(data), (selection) => {
        const outcome = findEngine(data).select(selection);
        for (const level of PLACE_LEVELS) {
          const { money, unplaced } = outcome.levels[level];
          const placed = money.granted.cents.reduce((sum: number, cents: number) => sum + cents, 0);
          expect(placed + unplaced.money.granted.cents).toBe(outcome.whole.money.granted.cents);
        }
        const parts = PLACEMENTS.reduce((sum, each) => sum + outcome.placement[each], 0);
        expect(parts).toBe(outcome.totals.money.granted.cents);
      }),
    );
  });

  it('split an amount to the cent, in equal parts to a cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        fc.array(fc.nat(50), { minLength: 1, maxLength: 20 }),
        (cents, weights) => {
          fc.pre(weights.some((weight) => weight > 0));
          expect(splitCents(cents, weights.length, weights).reduce((a, b) => a + b, 0)).toBe(cents);
          const equal = splitCents(cents, weights.length);
          expect(Math.max(...equal) - Math.min(...equal)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('never call a project ongoing after its end, and zero only what is known', () => {
    const state = show(context, findEngine(data), { ...WHOLE, rows: 'municipality' });
    const { engine, outcome } = state;
    for (const row of outcome.mapRows)
      if (outcome.ongoingYear === undefined && outcome.isOngoing(row))
        expect(engine.columns.ends[row] === '' || engine.columns.ends[row]! >= data.day).toBe(true);
    for (const row of state.table.rows) {
      if (row.code === undefined) continue;
      const { wide, nowhere } = data.unplacedFor('municipality', row.code);
      if (row.values.projects.value === 0) expect(wide.length + nowhere.length).toBe(0);
    }
  });
});

describe('the summary of a place', () => {
  const part = (id: 'pick' | 'figures' | 'placement', context: ExploreContext, state: ExploreState): string =>
    renderPart(id, context, state)
      .markup.replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();

  it('says what its table says: shares, and no zero where nobody knows', () => {
    let unknown = 0;
    fc.assert(
      fc.property(makeSelections(data), fc.constantFrom(...contexts), (selection, context) => {
        const { place } = selection;
        fc.pre(place !== undefined);
        const { level, code } = place;
        const state = show(context, findEngine(data), selection);
        const { values } = state.table.rows.find((row) =>
          level === 'municipality' ? row.code === code : row.kind === 'total',
        )!;
        const pick = part('pick', context, state);
        const figures = renderPart('figures', context, state).markup;
        const [granted, realised] = [...figures.matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, value]) => value);
        const money = (value: number | undefined): string =>
          value === undefined ? context.words.map.unknown : context.millions(value);
        expect([granted, realised]).toEqual([money(values.granted.value), money(values.realised.value)]);
        expect(figures).toContain(context.words.share[level]);
        if (values.projects.value === undefined) {
          unknown += 1;
          expect(pick).toContain(context.words.explore.projectsUnknown);
          expect(figures).not.toContain('<dd>0 €');
        } else {
          const count = context.count('projects', values.projects.value).replaceAll(/\s/g, ' ');
          expect(pick).toContain(
            values.projects.isLeast ? put(context.words.map.atLeast, { value: count }).slice(1) : count,
          );
        }
        const { wide } = state.outcome.levels[level];
        const maybe = wide[findEngine(data).columns.areas[level].codes.indexOf(code)]!;
        if (maybe > 0) expect(pick).toContain(context.count('projects', maybe).replaceAll(/\s/g, ' '));
        expect(part('placement', context, state)).toBe('');
      }),
      { numRuns: 400 },
    );
    expect(unknown).toBeGreaterThan(3);
  });
});

describe('columns', () => {
  it('come out of their file as they went in', () => {
    const { columns } = findEngine(data);
    const { names, ...rest } = unpackColumns(JSON.parse(packColumns(columns)));
    const { names: _, ...before } = columns;
    expect(rest).toEqual(before);
    expect(names).toHaveLength(columns.names.length);
  });
});

describe('downloads', () => {
  const textOf = (markup: string): string =>
    markup
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();

  it('have the rows and the values of the table, whatever is selected, in every language', () => {
    const geography = createGeography(JSON.parse(data.published.readTopology()));
    fc.assert(
      fc.property(makeSelections(data), fc.constantFrom(...contexts), (selection, context) => {
        const state = show(context, findEngine(data), selection);
        const columns = listColumns(state.measure);
        const html = renderAreaTable(context, state).markup;
        const shown = [...html.matchAll(/<tr class="\w+"[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
          [...row!.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => textOf(cell!)),
        );
        const csv: Record<string, string>[] = parse(writeTableCsv(context, state), { columns: true });
        const { features } = JSON.parse(writeGeoJson(context, state, geography)) as {
          features: { properties: Record<string, string | number | null>; geometry: object | null }[];
        };
        expect(csv).toHaveLength(shown.length);
        expect(features).toHaveLength(shown.length);
        csv.forEach((row, index) => {
          const write = (text: string | number | null | undefined, measure: (typeof MEASURES)[number]): string =>
            text === '' || text === null
              ? state.table.rows[index]!.kind === 'area'
                ? context.words.map.unknown
                : '–'
              : writeValue(context, measure, Number(text)).replaceAll(/\s/g, ' ');
          expect([row['name'], ...columns.map((measure) => write(row[measure], measure))]).toEqual(shown[index]);
          const { properties, geometry } = features[index]!;
          expect([properties['name'], ...columns.map((measure) => write(properties[measure], measure))]).toEqual(
            shown[index],
          );
          expect(geometry === null).toBe(row['code'] === '');
        });
      }),
      { numRuns: 60 },
    );
  });

  it('as a map have the municipalities of the table with its values and classes, the filters and whose data they are', () => {
    const plan = planNation(data);
    const words = fc.constantFrom(undefined, 'keksi', 'a&b <i>\u0001 "x"');
    fc.assert(
      fc.property(makeSelections(data), words, fc.constantFrom(...contexts), (selection, text, context) => {
        const chosen = changeSelection(selection, { text });
        const state = show(context, findEngine(data), chosen);
        const { shapes, texts, title } = readMapSvg(writeMapSvg(context, state, plan));
        const { measure, scheme } = state;
        // The map is of the whole country whatever the place: so is the table of all municipalities.
        const whole = show(
          context,
          findEngine(data),
          changeSelection(chosen, { place: undefined, rows: 'municipality' }),
        );
        const rows: Record<string, string>[] = parse(writeTableCsv(context, whole), { columns: true });
        const drawn = rows.filter(
          ({ code }) => plan.shapes[data.areas.municipality.findIndex((area) => area.code === code)],
        );
        expect(drawn.length).toBeGreaterThan(2);
        expect(shapes.size).toBe(drawn.length);
        for (const row of drawn) {
          const amount = row[measure] === '' ? undefined : Number(row[measure]);
          const shape = shapes.get(row['name']!)!;
          expect(shape.words).toContain(writeValue(context, measure, amount));
          const fills = ['#c7eddf', '#6cb7b1', '#27858e', '#00576e', '#032a45'];
          const below = scheme.breaks.filter((limit) => amount !== undefined && amount >= limit).length;
          expect(shape.fill).toBe(amount === undefined ? 'url(#hatch)' : amount === 0 ? '#fff' : fills[below]);
        }
        const said = texts.join(' ');
        const foot = rows.filter(({ code }) => code === '');
        expect(foot).toHaveLength(2);
        for (const row of foot)
          if (row[measure] !== '')
            expect(said).toContain(`${row['name']!}: ${writeValue(context, measure, Number(row[measure]))}`);
        expect(said).toContain(put(context.words.map.attribution, { release: context.release }));
        if (scheme.factor !== 1) expect(said).toContain(context.number(scheme.factor));
        const legend = [...said.matchAll(/\((\d+) (?:kun|kom|mun)/g)].map(([, count]) => Number(count));
        expect(legend.reduce((sum, count) => sum + count, 0)).toBe(rows.length - foot.length);
        for (const facet of FACETS)
          for (const value of chosen.facets[facet] ?? []) expect(title).toContain(labelValue(context, facet, value));
        if (text !== undefined) expect(title).toContain(text.replace('\u0001', '\ufffd'));
        expect(said).toContain(title);
      }),
      { numRuns: 60 },
    );
  });

  it('of projects have those that are listed, with the same states and money, in every language', () => {
    fc.assert(
      fc.property(makeSelections(data), fc.constantFrom(...contexts), (selection, context) => {
        const state = show(context, findEngine(data), selection, Infinity);
        const csv: Record<string, string>[] = parse(writeProjectsCsv(state), { columns: true });
        const items = [...renderProjects(context, state).markup.matchAll(/<li class="item">([\s\S]*?)<\/li>/g)];
        expect(csv).toHaveLength(items.length);
        csv.forEach((row, index) => {
          const item = items[index]![1]!;
          expect(item).toContain(`hankkeet/${row['project_id']!}`);
          expect(item).toContain(`state-${row['state'] === '' ? 'unknown' : row['state']!}`);
          const money = row['share_granted'] === '' ? row['funding_granted_eu_state']! : row['share_granted']!;
          if (money !== '') expect(item).toContain(`<b>${context.wholeEuros(Number(money))}</b>`);
          else expect(item).toContain('class="none"');
        });
      }),
      { numRuns: 60 },
    );
  });

  it('know the municipality around a point, and none at sea', () => {
    const geography = createGeography(JSON.parse(data.published.readTopology()));
    const [feature] = data.published.boundaries.features;
    const ring =
      feature!.geometry.type === 'Polygon' ? feature!.geometry.coordinates[0]! : feature!.geometry.coordinates[0]![0]!;
    const centre = [0, 1].map(
      (axis) => ring.slice(1).reduce((sum, point) => sum + point[axis]!, 0) / (ring.length - 1),
    );
    expect(geography.find(centre[0]!, centre[1]!)).toBe(feature!.properties.code);
    expect(geography.find(0, 0)).toBeUndefined();
  });
});
