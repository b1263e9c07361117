import type { ExploreContext } from '../explore/context.ts';
import { writeGeoJson, writeProjectsCsv, writeTableCsv } from '../explore/download.ts';
import { writeMapSvg } from '../explore/map-svg.ts';
import type { ExploreState } from '../explore/state.ts';
import type { NationalPlan } from '../map/national-plan.ts';
import { loadScript } from './load-script.ts';

const TYPES: Readonly<Record<string, readonly [name: string, mediaType: string]>> = {
  table: ['hankekartta-alueet.csv', 'text/csv'],
  projects: ['hankekartta-hankkeet.csv', 'text/csv'],
  geojson: ['hankekartta-alueet.geojson', 'application/geo+json'],
  map: ['hankekartta-kartta.svg', 'image/svg+xml'],
};

/** The selection as a file, made in the browser; the links lead to the whole collection's without a script. */
export function handleDownloads(
  root: string,
  context: ExploreContext,
  current: () => Promise<ExploreState | undefined>,
): void {
  document.getElementById('downloads')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-download]') : null;
    const kind = link?.dataset['download'];
    if (link === null || kind === undefined || link.href.startsWith('blob:')) return;
    event.preventDefault();
    void save(root, context, current, kind, link.href);
  });
}

async function save(
  root: string,
  context: ExploreContext,
  current: () => Promise<ExploreState | undefined>,
  kind: string,
  fallback: string,
): Promise<void> {
  const state = await current();
  const [name, type] = TYPES[kind] ?? [];
  if (state === undefined || name === undefined || type === undefined) {
    location.href = fallback;
    return;
  }
  const text = await write(root, context, state, kind);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function write(root: string, context: ExploreContext, state: ExploreState, kind: string): Promise<string> {
  if (kind === 'table') return writeTableCsv(context, state);
  if (kind === 'projects') return writeProjectsCsv(state);
  if (kind === 'map') return writeMapSvg(context, state, readPlan(state));
  await Promise.all([loadScript(`${root}scripts/geography.js`), loadScript(`${root}scripts/boundaries.js`)]);
  const geography = self.hankekarttaGeography?.(self.hankekarttaBoundaries);
  return geography === undefined ? '' : writeGeoJson(context, state, geography);
}

/** The drawing, from the map that is on the page. */
function readPlan({ engine }: ExploreState): Pick<NationalPlan, 'viewBox' | 'shapes' | 'borders' | 'coast'> {
  const svg = document.querySelector('#map svg');
  const path = (selector: string): string => svg?.querySelector(selector)?.getAttribute('d') ?? '';
  return {
    viewBox: svg?.getAttribute('data-whole') ?? '',
    shapes: engine.columns.areas.municipality.codes.map((code) => path(`a[data-code="${code}"] path`)),
    borders: self.hankekarttaBorders as NationalPlan['borders'],
    coast: path('.n-coast'),
  };
}
