import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * A program of the browser as one classic script, since a page on a disk can load no modules; the same sources give the same bytes,
 * wherever they lie.
 * @param root absolute folder of the package
 * @param name of the file in `site/scripts/`, without its ending
 */
export function bundleScript(root: string, name: string): string {
  return readBundle(root, name) ?? buildBundle(root, name);
}

/** In the npm package they are compiled already. */
function readBundle(root: string, name: string): string | undefined {
  const file = path.join(root, 'site', 'scripts', `${name}.js`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function buildBundle(root: string, name: string): string {
  // Loaded only here: the npm package does without the compiler.
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild');
  const { outputFiles } = buildSync({
    entryPoints: [path.join(root, 'site', 'scripts', `${name}.ts`)],
    absWorkingDir: root,
    // esbuild reads the nearest tsconfig.json, which may lie above an installed package and belong to somebody else.
    tsconfigRaw: { compilerOptions: { strict: true } },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}
