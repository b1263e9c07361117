// @ts-check
/**
 * The site as an Eleventy plugin: lists the pages and renders each. Called by the program itself it is given them, a batch at a
 * time; on Eleventy's own command line it compiles the TypeScript, anew at every change, and lists them itself.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ path: string, isPage: boolean, render: () => string }} SitePage
 * @typedef {{ listPages: (options: { data: string, root: string, publisher?: object, collection?: object }) => SitePage[], writePages: (pages: SitePage[], options: { root: string, out: string }) => Promise<void> }} Compiled
 * @typedef {{ status: number, headers: Record<string, string>, body: string }} Answer
 * @typedef {{
 *   hankekartta?: { pages: { path: string, make: () => Buffer }[], withStyles: boolean },
 *   directories: { output: string },
 *   addGlobalData: (name: string, value: unknown) => void,
 *   addTemplate: (name: string, render: (data: { item: { index: number } }) => string, data: object) => void,
 *   addTransform: (name: string, transform: (content: string) => string | Buffer) => void,
 *   benchmarkManager: { get: (group: string) => { setMinimumThresholdMs: (threshold: number) => void } },
 *   addPassthroughCopy: (files: Record<string, string>) => void,
 *   addWatchTarget: (glob: string) => void,
 *   addPlugin: (plugin: unknown, options: object) => void,
 *   setUseGitIgnore: (use: boolean) => void,
 *   setInputDirectory: (folder: string) => void,
 *   setOutputDirectory: (folder: string) => void,
 *   setQuietMode: (quiet: boolean) => void,
 *   setTemplateFormats: (formats: string[]) => void,
 *   setServerOptions: (options: object) => void,
 *   on: (event: string, handle: (event: { runMode: string, directories: { output: string } }) => void | Promise<void>) => void,
 * }} Config
 */

/** Pages that one run of Eleventy may hold; it keeps every page that it has rendered. */
const BATCH = 4000;
const FOLDERS = ['styles', 'images'];
/** Of what is made when it is asked for, by the ending of its name. @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.xml': 'application/xml' };

/**
 * @param {Config} config
 * @param {{ root: string, data: string }} options absolute folders: the package, and what is published
 */
export default function hankekarttaSite(config, { root, data }) {
  const given = config.hankekartta;
  if (given === undefined || given.withStyles) {
    for (const folder of FOLDERS) config.addPassthroughCopy({ [relative(path.join(root, 'site', folder))]: folder });
  }
  if (given === undefined) listHere(config, root, data);
  else {
    config.addGlobalData('pageList', () => toItems(given.pages));
    // Made as each is written, and as bytes: what a template gives is kept as a string until all of the batch are there.
    // It would be warned of: it is all that is done.
    config.benchmarkManager.get('Configuration').setMinimumThresholdMs(0);
    config.addTransform('make', (index) => given.pages[Number(index)]?.make() ?? '');
    addPages(config, (index) => String(index));
  }
}

/** @param {string} target Eleventy takes absolute paths for relative ones @returns {string} */
function relative(target) {
  return path.relative('.', target) || '.';
}

/** @param {{ path: string }[]} pages @returns {{ target: string, index: number }[]} */
function toItems(pages) {
  return pages.map(({ path: target }, index) => ({ target, index }));
}

/**
 * One virtual template for all pages.
 * @param {Config} config @param {(index: number) => string} render
 */
function addPages(config, render) {
  config.addTemplate('pages.11ty.js', ({ item }) => render(item.index), {
    pagination: { data: 'pageList', size: 1, alias: 'item', addAllPagesToCollections: false },
    eleventyExcludeFromCollections: true,
    permalink: (/** @type {{ item: { target: string } }} */ { item }) => item.target,
  });
}

