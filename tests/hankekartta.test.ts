/** The bin, run as a user runs it, in packages of its own in a temporary folder. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = path.dirname(import.meta.dirname);
const folders: string[] = [];

/** A package with our bin and the given files; its packages count as installed when `installed`. */
function makePackage(files: Readonly<Record<string, string>>, installed = true): string {
  const root = mkdtempSync(path.join(tmpdir(), 'hankekartta-bin-'));
  folders.push(root);
  const all = { 'package.json': '{"type":"module","engines":{"node":">=20.19"}}', 'package-lock.json': '{}', ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  mkdirSync(path.join(root, 'pipeline'), { recursive: true });
  copyFileSync(path.join(ROOT, 'pipeline/hankekartta.js'), path.join(root, 'pipeline/hankekartta.js'));
  if (installed) {
    // What `npm ci` would leave: esbuild, and the stamp, which a run that installs nothing writes.
    mkdirSync(path.join(root, 'node_modules'));
    for (const name of ['esbuild', '@esbuild'])
      symlinkSync(path.join(ROOT, 'node_modules', name), path.join(root, 'node_modules', name));
    const npm = path.join(root, 'npm');
    writeFileSync(npm, '#!/bin/sh\n', { mode: 0o755 });
    expect(run(root, ['--setup'], { PATH: `${root}:${process.env.PATH ?? ''}` }).status).toBe(0);
    rmSync(npm);
  }
  return root;
}

function run(root: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'pipeline/hankekartta.js'), ...argv],
    {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: { ...process.env, ...env },
    },
  );
  return { status, stdout, stderr };
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const PRINT = `export function main(argv: readonly string[], root: string): number {
  console.log(JSON.stringify({ argv, root }));
  return 3;
}`;

describe.skipIf(process.platform === 'win32')('the bin', () => {
  it('calls cli.ts with the arguments and the package folder, and exits with its status', () => {
    // A worker's file among the sources: it is compiled once, beside the entry.
    const root = makePackage({ 'pipeline/cli.ts': PRINT, 'pipeline/x-worker.ts': 'export {};' });
    const result = run(root, ['build', '--out', 'x']);
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout)).toEqual({ argv: ['build', '--out', 'x'], root });
    expect(result.status).toBe(3);
  });

  it('compiles again when a source changed, and only then', () => {
    const root = makePackage({
      'pipeline/cli.ts': `import { X } from './x.ts'; export const main = () => X;`,
      'pipeline/x.ts': 'export const X = 4;',
    });
    const compiled = path.join(root, '.hankekartta/compiled');
    expect(run(root, []).status).toBe(4);
    const first = readdirSync(compiled);
    expect(run(root, []).status).toBe(4);
    expect(readdirSync(compiled)).toEqual(first);
    writeFileSync(path.join(root, 'pipeline/x.ts'), 'export const X = 5;');
    expect(run(root, []).status).toBe(5);
    expect(readdirSync(compiled)).toHaveLength(2);
  });

  it('compiles again when what another file imports from a folder beside its own changed', () => {
    const root = makePackage({
      'tests/demo/demo.ts': `import { X } from '../places/x.ts'; export const main = () => X;`,
      'tests/places/x.ts': 'export const X = 4;',
      'tests/demo/node_modules/a/a-worker.ts': 'not TypeScript at all',
    });
    expect(run(root, ['--run', 'tests/demo/demo.ts']).status).toBe(4);
    writeFileSync(path.join(root, 'tests/places/x.ts'), 'export const X = 5;');
    expect(run(root, ['--run', 'tests/demo/demo.ts']).status).toBe(5);
  });

  it('compiles again when another version of a compiled package was installed', () => {
    const turf = 'node_modules/@turf/turf';
    const root = makePackage({ 'pipeline/cli.ts': `import { X } from '@turf/turf'; export const main = () => X;` });
    mkdirSync(path.join(root, turf), { recursive: true });
    writeFileSync(path.join(root, turf, 'package.json'), '{"type":"module","main":"index.js"}');
    writeFileSync(path.join(root, turf, 'index.js'), 'export const X = 4;');
    expect(run(root, []).status).toBe(4);
    // As npm would: the package, and the lockfile that names it.
    writeFileSync(path.join(root, 'npm'), `#!/bin/sh\necho 'export const X = 5;' > ${turf}/index.js\n`, {
      mode: 0o755,
    });
    writeFileSync(path.join(root, 'package-lock.json'), '{"lockfileVersion":3}');
    expect(run(root, [], { PATH: `${root}:${process.env.PATH ?? ''}` }).status).toBe(5);
  });

  it('runs another file with --run, and starts workers beside the compiled file', () => {
    const root = makePackage({
      'tests/demo/demo.ts': `import { Worker } from 'node:worker_threads';
        export const main = (argv: string[]) => new Promise((resolve) => {
          const worker = new Worker(new URL('./double-worker.js', import.meta.url), { workerData: argv.length });
          worker.on('message', resolve);
        });`,
      'pipeline/parse/double-worker.ts': `import { parentPort, workerData } from 'node:worker_threads'; parentPort?.postMessage(workerData * 2);`,
    });
    expect(run(root, ['--run', 'tests/demo/demo.ts', 'a', 'b', 'c'])).toEqual({ status: 6, stdout: '', stderr: '' });
    expect(run(root, ['--run', 'tests/none.ts']).stderr).toBe(
      'hankekartta: unexpected tests/none.ts, expected a TypeScript file after --run\n',
    );
  });

  it('says in one line that Node is too old', () => {
    const root = makePackage({ 'package.json': '{"type":"module","engines":{"node":">=99.1"}}' }, false);
    const result = run(root, ['build']);
    expect(result.stderr).toBe(`hankekartta: unexpected Node ${process.versions.node}, expected 99.1 or newer\n`);
    expect(result.status).toBe(2);
  });

  it('says in one line that npm ci failed, and tries again next time', () => {
    const root = makePackage({ 'pipeline/cli.ts': PRINT }, false);
    writeFileSync(path.join(root, 'npm'), '#!/bin/sh\necho "$@" >> calls\nexit 9\n', { mode: 0o755 });
    const env = { PATH: `${root}:${process.env.PATH ?? ''}` };
    const result = run(root, ['build'], env);
    expect(result.stderr.trim().split('\n').at(-1)).toBe(
      'hankekartta: npm ci failed (status 9; its messages stand above)',
    );
    expect(result.stdout).toBe('');
    expect(result.status).toBe(2);
    expect(run(root, ['build'], env).status).toBe(2);
    expect(readFileSync(path.join(root, 'calls'), 'utf8').match(/^ci --include=dev/gm)).toHaveLength(2);
  });

  it('says in one line that it cannot write what it compiled', () => {
    const root = makePackage({ 'pipeline/cli.ts': PRINT, '.hankekartta': 'a file where a folder is expected' });
    const result = run(root, ['build']);
    expect(result.stderr).toMatch(
      /^hankekartta: cannot compile the program into .*compiled \(ENOTDIR: .*\); free .*\n$/,
    );
    expect(result.status).toBe(2);
  });

  it('reports a bug of ours with the place in the TypeScript source, status 70', () => {
    const root = makePackage({
      'pipeline/cli.ts': `// one\n// two\nexport const main = () => { throw new Error('bang'); };`,
    });
    const result = run(root, []);
    expect(result.stderr).toContain('hankekartta: internal error: Error: bang');
    expect(result.stderr).toContain('pipeline/cli.ts:3');
    expect(result.status).toBe(70);
  });
});
