import type { AreaLevel } from '../pipeline/model/area.ts';
import type { Facet, Pair } from './model/facets.ts';

/** Paths of pages as they are in Finnish; a language puts its prefix before them. */

/** Levels that have pages. */
export const AREA_LEVELS = ['region', 'sub_region', 'municipality'] as const satisfies readonly AreaLevel[];
export type PagedLevel = (typeof AREA_LEVELS)[number];

/** All levels, the finest first: a project is shown at the finest that its source states. */
export const FINEST_FIRST = ['municipality', 'sub_region', 'region', 'country'] as const satisfies readonly AreaLevel[];

/** How a table of areas can be ordered; each order is a page, so that sorting needs no script. */
export const AREA_ORDERS = ['name', 'projects', 'granted', 'perInhabitant'] as const;
export type AreaOrder = (typeof AREA_ORDERS)[number];

/** The blocks of an area's page, which go on as pages of their own. */
export const AREA_BLOCKS = ['target', 'wide', 'beneficiary', 'place'] as const;
export type AreaBlock = (typeof AREA_BLOCKS)[number];

/** What can be downloaded of an area. */
export const AREA_FORMATS = ['csv', 'geojson'] as const;
export type AreaFormat = (typeof AREA_FORMATS)[number];

/** What a frame shows of its selection. */
export const EMBEDDED = ['both', 'map', 'table'] as const;
export type Embedded = (typeof EMBEDDED)[number];

export const HOME = 'index.html';
export const DATA = 'data.html';
export const ABOUT = 'tietoa.html';
export const ACCESSIBILITY = 'saavutettavuus.html';
export const REPORT = 'ilmoita-virheesta.html';
export const GLOSSARY = 'sanasto.html';
export const NOT_FOUND = '404.html';
export const MISSING = 'miksi-hanke-puuttuu.html';
export const WITHHELD = 'julkaisematta.html';
export const MAPPING = 'kenttavastaavuudet.html';
export const ASSESSMENT = 'itsearviointi.html';
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
const BLOCK_FILES: Readonly<Record<AreaBlock, string>> = {
  target: 'hankkeet',
  wide: 'koko-alue',
  beneficiary: 'hakijat',
  place: 'toteutuspaikka',
};
const SHOWN_FILES: Readonly<Record<Embedded, string>> = { both: '', map: '-kartta', table: '-taulukko' };
const FACET_FOLDERS: Readonly<Record<Facet, string>> = {
  period: 'ohjelmakausi',
  fund: 'rahasto',
  axis: 'toimintalinja',
  year: 'vuosi',
  state: 'tila',
  place: 'paikka',
};

/** @param page counted from 1; the first has no number */
function numbered(path: string, page: number): string {
  return `${path}${page === 1 ? '' : `-${page}`}.html`;
}

/** @param code Statistics Finland's code of the area */
export function areaPath(level: PagedLevel, code: string): string {
  return `${FOLDERS[level]}/${code}.html`;
}

export function areaListPath(level: PagedLevel, order: AreaOrder = 'name', page = 1): string {
  return numbered(`${FOLDERS[level]}/${ORDER_FILES[order]}`, page);
}

export function areaBlockPath(level: PagedLevel, code: string, block: AreaBlock, page = 1): string {
  return numbered(`${FOLDERS[level]}/${code}/${BLOCK_FILES[block]}`, page);
}

/** The one identifier that would hide the list of projects gets an underscore, which no identifier holds. */
export function projectPath(projectId: string): string {
  return `hankkeet/${projectId.toLowerCase() === 'index' ? `${projectId}_` : projectId}.html`;
}

/** The project as data. */
export function recordPath(projectId: string): string {
  return `api/projects/${projectId}.json`;
}

const TABLES: Readonly<Record<PagedLevel, string>> = {
  municipality: 'municipalities',
  sub_region: 'sub_regions',
  region: 'regions',
};

/** The area as data. */
export function areaRecordPath(level: PagedLevel, code: string): string {
  return `api/${TABLES[level].replace('_', '-')}/${code}.json`;
}

/** All areas of a level as data. */
export function areaTablePath(level: PagedLevel, ending: string): string {
  return `${LATEST}${TABLES[level]}.${ending}`;
}

