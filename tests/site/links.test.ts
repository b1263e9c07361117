/** Every link of every page leads to a file that exists, and a fragment to an id that is there. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOMEPAGE, type MadeSite, makeSite } from './make-site.ts';

let site: MadeSite;

beforeAll(async () => {
  site = await makeSite();
});

afterAll(() => site.remove());

/** Addresses that a page names, entities resolved. */
function listAddresses(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|data-index)="([^"]*)"/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );
}

describe('languages', () => {
  it('every page is there in each, and says where the others are', () => {
    const pages = site.list().filter((page) => !/^(?:sv|en)\//.test(page));
    expect(site.list()).toHaveLength(3 * pages.length);
    for (const page of pages.filter((each) => each !== '404.html' && !each.startsWith('upote/'))) {
      for (const prefix of ['', 'sv/', 'en/']) {
        const html = site.read(prefix + page);
        expect(html, page).toContain(`<html lang="${prefix === '' ? 'fi' : prefix.slice(0, 2)}">`);
        const alternates = [...html.matchAll(/<link rel="alternate" hreflang="(\w+)" href="([^"]+)"/g)];
        const address = (code: string, path: string): [string, string] => [
          code,
          `${HOMEPAGE}${path.replace(/(^|\/)index\.html$/, '$1')}`,
        ];
        expect(alternates.map(([, code, href]) => [code, decodeURIComponent(href!)])).toEqual([
          address('fi', page),
          address('sv', `sv/${page}`),
          address('en', `en/${page}`),
        ]);
      }
    }
  });
});

describe('links', () => {
  it('lead somewhere', () => {
    const broken: string[] = [];
    let checked = 0;
    for (const page of site.list()) {
      const html = site.read(page);
      for (const address of listAddresses(html)) {
        if (/^[a-z]+:/.test(address)) continue;
        // The page of a missing address is shown anywhere: its links begin at the root of the host.
        if (address.startsWith('/')) {
          checked += 1;
          const { pathname } = new URL(HOMEPAGE);
          const target = decodeURIComponent(address).slice(pathname.length);
          if (!address.startsWith(pathname) || !existsSync(path.join(site.folder, target)))
            broken.push(`${page} → ${address}`);
          continue;
        }
        const [target = '', fragment] = address.replace(/\?[^#]*/, '').split('#');
        const file = path.posix.join(path.posix.dirname(page), decodeURIComponent(target));
        const here = target === '' ? page : file;
        checked += 1;
        if (!existsSync(path.join(site.folder, here))) broken.push(`${page} → ${address}`);
        else if (fragment !== undefined && !site.read(here).includes(` id="${fragment}"`))
          broken.push(`${page} → ${address}`);
      }
    }
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(1000);
  });

  it('are relative, or lead to the licence or to what a source names', () => {
    const outside = new Set(
      site
        .list()
        .filter((page) => !page.endsWith('404.html'))
        .flatMap((page) => listAddresses(site.read(page)).filter((address) => /^(?:[a-z]+:|\/)/i.test(address)))
        // Where a page is in the other languages is told to those outside, in full.
        .filter((address) => !address.startsWith(HOMEPAGE)),
    );
    expect([...outside].sort()).toEqual([
      'http://www.kuvitela.example',
      'https://creativecommons.org/licenses/by/4.0/',
      'https://creativecommons.org/licenses/by/4.0/deed.en',
      'https://creativecommons.org/licenses/by/4.0/deed.fi',
      'https://creativecommons.org/licenses/by/4.0/deed.sv',
      'https://github.com/SEMICeu/DCAT-AP/issues/422',
      'https://github.com/SEMICeu/DCAT-AP/issues/87',
      'https://lahde.example/S90001',
      'https://www.saavutettavuusvaatimukset.fi/',
    ]);
  });

  it('reach every page from the front page', () => {
    const seen = new Set<string>();
    const queue = ['index.html'];
    for (let page = queue.pop(); page !== undefined; page = queue.pop()) {
      if (seen.has(page)) continue;
      seen.add(page);
      const folder = path.posix.dirname(page);
      const targets = listAddresses(site.read(page)).filter((address) => /^[^:#]*\.html(?:\?|$)/.test(address));
      queue.push(...targets.map((address) => path.posix.join(folder, decodeURIComponent(address.replace(/\?.*/, '')))));
    }
    // A withdrawn project keeps its address for those who have it; the other is for addresses that nobody has.
    expect(site.list().filter((page) => !seen.has(page))).toEqual([
      '404.html',
      'en/404.html',
      'en/hankkeet/S90009.html',
      'hankkeet/S90009.html',
      'sv/404.html',
      'sv/hankkeet/S90009.html',
    ]);
  });
});
