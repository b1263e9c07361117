import { html } from './html.ts';
import { addressOf } from './address.ts';

/** A file of the site by its path. */
interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Addresses that one file may hold, as sitemaps.org says. */
export const SITEMAP_LIMIT = 50_000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * `sitemap.xml` with the address of every page, and `robots.txt` that names it. More pages than one file may hold go into
 * `sitemap-1.xml` and so on, and `sitemap.xml` lists those. No page says when it changed: releases do not date pages.
 * @param homepage with a final slash
 * @param pages paths in the site
 */
export function listSitemaps(homepage: string, pages: readonly string[], limit = SITEMAP_LIMIT): TextFile[] {
  const parts: string[][] = [];
  for (let start = 0; start < pages.length; start += limit) parts.push(pages.slice(start, start + limit));
  const files =
    parts.length < 2
      ? [{ path: 'sitemap.xml', text: writeUrls(homepage, pages) }]
      : [
          { path: 'sitemap.xml', text: writeIndex(homepage, parts.length) },
          ...parts.map((part, index) => ({ path: partPath(index), text: writeUrls(homepage, part) })),
        ];
  return [...files, { path: 'robots.txt', text: `User-agent: *\nAllow: /\n\nSitemap: ${homepage}sitemap.xml\n` }];
}

function partPath(index: number): string {
  return `sitemap-${index + 1}.xml`;
}

function writeUrls(homepage: string, pages: readonly string[]): string {
  const urls = pages.map((page) => html`<url><loc>${addressOf(homepage, page)}</loc></url> `);
  return `${DECLARATION}${html`<urlset xmlns="${NAMESPACE}">${urls}</urlset>`.markup}\n`;
}

function writeIndex(homepage: string, count: number): string {
  const maps = Array.from(
    { length: count },
    (_, index) => html`<sitemap><loc>${homepage + partPath(index)}</loc></sitemap> `,
  );
  return `${DECLARATION}${html`<sitemapindex xmlns="${NAMESPACE}">${maps}</sitemapindex>`.markup}\n`;
}
