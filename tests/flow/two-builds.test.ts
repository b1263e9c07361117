/** Two builds of one folder at once: one does its work, the other says whose turn it is, and the output is whole. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace, ROOT, writePage } from './workspace.ts';

it('one publishes, the other waits for nobody and touches nothing', { timeout: 120_000 }, async () => {
  const many = Array.from({ length: 300 }, (_, index) => [
    `documents/${String(index)}.txt`,
    writePage(`S${String(20_000 + index)}`, `Hanke ${String(index)}`),
  ]);
  const workspace = createWorkspace(Object.fromEntries(many) as Record<string, string>);
  const build = (): Promise<{ status: number | null; stderr: string }> =>
    new Promise((resolve) => {
      const argv = [path.join(ROOT, 'pipeline/hankekartta.js'), 'build', '--release', '2026-01-01'];
      const child = spawn(process.execPath, argv, { cwd: workspace.folder, stdio: ['ignore', 'ignore', 'pipe'] });
      let stderr = '';
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      child.once('close', (status) => resolve({ status, stderr }));
    });
  const ended = await Promise.all([build(), build()]);
  const [winner, loser] = ended.sort((a, b) => (a.status ?? 99) - (b.status ?? 99));
  expect(winner.status, winner.stderr).toBe(0);
  // The second may have come when the first was through: then it had nothing to do.
  if (loser.status !== 0) {
    expect(loser.status).toBe(2);
    expect(loser.stderr).toMatch(/another run is writing .*dist \(process \d+ on .*dist\.lock\); wait for it/);
  }
  expect(workspace.readLines('projects.jsonl')).toHaveLength(300);
  expect((await workspace.run('verify', 'dist')).status).toBe(0);
  for (const left of ['dist.lock', 'dist.building', 'dist.next', 'dist.old'])
    expect(workspace.exists(left)).toBe(false);
});
