/** The rules of the layout that a compiler does not know: who may import whom, where effects live, names and sizes. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = path.dirname(import.meta.dirname);
const STAGES = ['parse', 'validate', 'merge', 'locate', 'publish'];
/**
 * The rooms of `pipeline/` and what each may import beside itself; types too. Nothing may import upwards: the two doors (cli.ts and
 * the worker) call the commands and the flow, those call the rooms, all rooms know the model, and the model knows nobody.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  effects: ['model'],
  redact: ['model'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['model']])),
  parse: ['model', 'redact'],
  read: ['model', 'effects', 'guard'],
  guard: ['model'],
  release: ['model', 'effects', 'publish', 'context', 'config', 'schemas', 'tally'],
  commands: [
    ...STAGES,
    'model',
    'redact',
    'effects',
    'read',
    'release',
    'context',
    'config',
    'schemas',
    'run',
    'tally',
  ],
  schemas: ['model', 'effects'],
  tally: ['model', 'redact'],
  config: ['model', 'effects', 'schemas'],
  context: ['model', 'effects', 'schemas', 'config', 'redact', 'parse', 'validate', 'locate', 'publish'],
  'gather-projects': ['model', 'merge', 'redact', 'read', 'tally', 'guard'],
  run: [...STAGES, 'model', 'redact', 'effects', 'read', 'release', 'context', 'config', 'tally', 'gather-projects'],
  'read-worker': ['model', 'read', 'context', 'config', 'run'],
  interface: ['model', 'effects', 'config', 'context', 'run', 'release', 'publish', 'tally', 'validate', 'locate'],
  cli: ['model', 'effects', 'config', 'commands'],
};
/** Of a room that others enter, the part that only some may: `boundaries add` alone imports boundary files. */
const PRIVATE: Readonly<Record<string, readonly string[]>> = {
  'pipeline/locate/import/': ['pipeline/locate/import/', 'pipeline/commands/boundaries.ts'],
};
const OUTSIDE_WORLD = /^(node:)?(fs|fs\/promises|os|process|child_process|perf_hooks)$/;
/** The command line may serve pages and start workers; a stage may not. */
const NOT_IN_STAGES = /^(node:)?(net|http|https|http2|dns|worker_threads|timers|timers\/promises)$/;
const TOP_LEVEL = new Set(
  `README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md CITATION.cff LICENSE package.json package-lock.json tsconfig.json hankekartta.config.json knip.json
  eslint.config.js vitest.config.ts pipeline schemas geo data site tests`.split(/\s+/),
);
/** What a relative import leads to; everything else is a package. */
const OURS = /^(pipeline|site|schemas|geo|data|tests|\.\.)\//;
const LONGEST_FILE = 300;

interface Import {
  /** A path from the repository's root, or a package's name. */
  readonly target: string;
  readonly typeOnly: boolean;
  /** `import()`: loaded when it is reached. */
  readonly isLazy: boolean;
}

/** Paths of the code files below a folder, relative to the root, with `/`. */
function listCode(folder: string): string[] {
  const absolute = path.join(ROOT, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => /\.[jt]s$/.test(name) && name !== 'pipeline/model/schema-types.ts')
    .filter((name) => !name.includes('/node_modules/'));
}

function parseFile(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}

/** `import … from`, `export … from` and `import()`; a type-only import names nothing that exists at run time. */
function listImports(source: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, isLazy = false): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const { text } = specifier;
    const target = text.startsWith('.') ? path.posix.join(path.posix.dirname(source.fileName), text) : text;
    imports.push({ target, typeOnly, isLazy });
  };
  walk(source, (node) => {
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      const named = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
      const onlyTypes = named.length > 0 && !node.importClause?.name && named.every((element) => element.isTypeOnly);
      add(node.moduleSpecifier, onlyTypes || node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    }
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false, true);
  });
  return imports;
}

/** Reads of the clock, of chance, of the environment and of the network, as written in the source. */
function listEffects(source: ts.SourceFile): string[] {
  const effects: string[] = [];
  walk(source, (node) => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
      effects.push('new Date()');
    if (ts.isCallExpression(node) && node.expression.getText() === 'fetch') effects.push('fetch()');
    if (!ts.isPropertyAccessExpression(node)) return;
    const text = node.getText();
    if (/^(Date\.now|Math\.random|performance\.\w+|process\.\w+|crypto\.(randomUUID|getRandomValues))$/.test(text))
      effects.push(text);
  });
  return effects;
}

