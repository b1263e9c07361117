import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ListOptions, listSite, type SitePage } from './list-pages.ts';
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
  readonly memory?: string;
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
  const { pages, pictures } = listSite(options);
  await writePages(pages, options);
  if (pictures.length > 0) options.beginPictures?.(pictures.length);
  const drawn = await writePictures(pictures, options);
  return { pages: pages.filter(({ isPage }) => isPage).length, pictures: pictures.length, drawn };
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
  for (let start = 0; start < pages.length; start += BATCH) {
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
