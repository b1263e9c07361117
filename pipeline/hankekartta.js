#!/usr/bin/env node
// @ts-check
/**
 * Makes a fresh clone runnable (in the npm package it only calls what is compiled there): installs the packages when the lockfile or Node changed, compiles the TypeScript when a
 * source changed, then calls it. Plain JavaScript, because it runs before any package is there; npm's `pre…` scripts
 * would not do, since `ignore-scripts=true` skips them silently.
 *
 *   node pipeline/hankekartta.js build …       calls pipeline/cli.ts
 *   node pipeline/hankekartta.js --run FILE …  calls another TypeScript file of this repository
 *   node pipeline/hankekartta.js --setup       installs the packages, nothing else
 *
 * A file that is called exports `main(argv, root)`: its arguments and the absolute path of the package's folder, from
 * which schemas/, geo/ and site/ are read; it returns the exit status. Compiled files lie flat in one folder, so a worker
 * starts as `new Worker(new URL('./NAME-worker.js', import.meta.url))` wherever its `NAME-worker.ts` and its caller are.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const COMPILED = path.join(ROOT, '.hankekartta', 'compiled');
const EXIT = { unusable: 2, ownBug: 70 };
/** In milliseconds. What was compiled from earlier sources is kept that long: a running program may still need it. */
const DAY = 86_400_000;

/** @param {string} message */
function say(message) {
  process.stderr.write(`hankekartta: ${message}\n`);
}

/** Checks Node against what package.json asks for. @returns {boolean} */
function checkNode() {
  const { engines } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const wanted = engines.node.replace('>=', '');
  const [major = 0, minor = 0] = wanted.split('.').map(Number);
  const [ourMajor = 0, ourMinor = 0] = process.versions.node.split('.').map(Number);
  const enough = ourMajor > major || (ourMajor === major && ourMinor >= minor);
  if (!enough) say(`unexpected Node ${process.versions.node}, expected ${wanted} or newer`);
  return enough;
}

/** Runs `npm ci` unless it already ran for this lockfile, Node version and platform. @returns {boolean} */
function installPackages() {
  const stamp = path.join(ROOT, 'node_modules', '.hankekartta-stamp');
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .update(`${process.version} ${process.platform} ${process.arch}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  rmSync(stamp, { force: true });
  say('installing the packages that package-lock.json names (once, about a minute) …');
  const options = ['--include=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // npm writes to standard error as well: standard output is the program's own.
  const npm = spawnSync('npm', ['ci', ...options], {
    cwd: ROOT,
    stdio: [0, 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status === 0) writeFileSync(stamp, wanted);
  else say(`npm ci failed (${npm.error?.message ?? `status ${npm.status ?? npm.signal}; its messages stand above`})`);
  return npm.status === 0;
}

/** @returns {string[]} names of the packages that are not bundled */
function listPackages() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name !== '@turf/turf');
}

/** @param {string} folder @returns {string[]} the folder's files at every depth but those of packages, sorted */
function listFiles(folder) {
  if (!existsSync(folder)) return [];
  const isOurs = (/** @type {import('node:fs').Dirent} */ { parentPath }) =>
    !path.relative(folder, parentPath).split(path.sep).includes('node_modules');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (file) => file.isFile() && isOurs(file),
  );
  return files.map((file) => path.join(file.parentPath, file.name)).sort();
}

/**
 * Compiles the entry and every worker into a folder named by the hash of their sources and of the lockfile, since turf is
 * compiled with them; an unchanged tree is compiled once.
 * @param {string} entry absolute path of a TypeScript file
 * @returns {Promise<string>} the compiled file
 */
async function compile(entry) {
  // The entry's folder with all that is beside it: what it imports lies there too.
  const [top = '', ...below] = path.relative(ROOT, entry).split(path.sep);
  const own = top === '..' || below.length === 0 ? [] : [top];
  const folders = ['pipeline', 'site', 'schemas', ...own].map((name) => path.join(ROOT, name));
  const files = [...new Set([...folders.flatMap(listFiles), entry])];
  const hash = createHash('sha256').update(entry);
  for (const file of [...files, path.join(ROOT, 'package-lock.json')])
    hash.update(`\0${file}\0`).update(readFileSync(file));
  const folder = path.join(COMPILED, hash.digest('hex').slice(0, 16));
  const result = path.join(folder, `${path.basename(entry, '.ts')}.js`);
  if (existsSync(result)) return result;

  const { build } = await import('esbuild');
  // Made beside its place and renamed, so that another process never imports half a file.
  const draft = `${folder}.${process.pid}`;
  // Written here: what the disk says of it is an error with a code.
  const { outputFiles } = await build({
    write: false,
    entryPoints: [entry, ...files.filter((file) => file.endsWith('-worker.ts'))],
    outdir: draft,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    // Of turf only what is used is loaded; everything else stays a package of its own.
    external: listPackages().flatMap((name) => [name, `${name}/*`]),
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
  });
  try {
    mkdirSync(draft, { recursive: true });
    for (const { path: file, contents } of outputFiles) writeFileSync(file, contents);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process was quicker: tasks of a cluster begin at one moment.
    if (!existsSync(result)) throw error;
  }
  for (const old of readdirSync(COMPILED).map((name) => path.join(COMPILED, name))) {
    if (statSync(old).mtimeMs < Date.now() - DAY) rmSync(old, { recursive: true });
  }
  return result;
}

/** @param {string[]} argv @returns {Promise<number>} exit status */
async function start(argv) {
  if (!checkNode()) return EXIT.unusable;
  process.setSourceMapsEnabled(true);
  // The npm package has no lockfile, and the program compiled in the place of its sources (.ci/pack.ts).
  if (!existsSync(path.join(ROOT, 'package-lock.json'))) {
    const { main } = await import(pathToFileURL(path.join(ROOT, 'compiled', 'pipeline', 'cli.js')).href);
    return main(argv, path.join(ROOT, 'compiled'));
  }
  if (!installPackages()) return EXIT.unusable;
  if (argv[0] === '--setup') return 0;
  const [entry = '', ...rest] = argv[0] === '--run' ? argv.slice(1) : ['pipeline/cli.ts', ...argv];
  if (!existsSync(path.resolve(ROOT, entry)) || !entry.endsWith('.ts')) {
    say(`unexpected ${entry || 'end of the arguments'}, expected a TypeScript file after --run`);
    return EXIT.unusable;
  }
  const compiled = await compile(path.resolve(ROOT, entry)).catch(tellDisk);
  if (compiled === undefined) return EXIT.unusable;
  const { main } = await import(pathToFileURL(compiled).href);
  return main(rest, ROOT);
}

/** What a disk refuses is no bug of ours. @param {unknown} error @returns {undefined} */
function tellDisk(error) {
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  say(
    `cannot compile the program into ${COMPILED} (${error.message}); free some space, or give yourself the right to write there`,
  );
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  say(`internal error: ${error instanceof Error ? error.stack : error}`);
  process.exitCode = EXIT.ownBug;
}
