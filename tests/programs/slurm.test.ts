/** pipeline/scale/slurm.sh on a real Slurm: an array job and the job after it make what one run makes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createWorkspace, readDocuments, ROOT, type Workspace } from '../flow/workspace.ts';
import { startSlurm, type Slurm } from './slurm.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 });

const RELEASE = '2026-01-02';
let slurm: Slurm | undefined;
let folder: string;
let one: Workspace;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'slurm-'));
  slurm = await startSlurm(folder);
  one = createWorkspace(readDocuments());
  // As a process of its own, so that the program lies compiled before the tasks need it.
  expect(one.spawn(['build', '--release', RELEASE])).toMatchObject({ status: 0 });
});
afterAll(async () => {
  await slurm?.stop();
  rmSync(folder, { recursive: true });
});

/** @returns the ids of the array and of the job after it */
function submit(workspace: Workspace, program: string): readonly [string, string] {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    [path.join(ROOT, 'pipeline/scale/slurm.sh'), '4', '--release', RELEASE],
    { cwd: workspace.folder, encoding: 'utf8', env: { ...process.env, ...slurm!.env, HANKEKARTTA: program } },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const [array = '', after = ''] = stdout.trim().split(' ');
  return [array, after];
}
const PROGRAM = `${process.execPath} ${ROOT}/pipeline/hankekartta.js`;

it('four shards and the job after them make the bytes of one run', async () => {
  const many = createWorkspace(readDocuments());
  const [array, after] = submit(many, PROGRAM);
  expect(await slurm!.waitFor(array, 600)).toEqual(Array.from({ length: 4 }, () => 'COMPLETED'));
  expect(await slurm!.waitFor(after, 600)).toEqual(['COMPLETED']);
  expect(many.hash('dist')).toEqual(one.hash('dist'));
  // What names persons is gone.
  expect(readdirSync(many.place('.hankekartta/shards'))).toEqual([]);
});

it('where a shard fails, nothing is published', async () => {
  const many = createWorkspace(readDocuments());
  const [array, after] = submit(many, `test "$SLURM_ARRAY_TASK_ID" != 3 && ${PROGRAM}`);
  expect(await slurm!.waitFor(array, 600)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED', 'FAILED']);
  expect(await slurm!.waitFor(after, 600)).toEqual(['CANCELLED']);
  expect(existsSync(many.place('dist'))).toBe(false);
});
