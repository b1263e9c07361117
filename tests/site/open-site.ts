import { type Browser, chromium } from 'playwright-core';
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
