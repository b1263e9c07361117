/** A selection in somebody else's frame: shown once, by the functions of Explore. */
import { createContext, type Wording } from '../explore/context.ts';
import { OUTWARD, titleSelection } from '../explore/embed.ts';
import { addressOn, parseSelection } from '../explore/selection.ts';
import { show, SHOWN } from '../explore/show.ts';
import { areaPath, HOME } from '../paths.ts';
import { createMap } from './explore-map.ts';
import { addressFrom, createLoader, find, findRoot, paintMap, tellValue, writeParts } from './explore-view.ts';

const wording = self.hankekarttaWords as Wording | undefined;
const main = find('selection');

if (wording !== undefined && main !== null) void start(wording, main);

async function start(words: Wording, shown: HTMLElement): Promise<void> {
  const root = findRoot('embed');
  const context = createContext(words, {
    ...addressFrom(root, words),
    href: () => undefined,
    linkAttributes: OUTWARD,
  });
  const frame = find('map');
  const map =
    frame === null
      ? undefined
      : createMap(frame, {
          choose: (code) => void open(context.link(areaPath('municipality', code)), '_blank', 'noopener'),
          tell: (text, code) => tellValue(context, text, code),
        });
  const note = find('no-script');
  note?.setAttribute('hidden', '');
  const selection = parseSelection(location.search);
  const query = addressOn(undefined, words.measure).write(selection);
  // The whole stands there already.
  if (query === '') return;
  shown.hidden = true;
  const engine = await createLoader(root, words)();
  shown.hidden = false;
  if (engine === undefined) {
    note?.removeAttribute('hidden');
    return;
  }
  const state = show(context, engine, selection, SHOWN);
  writeParts(context, state);
  if (map !== undefined) paintMap(map, context, state);
  document.title = `${titleSelection(context, state)} – ${document.title.split(' – ').at(-1) ?? ''}`;
  find('explore')?.setAttribute('href', context.link(HOME) + query);
}
