import type { AreaLevel } from '../pipeline/model/area.ts';
import type { SchemaLanguage } from './schema-versions.ts';

/** Levels that have pages. */
export const AREA_LEVELS = ['region', 'sub_region', 'municipality'] as const satisfies readonly AreaLevel[];
export type PagedLevel = (typeof AREA_LEVELS)[number];

/** How a table of areas can be ordered; each order is a page, so that sorting needs no script. */
export const AREA_ORDERS = ['name', 'projects', 'granted', 'perInhabitant'] as const;
export type AreaOrder = (typeof AREA_ORDERS)[number];

export const HOME = 'index.html';
export const DATA = 'data.html';
export const ABOUT = 'tietoa.html';
export const NOT_FOUND = '404.html';
export const SEARCH_INDEX = 'scripts/search-index.js';
/** The newest release's files, as the contract names them. */
export const LATEST = 'data/latest/';

const FOLDERS: Readonly<Record<PagedLevel, string>> = {
  municipality: 'kunnat',
  sub_region: 'seutukunnat',
  region: 'maakunnat',
};
const ORDER_FILES: Readonly<Record<AreaOrder, string>> = {
  name: 'index',
  projects: 'jarjestys-hankkeita',
  granted: 'jarjestys-rahoitus',
  perInhabitant: 'jarjestys-rahoitus-asukasta-kohti',
};

/** @param code Statistics Finland's code of the area */
export function areaPath(level: PagedLevel, code: string): string {
  return `${FOLDERS[level]}/${code}.html`;
}

export function areaListPath(level: PagedLevel, order: AreaOrder = 'name'): string {
  return `${FOLDERS[level]}/${ORDER_FILES[order]}.html`;
}

/** The one identifier that would hide the list of projects gets an underscore, which no identifier holds. */
export function projectPath(projectId: string): string {
  return `hankkeet/${projectId.toLowerCase() === 'index' ? `${projectId}_` : projectId}.html`;
}

/** @param page counted from 1 */
export function projectListPath(page: number): string {
  return page === 1 ? 'hankkeet/index.html' : `hankkeet/sivut/${page}.html`;
}

/** @param name the schema's, `project-areas`; without it the list of the version's schemas */
export function schemaPath(version: string, language: SchemaLanguage, name = 'index'): string {
  return schemaFile(version, `${language === 'fi' ? '' : `${language}/`}${name}.html`);
}

/** @param file path in the folder of the version's schemas, `codelists/status.csv` */
export function schemaFile(version: string, file: string): string {
  return `schemas/${version}/${file}`;
}

export type Link = (target: string) => string;

/** Relative addresses from one page, so that the site works under any path and from a disk. */
export function linkFrom(page: string): Link {
  const up = '../'.repeat(page.split('/').length - 1);
  return (target) => up + target.split('/').map(encodeURIComponent).join('/');
}
