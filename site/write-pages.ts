import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SitePage } from './list-pages.ts';
import { createPageBytes } from './page-bytes.ts';
import type { PageKeeper } from './page-memory.ts';
import type { Queue } from './queue.ts';

/**
 * Pages that are given to Eleventy at once: it keeps every page that it has made, and so much for each that larger batches cost time too.
 * A multiple of the number of languages, since what is read for a page serves it in the others.
 */
const BATCH = 252;

interface Place {
  /** Absolute folder of the package. */
  readonly root: string;
  readonly out: string;
}

/** Writes pages as they come: those that would be the same are taken over from what is published. */
interface PageWriter {
  add(pages: readonly SitePage[]): Promise<void>;
  /** Writes what is left. @param withStyles styles and images, too */
  end(withStyles: boolean): Promise<void>;
}

function openWriter(keeper: PageKeeper | undefined, { root, out }: Place, onPage: () => void): PageWriter {
  let waiting: SitePage[] = [];
  const folders = new Set<string>();
  // Of the pages of one batch, or of one other file: what waits has not been made.
  const bytes = createPageBytes();
  const make = (page: SitePage): Buffer => {
    onPage();
    return keeper === undefined || !('key' in page)
      ? bytes.encode(page.render())
      : keeper.make(page.path, page.key, page.render, bytes.encode);
  };
  const writeFile = (page: SitePage): void => {
    const file = path.join(out, page.path);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, make(page));
    bytes.reset();
  };
  /** Each batch is an instance of Eleventy of its own, so that memory does not grow with the site. */
  const flush = async (withStyles: boolean): Promise<void> => {
    const batch = waiting.map((page) => ({ path: page.path, make: () => make(page) }));
    waiting = [];
    const { default: Eleventy } = await import('@11ty/eleventy');
    // Eleventy takes absolute folders for relative ones here and there, so it is given relative ones.
    const toRelative = (target: string): string => path.relative('.', target) || '.';
    const eleventy = new Eleventy(toRelative(path.join(root, 'site')), toRelative(out), {
      configPath: toRelative(path.join(root, '.eleventy.js')),
      quietMode: true,
      config(config) {
        config.hankekartta = { pages: batch, withStyles };
      },
    });
    eleventy.disableLogger();
    await eleventy.write().catch((error: unknown) => {
      throw findCause(error);
    });
    bytes.reset();
  };
  return {
    async add(pages) {
      for (const page of pages) {
        if (keeper !== undefined && 'key' in page && keeper.keep(page.path, page.key, out)) onPage();
        // Other files have nothing of a template.
        else if (!page.isPage) writeFile(page);
        else if (waiting.push(page) === BATCH) await flush(false);
      }
    },
    async end(withStyles) {
      if (waiting.length > 0 || withStyles) await flush(withStyles);
    },
  };
}

/** Eleventy wraps what the file system says: a full disk is told as what it is. */
function findCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof Error && 'originalError' in cause && cause.originalError instanceof Error)
    cause = cause.originalError;
  return cause instanceof Error && 'syscall' in cause ? cause : error;
}

/**
 * Writes the pages of a list that nobody else has taken.
 * @param keeper learns of those that are made
 * @returns the pages that were written here, and whether the first of all is among them
 */
export async function writeTaken(
  pages: readonly SitePage[],
  queue: Queue,
  keeper: PageKeeper | undefined,
  place: Place,
): Promise<{ readonly taken: readonly SitePage[]; readonly hasFirst: boolean }> {
  const writer = openWriter(keeper, place, () => {
    queue.countPage();
  });
  const taken: SitePage[] = [];
  let hasFirst = false;
  for (let start = queue.take(BATCH); start < pages.length; start = queue.take(BATCH)) {
    hasFirst ||= start === 0;
    const batch = pages.slice(start, start + BATCH);
    taken.push(...batch);
    await writer.add(batch);
  }
  await writer.end(hasFirst);
  return { taken, hasFirst };
}

/** Writes pages in this thread, with styles and images. */
export async function writePages(pages: readonly SitePage[], place: Place): Promise<void> {
  const writer = openWriter(undefined, place, () => undefined);
  await writer.add(pages);
  await writer.end(true);
}
