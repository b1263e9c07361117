import type { Page } from 'playwright-core';

/** A phone that is neither large nor new. */
export const PHONE = { width: 360, height: 740 };

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Stops of the tabulator before the first project, row or file of a list. */
  readonly stops: number;
  /** Where the first project of a list begins, in screens; absent where there is none. */
  readonly firstProject: number | undefined;
  /** Texts that end outside the screen or inside a box that hides the rest, and numbers (not codes) that are broken over two lines. */
  readonly cut: readonly string[];
}

/** How a page lies on the screen that it is open on. */
export function measureLayout(page: Page): Promise<Layout> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const stops = [...document.querySelectorAll('a[href], summary, button, input, [tabindex="0"]')].filter(
      (stop) => stop.getAttribute('tabindex') !== '-1' && stop.checkVisibility(),
    );
    const first = document.querySelector('main .items a, main tbody a, main .plain-list a');
    const project = document.querySelector('main .items a');
    const cut: string[] = [];
    const isHiddenOnPurpose = (element: Element): boolean =>
      element.closest('.quiet, .skip, script') !== null || getComputedStyle(element).clipPath !== 'none';
    /** The nearest box around an element that does not let it stick out, and whether one can scroll in it. */
    const findBox = (element: Element): { box: Element; scrolls: boolean } | undefined => {
      for (let box: Element | null = element; box !== null && box !== document.body; box = box.parentElement) {
        const { overflowX } = getComputedStyle(box);
        if (overflowX !== 'visible') return { box, scrolls: overflowX === 'auto' || overflowX === 'scroll' };
      }
      return undefined;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent ?? '';
      if (element === null || text.trim() === '' || !element.checkVisibility() || isHiddenOnPurpose(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const found = findBox(element);
      const edge = found?.scrolls === true ? Infinity : (found?.box.getBoundingClientRect().right ?? root.clientWidth);
      if ([...range.getClientRects()].some(({ right, width }) => width > 0 && right > edge + 1))
        cut.push(`cut off: ${text.trim()}`);
      for (const { 0: number, index } of text.matchAll(/(?<![\p{L}\d])\d[\d\u00a0.,]*\d(?:\u00a0[€%])?/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + number.length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => top));
        if (lines.size > 1) cut.push(`broken: ${number}`);
      }
    }
    return {
      width: root.scrollWidth,
      height: root.scrollHeight,
      stops: first === null ? 0 : stops.indexOf(first),
      firstProject: project === null ? undefined : project.getBoundingClientRect().top / root.clientHeight,
      cut,
    };
  });
}
