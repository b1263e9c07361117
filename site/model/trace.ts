import { createSharedValues, type SharedValues } from './shared-values.ts';
import { type ListRead, readList, watchList } from './watch-lists.ts';
import { createDigest, isMethod, isObject, watch } from './watch-values.ts';
import type { Organisation } from './organisations.ts';
import type { Chosen, FacetValue, Pair } from './facets.ts';
import type { Area } from './published.ts';
import type { SiteData } from './site-data.ts';

/**
 * What pages are made of, noted while they are made: whatever a page function reads of the data goes through here, so no page has to say
 * what it depends on, and none can say too little. A read is its name and its arguments as JSON.
 */
export interface Trace {
  /** The data that page functions get. */
  readonly data: SiteData;
  /** Makes something and notes what it read. */
  note<Value>(make: () => Value): { readonly value: Value; readonly reads: ReadonlySet<string> };
  /** What a read gives now, as a digest; `undefined` where it gives nothing any more. */
  digest(read: string): string | undefined;
  /** Digest of a value of the data: of a key that a page is made by. */
  digestValue(value: unknown): string;
  /** For `remember`: makes what many ask for. */
  noteShared<Value>(name: string, make: () => Value): Value;
  readShared(name: string): void;
  /** What many ask for, by its names. */
  readonly shared: SharedValues;
}

const traces = new WeakMap<SiteData, Trace>();

/** The trace that data are read through, if they are. */
export function findTrace(data: SiteData): Trace | undefined {
  return traces.get(data);
}

/** What an area is called and where it lies: one read for all of them, since it hardly ever changes. Everything else is the area's own. */
const NAMING: ReadonlySet<string> = new Set([
  'code',
  'name_fi',
  'name_sv',
  'name_en',
  'sub_region_code',
  'region_code',
  'nuts3_code',
  'nuts_version',
  'population',
  'population_year',
]);

/** Methods that say something of one project, by its id or by itself: all of them are one read. */
const OF_PROJECT: ReadonlySet<string> = new Set([
  'findProject',
  'stateOf',
  'areasOf',
  'partnersOf',
  'sectionsOf',
  'sustainabilityOf',
  'historyOf',
  'shareOf',
]);

const LEVELS = ['municipality', 'sub_region', 'region'] as const;

