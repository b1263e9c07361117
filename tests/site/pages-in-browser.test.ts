/** Every type of page in real Chromium: accessible, narrow enough for a phone, self-contained, quiet, and whole without a script. */
import { type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSiteData } from '../../site/model/site-data.ts';
import { readPublished } from '../../site/model/published.ts';
import { visitTypes } from '../../site/page-types.ts';
import { findFaults, findFaultsInTheDark } from './find-faults.ts';
import { PAGE_TYPES, PAGES_IN_EACH_LANGUAGE } from './make-site.ts';
import { measureLayout, PHONE } from './measure-layout.ts';
import { type OpenSite, openSite } from './open-site.ts';

/** All three languages of every page, where `LANGUAGES=all` asks for them. */
const FILES = process.env['LANGUAGES'] === 'all' ? PAGES_IN_EACH_LANGUAGE : PAGE_TYPES;
/** In pixels on a phone: nobody scrolls further. */
const LONGEST_PAGE = 6000;
const DESK = { width: 1280, height: 900 };

let opened: OpenSite;

beforeAll(async () => {
  opened = await openSite();
});

afterAll(() => opened.close());

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors, warnings, refused and failed requests, and whatever the content security policy stopped. */
  readonly complaints: string[];
  readonly requests: string[];
}

async function visit(file: string, options: BrowserContextOptions): Promise<Visit> {
  const context = await opened.browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(opened.served.address + file);
  return { page, context, complaints, requests };
}

describe.each(FILES)('%s', (file) => {
  it('on a phone and on a desk, in both themes: accessible, self-contained, and nothing cut or to complain of', async () => {
    const { page, context, complaints, requests } = await visit(file, { viewport: PHONE });
    const injected = await page.evaluate(() => 'owned' in globalThis);
    const { width, height, stops, cut } = await measureLayout(page);
    const faults = [await findFaults(page), await findFaultsInTheDark(page)];
    await page.setViewportSize(DESK);
    const indent = await page.evaluate(() => getComputedStyle(document.querySelector('.wrap')!).paddingLeft);
    faults.push(await findFaults(page), await findFaultsInTheDark(page));
    await context.close();
    expect(faults).toEqual([[], [], [], []]);
    expect(width).toBe(PHONE.width);
    expect(height).toBeLessThanOrEqual(LONGEST_PAGE);
    expect(stops).toBeLessThanOrEqual(60);
    expect(cut).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(opened.served.address))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(injected).toBe(false);
    // The stylesheet was there and allowed.
    expect(indent).not.toBe('0px');
  });

  it('without JavaScript: whole, and no control that would not work', async () => {
    const { page, context } = await visit(file, { viewport: DESK, javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    const controls = await page.locator(':is(input, select, button):visible').count();
    await context.close();
    expect(controls).toBe(0);
    expect(text.length).toBeGreaterThan(50);
  });
});

describe('the pages that are looked at', () => {
  it('are of every type', () => {
    const data = createSiteData(readPublished(opened.site.folder));
    const missing: string[] = [];
    visitTypes({
      page(type) {
        const files = new Set<string>(type.list(data).map((key) => type.path(key)));
        if (!PAGE_TYPES.some((file) => files.has(file.replace(/^(?:sv|en)\//, '')))) missing.push(type.name);
      },
      file: () => undefined,
    });
    expect(missing).toEqual([]);
  });
});

describe('from a disk', () => {
  it('is styled, complains of nothing, and goes from page to page and to the other languages', async () => {
    const context = await opened.browser.newContext({ viewport: DESK });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto(`file://${opened.site.folder}/kunnat/091.html`);
    const columns = await page.evaluate(() => getComputedStyle(document.querySelector('main')!).display);
    await page.click('.items a');
    const project = await page.locator('h1').innerText();
    await page.click('.languages a[lang="sv"]');
    const language = await page.evaluate(() => document.documentElement.lang);
    const same = await page.locator('h1').innerText();
    await context.close();
    expect(columns).toBe('grid');
    expect([project, same, language]).toEqual(['Äänetön hanke', 'Äänetön hanke', 'sv']);
    expect(complaints).toEqual([]);
  });
});

describe('the source of a value', () => {
  it('opens under the value by keyboard, without a script, and costs no height while it is closed', async () => {
    const { page, context } = await visit('hankkeet/S90001.html', { viewport: PHONE, javaScriptEnabled: false });
    const summary = page.locator('.row .src summary').first();
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('.money .row')].map((row) => row.getBoundingClientRect().height),
    );
    await summary.focus();
    await page.keyboard.press('Enter');
    const shown = await page.locator('.src[open] .quote').innerText();
    await context.close();
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(2);
    expect(shown.replaceAll('\u00a0', ' ')).toBe('rivi 83 Myönnetty EU- ja valtion rahoitus: 391 780');
  });
});

describe('a table of words', () => {
  it.each(['sanasto.html', 'sv/sanasto-2.html', 'en/schemas/1.0/projects.html'])(
    '%s is read on a phone without scrolling sideways, each cell with the heading of its column, and is a table on a desk',
    async (file) => {
      const { page, context } = await visit(file, { viewport: PHONE });
      const measure = () =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.querySelector('.scroll')!;
          const [cell] = document.querySelectorAll('.stacked tbody [data-label]');
          return {
            hidden: scrollWidth - clientWidth,
            said: getComputedStyle(cell!, '::before').content,
            label: cell!.getAttribute('data-label'),
          };
        });
      const phone = await measure();
      const roles = await page.locator('.stacked').ariaSnapshot();
      await page.setViewportSize(DESK);
      const desk = await measure();
      await context.close();
      expect(phone.hidden).toBeLessThanOrEqual(0);
      expect(phone.said).toBe(`"${phone.label!}: "`);
      expect(roles).toMatch(/^- table[\s\S]*- row /);
      expect(desk.said).toBe('none');
    },
  );
});

describe('keyboard', () => {
  it('skips to the content', async () => {
    const { page, context } = await visit('hankkeet/index.html', { viewport: DESK });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await context.close();
  });
});

describe('in print', () => {
  it.each([
    ['hankkeet/S90001.html', 'Täysi esimerkki'],
    ['kunnat/091.html', 'Hankkeet, jotka nimeävät kunnan'],
    ['index.html', 'Uusimmat hankkeet'],
  ])('%s has its content and none of the ways around it', async (file, content) => {
    const { page, context } = await visit(file, { viewport: DESK });
    await page.emulateMedia({ media: 'print' });
    const ways = '.top nav, .pager, .src, button, input, .more > summary, .embed-code';
    const shown = await page.locator(`:is(${ways}):visible`).count();
    const text = await page.locator('main').innerText();
    await context.close();
    expect(shown).toBe(0);
    expect(text).toContain(content);
  });
});

describe('in forced colours', () => {
  it('what is current is underlined, and maps keep their fills', async () => {
    const { page, context } = await visit('kunnat/091.html', { viewport: DESK, forcedColors: 'active' });
    const decoration = await page.evaluate(
      () => getComputedStyle(document.querySelector('.menu [aria-current]')!).textDecorationLine,
    );
    const adjust = await page.evaluate(() =>
      getComputedStyle(document.querySelector('.map')!).getPropertyValue('forced-color-adjust'),
    );
    await context.close();
    expect(decoration).toBe('underline');
    expect(adjust).toBe('none');
  });
});
