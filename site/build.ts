import path from 'node:path';
import { type Page, renderPage } from './layout.ts';
import { createLocatorMap } from './map/locator-map.ts';
import { planRegion } from './map/region-map.ts';
import { createAboutPage } from './pages/about.ts';
import { createAreaListPage } from './pages/area-list.ts';
import { createAreaPage } from './pages/area.ts';
import { createDataPage } from './pages/data.ts';
import { createHomePage } from './pages/home.ts';
import { createNotFoundPage } from './pages/not-found.ts';
import { countListPages, createProjectListPage } from './pages/project-list.ts';
import { createProjectPage } from './pages/project.ts';
import { createSchemaIndexPage } from './pages/schema-index.ts';
import { createSchemaPage } from './pages/schema.ts';
import { createRemovedPage } from './pages/removed-project.ts';
import {
  ABOUT,
  AREA_LEVELS,
  AREA_ORDERS,
  areaListPath,
  areaPath,
  DATA,
  HOME,
  NOT_FOUND,
  projectListPath,
  projectPath,
  SEARCH_INDEX,
} from './paths.ts';
import { readPublished } from './published.ts';
import { renderSearchIndex } from './search.ts';
import { SCHEMA_LANGUAGES } from './schema-versions.ts';
import { createSite, type Publisher, type Site } from './site.ts';
import { FINNISH, SCHEMA_TEXTS } from './texts.ts';

export interface SiteOptions {
  /** Absolute folder of the published output, which holds `data/latest/` and `schemas/`. */
  readonly data: string;
  /** Where the pages go: the same folder, or another one. */
  readonly out: string;
  /** Absolute folder of the package, which holds `.eleventy.js` and `site/`. */
  readonly root: string;
  /** Named on the page about the site. */
  readonly publisher?: Publisher;
}

/** Pages of one kind: each item is a key, from which its path and its document follow. */
interface Kind {
  readonly name: string;
  readonly items: readonly string[];
  readonly path: (item: string) => string;
  readonly render: (item: string) => string;
}

/**
 * Writes the site from the newest release's published files. The same files give the same bytes.
 * @returns how many pages were written, the search index not counted
 */
export async function buildSite(options: SiteOptions): Promise<{ pages: number }> {
  const { default: Eleventy } = await import('@11ty/eleventy');
  const kinds = listKinds(createSite(readPublished(options.data), FINNISH, options.publisher));
  // Eleventy takes absolute folders for relative ones here and there, so it is given relative ones.
  const toRelative = (target: string): string => path.relative('.', target) || '.';
  const eleventy = new Eleventy(toRelative(path.join(options.root, 'site')), toRelative(options.out), {
    configPath: toRelative(path.join(options.root, '.eleventy.js')),
    quietMode: true,
    config(config) {
      for (const { name, items, path: pathOf, render } of kinds) {
        config.addTemplate(`${name}.11ty.js`, ({ item }) => render(item), {
          items,
          pagination: { data: 'items', size: 1, alias: 'item' },
          permalink: ({ item }) => pathOf(item),
        });
      }
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
  return { pages: kinds.reduce((sum, { name, items }) => sum + (name === 'search-index' ? 0 : items.length), 0) };
}

function listKinds(site: Site): Kind[] {
  const { texts } = site;
  const locator = createLocatorMap(site.boundaries);
  const removed = new Map(site.published.removed.map((project) => [project.project_id, project]));
  const plans = new Map(site.areas.region.map(({ code }) => [code, planRegion(site, code)]));
  const maps = { locator, planOf: (region: string) => plans.get(region) };
  const single = (name: string, target: string, create: (site: Site) => Page): Kind => ({
    name,
    items: [target],
    path: () => target,
    render: () => renderPage(texts, create(site)),
  });
  return [
    single('home', HOME, createHomePage),
    single('data', DATA, createDataPage),
    single('about', ABOUT, createAboutPage),
    single('not-found', NOT_FOUND, createNotFoundPage),
    {
      name: 'projects',
      items: site.projects.map(({ project_id: id }) => id),
      path: projectPath,
      render: (id) => renderPage(texts, createProjectPage(site, locator, id)),
    },
    {
      name: 'removed-projects',
      items: [...removed.keys()],
      path: projectPath,
      render: (id) =>
        renderPage(texts, createRemovedPage(site, removed.get(id) ?? { project_id: id, last_release: '' })),
    },
    {
      name: 'project-list',
      items: Array.from({ length: countListPages(site) }, (_, index) => String(index + 1)),
      path: (page) => projectListPath(Number(page)),
      render: (page) => renderPage(texts, createProjectListPage(site, Number(page))),
    },
    ...AREA_LEVELS.flatMap((level): Kind[] => [
      {
        name: level,
        items: site.areas[level].map(({ code }) => code),
        path: (code) => areaPath(level, code),
        render: (code) => renderPage(texts, createAreaPage(site, maps, level, code)),
      },
      ...AREA_ORDERS.map((order): Kind => ({
        name: `${level}-list-${order}`,
        items: [order],
        path: () => areaListPath(level, order),
        render: () => renderPage(texts, createAreaListPage(site, level, order)),
      })),
    ]),
    createSchemaKind(site),
    { name: 'search-index', items: ['index'], path: () => SEARCH_INDEX, render: () => renderSearchIndex(site) },
  ];
}

/** Every version of the schemas in every language: the list, and each schema. */
function createSchemaKind({ published }: Site): Kind {
  const documents = new Map(
    SCHEMA_LANGUAGES.flatMap((language) =>
      published.schemas
        .flatMap((version) => [
          createSchemaIndexPage(version, language),
          ...version.documents.map((document) => createSchemaPage(version.version, document, language)),
        ])
        .map((page) => [page.path, renderPage(SCHEMA_TEXTS[language], page)]),
    ),
  );
  return {
    name: 'schemas',
    items: [...documents.keys()],
    path: (page) => page,
    render: (page) => documents.get(page) ?? '',
  };
}
