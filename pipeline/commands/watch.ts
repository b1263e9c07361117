import type { RequestListener } from 'node:http';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { Settings } from '../config.ts';
import { loadContext, type Context } from '../context.ts';
import { onEnd } from '../effects/clean-up.ts';
import { copyFile, isFolder, listFiles, remove } from '../effects/files.ts';
import { onStop, print, say } from '../effects/process.ts';
import { UsageError } from '../effects/usage-error.ts';
import { importSite, openSite, type OpenSite, type Site } from '../release/make-site.ts';
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

/** The site's program, and whether it failed at a page. */
interface Templates {
  readonly program: Site;
  hasFailed: boolean;
}

/** What is shown now. */
interface Shown {
  readonly folder: string;
  readonly answer: RequestListener;
  readonly templates: Templates;
  readonly site: OpenSite;
  /** The same data by the templates that failed nowhere, opened when they are needed. */
  sound?: OpenSite;
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
  let templates: Templates = { program: await importSite(first.root), hasFailed: false };
  let sound: Templates | undefined;
  let shown: Shown | undefined;
  let count = 0;
  /** Folders of documents; a changed configuration can name more of them. */
  const watched = new Set<string>();
  let watcher = undefined as FSWatcher | undefined;

  async function follow(folders: readonly string[]): Promise<void> {
    const added = folders.filter((folder) => !watched.has(folder));
    for (const folder of added) watched.add(folder);
    if (watcher === undefined || added.length === 0) return;
    const more = watch(added, { ignoreInitial: true }).on('all', note);
    onStop(() => void more.close());
    // What is saved while it looks around would count as having been there: the draft is made after that.
    await new Promise<void>((resolve) =>
      more.once('ready', () => {
        resolve();
      }),
    );
  }
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
      await follow(next.documents);
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
    const site = openSite(templates.program, settings, folder);
    shown = { folder, site, templates, answer: createAnswer(folder) };
  }
  /** A page or file of the site; of templates that fail there, as the ones before show it. */
  function render(name: string): string | undefined {
    const current = shown;
    if (current === undefined) return undefined;
    try {
      return current.site(name);
    } catch (error) {
      current.templates.hasFailed = true;
      say(`hankekartta: ${name}: ${messageOf(error)}; what was shown stays`);
      if (sound === undefined) throw error;
      current.sound ??= openSite(sound.program, settings, current.folder);
      return current.sound(name);
    }
  }

  await make(true);
  const inputs = [path.resolve('hankekartta.config.json'), first.geo];
  const deep = ['schemas', 'geo'].map((name) => path.join(first.root, name));
  const looks = path.join(first.root, 'site');
  const changed = new Set<string>();
  watcher = watch([...watched, ...inputs, ...deep, looks], { ignoreInitial: true });
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
      if (files.some(lies(looks))) {
        const program = await importSite(settings.root);
        if (!templates.hasFailed) sound = templates;
        templates = { program, hasFailed: false };
      }
      if (files.every(lies(looks)) && shown !== undefined) show(shown.folder);
      else await make(isDeep);
    } catch (error) {
      say(`hankekartta: ${messageOf(error)}; what was shown stays`);
      if (!(error instanceof UsageError)) context = undefined;
    }
  };
  function note(_event: string, file: string): void {
    changed.add(path.resolve(file));
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(update);
    }, CALM);
  }
  watcher.on('all', note);
  onStop(() => void watcher.close());
  const answer: RequestListener = (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const name = isRead ? readName(request.url ?? '/') : undefined;
    let text: string | undefined;
    try {
      text = name === undefined ? undefined : render(name);
    } catch (error) {
      response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${messageOf(error)}\n`);
      return;
    }
    if (name === undefined || text === undefined) shown?.answer(request, response);
    else {
      const type = TYPES[path.extname(name)] ?? 'text/plain';
      response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }).end(text);
    }
  };
  const status = await listen(answer, port);
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

/** What an address asks for of the site; `undefined` for one that cannot be decoded. */
function readName(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
      .slice(1)
      .replace(/^$|\/$/, '$&index.html');
  } catch {
    return undefined;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
