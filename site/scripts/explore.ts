/** Explore in the browser: the same functions as on the server, run again at every change of the selection. */
import { createContext, type ExploreContext, type Wording } from '../explore/context.ts';
import type { Engine } from '../explore/engine.ts';
import { addressOn, changeSelection, MEASURES, type Selection } from '../explore/selection.ts';
import { show, SHOWN } from '../explore/show.ts';
import type { ExploreState } from '../explore/state.ts';
import { areaPath } from '../paths.ts';
import { handleDownloads } from './explore-downloads.ts';
import { writeEmbedCodes } from './explore-embeds.ts';
import { createMap } from './explore-map.ts';
import { handlePosition } from './explore-position.ts';
import { addressFrom, createLoader, find, findRoot, paintMap, tellValue, writeParts } from './explore-view.ts';

const root = findRoot('explore');
const wording = self.hankekarttaWords as Wording | undefined;
const mapFrame = find('map');

if (wording !== undefined && mapFrame !== null) start(wording, mapFrame);

function start(words: Wording, frame: HTMLElement): void {
  // A page of one measure is that measure's selection.
  const address = addressOn(
    MEASURES.find((each) => each === frame.dataset['measure']),
    words.measure,
  );
  const context: ExploreContext = createContext(words, {
    ...addressFrom(root, words),
    href: (selection) => `${location.pathname}${address.write(selection)}`,
  });
  const loadEngine = createLoader(root, words);
  let engine: Engine | undefined;
  let state: ExploreState | undefined;
  let selection: Selection = address.parse(location.search);
  let shown = SHOWN;

  const load = async (): Promise<Engine | undefined> => {
    engine = await loadEngine();
    return engine;
  };

  const map = createMap(frame, {
    choose(code) {
      if (selection.place?.code === code && selection.place.level === 'municipality')
        location.href = context.link(areaPath('municipality', code));
      else void change(changeSelection(selection, { place: { level: 'municipality', code } }));
    },
    tell: (text, code) => tellValue(context, text, code),
  });

  const render = (): void => {
    if (engine === undefined) return;
    const focused = document.activeElement;
    const key = focused instanceof HTMLAnchorElement ? focused.closest('[id]')?.id : undefined;
    const words = focused?.textContent;
    state = show(context, engine, selection, shown);
    writeParts(context, state);
    writeEmbedCodes(context, state);
    // What had the focus was written anew: the same words get it again.
    if (key !== undefined && !document.body.contains(focused)) {
      const links = [...(find(key)?.querySelectorAll('a') ?? [])];
      const stem = (text: string | null | undefined): string => (text ?? '').replaceAll(/[\d\s\u00a0]+$/g, '').trim();
      (
        links.find((link) => stem(link.textContent) === stem(words)) ??
        links[0] ??
        find('filters')?.querySelector('summary')
      )?.focus();
    }
    paintMap(map, context, state);
    const more = find('more');
    if (more !== null) more.hidden = state.outcome.rows.length <= shown;
  };

  const change = async (next: Selection, remember = true): Promise<void> => {
    selection = next;
    shown = SHOWN;
    if ((await load()) === undefined) return;
    if (remember) history.pushState(null, '', `${location.pathname}${address.write(next)}`);
    render();
    // In a place that stays: what is written anew with its role is not read out.
    const said = find('pick-status');
    if (said !== null) said.textContent = find('pick')?.querySelector('p')?.textContent ?? '';
  };

  // Links of selections are this page with another query: they are shown here, without leaving it.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const place = link.dataset['place'];
    if (place !== undefined && link.closest('#areas') !== null) return;
    if (link.closest('#measures, #facets, #pick, #areas .note') === null) return;
    event.preventDefault();
    void follow(link, new URL(link.href));
  });

  /** Before data are there, links lead to pages without a script: what they mean is worked out then. */
  const follow = async (link: HTMLAnchorElement, target: URL): Promise<void> => {
    const holder = link.closest<HTMLElement>('#measures, #facets, #pick, #areas');
    const index =
      holder === null
        ? -1
        : [...holder.querySelectorAll('.choice, a')].filter((item, at, all) => all.indexOf(item) === at).indexOf(link);
    if (state === undefined && (await load()) !== undefined) {
      render();
      const again = holder === null ? undefined : [...holder.querySelectorAll('.choice, a')][index];
      if (again instanceof HTMLAnchorElement) {
        again.focus();
        await change(address.parse(new URL(again.href).search));
        return;
      }
    }
    if (engine === undefined) location.href = target.href;
    else await change(address.parse(target.search));
  };

  addEventListener('popstate', () => void change(address.parse(location.search), false));

  const words_ = find('words');
  if (words_ instanceof HTMLInputElement) {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    words_.value = selection.text ?? '';
    words_.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void change(changeSelection(selection, { text: words_.value })), 150);
    });
    words_.parentElement?.removeAttribute('hidden');
  }
  find('filters')?.addEventListener('toggle', () => void load().then(() => state ?? render()));
  find('no-script')?.setAttribute('hidden', '');
  find('more')?.addEventListener('click', () => {
    shown += 20;
    render();
  });
  const current = async (): Promise<ExploreState | undefined> => {
    if ((await load()) !== undefined && state === undefined) render();
    return state;
  };
  handleDownloads(root, context, current);
  handlePosition(
    root,
    words,
    (code) => void change(changeSelection(selection, { place: { level: 'municipality', code } })),
  );
  const more = find('more');
  if (more !== null) {
    more.hidden = false;
    more.addEventListener('click', () => void current());
  }
  if (address.write(selection) !== '') void change(selection, false);
}
