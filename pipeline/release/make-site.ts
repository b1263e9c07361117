import type { Settings } from '../config.ts';

/**
 * Makes the pages of a published folder, in it, where a site is wanted.
 * @returns how many
 */
export async function makeSite(
  { site, root, publisher, collection }: Settings,
  folder: string,
  progress: (line: string) => void,
): Promise<number> {
  if (!site) return 0;
  progress('making the site');
  // Loaded only here: the other commands start half a second sooner without it.
  const { buildSite } = await import('../../site/build.ts');
  const { pages } = await buildSite({
    data: folder,
    out: folder,
    root,
    collection,
    ...(publisher === undefined ? {} : { publisher }),
  });
  return pages;
}
