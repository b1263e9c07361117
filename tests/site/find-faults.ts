/** What axe finds wrong with a page as it stands, asked in the page itself. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** What the law asks for (WCAG 2.1 A and AA), what is new in 2.2, and axe's own advice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Puts axe into the page once, however often it is asked, since that takes as long as an answer. Our pages have no frames to look into.
 * @param rules asked instead of all
 * @returns a line for each fault: the rule and the elements that break it
 */
export async function findFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source);
  const faults = await page.evaluate(
    async ({ tags, asked }) => {
      const results = await window.axe?.run({
        runOnly: asked === undefined ? { type: 'tag', values: [...tags] } : { type: 'rule', values: [...asked] },
        resultTypes: ['violations'],
        iframes: false,
      });
      return results?.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    { tags: TAGS, asked: rules },
  );
  if (faults === undefined) throw new Error('axe is not in the page');
  return faults;
}

/** The themes differ in colours alone, so the rules that look at colours are asked again and the others not. */
export async function findFaultsInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const faults = await findFaults(page, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}
