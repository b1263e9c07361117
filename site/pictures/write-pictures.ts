import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Queue } from '../queue.ts';
import type { Picture } from './picture.ts';
import { type Layout, layOut, openRenderer, readTools } from './render-picture.ts';

/** A picture by its path in the site, described when it is asked for. */
export interface SitePicture {
  readonly path: string;
  readonly describe: () => Picture;
}

export interface PictureOptions {
  /** Absolute folder of the package. */
  readonly root: string;
  readonly out: string;
  /** Folder where pictures are kept from build to build, by what they are made from; none without it. */
  readonly pictureFolder?: string | undefined;
}

/**
 * Writes the pictures; those that the build before made of the same things are not drawn again, and what it alone had is forgotten.
 * @param queue told of each
 * @returns how many of them were drawn
 */
export async function writePictures(
  pictures: readonly SitePicture[],
  queue: Queue,
  { root, out, pictureFolder: folder }: PictureOptions,
): Promise<number> {
  if (pictures.length === 0) return 0;
  queue.beginPictures(pictures.length);
  const tools = digest(...readTools(root));
  const used = new Set<string>();
  let draw: ((layout: Layout) => Promise<Uint8Array>) | undefined;
  let drawn = 0;
  for (const { path: target, describe } of pictures) {
    const layout = layOut(describe());
    const name = `${digest(tools, JSON.stringify(layout))}.png`;
    const kept = folder === undefined ? undefined : path.join(folder, name);
    used.add(name);
    let bytes: Uint8Array;
    if (kept !== undefined && existsSync(kept)) bytes = readFileSync(kept);
    else {
      draw ??= await openRenderer(root);
      bytes = await draw(layout);
      drawn += 1;
      if (kept !== undefined) keep(kept, bytes);
    }
    mkdirSync(path.dirname(path.join(out, target)), { recursive: true });
    writeFileSync(path.join(out, target), bytes);
    queue.countPicture();
  }
  if (folder !== undefined && existsSync(folder))
    for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(path.join(folder, name), { force: true });
  return drawn;
}

/** Under its name it is whole: a build that is killed leaves another name. */
function keep(file: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, bytes);
  renameSync(`${file}.${process.pid}`, file);
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