/** @param {Config} config @param {string} root @param {string} data */
function listHere(config, root, data) {
  const compiler = createCompiler(root);
  let serving = false;
  let out = '';
  /** @type {SitePage[]} */
  let pages = [];
  let version = '';

  async function load() {
    const { module, hash } = await compiler.compile();
    // The compiler is a process of its own: where a page then fails, it would keep this one from ending.
    if (!serving) await compiler.close();
    const now = hash + digestTexts(root);
    if (now === version) return;
    pages = module.listPages({ data, root, ...readPublisher(root) });
    version = now;
    if (!serving) await module.writePages(pages.slice(BATCH), { root, out });
  }
  config.on('eleventy.before', ({ runMode, directories }) => {
    serving = runMode === 'serve' || runMode === 'watch';
    out = path.resolve(directories.output);
  });
  config.addGlobalData('pageList', async () => {
    try {
      await load();
    } catch (error) {
      // A fault in a template must not end the server: the pages stay as they were.
      if (!serving || pages.length === 0) throw error;
      console.error(`[hankekartta] ${error instanceof Error ? error.message : error}; the pages stay as they were`);
    }
    const first = toItems(pages.slice(0, BATCH));
    return serving ? first.filter(({ target }) => target === 'index.html' || target === '404.html') : first;
  });
  addPages(config, (index) => pages[index]?.render() ?? '');
  for (const kind of ['ts', 'json', 'csv']) config.addWatchTarget(`site/**/*.${kind}`);
  // A served page is made when it is asked for: a change costs its compilation and not the whole site.
  config.setServerOptions({ onRequest: { '/*': (/** @type {{ url: URL }} */ { url }) => answer(pages, url) } });
}

/** @param {SitePage[]} pages @param {URL} url @returns {Answer | undefined} nothing for a file, which the server has itself */
function answer(pages, url) {
  const target = decodeURIComponent(url.pathname)
    .slice(1)
    .replace(/^$|\/$/, '$&index.html');
  const page = pages.find(({ path: known }) => known === target);
  if (page === undefined) return undefined;
  const type = TYPES[path.extname(page.path)] ?? 'text/plain';
  // The client that reloads the page opens a socket, which a published page may not.
  const body = page.render().replace('base-uri', 'connect-src &#39;self&#39;; base-uri');
  return { status: 200, headers: { 'Content-Type': `${type}; charset=utf-8` }, body };
}

/** @param {string} root @returns {{ publisher?: object, collection?: object }} who publishes what, as the configuration says */
function readPublisher(root) {
  const file = [path.resolve('hankekartta.config.json'), path.join(root, 'hankekartta.config.json')].find(existsSync);
  const { publisher, collection } = file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'));
  return { ...(publisher === undefined ? {} : { publisher }), ...(collection === undefined ? {} : { collection }) };
}

/** @param {string} root @returns {string} tables of words that are read and not compiled */
function digestTexts(root) {
  const hash = createHash('sha256');
  for (const name of ['place-forms', 'glossary'])
    hash.update(readFileSync(path.join(root, 'site', 'language', `${name}.csv`)));
  return hash.digest('hex');
}

/** @param {string} root */
function createCompiler(root) {
  const cache = path.join(root, '.hankekartta', 'eleventy');
  /** @type {import('esbuild').BuildContext | undefined} */
  let context;
  let last = { hash: '', module: /** @type {Compiled | undefined} */ (undefined) };
  return {
    /** @returns {Promise<{ module: Compiled, hash: string }>} */
    async compile() {
      const esbuild = await import('esbuild');
      context ??= await esbuild.context({
        entryPoints: [path.join(root, 'site', 'build.ts')],
        bundle: true,
        write: false,
        packages: 'external',
        platform: 'node',
        format: 'esm',
        target: 'node20',
        sourcemap: 'inline',
      });
      const { outputFiles } = await context.rebuild();
      const text = outputFiles?.[0]?.text ?? '';
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
      if (last.module !== undefined && last.hash === hash) return { module: last.module, hash };
      // A new name is the only way to import it anew; it lies inside the package, so that its packages are found.
      mkdirSync(cache, { recursive: true });
      const file = path.join(cache, `${hash}.${process.pid}.mjs`);
      writeFileSync(file, text);
      const module = /** @type {Compiled} */ (await import(pathToFileURL(file).href));
      rmSync(file);
      last = { hash, module };
      return { module, hash };
    },
    async close() {
      await context?.dispose();
      context = undefined;
    },
  };
}
