import type { Settings } from '../config.ts';

/**
 * Makes the pages of a published folder, in it.
 * @returns how many
 */
export async function makeSite({ root, publisher }: Settings, folder: string): Promise<number> {
  // Loaded only here: the other commands start half a second sooner without it.
  const { buildSite } = await import('../../site/build.ts');
  const { pages } = await buildSite({
    data: folder,
    out: folder,
    root,
    ...(publisher === undefined ? {} : { publisher }),
  });
  return pages;
}
