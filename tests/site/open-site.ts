import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { type MadeSite, makeSite } from './make-site.ts';
import { type Served, serveFolder } from './serve-folder.ts';

/** The site of the fixture, served, and a browser to look at it with. */
export interface OpenSite {
  readonly site: MadeSite;
  readonly served: Served;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

export async function openSite(): Promise<OpenSite> {
  const site = await makeSite();
  const served = await serveFolder(site.folder);
  const browser = await chromium.connect(inject('browserEndpoint'));
  return {
    site,
    served,
    browser,
    async close() {
      await browser.close();
      await served.close();
      site.remove();
    },
  };
}

/** A page in a context of its own, and all that it complained of. */
export interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: readonly string[];
}

export async function openPage(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0],
): Promise<OpenPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { context, page, complaints };
}

/** Presses Tab until an element that fits has the focus. @returns how often */
export async function tabTo(page: Page, selector: string, most = 60): Promise<number> {
  for (let press = 1; press <= most; press += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return press;
  }
  throw new Error(`no ${selector} within ${most} tab stops`);
}
