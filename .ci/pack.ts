/**
 * What `npm pack` puts into the package: `compiled/`, a folder that runs without this repository and without any development package.
 *
 *   compiled/pipeline/   the program and its programming interface as JavaScript, flat (see pipeline/hankekartta.js)
 *   compiled/site/       what the site reads, its browser scripts compiled
 *   compiled/types/      declarations of the programming interface
 *   everything else      data files at the paths that they have here
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Metafile } from 'esbuild';
import ts from 'typescript';
import { bundleScript } from '../site/scripts/bundle.ts';

/** Modules that others may import, by the name of their compiled file. */
const INTERFACE = { interface: 'pipeline/interface.ts', families: 'pipeline/parse/plugins.ts' };
const PROGRAM = {
  cli: 'pipeline/cli.ts',
  'read-worker': 'pipeline/read-worker.ts',
  'page-worker': 'site/page-worker.ts',
};
const SCRIPTS = ['explore', 'embed', 'find-missing', 'search', 'geography'];
const FOLDERS = ['pipeline', 'schemas', 'geo', 'site'];
/** Plain JavaScript that runs as it is. */
const AS_IS = ['.eleventy.js', 'site/eleventy-plugin.js'];
/** A release tells with which packages it was made. */
const LOCKFILE = 'package-lock.json';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Called by `prepack`. @param root absolute folder of the repository */
export async function main(_argv: readonly string[], root: string): Promise<number> {
  const out = path.join(root, 'compiled');
  rmSync(out, { recursive: true, force: true });
  const { name, version, dependencies } = readPackage(root);
  const program = await compileProgram(root, path.join(out, 'pipeline'), Object.keys(dependencies));
  copyData(root, out);
  const scripts = SCRIPTS.map((script) => [script, bundleScript(root, script)] as const);
  for (const [script, text] of scripts) write(path.join(out, 'site', 'scripts', `${script}.js`), text);
  write(
    path.join(out, 'package.json'),
    `${JSON.stringify({ name, version, private: true, type: 'module' }, null, 2)}\n`,
  );
  write(path.join(out, 'THIRD-PARTY.txt'), await listNotices(root, program));
  return writeTypes(root, path.join(out, 'types')) ? 0 : 1;
}

function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Package;
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Packages that are no dependency of the package are compiled into it. */
async function compileProgram(root: string, outdir: string, dependencies: readonly string[]): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: Object.entries({ ...PROGRAM, ...INTERFACE }).map(([out, file]) => ({
      in: path.join(root, file),
      out,
    })),
    outdir,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    external: dependencies.flatMap((name) => [name, `${name}/*`]).concat('esbuild'),
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
  });
  return metafile;
}

/** All that is no program, where the program expects it. */
function copyData(root: string, out: string): void {
  for (const folder of FOLDERS) {
    for (const file of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || /\.[jt]s$/.test(file.name)) continue;
      const name = path.relative(root, path.join(file.parentPath, file.name));
      cpSync(path.join(root, name), path.join(out, name));
    }
  }
  for (const name of [...AS_IS, LOCKFILE]) cpSync(path.join(root, name), path.join(out, name));
}

/** Names and licences of the packages that are compiled in: their licences ask for it. */
async function listNotices(root: string, program: Metafile): Promise<string> {
  const { metafile } = await build({
    entryPoints: SCRIPTS.map((name) => path.join(root, 'site', 'scripts', `${name}.ts`)),
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: 'unused',
    metafile: true,
  });
  const folders = [...Object.keys(program.inputs), ...Object.keys(metafile.inputs)].flatMap(
    (file) => /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
  );
  const notices = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license = '' } = readPackage(path.join(root, folder));
    const file = readdirSync(path.join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? '' : `\n${readFileSync(path.join(root, folder, file), 'utf8').trim()}\n`;
    return `${name} ${version} (${license})\n${text}`;
  });
  return `Packages that are compiled into this one\n\n${notices.join('\n')}`;
}

/** Declarations of the interface and of all that it mentions. @returns whether there were no faults */
function writeTypes(root: string, folder: string): boolean {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram({
    rootNames: Object.values(INTERFACE).map((file) => path.join(root, file)),
    options: {
      ...options,
      noEmit: false,
      allowJs: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: root,
      outDir: folder,
    },
  });
  const emitted = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (file, text) => emitted.set(path.resolve(file), text));
  const waiting = Object.values(INTERFACE).map((file) => path.join(folder, file.replace(/\.ts$/, '.d.ts')));
  const done = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const text = emitted.get(file);
    if (text === undefined || done.has(file)) continue;
    done.add(file);
    // The sources import each other as `.ts`, which only a program that emits nothing may.
    write(file, text.replaceAll(/(from '|import\(["'])(\.{1,2}\/[^"']+)\.ts(["'])/g, '$1$2.js$3'));
    for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles)
      if (fileName.startsWith('.')) waiting.push(path.resolve(path.dirname(file), fileName.replace(/\.ts$/, '.d.ts')));
  }
  if (diagnostics.length > 0) process.stderr.write(ts.formatDiagnostics(diagnostics, ts.createCompilerHost(options)));
  return diagnostics.length === 0;
}
