import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ListOptions, listSiteOf, readSite, type SitePage } from './list-pages.ts';
import { traceData } from './model/trace.ts';
import { createPageKeeper, type PageKeeper, type PageMemory } from './page-memory.ts';
import { writePictures } from './pictures/write-pictures.ts';

export { listPages } from './list-pages.ts';

export interface SiteOptions extends ListOptions {
  /** Where the pages go: the published folder, or another one. */
  readonly out: string;
  /** Called as each page or other file of the site is made. */
  readonly onPage?: () => void;
  /** Called before the pictures are made, and as each is there. */
  readonly beginPictures?: (count: number) => void;
  readonly onPicture?: () => void;
  /** Folder where pictures are kept from build to build. */
  readonly pictureFolder?: string;
  /** What is known of the last build; without it every page is made. */
  readonly memory?: PageMemory;
}

export interface SiteCounts {
  /** Other files are not counted. */
  readonly pages: number;
  readonly pictures: number;
  /** Pictures that were not kept from the build before. */
  readonly drawn: number;
}

/** Pages that are given to Eleventy at once: it keeps every page that it has rendered, and so much for each that larger batches cost time too. */
const BATCH = 250;

/**
 * Writes the site from the newest release's published files. The same files give the same bytes.
 */
export async function buildSite(options: SiteOptions): Promise<SiteCounts> {
  const data = readSite(options);
  const { memory } = options;
  const trace = memory === undefined ? undefined : traceData(data);
  const { pages, pictures } = listSiteOf(trace?.data ?? data, options);
  if (trace === undefined || memory === undefined) await writePages(pages, options);
  else await writeChangedPages(pages, createPageKeeper(trace, memory), options);
  if (pictures.length > 0) options.beginPictures?.(pictures.length);
  const drawn = await writePictures(pictures, options);
  return { pages: pages.filter(({ isPage }) => isPage).length, pictures: pictures.length, drawn };
}

/** Pages that would be the same are taken over from what is published, and the keeper learns of those that are made. */
async function writeChangedPages(pages: readonly SitePage[], keeper: PageKeeper, options: SiteOptions): Promise<void> {
  const changed = pages.filter((page) => {
    const isKept = 'key' in page && keeper.keep(page.path, page.key, options.out);
    if (isKept) options.onPage?.();
    return !isKept;
  });
  const noted = changed.map((page) =>
    'key' in page ? { ...page, render: () => keeper.make(page.path, page.key, page.render) } : page,
  );
  await writePages(noted, options);
  keeper.remember();
}

/**
 * Hands the pages to Eleventy in batches, each to an instance of its own, so that memory does not grow with the site. Other files, which
 * have nothing of a template, are written as they are.
 */
export async function writePages(
  all: readonly SitePage[],
  { root, out, onPage = () => undefined }: Pick<SiteOptions, 'root' | 'out' | 'onPage'>,
): Promise<void> {
  const pages = all.filter(({ isPage }) => isPage);
  const { default: Eleventy } = await import('@11ty/eleventy');
  // Eleventy takes absolute folders for relative ones here and there, so it is given relative ones.
  const toRelative = (target: string): string => path.relative('.', target) || '.';
  // At least one, which copies styles and images.
  for (let start = 0; start === 0 || start < pages.length; start += BATCH) {
    const batch = pages.slice(start, start + BATCH).map((page) => ({
      ...page,
      render: () => {
        onPage();
        return page.render();
      },
    }));
    const eleventy = new Eleventy(toRelative(path.join(root, 'site')), toRelative(out), {
      configPath: toRelative(path.join(root, '.eleventy.js')),
      quietMode: true,
      config(config) {
        config.hankekartta = { pages: batch, isFirst: start === 0 };
      },
    });
    eleventy.disableLogger();
    await eleventy.write();
  }
  const folders = new Set<string>();
  for (const { path: name, render } of all.filter(({ isPage }) => !isPage)) {
    const file = path.join(out, name);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, render());
    onPage();
  }
}
