import path from 'node:path';
import { CsvError } from 'csv-parse';
import type { Settings } from '../config.ts';
import { exists, readCsvRows } from '../effects/files.ts';
import { print } from '../effects/process.ts';
import { UsageError } from '../effects/usage-error.ts';
import { settleOutput } from '../release/output.ts';
import { compareReleases } from '../publish/changes.ts';
import type { Changes } from '../model/schema-types.ts';

/** `hankekartta diff`: the change set from one release to another, given as names in the published folder or as folders. 1 where they differ. */
export async function runDiff(
  settings: Settings,
  older: string,
  newer: string,
  format: 'text' | 'json',
): Promise<number> {
  settleOutput(settings.out);
  const folders = { older: findRelease(settings, older), newer: findRelease(settings, newer) };
  const changes = await compareReleases((side, table) => {
    const file = path.join(folders[side], `${table}.csv`);
    return exists(file) ? readCsvRows(file) : [];
  }).catch((error: unknown) => {
    if (error instanceof CsvError) throw new UsageError(`${older} or ${newer} is damaged: ${error.message}`);
    throw error;
  });
  if (format === 'json') print(JSON.stringify(changes, null, 2));
  else {
    for (const change of changes) print(formatChange(change));
    const count = (kind: Changes['change']): string =>
      `${String(new Set(changes.filter(({ change }) => change === kind).map(({ project_id: id }) => id)).size)} ${kind}`;
    print([count('added'), count('changed'), count('removed')].join(', '));
  }
  return changes.length > 0 ? 1 : 0;
}

function findRelease(settings: Settings, name: string): string {
  const places = [
    path.join(settings.out, 'data', name),
    path.join(settings.releases, name),
    path.resolve(name),
    path.resolve(name, 'data', 'latest'),
  ];
  const found = places.find((folder) => exists(path.join(folder, 'manifest.json')));
  if (found === undefined)
    throw new UsageError(`no release ${name} in ${settings.out}, and no folder of that name holds one`);
  return found;
}

const SIGNS = { added: '+', changed: '~', removed: '-' } as const;

function formatChange({ project_id: id, change, table, key, field, old, new: now }: Changes): string {
  const quote = (value: string | undefined): string => (value === undefined ? '(absent)' : JSON.stringify(value));
  if (change !== 'changed') return `${SIGNS[change]} ${id} ${(change === 'added' ? now : old) ?? ''}`.trimEnd();
  const name = [table === 'projects' ? undefined : table, key, field].filter((part) => part !== undefined).join('/');
  return `${SIGNS[change]} ${id} ${name}: ${quote(old)} → ${quote(now)}`;
}
