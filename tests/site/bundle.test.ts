/** The browser's programs are the same bytes wherever and by whomever the site is built. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleScript } from '../../site/scripts/bundle.ts';
import { ROOT } from './make-site.ts';

let folder: string;

/** A copy of the browser's sources without a tsconfig.json of its own. */
function copySources(place: string): string {
  const copy = path.join(folder, place);
  mkdirSync(copy, { recursive: true });
  cpSync(path.join(ROOT, 'site'), path.join(copy, 'site'), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-bundle-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

describe('bundleScript', () => {
  it('gives the same bytes in another folder, at another home, below a foreign tsconfig.json', () => {
    const names = ['explore', 'embed', 'geography', 'search'];
    const expected = names.map((name) => bundleScript(ROOT, name));
    expect(expected.every((script) => script.length > 1000)).toBe(true);

    const bare = copySources('bare');
    const nested = copySources('somebody/elses/modules');
    writeFileSync(
      path.join(folder, 'somebody', 'tsconfig.json'),
      '{"compilerOptions":{"target":"es5","strict":false,"alwaysStrict":false,"useDefineForClassFields":false}}',
    );
    vi.stubEnv('HOME', folder);
    vi.stubEnv('TMPDIR', folder);
    vi.stubEnv('GOMAXPROCS', '1');
    for (const root of [bare, nested])
      for (const [index, name] of names.entries())
        expect(bundleScript(root, name) === expected[index], `${name} in ${root}`).toBe(true);
  });
});
