/** What a selection does beside the view, in real Chromium: what a screen reader is told, and the files that are saved. */
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, type OpenSite, openSite, tabTo } from '../open-site.ts';

const DESK = { width: 1280, height: 900 };

let opened: OpenSite;
let context: BrowserContext;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  opened = await openSite();
});

afterAll(() => opened.close());

async function open(address: string, options: Parameters<Browser['newContext']>[0]): Promise<void> {
  ({ context, page, complaints } = await openPage(opened.browser, address, options));
}

const value = (): Promise<string | null> => page.textContent('#value');

describe('to a screen reader', () => {
  it('a change of the selection is said once, and the focus is never lost', async () => {
    await open(`${opened.served.address}index.html`, { viewport: DESK });
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(globalThis, { said });
      for (const place of document.querySelectorAll(
        '[role="status"], [aria-live]:not([aria-live="off"]), output:not([aria-live="off"])',
      ))
        new MutationObserver(() => {
          const text = place.textContent.trim();
          if (text !== '') said.push(text);
        }).observe(place, { childList: true, characterData: true, subtree: true });
    });
    const said = () => page.evaluate(() => (Reflect.get(globalThis, 'said') as string[]).splice(0));
    await tabTo(page, '#filters > summary');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#facets a[href*="?"]') !== null);
    await said();
    await tabTo(page, '#facets a[href*="status="]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?status=/);
    expect(await said()).toEqual([expect.stringMatching(/^\d+ hanke/)]);
    expect(await page.evaluate(() => document.activeElement?.closest('#facets') !== null)).toBe(true);
    // On the map the name of the link is enough.
    await tabTo(page, '#map a');
    await page.keyboard.press('ArrowDown');
    expect(await value()).toMatch(/: /);
    expect(await said()).toEqual([]);
    // The last restriction is lifted, and its link is gone.
    await page.locator('#pick .chip').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.search === '');
    expect(await said()).toEqual([expect.stringMatching(/^\d+ hanketta/)]);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the files of a selection', () => {
  it.each([
    ['', '?place=region-01&measure=granted&fund=ESF', ['Myönnetty', 'ESR']],
    ['sv/', '?measure=per_inhabitant&status=ended&text=a', ['€ / invånare', 'Avslutat', '”a”']],
    ['en/', '?rows=municipality&measure=beneficiaries&period=2014-2020', ['Applicants', '2014-2020']],
  ])('have what its table and its map show: %sindex.html%s', async (language, selection, words) => {
    await open(`${opened.served.address}${language}index.html${selection}`, { viewport: DESK, acceptDownloads: true });
    await page.locator('#pick .chip').first().waitFor();
    const save = async (kind: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`#downloads a[data-download="${kind}"]`),
      ]);
      return text(await download.createReadStream());
    };
    const digits = (words: string | undefined): string => (words ?? '').replaceAll(/[^\d]/g, '');
    const table = await page
      .locator('#areas tbody tr, #areas tfoot tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
      );
    const measure = new URLSearchParams(selection).get('measure')!;
    const amounts = (value: unknown): string =>
      value === '' || value === null
        ? ''
        : digits(
            measure === 'granted' || measure === 'beneficiaries'
              ? String(Math.round(Number(value)))
              : Number(value).toFixed(Number(value) === 0 ? 0 : 2),
          );
    const shown = table.map(([name, value]) => [name, digits(value)]);
    const csv: Record<string, string>[] = parse(await save('table'), { columns: true });
    expect(csv.map((row) => [row['name'], amounts(row[measure])])).toEqual(shown);
    const { features } = JSON.parse(await save('geojson')) as {
      features: { properties: Record<string, string | number | null> }[];
    };
    expect(features.map(({ properties }) => [properties['name'], amounts(properties[measure])])).toEqual(shown);
    const onMap = await page.locator('#map a title').evaluateAll((titles) => titles.map((title) => title.textContent));
    const svg = await save('map');
    const inFile = await page.evaluate((markup) => {
      const file = new DOMParser().parseFromString(markup, 'image/svg+xml');
      return {
        titles: [...file.querySelectorAll('path > title')].map((title) => title.textContent),
        words: [...file.querySelectorAll('text')].map((line) => line.textContent).join(' '),
      };
    }, svg);
    expect(inFile.titles).toEqual(onMap);
    for (const word of words) expect(inFile.words).toContain(word);
    expect(inFile.words).toContain('CC BY 4.0');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
