/** Explore in real Chromium: by keyboard alone, from a disk, without a script, and accessible in every state. */
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEASURES } from '../../../site/explore/selection.ts';
import { findFaults } from '../find-faults.ts';
import { HOMEPAGE } from '../make-site.ts';
import { openPage, type OpenSite, openSite, tabTo } from '../open-site.ts';

const PHONE = { width: 360, height: 740 };
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

const query = (): string => new URL(page.url()).search;
const value = (): Promise<string | null> => page.textContent('#value');

describe('by keyboard alone', () => {
  it('goes through search, filter, map and download', async () => {
    await open(`${opened.served.address}index.html`, { viewport: DESK, acceptDownloads: true });
    // Search: a word, its hits, one of them.
    await tabTo(page, '#search');
    await page.keyboard.type('aarioo');
    await page.locator('#search-list li').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const active = await page.getAttribute('#search', 'aria-activedescendant');
    expect(await page.textContent(`#${active!}`)).toMatch(/^\s*Ääriö\s/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/kunnat\/\d+\.html$/);
    expect(await page.innerText('h1')).toBe('Ääriö');
    await page.goBack();
    // Filter: a fund.
    await tabTo(page, '#filters > summary');
    await page.keyboard.press('Enter');
    await page.locator('#explore-status:empty').waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.querySelector('#facets a[href*="?"]') !== null);
    await tabTo(page, '#facets a[href*="status="]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?status=/);
    expect(await page.locator('.chip').count()).toBeGreaterThan(0);
    expect(await findFaults(page)).toEqual([]);
    // Map: one stop, arrows to the neighbours, Enter to choose.
    await tabTo(page, '#map a');
    const first = await value();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    const second = await value();
    expect(second).toMatch(/: /);
    expect([first, second].every((text) => text !== null && text !== '')).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/place=municipality-/);
    const chosen = /municipality-(\w+)/.exec(page.url())![1]!;
    expect(await page.locator('#areas tr[aria-current]').count()).toBe(1);
    expect(await page.getAttribute(`#map a[data-code="${chosen}"]`, 'tabindex')).toBe('0');
    expect(await page.locator('#map a[tabindex="0"]').count()).toBe(1);
    // Download: what the table shows.
    await tabTo(page, '#downloads a[data-download="table"]');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const rows: Record<string, string>[] = parse(await text(await download.createReadStream()), { columns: true });
    expect(rows.map((row) => row['name'])).toEqual(
      (await page.locator('#areas tbody th, #areas tfoot th').allInnerTexts()).map((text) => text.trim()),
    );
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('an address', () => {
  it('gives its view again, and going back the one before', async () => {
    await open(`${opened.served.address}index.html`, { viewport: PHONE });
    await page.click('#measures a:has-text("Myönnetty")');
    await page.waitForURL(/measure=granted/);
    await page.locator('#map a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/place=/);
    const seen = await page.innerText('main');
    const address = page.url();
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('place'));
    expect(query()).toBe('?measure=granted');
    await page.goto(address);
    await page.locator('#areas tr[aria-current]').waitFor();
    expect(await page.innerText('main')).toBe(seen);
    await context.close();
  });
});

describe('the page of each measure', () => {
  it('has an address of its own in every language, which the others link', async () => {
    for (const language of ['', 'sv/', 'en/'])
      for (const measure of MEASURES) {
        const file = `mittari/${measure.replaceAll('_', '-')}.html`;
        const html = opened.site.read(language + file);
        expect(html).toContain(`<link rel="canonical" href="${HOMEPAGE}${language}${file}"`);
        for (const [code, other] of [
          ['fi', ''],
          ['sv', 'sv/'],
          ['en', 'en/'],
        ] as const)
          expect(html).toContain(`hreflang="${code}" href="${HOMEPAGE}${other}${file}"`);
        expect(opened.site.read(`${language}index.html`)).toContain(file);
      }
    await open(`${opened.served.address}index.html`, { viewport: DESK, javaScriptEnabled: false });
    for (const index of MEASURES.keys()) {
      await page.locator('#measures a').nth(index).click();
      expect(page.url()).toContain(`mittari/${MEASURES[index]!.replaceAll('_', '-')}.html`);
      expect(await page.locator('#measures a').nth(index).getAttribute('aria-current')).toBe('true');
    }
    await context.close();
  });

  it('keeps its measure when something is filtered, and names another one in its address', async () => {
    for (const measure of ['projects', 'realised', 'per_inhabitant'] as const) {
      const address = `${opened.served.address}mittari/${measure.replaceAll('_', '-')}.html`;
      await open(address, { viewport: DESK });
      const name = await page.innerText('#measures [aria-current]');
      await page.click('#filters > summary');
      await page.waitForFunction(() => document.querySelector('#facets a[href*="?"]') !== null);
      expect(await page.innerText('#measures [aria-current]')).toBe(name);
      await page.click('#facets a[href*="status="] >> nth=0');
      await page.waitForURL(/\?.*status=/);
      expect(await page.innerText('#measures [aria-current]')).toBe(name);
      const seen = await page.innerText('#areas');
      await page.reload();
      await page.locator('#pick .chip').first().waitFor();
      expect(await page.innerText('#areas')).toBe(seen);
      expect(await page.innerText('#measures [aria-current]')).toBe(name);
      await page.click('#measures a:has-text("Hakijat")');
      await page.waitForURL(/measure=beneficiaries/);
      await page.click(`#measures a:has-text("${name}")`);
      await page.waitForURL((url) => !url.search.includes('measure='));
      expect(await page.innerText('#measures [aria-current]')).toBe(name);
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});

describe.each([
  ['phone', PHONE],
  ['desk', DESK],
] as const)('on a %s', (_, viewport) => {
  it.each(['light', 'dark'] as const)(
    'is accessible and as wide as the screen, filtered and not, %s',
    async (colorScheme) => {
      for (const language of ['', 'sv/', 'en/']) {
        await open(`${opened.served.address}${language}index.html`, { viewport, colorScheme });
        expect(await findFaults(page)).toEqual([]);
        await page.click('#filters > summary');
        await page.waitForFunction(() => document.querySelector('#facets a[href*="?"]') !== null);
        expect(await findFaults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
        expect(complaints).toEqual([]);
        await context.close();
      }
    },
  );
});

describe('from a disk', () => {
  it('filters, selects and searches, and complains of nothing', async () => {
    await open(`file://${opened.site.folder}/index.html`, { viewport: DESK });
    await page.click('#measures a:has-text("Hakijat")');
    await page.waitForURL(/measure=beneficiaries/);
    await page.fill('#search', 's90001');
    await page.locator('#search-list li').first().waitFor();
    expect(await page.locator('#search-list li').allInnerTexts()).toHaveLength(1);
    await page.keyboard.press('Enter');
    await page.waitForURL(/S90001\.html$/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the page of all hits', () => {
  it('lists what stands in its address, shows names as text, and helps where there is nothing', async () => {
    await open(`${opened.served.address}haku.html?q=s90002`, { viewport: PHONE });
    await page.locator('#search-all .item').first().waitFor();
    expect(await page.locator('#search-all .item a').allInnerTexts()).toEqual([
      '<script>self.owned = 1</script> & "lainaus" \'x\' {name} $& </title>',
    ]);
    expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
    expect(await findFaults(page)).toEqual([]);
    await page.goto(`${opened.served.address}haku.html?q=${encodeURIComponent('Äärijjöö <b>')}`);
    await page.locator('#search-all .empty').waitFor();
    expect(await page.innerText('#search-all')).toContain('”Äärijjöö <b>”');
    expect(await page.locator('#search-all b').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('lists thirty at a time, none twice, and goes on where one was', async () => {
    await open(`${opened.served.address}haku.html`, { viewport: PHONE });
    const places = Array.from({ length: 70 }, (_, index) => [
      'municipality',
      String(index),
      `Kaala ${String(index)}`,
      '',
    ]);
    await page.route('**/scripts/places.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `self.hankekarttaPlaces = ${JSON.stringify({ places, organisations: [] })};`,
      }),
    );
    await page.goto(`${opened.served.address}haku.html?q=kaa`);
    const links = page.locator('#search-all .item a');
    await links.first().waitFor();
    const listed = () => links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(await listed()).toHaveLength(30);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6000);
    for (const count of [60, 70]) {
      const before = (await listed()).length;
      await page.click('#search-all button');
      const further = await listed();
      expect([further.length, new Set(further).size]).toEqual([count, count]);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(further[before]);
    }
    expect(await page.locator('#search-all button').isVisible()).toBe(false);
    expect(await findFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('without JavaScript', () => {
  it('has the map, the table and pages of measures and common filters, and nothing that would not work', async () => {
    await open(`${opened.served.address}index.html`, { viewport: PHONE, javaScriptEnabled: false });
    expect(await page.locator('button:visible, input:visible').count()).toBe(0);
    expect(await page.locator('#map a path').count()).toBeGreaterThan(3);
    await page.click('#measures a:has-text("Toteutunut")');
    expect(page.url()).toMatch(/mittari\/realised\.html$/);
    expect(await page.innerText('#measures [aria-current]')).toContain('Toteutunut');
    await page.click('#filters > summary');
    await page.click('#facets a[href*="rajaus"] >> nth=0');
    expect(page.url()).toMatch(/hankkeet\/rajaus\//);
    await context.close();
  });
});