describe('imports', () => {
  const files = listCode('pipeline');
  const room = (file: string): string => file.split('/')[1]?.replace(/\.[jt]s$/, '') ?? '';

  it('every room imports only what its place in the house allows', () => {
    const wrong = files
      .filter((file) => file !== 'pipeline/hankekartta.js')
      .flatMap((file) => {
        const allowed = ROOMS[room(file)];
        if (allowed === undefined) return [`${file}: no such room`];
        return listImports(parseFile(file))
          .map(({ target }) => target)
          .filter((target) => OURS.test(target))
          .filter((target) => {
            if (target.startsWith('pipeline/')) return room(target) !== room(file) && !allowed.includes(room(target));
            return !(file === 'pipeline/release/make-site.ts' && /^site\/build(-in-workers)?\.ts$/.test(target));
          })
          .map((target) => `${file} → ${target}`);
      });
    expect(files.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it('what starts a build, and what only most builds need, loads no more than that', () => {
    const reach = (file: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(file)) return seen;
      seen.add(file);
      if (existsSync(path.join(ROOT, file)))
        for (const { target, isLazy, typeOnly } of listImports(parseFile(file)))
          if (!isLazy && !typeOnly) reach(target, seen);
      return seen;
    };
    const start = reach('pipeline/commands/build.ts');
    expect(start).toContain('pipeline/release/last-build.ts');
    expect([...start].filter((file) => /^pipeline\/(run|context|parse|publish|redact)\b/.test(file))).toEqual([]);
    expect(reach('pipeline/run.ts')).not.toContain('jsonld');
  });

  it('no file imports in a circle, types included', () => {
    const all = [...files, ...listCode('site')];
    const graph = new Map(all.map((file) => [file, listImports(parseFile(file)).map(({ target }) => target)] as const));
    const done = new Set<string>();
    const findCircle = (file: string, path: readonly string[]): readonly string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const target of graph.get(file) ?? []) {
        const circle = findCircle(target, [...path, file]);
        if (circle !== undefined) return circle;
      }
      done.add(file);
      return undefined;
    };
    expect(all.flatMap((file) => findCircle(file, []) ?? [])).toEqual([]);
  });

  it('a room within a room is entered only by those who are named', () => {
    const wrong = files.flatMap((file) =>
      listImports(parseFile(file)).flatMap(({ target }) =>
        Object.entries(PRIVATE)
          .filter(([folder, guests]) => target.startsWith(folder) && !guests.some((guest) => file.startsWith(guest)))
          .map(() => `${file} → ${target}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('a stage opens no network, no worker and no timer', () => {
    const stageFiles = STAGES.flatMap((stage) => listCode(`pipeline/${stage}`));
    const wrong = stageFiles.flatMap((file) =>
      listImports(parseFile(file))
        .filter(({ target }) => NOT_IN_STAGES.test(target))
        .map(({ target }) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('only effects/ and the bin touch disk, clock, chance, environment and network', () => {
    const inside = files.filter((file) => room(file) !== 'effects' && file !== 'pipeline/hankekartta.js');
    const wrong = inside.flatMap((file) => {
      const source = parseFile(file);
      const modules = listImports(source).filter(({ target, typeOnly }) => !typeOnly && OUTSIDE_WORLD.test(target));
      return [...modules.map(({ target }) => target), ...listEffects(source)].map((effect) => `${file}: ${effect}`);
    });
    expect(wrong).toEqual([]);
  });

  it('the site is an outside client: of the pipeline it knows types alone, and it reads no clock', () => {
    const wrong = listCode('site').flatMap((file) => {
      const source = parseFile(file);
      const imports = listImports(source).filter(({ target, typeOnly }) => target.startsWith('pipeline/') && !typeOnly);
      const clock = listEffects(source).filter((effect) => /Date|Math|performance/.test(effect));
      return [...imports.map(({ target }) => target), ...clock].map((what) => `${file}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('names and sizes', () => {
  const files = ['pipeline', 'site', 'schemas', 'geo', 'tests'].flatMap(listCode);

  it('no folder is named for what its files are, only for what they do', () => {
    const folders = new Set(files.flatMap((file) => path.posix.dirname(file).split('/')));
    expect([...folders].filter((name) => /^(src|lib|utils?|helpers?|common|types|misc|shared)$/.test(name))).toEqual(
      [],
    );
  });

  it('files are kebab-case', () => {
    expect(files.filter((file) => !/^\.?[a-z0-9]+([-.][a-z0-9]+)*$/.test(path.posix.basename(file)))).toEqual([]);
  });

  it(`no file is longer than ${LONGEST_FILE} lines`, () => {
    const lengths = files.map((file) => ({
      file,
      lines: readFileSync(path.join(ROOT, file), 'utf8').split('\n').length - 1,
    }));
    expect(lengths.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([]);
  });

  const tracked = listTracked();
  it.skipIf(tracked.length === 0)('at the top lies what the layout names, and tool files', () => {
    const names = new Set(tracked.map((file) => file.split('/')[0] ?? file));
    expect([...names].filter((name) => !name.startsWith('.') && !TOP_LEVEL.has(name))).toEqual([]);
  });
});

/** What git tracks; nothing outside a clone. The owner of the folder may be another user, as in a container. */
function listTracked(): string[] {
  try {
    const list = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
    return list.split('\0').filter((name) => name !== '');
  } catch {
    return [];
  }
}

describe('memory of the site', () => {
  it('is in one place: what is kept elsewhere by the data would be read for one page and missed for the next', () => {
    const own = new Set(['site/model/remember.ts', 'site/model/trace.ts']);
    const keeping = listCode('site').filter((file) =>
      /new (?:Weak)?Map<SiteData/.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );
    expect(keeping.sort()).toEqual([...own].sort());
  });
});
