import { sortByName } from '../model/finnish-order.ts';
import { makeAxisKey } from '../model/facets.ts';
import { remember } from '../model/remember.ts';
import type { SiteData } from '../model/site-data.ts';
import type { View } from '../page-type.ts';
import { nameValue } from '../parts/filters.ts';
import { createContext, type ExploreContext, type Wording, WORD_GROUPS } from './context.ts';
import { createEngine, type Engine } from './engine.ts';
import { mapKeys } from './map-keys.ts';
import { measureArea } from './measures.ts';
import { readColumns } from './read-columns.ts';
import { type Facet, type Measure, MEASURES, PLACE_LEVELS, WHOLE } from './selection.ts';

/** The engine of a collection, made once for all pages. */
export const findEngine = remember((data): Engine => createEngine(listColumns(data)));

/** The measure that the collection is shown by where none is asked for. */
export const findMeasure = remember((data): Measure => chooseMeasure(findEngine(data)));

function listColumns(data: SiteData): Engine['columns'] {
  const facts = data.published.projects.map((project) => {
    const state = data.stateOf(project);
    return {
      id: project.project_id,
      name: project.name ?? project.project_id,
      organisation: project.beneficiary_name,
      start: project.start_date,
      end: project.end_date,
      facets: {
        period: project.programming_period,
        fund: project.fund,
        axis: makeAxisKey(project),
        objective: project.specific_objective_code,
        status: state === 'unknown' ? undefined : state,
        type: project.beneficiary_type,
      },
      money: {
        granted: project.funding_granted_eu_state,
        realised: project.funding_realised_eu_state,
        realised_public: project.funding_realised_public,
      },
    };
  });
  return readColumns(facts, (id) => data.areasOf(id), data.published.areas, data.day);
}

/** The measure that most municipalities are known of; what comes first among equals. */
export function chooseMeasure(engine: Engine): Measure {
  const { columns } = engine;
  const sums = engine.select(WHOLE).levels.municipality;
  let best: { measure: Measure; known: number } = { measure: 'projects', known: -1 };
  for (const measure of MEASURES) {
    const known = columns.areas.municipality.codes.filter(
      (_, area) => (measureArea(columns, sums, 'municipality', area, measure).value ?? 0) > 0,
    ).length;
    if (known > best.known) best = { measure, known };
  }
  return best.measure;
}

/** What a language says of a collection; plain JSON, so that the browser gets it too. */
export function describeCollection({
  t,
  data,
  language,
  code,
  titled,
}: Pick<View, 't' | 'data' | 'language' | 'code' | 'titled'>): Wording {
  const engine = findEngine(data);
  const { areas } = data.published;
  const { facets } = engine.columns;
  const titles = (facet: keyof typeof facets, title: (value: string) => string): Record<string, string> =>
    Object.fromEntries(facets[facet].values.filter((value) => value !== '').map((value) => [value, title(value)]));
  const labels: Partial<Record<Facet, Record<string, string>>> = {
    fund: titles('fund', (value) => code('fund', value)),
    status: titles('status', (value) => (t.states as Readonly<Record<string, string>>)[value] ?? value),
    type: titles('type', (value) => titled('organisation-type', value) ?? value),
    axis: titles('axis', (value) => nameValue({ t, data, language, code }, { facet: 'axis', value })),
    objective: titles('objective', (value) => {
      const names = facets.period.values.flatMap((period) => language.priorityName(period, value) ?? []);
      return names.length === 1 ? `${value} ${names[0] ?? ''}` : value;
    }),
  };
  return {
    words: mapKeys(WORD_GROUPS, (group) => t[group]) as Wording['words'],
    names: mapKeys(PLACE_LEVELS, (level) => areas[level].map((area) => language.nameOf(area))),
    order: mapKeys(PLACE_LEVELS, (level) =>
      sortByName(
        areas[level].map((area, index) => ({ index, name: language.nameOf(area), code: area.code })),
        ({ name }) => name,
        (area) => area.code,
      ).map(({ index }) => index),
    ),
    labels,
    breaks: mapKeys(
      MEASURES,
      (measure) =>
        data.published.classes.find((each) => each.measure === measure && each.area_level === 'municipality')?.breaks ??
        [],
    ),
    release: data.published.manifest.release,
    measure: chooseMeasure(engine),
  };
}

/** @param href where another selection has a page */
export function createViewContext(view: View, href: ExploreContext['href']): ExploreContext {
  return createContext(describeCollection(view), { link: view.link, file: view.file, href });
}
