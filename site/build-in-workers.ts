import { Tinypool } from 'tinypool';
import { buildPart, type SiteCounts, type SiteOptions, type SitePart } from './build.ts';
import { isKnown, rememberPages } from './page-memory.ts';
import type { Answer } from './page-worker.ts';
import { createCounters, openQueue } from './queue.ts';

/** What is told while the site is made. */
interface Listener {
  /** @param stop makes all threads write nothing more, for a process that ends meanwhile */
  readonly onBegin: (stop: () => void) => void;
  /** So many more pages or other files are there. */
  readonly onPages: (count: number) => void;
  /** The pages are made, and pictures begin. */
  readonly beginPictures: (total: number) => void;
  readonly onPictures: (count: number) => void;
  /** The site is made, but what is known of it cannot be kept for the next build. */
  readonly onForgotten: (error: unknown) => void;
}

/** In milliseconds. */
const LOOK_EVERY = 100;
/**
 * Of a worker, in MB: pages are made of many short strings, and a space for new things that holds several pages spares the collector from
 * copying those that are being made.
 */
const YOUNG = 192;

/**
 * To how many MB what a worker holds may grow. With less than 2 GB V8 lets a heap become twice as large as what lives in it before it collects all,
 * else four times (`MemoryController::MaxGrowingFactor`). What lives is some 35 kB a project of usual length; of more projects than that the heap has what
 * V8 gives. No narrower limit for fewer: their texts may be long.
 */
const OLD = { megabytes: 2000, projects: 15_000 };

/** Projects from which on it pays that a thread starts, reads the data and warms up. */
const PROJECTS = 500;

/**
 * The site as `buildSite` makes it: a small one in this thread; others in worker threads, in one where most pages will be kept.
 * @param jobs so many threads at most
 */
export async function buildSiteInWorkers(
  options: SiteOptions,
  { jobs, projects }: { readonly jobs: number; readonly projects: number },
  { onBegin, onPages, beginPictures, onPictures, onForgotten }: Listener,
): Promise<SiteCounts> {
  const counters = createCounters();
  const queue = openQueue(counters);
  onBegin(() => {
    queue.stop();
  });
  const isKept = options.memory !== undefined && isKnown(options.memory);
  const threads = isKept ? 1 : Math.max(1, Math.min(jobs, Math.ceil(projects / PROJECTS)));
  let told = { made: 0, pictures: 0, drawn: 0 };
  const tell = (): void => {
    const now = queue.look();
    onPages(now.made - told.made);
    if (now.pictures > told.pictures) beginPictures(now.pictures);
    onPictures(now.drawn - told.drawn);
    told = now;
  };
  const timer = setInterval(tell, LOOK_EVERY);
  try {
    const isAlone = projects < PROJECTS;
    const parts = isAlone ? [await buildPart(options, queue)] : await shareOut(options, counters, threads, projects);
    try {
      if (options.memory !== undefined)
        rememberPages(
          options.memory,
          parts.map(({ made }) => made ?? ''),
        );
    } catch (error) {
      onForgotten(error);
    }
    const sum = (key: 'pages' | 'pictures' | 'drawn'): number => parts.reduce((all, part) => all + part[key], 0);
    return { pages: sum('pages'), pictures: sum('pictures'), drawn: sum('drawn') };
  } finally {
    clearInterval(timer);
    tell();
  }
}

async function shareOut(
  options: SiteOptions,
  counters: SharedArrayBuffer,
  threads: number,
  projects: number,
): Promise<SitePart[]> {
  const pool = new Tinypool({
    // Compiled files lie flat in one folder (pipeline/hankekartta.js), so the worker lies beside this one.
    filename: new URL('./page-worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData: counters,
    resourceLimits: {
      maxYoungGenerationSizeMb: YOUNG,
      ...(projects > OLD.projects ? {} : { maxOldGenerationSizeMb: OLD.megabytes }),
    },
  });
  try {
    const answers = await Promise.all(Array.from({ length: threads }, () => pool.run(options) as Promise<Answer>));
    return answers.map((answer) => {
      if ('part' in answer) return answer.part;
      throw Object.assign(answer.error as Error, answer.facts);
    });
  } finally {
    await pool.destroy();
  }
}
