import path from 'node:path';
import type { Settings } from '../config.ts';
import { print } from '../effects/process.ts';
import { showProgress } from '../effects/show-progress.ts';
import { nameShare, type Share } from '../read/shard.ts';
import { buildShard } from '../run.ts';
import { shardFolder } from './build.ts';

export type { Share } from '../read/shard.ts';

/**
 * `hankekartta build --shard i/n`: a share of the documents to entries, for `assemble`. What is wrong with the documents is said there.
 * @param folder where the shard is put
 */
export async function runShard(
  settings: Settings,
  share: Share,
  folder: string | undefined,
  isVerbose: boolean,
): Promise<number> {
  const target = folder ?? shardFolder(settings);
  const { file, documents, all } = await buildShard(settings, share, target, showProgress(isVerbose));
  print(`Documents    ${String(documents)} of ${String(all)}`);
  print(`Shard        ${nameShare(share)} in ${path.relative('.', file)}`);
  return 0;
}
