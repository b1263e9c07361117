import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ListOptions, listPagesOf, readSite, type SitePage } from './list-pages.ts';
import { traceData } from './model/trace.ts';
import { createPageKeeper, type PageMemory } from './page-memory.ts';

export { listPages } from './list-pages.ts';

export interface SiteOptions extends ListOptions {
  /** Where the pages go: the published folder, or another one. */
  readonly out: string;
  /** Called as each page or other file of the site is made. */
  readonly onPage?: () => void;
  /** What is known of the last build; without it every page is made. */
  readonly memory?: PageMemory;
}

/** Pages that are given to Eleventy at once: it keeps every page that it has rendered, and so much for each that larger batches cost time too. */
const BATCH = 250;

/**
 * Writes the site from the newest release's published files. The same files give the same bytes.
 * @returns how many pages were written, other files not counted
 */
export async function buildSite(options: SiteOptions): Promise<{ pages: number }> {
  const data = readSite(options);
  const count = (pages: readonly SitePage[]): { pages: number } => ({
    pages: pages.filter(({ isPage }) => isPage).length,
  });
  if (options.memory === undefined) {
    const pages = listPagesOf(data, options);
    await writePages(pages, options);
    return count(pages);
  }
  const trace = traceData(data);
  const keeper = createPageKeeper(trace, options.memory);
  const pages = listPagesOf(trace.data, options);
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
  return count(pages);
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
