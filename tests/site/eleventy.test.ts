/** `npx @11ty/eleventy` alone makes the same site, and shows a change while it serves. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  mkdtempSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeFolder, makeSite, ROOT } from './make-site.ts';

const CLI = path.join(ROOT, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');

function listPages(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  return new Map(files.sort().map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

/** A copy of what Eleventy needs of the package: a change of a template must not touch the one under test. */
function copyPackage(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-package-'));
  for (const name of ['.eleventy.js', 'package.json']) cpSync(path.join(ROOT, name), path.join(folder, name));
  for (const name of ['site', 'pipeline', 'geo', 'schemas'])
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

let serving: ChildProcess | undefined;
afterEach(() => {
  serving?.kill();
  serving = undefined;
});

describe('eleventy on its own command line', () => {
  it('writes the site that the program writes', async () => {
    const site = await makeSite();
    const data = makeFolder();
    const root = copyPackage();
    execFileSync(process.execPath, [CLI, `--output=${path.relative(root, data)}`], {
      cwd: root,
      timeout: 120_000,
      env: { ...process.env, HANKEKARTTA_DATA: data },
      stdio: 'pipe',
    });
    const [ours, theirs] = [listPages(site.folder), listPages(data)];
    const styled = existsSync(path.join(data, 'styles', 'site.css'));
    for (const folder of [data, root]) rmSync(folder, { recursive: true });
    site.remove();
    expect([...theirs.keys()]).toEqual([...ours.keys()]);
    expect([...theirs].filter(([file, text]) => text !== ours.get(file)).map(([file]) => file)).toEqual([]);
    expect(styled).toBe(true);
  });

  it('serves pages as they are asked for, and a changed text at once, for a policy that lets the page reload', async () => {
    const data = makeFolder();
    const root = copyPackage();
    const port = 20_000 + (process.pid % 20_000);
    serving = spawn(process.execPath, [CLI, '--serve', `--port=${port}`, `--output=${path.relative(root, data)}`], {
      cwd: root,
      env: { ...process.env, HANKEKARTTA_DATA: data },
      stdio: 'pipe',
    });
    const ask = async (page: string, wanted: string, save?: () => void): Promise<string> => {
      for (let attempt = 0; attempt < 300; attempt += 1) {
        // Saved before it is watched, a file would never be seen: pages are served a moment sooner.
        if (attempt % 50 === 0) save?.();
        const text = await fetch(`http://localhost:${port}/${page}`).then(
          (response) => response.text(),
          () => '',
        );
        if (text.includes(wanted)) return text;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`${page} never said ${wanted}`);
    };
    const before = await ask('sv/kunnat/091.html', '<h1>Påhittsby</h1>');
    const file = path.join(root, 'site', 'language', 'sv.json');
    const changed = readFileSync(file, 'utf8').replace('Vad vi inte vet', 'Vad ingen vet');
    const after = await ask('sv/kunnat/091.html', 'Vad ingen vet', () => {
      writeFileSync(file, changed);
    });
    serving.kill();
    for (const folder of [data, root]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    expect(before).toContain('Vad vi inte vet');
    expect(after).toContain('connect-src');
  });
});
