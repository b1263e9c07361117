/** Frames as their code makes them: as high as what they show, and accessible. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EMBED_HEIGHTS } from '../../site/explore/embed.ts';
import { findFaults, findFaultsInTheDark } from './find-faults.ts';
import { type OpenSite, openSite } from './open-site.ts';

/** Of a frame on a phone, and in a column of a page. */
const WIDTHS = [360, 800];
/** Rules that look at how a page is laid out; the others see the same in every width. */
const LAID_OUT = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
const LANGUAGES = ['', 'sv/', 'en/'];

let opened: OpenSite;

beforeAll(async () => {
  opened = await openSite();
});

afterAll(() => opened.close());

it.each([
  ['kunnat/091.html', EMBED_HEIGHTS.area],
  ['maakunnat/01.html', EMBED_HEIGHTS.area],
  ['koko-maa.html', EMBED_HEIGHTS.country],
  ['valinta.html?status=ended', EMBED_HEIGHTS.both],
  ['valinta-kartta.html?status=ended', EMBED_HEIGHTS.map],
  ['valinta-taulukko.html?status=ended', EMBED_HEIGHTS.table],
])(
  '%s: accessible in every language, width and theme, and nothing to scroll in the frame of its code',
  { timeout: 120_000 },
  async (page, height) => {
    const context = await opened.browser.newContext();
    const tab = await context.newPage();
    const found: unknown[] = [];
    for (const language of LANGUAGES) {
      for (const width of WIDTHS) {
        await tab.setViewportSize({ width, height });
        if (width === WIDTHS[0]) await tab.goto(`${opened.served.address}${language}upote/${page}`);
        if (page.includes('?')) await tab.locator('#no-script').waitFor({ state: 'hidden' });
        const size = await tab.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.scrollHeight,
        ]);
        found.push({
          language,
          size,
          faults: [
            ...(await findFaults(tab, width === WIDTHS[0] ? undefined : LAID_OUT)),
            ...(await findFaultsInTheDark(tab)),
          ],
        });
      }
    }
    await context.close();
    expect(found).toEqual(
      LANGUAGES.flatMap((language) => WIDTHS.map((width) => ({ language, size: [width, height], faults: [] }))),
    );
  },
);
