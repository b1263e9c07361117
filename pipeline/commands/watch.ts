import type { RequestListener } from 'node:http';
import path from 'node:path';
import { watch } from 'chokidar';
import type { Settings } from '../config.ts';
import { loadContext, type Context } from '../context.ts';
import { onEnd } from '../effects/clean-up.ts';
import { copyFile, isFolder, listFiles, remove } from '../effects/files.ts';
import { onStop, print, say } from '../effects/process.ts';
import { UsageError } from '../effects/usage-error.ts';
import { importSite, openSite, type OpenSite } from '../release/make-site.ts';
import { draft, holdDrafts } from './draft.ts';
import { createAnswer } from './serve/create-answer.ts';
import { listen } from './serve.ts';

/** In milliseconds: an editor that saves several files at once makes one change of them. */
const CALM = 100;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.xml': 'application/xml',
};

/** What is shown now. */
interface Shown {
  readonly folder: string;
  readonly answer: RequestListener;
  readonly site: OpenSite;
}

/**
 * `hankekartta watch`: a draft of the site on localhost, made anew at every change of documents, configuration, schemas or templates. Of documents only
 * those that changed are read again, and a page is made when it is asked for. Where something fails, what was shown stays.
 * @param settle reads the settings, which can change too
 */
export async function runWatch(settle: () => Promise<Settings>, port: number): Promise<number> {
  const first = await settle();
  const memory = path.join(first.memory, 'watch');
  remove(memory);
  let settings = first;
  let context: Context | undefined;
  let held = holdDrafts();
  let templates = await importSite(first.root);
  let shown: Shown | undefined;
  let count = 0;

  async function make(isDeep: boolean): Promise<void> {
    // Whoever stops us meanwhile does not wait for a draft.
    const forget = onEnd(() => {
      remove(memory);
    });
    try {
      await makeDraft(isDeep);
    } finally {
      forget();
    }
  }
  async function makeDraft(isDeep: boolean): Promise<void> {
    if (isDeep || context === undefined) {
      const next = await settle();
      context = loadContext(next);
      held = holdDrafts();
      settings = next;
    }
    const before = shown?.folder;
    const folder = path.join(memory, String((count += 1)));
    const summary = await draft(settings, context, folder, held);
    show(folder);
    if (before !== undefined) remove(before);
    print(
      `${String(summary.published)} projects, ${String(summary.issues.error)} errors, ${String(summary.issues.warning)} warnings`,
    );
  }
  function show(folder: string): void {
    copyLooks(settings.root, folder);
    const site = openSite(templates, settings, folder);
    shown = { folder, site, answer: createAnswer(folder) };
  }

  await make(true);
  const inputs = [...first.documents, path.resolve('hankekartta.config.json'), first.geo];
  const deep = ['schemas', 'geo'].map((name) => path.join(first.root, name));
  const looks = path.join(first.root, 'site');
  const changed = new Set<string>();
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const update = async (): Promise<void> => {
    const files = [...changed];
    changed.clear();
    if (files.length === 0) return;
    const lies = (folder: string) => (file: string) => file.startsWith(folder + path.sep);
    try {
      const isDeep = files.some(
        (file) => [...deep, first.geo].some((folder) => lies(folder)(file)) || file.endsWith('.config.json'),
      );
      if (files.some(lies(looks))) templates = await importSite(settings.root);
      if (files.every(lies(looks)) && shown !== undefined) show(shown.folder);
      else await make(isDeep);
    } catch (error) {
      say(`hankekartta: ${error instanceof Error ? error.message : String(error)}; what was shown stays`);
      if (!(error instanceof UsageError)) context = undefined;
    }
  };
  const watcher = watch([...inputs, ...deep, looks], { ignoreInitial: true });
  watcher.on('all', (_event, file) => {
    changed.add(path.resolve(file));
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(update);
    }, CALM);
  });
  onStop(() => void watcher.close());
  const status = await listen((request, response) => {
    const page = readPage(request.url ?? '/', shown?.site);
    if (page === undefined || request.method !== 'GET') shown?.answer(request, response);
    else
      response
        .writeHead(200, { 'Content-Type': `${page.type}; charset=utf-8`, 'Cache-Control': 'no-store' })
        .end(page.text);
  }, port);
  remove(memory);
  return status;
}

function copyLooks(root: string, folder: string): void {
  for (const kind of ['styles', 'images']) {
    const from = path.join(root, 'site', kind);
    if (!isFolder(from)) continue;
    for (const { path: name, file } of listFiles(from)) copyFile(file, path.join(folder, kind, name));
  }
}

function readPage(
  url: string,
  site: OpenSite | undefined,
): { readonly type: string; readonly text: string } | undefined {
  let name: string;
  try {
    name = decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1);
  } catch {
    return undefined;
  }
  const target = name.replace(/^$|\/$/, '$&index.html');
  const text = site?.(target);
  return text === undefined ? undefined : { type: TYPES[path.extname(target)] ?? 'text/plain', text };
}
