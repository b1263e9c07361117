import path from 'node:path';
import { checkDataFolder } from './verify/check-data-folder.ts';
import { checkFiles } from './verify/check-files.ts';
import { checkSchemas } from './verify/check-schemas.ts';
import { exists, isFolder, listFolder } from '../effects/files.ts';
import { print } from '../effects/process.ts';
import { showing, showWaiting } from '../effects/show-progress.ts';
import { UsageError } from '../effects/usage-error.ts';
import { settleOutput } from '../release/output.ts';
import { RELEASE_NAME } from '../model/release-name.ts';

/** What is wrong with a release, or with the folder of all releases. */
interface Fault {
  readonly release: string;
  readonly fault: string;
}

/**
 * `hankekartta verify`: a published folder, its `data/` or one release, against its own checksums, manifest and schemas. 1 when
 * anything is missing, changed, too much, or breaks its schema.
 */
export async function runVerify(root: string, folder: string, format: 'text' | 'json'): Promise<number> {
  settleOutput(path.resolve(folder));
  const single = exists(path.join(folder, 'manifest.json'));
  const data = [path.join(folder, 'data'), folder].find((place) => exists(path.join(place, 'releases.json')));
  if (!single && data === undefined)
    throw new UsageError(`${folder} is no published folder: it holds no manifest.json and no data/releases.json`);
  const releases = single || data === undefined ? [folder] : listReleases(data);
  const faults: Fault[] = [];
  await showing(showWaiting(), async (progress) => {
    for (const release of releases) {
      progress.begin(`verifying ${release}`);
      const found = [...checkFiles(release), ...(await checkSchemas(release, root))];
      faults.push(...found.map((fault) => ({ release, fault })));
    }
  });
  if (!single && data !== undefined) faults.push(...checkDataFolder(data).map((fault) => ({ release: data, fault })));
  if (format === 'json') print(JSON.stringify({ releases, faults }, null, 2));
  else {
    for (const { release, fault } of faults) print(`${release}: ${fault}`);
    print(`${String(releases.length)} release(s) verified, ${String(faults.length)} fault(s)`);
  }
  return faults.length > 0 ? 1 : 0;
}

/** Folders of releases, `latest` among them. */
function listReleases(data: string): string[] {
  const names = listFolder(data).filter((name) => isFolder(path.join(data, name)));
  return names.filter((name) => RELEASE_NAME.test(name) || name === 'latest').map((name) => path.join(data, name));
}
