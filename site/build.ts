import { type ListOptions, listSiteOf, readSite } from './list-pages.ts';
import { remake } from './model/remember.ts';
import { traceData } from './model/trace.ts';
import { createPageKeeper, type PageMemory, recallPages, rememberPages } from './page-memory.ts';
import { writePictures } from './pictures/write-pictures.ts';
import { createCounters, openQueue, type Queue } from './queue.ts';
import { writeTaken } from './write-pages.ts';

export { listPages } from './list-pages.ts';
export { writePages } from './write-pages.ts';

export interface SiteOptions extends ListOptions {
  /** Where the pages go: the published folder, or another one. */
  readonly out: string;
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

/** What one of those made who share the work, and what of it is to be remembered. */
export interface SitePart extends SiteCounts {
  readonly made?: string;
}

/** Writes the site from the newest release's published files. The same files give the same bytes. */
export async function buildSite(options: SiteOptions): Promise<SiteCounts> {
  const part = await buildPart(options, openQueue(createCounters()));
  if (options.memory !== undefined) rememberPages(options.memory, [part.made ?? '']);
  return part;
}

/**
 * Writes what a queue gives of the site. Several threads can share one: each lists the same pages, and a page is the same whoever makes
 * it. Whoever gets the first page makes the pictures, too.
 */
export async function buildPart(options: SiteOptions, queue: Queue): Promise<SitePart> {
  const data = readSite(options);
  const { memory } = options;
  const trace = memory === undefined ? undefined : traceData(data, remake);
  const { pages, pictures } = listSiteOf(trace?.data ?? data, options);
  const keeper =
    trace === undefined || memory === undefined ? undefined : createPageKeeper(trace, memory, recallPages(memory));
  const { taken, hasFirst } = await writeTaken(pages, queue, keeper, options);
  const drawn = hasFirst ? await writePictures(pictures, queue, options) : 0;
  return {
    pages: taken.filter(({ isPage }) => isPage).length,
    pictures: hasFirst ? pictures.length : 0,
    drawn,
    ...(keeper === undefined ? {} : { made: keeper.describe() }),
  };
}
