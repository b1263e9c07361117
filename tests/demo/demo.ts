import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main as hankekartta } from '../../pipeline/cli.ts';
import { readPlaces } from './places.ts';
import { MOST_PROJECTS, writeDocuments } from './write-documents.ts';

const USAGE = 'usage: npm run demo -- [--projects N] [--seed N] [--no-site] [--serve]';

/**
 * `npm run demo -- --projects 500`: documents of projects that do not exist, and the site that is built from them, in a folder that
 * git ignores. `--serve` shows it.
 * @param root absolute path of the repository
 * @returns exit status
 */
export async function main(argv: readonly string[], root: string): Promise<number> {
  const options = readOptions(argv);
  if (options === undefined) {
    console.error(USAGE);
    return 2;
  }
  const folder = path.join(root, '.hankekartta', 'demo');
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  mkdirSync(folder, { recursive: true });
  // A configuration of its own: real releases that are kept with the sources are none of the demo's.
  const config = { documents: ['documents'], out: 'site', releases: 'releases', site: options.site };
  writeFileSync(path.join(folder, 'hankekartta.config.json'), `${JSON.stringify(config, null, 2)}\n`);
  writeDocuments(path.join(folder, 'documents'), readPlaces(root), options.projects, options.seed);
  process.chdir(folder);
  const status = await hankekartta(['build'], root);
  if (status !== 0) return status;
  console.log(
    `Fictional documents are in ${path.join(folder, 'documents')}\nThe site made of them is in ${path.join(folder, 'site')}`,
  );
  return options.serve ? hankekartta(['serve'], root) : 0;
}

function readOptions(
  argv: readonly string[],
): { projects: number; seed: number; site: boolean; serve: boolean } | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        projects: { type: 'string', default: '500' },
        seed: { type: 'string', default: '1' },
        'no-site': { type: 'boolean', default: false },
        serve: { type: 'boolean', default: false },
      },
    });
    const [projects, seed] = [Number(values.projects), Number(values.seed)];
    if (!Number.isInteger(projects) || projects < 1 || projects > MOST_PROJECTS || !Number.isInteger(seed))
      return undefined;
    return { projects, seed, site: !values['no-site'], serve: values.serve };
  } catch {
    return undefined;
  }
}
