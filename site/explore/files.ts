import { createView } from '../layout.ts';
import { LANGUAGE_CODES, type LanguageCode } from '../language/language.ts';
import { planNation } from '../map/national-plan.ts';
import { bundleScript } from '../scripts/bundle.ts';
import { readCodes } from '../model/codes.ts';
import { remember } from '../model/remember.ts';
import type { FileType } from '../page-type.ts';
import { createViewContext, describeCollection, findEngine } from './collection.ts';
import { packColumns } from './columns.ts';
import { writeGeoJson, writeProjectsCsv, writeTableCsv } from './download.ts';
import { createGeography } from './geography.ts';
import { writeMapSvg } from './map-svg.ts';
import { type Measure, MEASURES } from './selection.ts';
import { show } from './show.ts';

/** What can be downloaded of a selection. */
export const DOWNLOADS = ['table', 'projects', 'geojson', 'map'] as const;
export type DownloadKind = (typeof DOWNLOADS)[number];
export const DOWNLOAD_NAMES = {
  table: 'hankekartta-alueet.csv',
  projects: 'hankekartta-hankkeet.csv',
  geojson: 'hankekartta-alueet.geojson',
  map: 'hankekartta-kartta.svg',
} as const satisfies Record<DownloadKind, string>;

/** Data of the scripts, as scripts themselves: a page on a disk can fetch nothing else. */
const assign = (name: string, json: string): string => `self.${name} = ${json};\n`;

/** All projects in columns: searched, and filtered on Explore; loaded when somebody begins to. */
export const PROJECT_COLUMNS: FileType<string> = {
  name: 'project-columns',
  list: () => ['scripts/projects.js'],
  path: (key) => key,
  create: (data) => assign('hankekarttaProjects', packColumns(findEngine(data).columns)),
};

/** Borders between neighbours, for drawing anew which of them divide classes. */
export const MAP_BORDERS: FileType<string> = {
  name: 'map-borders',
  list: () => ['scripts/borders.js'],
  path: (key) => key,
  create: (data) => assign('hankekarttaBorders', JSON.stringify(planNation(data).borders)),
};

/** The published TopoJSON, for downloads with shapes and for a reader's own position. */
export const MAP_BOUNDARIES: FileType<string> = {
  name: 'map-boundaries',
  list: () => ['scripts/boundaries.js'],
  path: (key) => key,
  create: (data) => assign('hankekarttaBoundaries', data.published.readTopology().trim()),
};

/** Words, names and breaks of a language. */
export const EXPLORE_WORDS: FileType<LanguageCode> = {
  name: 'explore-words',
  list: () => LANGUAGE_CODES,
  path: (code) => `scripts/words-${code}.js`,
  create(data, code, languages) {
    const language = languages.find((each) => each.code === code);
    if (language === undefined) return '';
    const { code: titleOf, titled } = readCodes(data)[language.published];
    return assign(
      'hankekarttaWords',
      JSON.stringify(describeCollection({ t: language.texts, data, language, code: titleOf, titled })),
    );
  },
};

/** The programs of the browser. */
export const SCRIPTS: FileType<string> = {
  name: 'scripts',
  list: () => ['explore', 'embed', 'search', 'geography'],
  path: (name) => `scripts/${name}.js`,
  create: (_data, name, _languages, root) => bundleScript(root, name),
};

export interface Download {
  readonly kind: DownloadKind;
  readonly language: LanguageCode;
  /** The collection's default when absent. */
  readonly measure: Measure | undefined;
}

/** Only the map depends on the measure: tables have them all. */
export function downloadPath({ kind, language, measure }: Download): string {
  const [name = '', ending = ''] = DOWNLOAD_NAMES[kind].split('.');
  const shown = kind === 'map' && measure !== undefined ? `-${measure}` : '';
  return `lataukset/${name}${shown}-${language}.${ending}`;
}

/** Shapes for downloads, read once. */
export const findGeography = remember(({ published }) => createGeography(JSON.parse(published.readTopology())));

/** The whole collection's downloads, which need no script. */
export const WHOLE_DOWNLOADS: FileType<Download> = {
  name: 'downloads',
  list: () =>
    LANGUAGE_CODES.flatMap((language) =>
      DOWNLOADS.flatMap((kind) =>
        [undefined, ...(kind === 'map' ? MEASURES : [])].map((measure) => ({ kind, language, measure })),
      ),
    ),
  path: downloadPath,
  create(data, { kind, language: code, measure }, languages) {
    const language = languages.find((each) => each.code === code);
    if (language === undefined) return '';
    const codes = readCodes(data)[language.published];
    const context = createViewContext(createView(language, data, codes, 'index.html', false), () => undefined);
    const state = show(context, findEngine(data), { facets: {}, ...(measure === undefined ? {} : { measure }) });
    if (kind === 'table') return writeTableCsv(context, state);
    if (kind === 'projects') return writeProjectsCsv(state);
    if (kind === 'geojson') return writeGeoJson(context, state, findGeography(data));
    return writeMapSvg(context, state, planNation(data));
  },
};
