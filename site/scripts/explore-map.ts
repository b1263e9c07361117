/** The map in the browser: one tab stop, arrow keys to the neighbour, zoom, pan and pinch. */
import { findClass, styleOf } from '../explore/classes.ts';
import type { ExploreState } from '../explore/state.ts';
import type { NationalPlan } from '../map/national-plan.ts';
import { joinEdges } from '../map/paint.ts';

interface MapHandlers {
  readonly choose: (code: string) => void;
  readonly tell: (text: string, code: string | undefined) => void;
}

interface ExploreMap {
  paint(state: ExploreState, titleOf: (area: number) => string): void;
  /** Outlines areas; one of them may be the chosen municipality. */
  select(codes: readonly string[], chosen: string | undefined): void;
}

type Box = readonly [left: number, top: number, width: number, height: number];
type Point = readonly [x: number, y: number];

const MOST_ZOOM = 12;
const STEP = 1.6;
/** Movements below this many pixels are a click that trembled. */
const TREMBLE = 6;

export function createMap(frame: HTMLElement, { choose, tell }: MapHandlers): ExploreMap {
  const svg = frame.querySelector('svg');
  if (svg === null) return { paint: () => undefined, select: () => undefined };
  const links = [...svg.querySelectorAll<SVGAElement>('a[data-code]')];
  const codeOf = (link: Element): string => link.getAttribute('data-code') ?? '';
  const titleOf = (link: Element): string => link.querySelector('title')?.textContent ?? '';
  const byCode = new Map(links.map((link) => [codeOf(link), link]));
  let chosen: string | undefined;

  const reveal = (link: Element): void => tell(titleOf(link), codeOf(link));
  const rest = (): void => {
    const link = byCode.get(chosen ?? '');
    if (link !== undefined) reveal(link);
  };

  // One tab stop: the link that had the focus last.
  let stop = links[0];
  stop?.setAttribute('tabindex', '0');
  const moveStop = (link: SVGAElement): void => {
    stop?.setAttribute('tabindex', '-1');
    link.setAttribute('tabindex', '0');
    stop = link;
  };
  let centres: ReadonlyMap<SVGAElement, Point> | undefined;
  const findCentres = (): ReadonlyMap<SVGAElement, Point> =>
    (centres ??= new Map(
      links.map((link) => {
        const { x, y, width, height } = link.getBBox();
        return [link, [x + width / 2, y + height / 2]];
      }),
    ));
  const findNeighbour = (from: SVGAElement, [dx, dy]: Point): SVGAElement | undefined => {
    const places = findCentres();
    const [x, y] = places.get(from) ?? [0, 0];
    let best: { readonly link: SVGAElement; readonly cost: number } | undefined;
    for (const [link, [otherX, otherY]] of places) {
      const [along, across] = [
        (otherX - x) * dx + (otherY - y) * dy,
        Math.abs((otherX - x) * dy) + Math.abs((otherY - y) * dx),
      ];
      if (link === from || along <= 0 || across > along * 1.2) continue;
      const cost = along + 2 * across;
      if (best === undefined || cost < best.cost) best = { link, cost };
    }
    return best?.link;
  };
  const ARROWS: Readonly<Record<string, Point>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const linkOf = (event: Event): SVGAElement | undefined => {
    const link = event.target instanceof Element ? event.target.closest('a[data-code]') : null;
    return byCode.get(link === null ? '' : codeOf(link));
  };

  svg.addEventListener('keydown', (event) => {
    const link = linkOf(event);
    const arrow = ARROWS[event.key];
    if (link !== undefined && arrow !== undefined) {
      event.preventDefault();
      const next = findNeighbour(link, arrow);
      if (next !== undefined) {
        moveStop(next);
        next.focus({ preventScroll: true });
      }
    } else if (event.key === '+' || event.key === '-') zoom(event.key === '+' ? STEP : 1 / STEP);
    else if (event.key === '0') show(whole);
    else if (event.key === ' ' && link !== undefined) {
      event.preventDefault();
      choose(codeOf(link));
    }
  });
  svg.addEventListener('focusin', (event) => {
    const link = linkOf(event);
    if (link === undefined) return;
    moveStop(link);
    outline('focus', [codeOf(link)]);
    reveal(link);
  });
  svg.addEventListener('focusout', () => {
    outline('focus', []);
    rest();
  });
  svg.addEventListener('pointerover', (event) => {
    const link = linkOf(event);
    if (link !== undefined) reveal(link);
  });
  svg.addEventListener('pointerleave', rest);

  // What is seen: the whole, or a part of it.
  const whole = readBox(svg.getAttribute('viewBox') ?? '');
  let box: Box = whole;
  const show = (next: Box): void => {
    const width = Math.min(whole[2], Math.max(whole[2] / MOST_ZOOM, next[2]));
    const height = (width * whole[3]) / whole[2];
    const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
    box = [
      clamp(next[0], whole[0], whole[0] + whole[2] - width),
      clamp(next[1], whole[1], whole[1] + whole[3] - height),
      width,
      height,
    ];
    svg.setAttribute('viewBox', box.map((value) => value.toFixed(1)).join(' '));
    svg.classList.toggle('zoomed', width < whole[2]);
  };
  const zoom = (factor: number, at?: Point): void => {
    const [x, y] = at ?? [box[0] + box[2] / 2, box[1] + box[3] / 2];
    const width = Math.min(whole[2], Math.max(whole[2] / MOST_ZOOM, box[2] / factor));
    const scale = width / box[2];
    show([x - (x - box[0]) * scale, y - (y - box[1]) * scale, width, box[3] * scale]);
  };
  const toMap = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => {
    const matrix = svg.getScreenCTM();
    if (matrix === null) return [0, 0];
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    return [x, y];
  };
  svg.addEventListener(
    'wheel',
    (event) => {
      // Without a key the page scrolls, as it does elsewhere.
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, toMap(event));
    },
    { passive: false },
  );
  const pointers = new Map<number, PointerEvent>();
  let moved = 0;
  svg.addEventListener('pointerdown', (event) => {
    if (pointers.size === 0) moved = 0;
    pointers.set(event.pointerId, event);
  });
  svg.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    const [other] = [...pointers.values()].filter(({ pointerId }) => pointerId !== event.pointerId);
    if (other !== undefined) {
      const distance = (pointer: PointerEvent): number =>
        Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
      const middle = { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 };
      zoom(distance(event) / Math.max(1, distance(before)), toMap(middle));
    } else if (box[2] < whole[2] && moved > TREMBLE) {
      svg.setPointerCapture(event.pointerId);
      const [from, to] = [toMap(before), toMap(event)];
      show([box[0] + from[0] - to[0], box[1] + from[1] - to[1], box[2], box[3]]);
    }
    pointers.set(event.pointerId, event);
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    svg.addEventListener(end, (event) => pointers.delete(event.pointerId));
  svg.addEventListener('click', (event) => {
    const link = linkOf(event) ?? findInset(event);
    if (link === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (moved <= TREMBLE) choose(codeOf(link));
  });
  const buttons = frame.querySelector<HTMLElement>('.zoom');
  buttons?.removeAttribute('hidden');
  buttons?.addEventListener('click', (event) => {
    const kind = event.target instanceof HTMLElement ? event.target.dataset['zoom'] : undefined;
    if (kind === 'in') zoom(STEP);
    if (kind === 'out') zoom(1 / STEP);
    if (kind === 'whole') show(whole);
  });
  if (frame.dataset['help'] !== undefined) {
    const help = document.createElement('p');
    help.className = 'small';
    help.textContent = frame.dataset['help'];
    frame.append(help);
  }

  /** A point in an inset is one of the map, which the inset repeats larger. */
  function findInset(event: MouseEvent): SVGAElement | undefined {
    const inset = event.target instanceof Element ? event.target.closest('.inset') : null;
    const [dx, dy, scale] = [...(inset?.getAttribute('data-transform') ?? '').matchAll(/-?[\d.]+/g)].map(Number);
    if (dx === undefined || dy === undefined || scale === undefined) return undefined;
    const [x, y] = toMap(event);
    const point = new DOMPoint((x - dx) / scale, (y - dy) / scale);
    return links.find((link) => link.querySelector('path')?.isPointInFill(point));
  }

  const outlines = new Map<string, readonly string[]>();
  function outline(kind: string, codes: readonly string[]): void {
    outlines.set(kind, codes);
    const paths = [...new Set([...outlines.values()].flat())].map(
      (code) => byCode.get(code)?.querySelector('path')?.getAttribute('d') ?? '',
    );
    for (const each of svg?.querySelectorAll('.sel0, .sel1') ?? []) each.setAttribute('d', paths.join(''));
  }

  return {
    paint(state, title) {
      const { codes } = state.engine.columns.areas.municipality;
      const styles = state.values.map(({ value }) => styleOf(findClass(value, state.scheme.breaks)));
      codes.forEach((code, area) => {
        const link = byCode.get(code);
        const path = link?.querySelector('path');
        const text = link?.querySelector('title');
        if (path?.getAttribute('class') !== styles[area]) path?.setAttribute('class', styles[area] ?? '');
        const words = title(area);
        if (text !== null && text !== undefined && text.textContent !== words) text.textContent = words;
      });
      const edges = joinEdges(self.hankekarttaBorders as NationalPlan['borders'], styles);
      for (const edge of svg.querySelectorAll('.n-edge0, .n-edge1')) edge.setAttribute('d', edges);
    },
    select(codes, municipality) {
      chosen = municipality;
      outline('chosen', codes);
      rest();
      const link = byCode.get(municipality ?? '');
      if (link !== undefined) moveStop(link);
    },
  };
}

function readBox(text: string): Box {
  const [left = 0, top = 0, width = 0, height = 0] = text.split(' ').map(Number);
  return [left, top, width, height];
}