/** @param remake makes again what is kept from page to page under a name */
export function traceData(raw: SiteData, remake: (data: SiteData, name: string) => void): Trace {
  const digestValue = createDigest(raw.projects);
  const digests = new Map<string, string | undefined>();
  let current: Set<string> | undefined;

  const read = (...parts: readonly unknown[]): void => {
    current?.add(JSON.stringify(parts));
  };
  const note: Trace['note'] = (make) => {
    const [before, reads] = [current, new Set<string>()];
    current = reads;
    try {
      return { value: make(), reads };
    } finally {
      current = before;
    }
  };

  const describeArea = (area: Area): Record<string, unknown> =>
    Object.fromEntries(Object.entries(area).filter(([name]) => NAMING.has(name)));
  const watchArea = (level: (typeof LEVELS)[number], area: Area): Area =>
    watch(
      area,
      (name) => NAMING.has(name),
      () => {
        read('area', level, area.code);
      },
    );
  const watchAreas = (areas: SiteData['areas']): SiteData['areas'] => ({
    municipality: areas.municipality.map((area) => watchArea('municipality', area)),
    sub_region: areas.sub_region.map((area) => watchArea('sub_region', area)),
    region: areas.region.map((area) => watchArea('region', area)),
  });
  const areas = watchAreas(raw.areas);
  const publishedAreas = watchAreas(raw.published.areas);
  const byCode = new Map(LEVELS.flatMap((level) => areas[level].map((area) => [`${level}/${area.code}`, area])));

  const organisations = new Map<Organisation, Organisation>();
  const watchOrganisation = (found: Organisation | undefined): Organisation | undefined => {
    if (found === undefined) return undefined;
    const lists = new Set(['projects', 'partnerIn']);
    const watched =
      organisations.get(found) ??
      watch(
        found,
        (name) => !lists.has(name),
        () => {
          read('organisation', found.key);
        },
      );
    organisations.set(found, watched);
    return watched;
  };
  const nameOrganisation = (found: Organisation | undefined): unknown =>
    found === undefined ? undefined : [found.key, found.name, found.businessId, found.type];
  const watchProjects = <Value extends Pick<FacetValue, 'projects'>>(found: Value, ...name: unknown[]): Value => ({
    ...found,
    projects: watchList(found.projects, (...what) => {
      read(...name, ...what);
    }),
  });
  const watchFacet = (found: FacetValue, region?: string): FacetValue =>
    watchProjects(found, 'facet', found.facet, found.value, region ?? null);
  const watchPair = (found: Pair): Pair => watchProjects(found, 'pair', found.first, found.second);
  const namePair = (found: Pair | undefined): unknown =>
    found === undefined ? undefined : [found.first, found.second, found.only];

  /** What is read in a way of its own, by the name under which it is noted: how it is given, and what its digest is of. */
  const organisationReader: SiteData['organisations'] = {
    get all() {
      read('organisations');
      return raw.organisations.all;
    },
    find(key) {
      read('organisation-name', key);
      return watchOrganisation(raw.organisations.find(key));
    },
    of(name, id) {
      read('organisation-of', name, id);
      return watchOrganisation(raw.organisations.of(name, id));
    },
  };
  const facetReader: SiteData['facets'] = {
    valuesOf(facet) {
      read('facet-values', facet);
      return raw.facets.valuesOf(facet).map((found) => watchFacet(found));
    },
    find(facet, value, region) {
      read('facet-exists', facet, value, region);
      const found = raw.facets.find(facet, value, region);
      return found === undefined ? undefined : watchFacet(found, region);
    },
    regionsOf(facet, value) {
      read('facet-regions', facet, value);
      return raw.facets.regionsOf(facet, value);
    },
    findPair(one, other) {
      read('pair-exists', one, other);
      const found = raw.facets.findPair(one, other);
      return found === undefined ? undefined : watchPair(found);
    },
    get pairs() {
      read('pairs');
      return raw.facets.pairs.map(watchPair);
    },
  };
  type Evaluate = (...args: never[]) => unknown;
  const own: Readonly<Record<string, Evaluate>> = {
    'area-names': () => LEVELS.map((level) => raw.published.areas[level].map(describeArea)),
    area: (level: (typeof LEVELS)[number], code: string) => raw.findArea(level, code),
    organisations: () => raw.organisations.all,
    organisation: (key: string) => raw.organisations.find(key),
    'organisation-name': (key: string) => nameOrganisation(raw.organisations.find(key)),
    'organisation-of': (name?: string | null, id?: string | null) =>
      nameOrganisation(raw.organisations.of(name ?? undefined, id ?? undefined)),
    'facet-values': (facet: FacetValue['facet']) => raw.facets.valuesOf(facet).map(({ value }) => value),
    'facet-exists': (facet: FacetValue['facet'], value: string, region?: string | null) =>
      raw.facets.find(facet, value, region ?? undefined) !== undefined,
    facet: (facet: FacetValue['facet'], value: string, region: string | null, ...what: ListRead) =>
      readList(raw.facets.find(facet, value, region ?? undefined)?.projects, ...what),
    'facet-regions': (facet: FacetValue['facet'], value: string) => raw.facets.regionsOf(facet, value),
    pair: (first: Chosen, second: Chosen, ...what: ListRead) =>
      readList(raw.facets.findPair(first, second)?.projects, ...what),
    projects: (...what: ListRead) => readList(raw.projects, ...what),
    'pair-exists': (one: Chosen, other: Chosen) => namePair(raw.facets.findPair(one, other)),
    pairs: () => raw.facets.pairs.map(namePair),
    project: (id: string) => {
      const project = raw.findProject(id);
      const parts = [raw.areasOf(id), raw.partnersOf(id), raw.sectionsOf(id), raw.sustainabilityOf(id)];
      return [project, raw.stateOf(project), raw.historyOf(id), ...parts];
    },
    // Their other properties are numbers of the areas.
    boundaries: () =>
      raw.published.boundaries.features.map(({ geometry, properties: { code } }) => ({ code, geometry })),
  };

  /** A part of the data whose own properties are read one by one. */
  const wrap = <Part extends object>(part: Part, name: string, given: Readonly<Record<string, unknown>>): Part =>
    new Proxy(part, {
      get(target, property) {
        if (typeof property === 'symbol') return undefined;
        if (Object.hasOwn(given, property)) {
          if (property === 'areas' || property === 'boundaries') read('area-names');
          if (property === 'boundaries') read('boundaries');
          return given[property];
        }
        const value: unknown = Reflect.get(target, property);
        if (!isMethod(value)) {
          read(name, property);
          return value;
        }
        return (...args: readonly unknown[]) => {
          const [first] = args;
          if (name === 'data' && OF_PROJECT.has(property))
            read('project', isObject(first) && 'project_id' in first ? first.project_id : first);
          else read(name, property, ...args);
          return value(...args);
        };
      },
    });
  const findings = wrap(raw.published.findings, 'findings', {});
  const published = wrap(raw.published, 'published', {
    manifest: wrap(raw.published.manifest, 'manifest', {}),
    areas: publishedAreas,
    boundaries: raw.published.boundaries,
    findings,
  });
  const data = wrap(raw, 'data', {
    published,
    areas,
    projects: watchProjects({ projects: raw.projects }, 'projects').projects,
    boundaries: raw.boundaries,
    organisations: organisationReader,
    facets: facetReader,
    findArea: (level: (typeof LEVELS)[number], code: string) => {
      read('area-names');
      return byCode.get(`${level}/${code}`);
    },
  });
  const parts: Readonly<Record<string, object>> = {
    data: raw,
    published: raw.published,
    manifest: raw.published.manifest,
    findings: raw.published.findings,
  };

  const evaluate = (text: string): string | undefined => {
    const [name = '', ...args] = JSON.parse(text) as [string?, ...never[]];
    if (name === 'shared') return shared.digest(String(args[0]));
    const special = own[name];
    if (special !== undefined) return digestValue(special(...args));
    const part = parts[name];
    const value: unknown = part === undefined ? undefined : Reflect.get(part, String(args[0]));
    return digestValue(isMethod(value) ? value(...args.slice(1)) : value);
  };
  const digest = (text: string): string | undefined => {
    if (digests.has(text)) return digests.get(text);
    let found: string | undefined;
    try {
      found = evaluate(text);
    } catch {
      // What is there no more, such as a project that was removed.
    }
    digests.set(text, found);
    return found;
  };

  const shared = createSharedValues(
    (reads) => {
      const all = [...reads].sort().map(digest);
      return all.includes(undefined) ? undefined : digestValue(all);
    },
    digestValue,
    (name) => {
      remake(data, name);
    },
  );
  const trace: Trace = {
    data,
    note,
    digest,
    digestValue,
    shared,
    noteShared(name, make) {
      const { value, reads } = note(make);
      shared.add(name, value, reads);
      digests.delete(JSON.stringify(['shared', name]));
      return value;
    },
    readShared(name) {
      read('shared', name);
    },
  };
  traces.set(data, trace);
  return trace;
}
