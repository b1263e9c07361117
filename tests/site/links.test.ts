/** Every link of every page leads to a file that exists, and a fragment to an id that is there. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeSite, makeSite } from './make-site.ts';

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

describe('links', () => {
  it('lead somewhere', () => {
    const broken: string[] = [];
    let checked = 0;
    for (const page of site.list()) {
      const html = site.read(page);
      for (const address of listAddresses(html)) {
        if (/^[a-z]+:/.test(address)) continue;
        const [target = '', fragment] = address.split('#');
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
        .flatMap((page) => listAddresses(site.read(page)).filter((address) => /^(?:[a-z]+:|\/)/i.test(address))),
    );
    expect([...outside].sort()).toEqual([
      'http://www.kuvitela.example',
      'https://creativecommons.org/licenses/by/4.0/',
      'https://creativecommons.org/licenses/by/4.0/deed.en',
      'https://creativecommons.org/licenses/by/4.0/deed.fi',
      'https://creativecommons.org/licenses/by/4.0/deed.sv',
      'https://lahde.example/S90001',
    ]);
  });

  it('reach every page from the front page', () => {
    const seen = new Set<string>();
    const queue = ['index.html'];
    for (let page = queue.pop(); page !== undefined; page = queue.pop()) {
      if (seen.has(page)) continue;
      seen.add(page);
      const folder = path.posix.dirname(page);
      const targets = listAddresses(site.read(page)).filter((address) => /^[^:#]*\.html$/.test(address));
      queue.push(...targets.map((address) => path.posix.join(folder, decodeURIComponent(address))));
    }
    // A withdrawn project keeps its address for those who have it; the other is for addresses that nobody has.
    expect(site.list().filter((page) => !seen.has(page))).toEqual(['404.html', 'hankkeet/S90009.html']);
  });
});
