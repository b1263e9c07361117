/** Whoever ends a run while pages are written or a draft is made finds nothing of it left, once or twice asked. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openQueue, createCounters } from '../../site/queue.ts';
import { createWorkspace, ROOT, writePage, type Workspace } from './workspace.ts';

type Signals = readonly NodeJS.Signals[];

const listNames = ({ folder }: Workspace): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });

/** Runs a command, sends it signals when it is so far, and gives its status and what is left in the folders that are its own. */
async function end(
  workspace: Workspace,
  argv: readonly string[],
  isSoFar: (said: string) => boolean,
  signals: Signals,
) {
  const temporary = workspace.place('temporary');
  mkdirSync(temporary);
  const child = spawn(process.execPath, [path.join(ROOT, 'pipeline/hankekartta.js'), ...argv], {
    cwd: workspace.folder,
    env: { ...process.env, TMPDIR: temporary },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await expect.poll(() => isSoFar(said) || child.exitCode !== null, { timeout: 100_000, interval: 20 }).toBe(true);
  for (const signal of signals) child.kill(signal);
  const status = await ended;
  isSoFar(said);
  const own = listNames(workspace).filter((name) => name.startsWith('dist') || name.endsWith('.lock'));
  return { status, left: [...readdirSync(temporary), ...own], draft: workspace.exists('.hankekartta/watch') };
}

const createSite = (): Workspace => {
  const workspace = createWorkspace({ 'documents/a.txt': writePage('S10001', 'Ensimmäinen') });
  workspace.edit('hankekartta.config.json', '"site":false', '"site":true,"pictures":"none"');
  return workspace;
};

it.each<[Signals, number]>([
  [['SIGTERM'], 143],
  [['SIGINT', 'SIGINT'], 130],
])('%j while pages are written: status %d', { timeout: 150_000 }, async (signals, status) => {
  const workspace = createSite();
  const argv = ['build', '--release', '2026-01-01'];
  const arePagesComing = (): boolean => existsSync(workspace.place('dist.building/kunnat'));
  expect(await end(workspace, argv, arePagesComing, signals)).toEqual({ status, left: [], draft: false });
});

it.each<[Signals, number]>([
  [['SIGTERM'], 143],
  [['SIGINT'], 130],
])('%j while the draft of `watch` is made: status %d', { timeout: 150_000 }, async (signals, status) => {
  const workspace = createSite();
  const isDrafting = (): boolean => readdirSync(workspace.place('temporary')).length > 0;
  expect(await end(workspace, ['watch', '--port', '0'], isDrafting, signals)).toEqual({
    status,
    left: [],
    draft: false,
  });
});

it.each<[string, Signals]>([
  ['asked twice too', ['SIGINT', 'SIGINT']],
  ['by a terminal that closes', ['SIGHUP']],
])('a watcher that serves ends well, %s', { timeout: 150_000 }, async (_, signals) => {
  const isServing = (said: string): boolean => said.includes('http://localhost');
  expect(await end(createSite(), ['watch', '--port', '0'], isServing, signals)).toEqual({
    status: 0,
    left: [],
    draft: false,
  });
});

it.each<[string, readonly string[], stage: string, next: string]>([
  ['check', ['check'], 'reading', 'merging'],
  ['a build', ['build', '--no-cache'], 'reading', 'merging'],
  ['a build by two workers', ['build', '--jobs', '2'], 'reading', 'merging'],
  ['a shard', ['build', '--shard', '1/1'], 'reading', 'Shard'],
  ['a release', ['build'], 'publishing', 'completing'],
])('%s that is ended at work ends at once and leaves nothing', { timeout: 150_000 }, async (_, argv, stage, next) => {
  const workspace = createSite();
  for (let index = 0; index < 1500; index += 1)
    workspace.write({ [`documents/${String(index)}.txt`]: writePage(`S${String(20_000 + index)}`, 'Nimi') });
  let heard = '';
  // Before there is something to give back, a signal is the system's matter.
  const hasBegun = (): boolean => listNames(workspace).some((name) => /^temporary.|\.shard\./.test(name));
  const isAtWork = (said: string): boolean => (heard = said).includes(stage) && hasBegun();
  expect(await end(workspace, argv, isAtWork, ['SIGTERM'])).toEqual({ status: 143, left: [], draft: false });
  expect(heard).not.toContain(next);
});

it('threads that share pages make none once one of them was told to stop', () => {
  const counters = createCounters();
  const [one, other] = [openQueue(counters), openQueue(counters)];
  expect([one.take(5), other.take(5)]).toEqual([0, 5]);
  other.countPage();
  one.stop();
  expect(other.take(5)).toBe(Infinity);
  expect(() => {
    other.countPage();
  }).toThrow('stopped');
  expect(one.look().made).toBe(1);
});
