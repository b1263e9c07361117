/** Without a script: any two filters that some project has both of are a list of their own, and are reached in two clicks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEngine } from '../../site/explore/collection.ts';
import { findSelection } from '../../site/explore/paged-facets.ts';
import type { Selection } from '../../site/explore/selection.ts';
import { listPages, type SitePage } from '../../site/list-pages.ts';
import { type Chosen, FACETS, makeAxisKey, listYears } from '../../site/model/facets.ts';
import { readPublished } from '../../site/model/published.ts';
import { createSiteData, type SiteData } from '../../site/model/site-data.ts';
import { facetPath, PAIR_TABLES, pairPath } from '../../site/paths.ts';
import type { Projects } from '../../pipeline/model/schema-types.ts';
import { makeFolder, ROOT } from './make-site.ts';
import { rmSync } from 'node:fs';

let folder: string;
let data: SiteData;
let pages: Map<string, SitePage>;

beforeAll(() => {
  folder = makeFolder();
  data = createSiteData(readPublished(folder));
  pages = new Map(listPages({ data: folder, root: ROOT }).map((page) => [page.path, page]));
});

afterAll(() => rmSync(folder, { recursive: true }));

const has = (project: Projects, { facet, value }: Chosen): boolean =>
  ({
    period: project.programming_period === value,
    fund: project.fund === value,
    axis: makeAxisKey(project) === value,
    year: listYears(project).map(String).includes(value),
    state: data.stateOf(project) === value,
    place: false,
  })[facet];

const listed = (html: string): string[] =>
  [...html.matchAll(/<p class="name"><a href="[^"]*hankkeet\/([^"/]+?)_?\.html"/g)].map(([, id]) => id!);

describe('two filters at once', () => {
  it('list the projects that have both values, whichever pair occurs, and are linked from the tables', () => {
    const tables = pages.get(PAIR_TABLES)!.render();
    const options = FACETS.filter((facet) => facet !== 'place').flatMap((facet) =>
      data.facets.valuesOf(facet).map(({ value }): Chosen => ({ facet, value })),
    );
    let apart = 0;
    for (const [index, one] of options.entries())
      for (const other of options.slice(index + 1)) {
        if (one.facet === other.facet) continue;
        const expected = data.newest.filter((project) => has(project, one) && has(project, other));
        const pair = data.facets.findPair(other, one);
        expect(pair?.projects ?? []).toEqual(expected);
        expect(data.facets.findPair(one, other)).toEqual(pair);
        if (pair === undefined) continue;
        const path = pairPath(pair);
        expect(listed(pages.get(path)!.render())).toEqual(expected.map(({ project_id: id }) => id).slice(0, 30));
        expect(tables, path).toContain(`href="../../${path}">${expected.length}</a>`);
        if (pair.only === undefined) apart += 1;
      }
    expect(apart).toBeGreaterThan(0);
    expect(apart).toBe(data.facets.pairs.length);
  });

  it('lead on to the other values of both, and back to each alone', () => {
    for (const pair of data.facets.pairs) {
      const html = pages.get(pairPath(pair))!.render();
      const up = '../'.repeat(pairPath(pair).split('/').length - 1);
      for (const { facet, value } of [pair.first, pair.second])
        expect(html).toContain(`<a class="chip" href="${up}${facetPath(facet, value)}"`);
      expect(html.match(/aria-current="page"/g)?.length).toBeGreaterThanOrEqual(2);
      expect(html).toContain(`href="${up}${PAIR_TABLES}"`);
    }
  });

  it('have one address each', () => {
    const paths = data.facets.pairs.map((pair) => pairPath(pair));
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^[\w./-]+$/);
  });
});

describe('the selection of a page of values', () => {
  it('has the projects of that page', () => {
    const engine = findEngine(data);
    const listed = (projects: readonly { readonly project_id: string }[]) =>
      projects.map(({ project_id: id }) => id).sort();
    const selected = (selection: Selection | undefined) =>
      engine
        .select(selection!)
        .rows.map((row) => engine.columns.ids[row])
        .sort();
    let compared = 0;
    for (const facet of FACETS.filter((each) => each !== 'place'))
      for (const { value, projects } of data.facets.valuesOf(facet)) {
        expect(selected(findSelection([{ facet, value }])), `${facet} ${value}`).toEqual(listed(projects));
        for (const region of data.facets.regionsOf(facet, value))
          expect(selected(findSelection([{ facet, value }], region)), `${facet} ${value} ${region}`).toEqual(
            listed(data.facets.find(facet, value, region)!.projects),
          );
        compared += 1;
      }
    for (const { first, second, projects } of data.facets.pairs)
      expect(selected(findSelection([first, second])), `${first.value} ${second.value}`).toEqual(listed(projects));
    expect(compared).toBeGreaterThan(8);
    expect(data.facets.pairs.length).toBeGreaterThan(1);
  });
});
