/** Every type of page in real Chromium: accessible, narrow enough for a phone, self-contained, quiet, and whole without a script. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type MadeSite, makeSite, PAGE_TYPES } from './make-site.ts';
import { type Served, serveFolder } from './serve-folder.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

let site: MadeSite;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  site = await makeSite();
  served = await serveFolder(site.folder);
  browser = await chromium.connect(inject('browserEndpoint'));
});

afterAll(async () => {
  await browser.close();
  await served.close();
  site.remove();
});

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors, warnings, refused and failed requests, and whatever the content security policy stopped. */
  readonly complaints: string[];
  readonly requests: string[];
}

async function visit(file: string, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(served.address + file);
  return { page, context, complaints, requests };
}

async function listFaults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? axe.withTags(TAGS) : axe.withRules(rules)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe.each(PAGE_TYPES)('%s', (file) => {
  it('on a phone: accessible, and no sideways scrolling', async () => {
    const { page, context } = await visit(file, { viewport: PHONE });
    const faults = await listFaults(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await context.close();
    expect(faults).toEqual([]);
    expect(width).toBe(PHONE.width);
  });

  it('on a desk: accessible, self-contained, and nothing for the browser to complain of', async () => {
    const { page, context, complaints, requests } = await visit(file, { viewport: DESK });
    const injected = await page.evaluate(() => 'owned' in globalThis);
    const indent = await page.evaluate(() => getComputedStyle(document.querySelector('.wrap')!).paddingLeft);
    const faults = await listFaults(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const faintInTheDark = await listFaults(page, ['color-contrast']);
    await context.close();
    expect(requests.filter((url) => !url.startsWith(served.address))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(injected).toBe(false);
    // The stylesheet was there and allowed.
    expect(indent).not.toBe('0px');
    expect(faults).toEqual([]);
    expect(faintInTheDark).toEqual([]);
  });

  it('without JavaScript: whole, and no search box that would not work', async () => {
    const { page, context } = await visit(file, { viewport: DESK, javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    const searches = await page.locator('.search:visible').count();
    await context.close();
    expect(searches).toBe(0);
    expect(text.length).toBeGreaterThan(50);
  });
});

describe('from a disk', () => {
  it('is styled, searches and complains of nothing', async () => {
    const context = await browser.newContext({ viewport: DESK });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto(`file://${site.folder}/index.html`);
    await page.fill('#search', 'ääri');
    await page.locator('#search-results li').first().waitFor();
    const found = await page.locator('#search-results li').allInnerTexts();
    const columns = await page.evaluate(() => getComputedStyle(document.querySelector('.figures')!).display);
    await context.close();
    expect(found.map((text) => text.replace(/\s+/g, ' '))).toEqual(['Ääriö Kunta', 'Ääriön seutu Seutukunta']);
    expect(columns).toBe('grid');
    expect(complaints).toEqual([]);
  });
});

describe('search', () => {
  it('finds by code and by Swedish name, shows hostile names as text, and leads to the page', async () => {
    const { page, context } = await visit('hankkeet/index.html', { viewport: PHONE });
    const search = async (query: string): Promise<string[]> => {
      await page.fill('#search', query);
      await page.locator('#search-status:not(:empty)').waitFor();
      return page.locator('#search-results a').allInnerTexts();
    };
    expect(await search('påhittsby')).toEqual(['Kuvitela']);
    expect(await search('s90002')).toEqual(['<script>self.owned = 1</script> & "lainaus" \'x\' {name} $& </title>']);
    expect(await search('ei mitään tällaista')).toEqual([]);
    expect(await page.locator('#search-status').innerText()).toBe('Ei osumia.');
    await search('s90001');
    await page.locator('#search-results a').click();
    expect(await page.locator('h1').innerText()).toBe('Täysi esimerkki');
    await context.close();
  });
});

describe('keyboard', () => {
  it('skips to the content, and goes through the map region by region', async () => {
    const { page, context } = await visit('index.html', { viewport: DESK });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const stops: (string | null | undefined)[] = [];
    for (let press = 0; press < 5; press += 1) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')));
    }
    await context.close();
    // After the search box; the insets repeat shapes and no links.
    expect(stops).toEqual([null, 'Keksitty-Suomi: 2 hanketta', 'Saaristola: 1 hanke', 'Satumaa: 3 hanketta', null]);
  });
});
