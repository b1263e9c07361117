/** Frames as their code makes them: as high as what they show, and accessible. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EMBED_HEIGHTS } from '../../site/explore/embed.ts';
import { findFaults, findFaultsInTheDark } from './find-faults.ts';
import { type OpenSite, openSite } from './open-site.ts';

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
])('%s: accessible in both themes, and nothing to scroll in the frame of its code', async (page, height) => {
  const context = await opened.browser.newContext();
  const tab = await context.newPage();
  const found: unknown[] = [];
  for (const [language, width] of [
    ['', 360],
    ['sv/', 800],
    ['en/', 360],
  ] as const) {
    await tab.setViewportSize({ width, height });
    await tab.goto(`${opened.served.address}${language}upote/${page}`);
    if (page.includes('?')) await tab.locator('#no-script').waitFor({ state: 'hidden' });
    const size = await tab.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
    ]);
    found.push(size, await findFaults(tab), await findFaultsInTheDark(tab));
  }
  await context.close();
  expect(found).toEqual([[360, height], [], [], [800, height], [], [], [360, height], [], []]);
});