export function projectListPath(page = 1): string {
  return page === 1 ? 'hankkeet/index.html' : `hankkeet/sivut/${page}.html`;
}

/** @param region narrows it to one region */
export function facetPath(facet: Facet, value: string, region?: string, page = 1): string {
  const base = `hankkeet/rajaus/${FACET_FOLDERS[facet]}/${encodeValue(value)}`;
  return numbered(region === undefined ? base : `${base}/${region}`, page);
}

/** Two values at once; where one of them alone says as much, that one's page. */
export function pairPath({ first, second, only }: Pair, page = 1): string {
  if (only !== undefined) return facetPath(only.facet, only.value, undefined, page);
  const folder = `hankkeet/rajaus/${FACET_FOLDERS[first.facet]}/${encodeValue(first.value)}`;
  return numbered(`${folder}/${FACET_FOLDERS[second.facet]}-${encodeValue(second.value)}`, page);
}

/** Tables of how many projects have two values at once, from where each pair is one click away. */
export const PAIR_TABLES = 'hankkeet/rajaus/index.html';

/** A fund is written `ESF+`, which some hosts read as a space. */
function encodeValue(value: string): string {
  return value.replaceAll('+', '-plus').replaceAll(/[^\w.-]/g, '-');
}

export function organisationPath(key: string, page = 1): string {
  return numbered(`organisaatiot/${key === 'index' ? 'index_' : key}`, page);
}

export function organisationListPath(page = 1): string {
  return page === 1 ? 'organisaatiot/index.html' : `organisaatiot/sivut/${page}.html`;
}

/** @param key `2014-2020-5` */
export function axisPath(key: string): string {
  return `toimintalinjat/${encodeValue(key)}.html`;
}
export const AXIS_LIST = 'toimintalinjat/index.html';

export function yearPath(year: string): string {
  return `vuodet/${year}.html`;
}
export const YEAR_LIST = 'vuodet/index.html';

/** @param name the schema's, `project-areas`; without it the list of the version's schemas */
export function schemaPath(version: string, name = 'index'): string {
  return `schemas/${version}/${name}.html`;
}

/** @param file path in the folder of the version's schemas, `codelists/status.csv` */
export function schemaFile(version: string, file: string): string {
  return `schemas/${version}/${file}`;
}

/** @param release without it the list of releases */
export function releasePath(release?: string, page = 1): string {
  return release === undefined ? 'julkaisut/index.html' : numbered(`julkaisut/${release}`, page);
}

/** @param code of an issue, `parse/unknown-label`; without it the overview */
export function qualityPath(code?: string, page = 1): string {
  return code === undefined ? 'laatu/index.html' : numbered(`laatu/${code.replaceAll('/', '-')}`, page);
}

/** A feed of changes; without an area, of the whole. */
export function feedPath(level?: PagedLevel, code = ''): string {
  return level === undefined ? 'syotteet/muutokset.xml' : `syotteet/${FOLDERS[level]}/${code}.xml`;
}

/** What an area's page shows, as a file that is the same in every language. */
export function areaDownloadPath(level: PagedLevel, code: string, format: AreaFormat): string {
  return `lataukset/${FOLDERS[level]}/${code}.${format}`;
}

/** What other people's pages may frame; without an area, of the whole country. */
export function embedPath(level?: PagedLevel, code = ''): string {
  return level === undefined ? 'upote/koko-maa.html' : `upote/${FOLDERS[level]}/${code}.html`;
}

/** What other people's pages may frame of a selection, which is the address' query. */
export function selectionEmbedPath(shown: Embedded): string {
  return `upote/valinta${SHOWN_FILES[shown]}.html`;
}

/** The preview of a page where its address is passed on; without an area, of the whole country. */
export function picturePath(level?: PagedLevel, code = ''): string {
  return level === undefined ? 'kuvat/koko-maa.png' : `kuvat/${FOLDERS[level]}/${code}.png`;
}

export type Link = (target: string) => string;

/** Relative addresses from one page, so that the site works under any path and from a disk. */
export function linkFrom(page: string): Link {
  const up = '../'.repeat(page.split('/').length - 1);
  return (target) => up + target.split('/').map(encodeURIComponent).join('/');
}
