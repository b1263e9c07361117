/** Search engines are told of every page at its one address, and of no other. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../site/address.ts';
import { listSitemaps } from '../../site/sitemap.ts';
import { HOMEPAGE, type MadeSite, makeSite } from './make-site.ts';

let site: MadeSite;

beforeAll(async () => {
  site = await makeSite();
});

afterAll(() => site.remove());

/** Pages that no search engine is to list: of a missing address, and those in other people's frames. */
const isUnlisted = (page: string): boolean => /^(?:sv\/|en\/)?(?:404\.html$|upote\/)/.test(page);

function listLocations(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
}

describe('the sitemap', () => {
  it('holds every page but that of a missing address and the embeds, once', () => {
    const pages = site.list().filter((page) => !isUnlisted(page));
    const expected = pages.map((page) => addressOf(HOMEPAGE, page)).sort();
    expect(listLocations(site.read('sitemap.xml')).sort()).toEqual(expected);
  });

  it('leaves out no page whose name ends as that of a missing address', async () => {
    const other = await makeSite((data) => {
      const file = path.join(data, 'removed.json');
      const removed = JSON.parse(readFileSync(file, 'utf8')) as { project_id: string }[];
      writeFileSync(file, JSON.stringify([...removed, { ...removed[0], project_id: '404' }]));
    });
    expect(listLocations(other.read('sitemap.xml'))).toContain(`${HOMEPAGE}hankkeet/404.html`);
    other.remove();
  });

  it('names each page as the page names itself', () => {
    const canonical = site.list().flatMap((page) => {
      const found = [...site.read(page).matchAll(/<link rel="canonical" href="([^"]*)"/g)].map(([, href]) => href);
      expect(found, page).toHaveLength(isUnlisted(page) ? 0 : 1);
      return found;
    });
    expect(canonical.sort()).toEqual(listLocations(site.read('sitemap.xml')).sort());
  });

  it('is found through robots.txt', () => {
    expect(site.read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${HOMEPAGE}sitemap.xml\n`);
  });

  it('is divided where one file would hold too much', () => {
    const files = new Map(
      listSitemaps(HOMEPAGE, ['index.html', 'a&b.html', 'ä.html'], 2).map(({ path, text }) => [path, text]),
    );
    expect([...files.keys()]).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml', 'robots.txt']);
    expect(listLocations(files.get('sitemap.xml')!)).toEqual([`${HOMEPAGE}sitemap-1.xml`, `${HOMEPAGE}sitemap-2.xml`]);
    expect(listLocations(files.get('sitemap-1.xml')!)).toEqual([HOMEPAGE, `${HOMEPAGE}a%26b.html`]);
    expect(listLocations(files.get('sitemap-2.xml')!)).toEqual([`${HOMEPAGE}%C3%A4.html`]);
  });
});
