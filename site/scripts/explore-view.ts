/** What Explore and its embed have in common in the browser. */
import { unpackColumns } from '../explore/columns.ts';
import type { ExploreContext, Wording } from '../explore/context.ts';
import { createEngine, type Engine } from '../explore/engine.ts';
import { PARTS, renderPart } from '../explore/page-parts.ts';
import { nameArea } from '../explore/render.ts';
import type { Selection } from '../explore/selection.ts';
import type { ExploreState } from '../explore/state.ts';
import { html } from '../html.ts';
import { areaPath } from '../paths.ts';
import type { createMap } from './explore-map.ts';
import { loadScript } from './load-script.ts';

export const find = (id: string): HTMLElement | null => document.getElementById(id);

/** The site's root as the page's own script is addressed from it. @param name of the script */
export function findRoot(name: string): string {
  const own = document.querySelector<HTMLScriptElement>(`script[src$="scripts/${name}.js"]`)?.getAttribute('src') ?? '';
  return own.slice(0, -`scripts/${name}.js`.length);
}

/** Addresses of pages in the language of the words, and of files. */
export function addressFrom(root: string, { words }: Wording): Pick<ExploreContext, 'link' | 'file'> {
  const prefix = words.code === 'fi' ? '' : `${words.code}/`;
  return { link: (path) => root + prefix + path, file: (path) => root + path };
}

/** Loads all projects, once; says so while it lasts, and when it failed. @returns `undefined` where it failed */
export function createLoader(root: string, { words }: Wording): () => Promise<Engine | undefined> {
  const status = find('explore-status');
  const tell = (text: string): void => {
    if (status !== null) status.textContent = text;
  };
  let engine: Engine | undefined;
  return async () => {
    if (engine !== undefined) return engine;
    tell(words.filter.loading);
    try {
      await Promise.all([loadScript(`${root}scripts/projects.js`), loadScript(`${root}scripts/borders.js`)]);
      engine = createEngine(unpackColumns(self.hankekarttaProjects));
      tell('');
    } catch {
      tell(words.filter.failed);
    }
    return engine;
  };
}

const written = new WeakMap<HTMLElement, string>();

/** Writes every part that the page has and that is another one than before. */
export function writeParts(context: ExploreContext, state: ExploreState): void {
  for (const id of Object.keys(PARTS)) {
    const part = find(id);
    if (part === null) continue;
    const { markup } = renderPart(id, context, state);
    if (written.get(part) === markup) continue;
    part.innerHTML = markup;
    written.set(part, markup);
  }
}

/** Name and value in one line that never moves; the page of the place behind it. */
export function tellValue({ words, link, linkAttributes }: ExploreContext, text: string, code?: string): void {
  const output = find('value');
  if (output === null) return;
  const page =
    code === undefined
      ? undefined
      : html` <a href="${link(areaPath('municipality', code))}" ${linkAttributes}>${words.map.openPage}</a>`;
  output.innerHTML = html`${text}${page}`.markup;
}

/** Colours and outlines of a selection. */
export function paintMap(map: ReturnType<typeof createMap>, context: ExploreContext, state: ExploreState): void {
  const { engine, selection } = state;
  map.paint(state, (area) => nameArea(context, state, area));
  const { place } = selection;
  const { codes } = engine.columns.areas.municipality;
  const members = place === undefined ? [] : codes.filter((code, area) => isWithin(engine, place, code, area));
  map.select(members, place?.level === 'municipality' ? place.code : undefined);
}

function isWithin(engine: Engine, place: NonNullable<Selection['place']>, code: string, area: number): boolean {
  const { municipality, region, sub_region: subRegion } = engine.columns.areas;
  if (place.level === 'municipality') return code === place.code;
  return place.level === 'region'
    ? region.codes[municipality.regions[area] ?? -1] === place.code
    : subRegion.codes[municipality.subRegions[area] ?? -1] === place.code;
}
