import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Settings } from '../config.ts';
import { onEnd } from '../effects/clean-up.ts';
import { describeEnvironmentFault } from '../effects/environment-error.ts';
import { exists, writeFile } from '../effects/files.ts';
import { say } from '../effects/process.ts';
import type { Progress } from '../model/progress.ts';
import { placeOfPages } from './last-build.ts';
import type { Output } from './output.ts';

export type Site = Pick<typeof import('../../site/build.ts'), 'listPages'>;

/**
 * Makes the pages of a published folder, in it, where a site is wanted; those that would be the same are taken over from what is published.
 * @param program digest of what decides a page beside the data
 * @param projects how many are published
 * @returns how many there are
 */
export async function makeSite(
  settings: Settings,
  { folder, out }: Output,
  program: string,
  projects: number,
  progress: Progress,
): Promise<number> {
  const { site, root, publisher, collection, pictures, memory, jobs } = settings;
  if (!site) return 0;
  progress.begin('making the site', { unit: 'files' });
  // Loaded only here: the other commands start sooner without it.
  const { buildSiteInWorkers } = await import('../../site/build-in-workers.ts');
  const options = {
    data: folder,
    out: folder,
    root,
    collection,
    ...(publisher === undefined ? {} : { publisher }),
    pictures,
    pictureFolder: path.join(memory, 'pictures'),
    ...(settings.cache ? { memory: { file: placeOfPages(settings), published: out, program } } : {}),
  };
  let forget = (): void => undefined;
  const { pages } = await buildSiteInWorkers(
    options,
    { jobs, projects },
    {
      onBegin(stop) {
        forget = onEnd(stop);
      },
      onPages: (count) => progress.advance(count),
      beginPictures: (total) => progress.begin('making the preview pictures', { unit: 'files', total }),
      onPictures: (count) => progress.advance(count),
      onForgotten(error) {
        const fault = describeEnvironmentFault(error);
        if (fault === undefined) throw error;
        say(`hankekartta: cannot remember the pages, ${fault}; the next build makes them anew`);
      },
    },
  ).finally(() => {
    forget();
  });
  return pages;
}

/** A page or another file of the site by its path, made when it is asked for. */
export type OpenSite = (path: string) => string | undefined;

/**
 * The site of a folder, page by page and without preview pictures, for somebody who is at work on it.
 * @param folder as a build or a draft makes it
 */
export function openSite({ listPages }: Site, { root, publisher, collection }: Settings, folder: string): OpenSite {
  const pages = listPages({ data: folder, root, collection, ...(publisher === undefined ? {} : { publisher }) });
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return (name) => byPath.get(name)?.render();
}

/** The site's program; in a clone its templates are compiled as they are now. */
export async function importSite(root: string): Promise<Site> {
  const source = path.join(root, 'site', 'build.ts');
  if (!exists(source)) return import('../../site/build.ts');
  const { build } = await import('esbuild');
  // Named by its content: a module is imported once under a name. It lies in the clone, so that its packages are found.
  const { outputFiles } = await build({
    entryPoints: [source],
    outdir: path.join(root, '.hankekartta', 'watch'),
    entryNames: 'site-[hash]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    // Whoever asked tells what is wrong.
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('no compiled site');
  writeFile(file.path, file.contents);
  return import(pathToFileURL(file.path).href) as Promise<Site>;
}
