/** Hundreds of damaged documents at once: the build says what is wrong with them, and what it publishes is sound. */
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDocument } from '../properties/generated.ts';
import { mutations } from '../properties/mutations.ts';
import { createWorkspace } from './workspace.ts';

it('is built, and passes its own verification', { timeout: 120_000 }, async () => {
  const damaged = fc.sample(
    fc
      .tuple(anyDocument, mutations)
      .map(([{ text, path: name }, mutate]) => [path.extname(name), mutate(text)] as const),
    { numRuns: 400, seed: 1 },
  );
  // One file each; the same project comes in many of them.
  const files = damaged.map(([ending, text], index) => [`documents/${index % 7}/${index}${ending}`, text] as const);
  const workspace = createWorkspace(Object.fromEntries(files));
  const build = await workspace.run('build', '--release', '2026-01-02');
  expect(build.stderr).not.toMatch(/internal error|^\s+at /m);
  expect(build.status).toBe(0);
  expect(build.stdout).toMatch(/^Documents +400$/m);
  expect(workspace.readLines('projects.jsonl').length).toBeGreaterThan(20);
  const verified = await workspace.run('verify', 'dist');
  expect(verified.stdout).toMatch(/^\d+ release\(s\) verified, 0 fault\(s\)$/m);
  expect(verified.status).toBe(0);
  expect((await workspace.run('check')).status).toBe(1);
});
