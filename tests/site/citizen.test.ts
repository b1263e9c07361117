/**
 * "What is being done here?", asked on a phone in three languages: where, how many projects, by whom and with how much. Tried on
 * collections with every municipality, whose pages are made as they are asked for.
 */
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { unpackColumns } from '../../site/explore/columns.ts';
import { readLanguages } from '../../site/language/language.ts';
import { listSiteOf, readSite, type SitePage } from '../../site/list-pages.ts';
import type { SiteData } from '../../site/model/site-data.ts';
import { visitTypes } from '../../site/page-types.ts';
import { areaPath } from '../../site/paths.ts';
import { createFinder } from '../../site/search/find.ts';
import { listEntries } from '../../site/search/list-entries.ts';
import { buildCollection, type Collection, COLLECTIONS } from './collections.ts';
import { ROOT } from './make-site.ts';
import { measureLayout, PHONE } from './measure-layout.ts';
import { findMisses, WAYS } from './search/queries.ts';
import { type Served, servePages } from './serve-folder.ts';

const LANGUAGES = readLanguages(ROOT);
/** In milliseconds: there are thousands of projects, and a machine may have other work. */
const PATIENCE = 300_000;
/** A place as people would write it, in its language, with the code of its municipality. */
const ASKED: readonly (readonly [query: string, language: 'fi' | 'sv' | 'en', code: string])[] = [
  ['rovaniemellä', 'fi', '698'],
  ['Kemissä', 'fi', '240'],
  ['lapinlahti', 'fi', '402'],
  ['00100', 'fi', '091'],
  ['Vasa', 'sv', '905'],
  ['pedersore', 'sv', '599'],
  ['Helsingfors', 'sv', '091'],
  ['Kuopio', 'en', '297'],
  ['jyvaskyla', 'en', '179'],
];

describe.each(COLLECTIONS)('%s', (name, isThere) => {
  let collection: Collection | undefined;
  let data: SiteData;
  let pages: ReadonlyMap<string, SitePage>;
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    if (!isThere) return;
    collection = await buildCollection(name);
    const options = { data: path.join(collection.folder, 'dist'), root: ROOT };
    data = readSite(options);
    pages = new Map(listSiteOf(data, options).pages.map((page) => [page.path, page]));
    served = await servePages(pages, ROOT);
    browser = await chromium.connect(inject('browserEndpoint'));
  }, PATIENCE);
  afterAll(async () => {
    if (collection === undefined) return;
    await browser.close();
    await served.close();
    collection.remove();
  });

  /** What the page of a municipality has to answer, as the published tables have it. */
  function readAnswer(code: string, prefix: string) {
    const area = data.findArea('municipality', code)!;
    const counted = data.projectsIn('municipality', code, 'target').filter(({ status }) => status !== 'cancelled');
    const makers = new Set(counted.map(({ beneficiary_name: maker }) => maker).filter((maker) => maker !== undefined));
    const language = LANGUAGES.find((each) => each.prefix === prefix)!;
    return { area, counted, makers, language };
  }

  async function expectAnswer(page: Page, code: string, prefix: string): Promise<void> {
    const { area, counted, makers, language } = readAnswer(code, prefix);
    expect(await page.innerText('h1')).toBe(language.nameOf(area));
    const sentence = await page.innerText('.sentence');
    expect(sentence.toLowerCase()).toContain(language.placeIn('municipality', area).toLowerCase());
    if (counted.length === 0) {
      // Known to be none, or not known; then what is said of the place stands in the other blocks.
      expect(sentence).not.toMatch(/\d/);
    } else {
      expect(sentence).toContain(language.count('euProjects', counted.length));
      expect(sentence).toContain(language.wholeEuros(area.funding_granted_eu_state));
      expect(await page.locator('.answer a').count()).toBe(Math.min(3, makers.size));
    }
    const { firstProject } = await measureLayout(page);
    const isAnywhere = (await page.locator('.blocks .item').count()) > 0;
    expect(firstProject ?? (isAnywhere ? Infinity : 0)).toBeLessThanOrEqual(1.5);
  }

  it.skipIf(!isThere)(
    'is answered in two actions: a place is written, Enter is pressed',
    async () => {
      for (const [query, code, municipality] of ASKED) {
        const prefix = LANGUAGES.find((language) => language.code === code)!.prefix;
        const context = await browser.newContext({ viewport: PHONE });
        const page = await context.newPage();
        await page.goto(`${served.address}${prefix}index.html`);
        await page.fill('#search', query);
        await page.locator('#search-list li').first().waitFor();
        await page.press('#search', 'Enter');
        await page.waitForURL(`**/${areaPath('municipality', municipality)}`);
        await expectAnswer(page, municipality, prefix);
        await context.close();
      }
    },
    PATIENCE,
  );

  it.skipIf(!isThere)(
    'is asked of every municipality however its name is written: among the first three hits, beside organisations and projects',
    () => {
      const window: { hankekarttaPlaces?: unknown; hankekarttaProjects?: unknown } = {};
      for (const file of ['scripts/places.js', 'scripts/projects.js'])
        runInNewContext(pages.get(file)!.render(), { self: window });
      const finder = createFinder(listEntries(window.hankekarttaPlaces, unpackColumns(window.hankekarttaProjects)));
      let [tried, missed] = [0, 0];
      for (const [way, write] of Object.entries(WAYS)) {
        const found = findMisses(finder, data.areas.municipality, write);
        expect(found.share, `${way}: ${found.missed.join(', ')}`).toBeGreaterThanOrEqual(0.98);
        tried += found.tried;
        missed += found.missed.length;
      }
      console.log(`${name}: ${tried} ways to ask for a municipality, ${missed} not among the first three hits`);
    },
    PATIENCE,
  );

  it.skipIf(!isThere)(
    'is answered without JavaScript in three clicks on links, wherever one lives',
    async () => {
      for (const { prefix } of LANGUAGES) {
        // The map's links are left out: a small area is hard to hit.
        const linksOf = (file: string): string[] => {
          const markup = pages
            .get(file)!
            .render()
            .replaceAll(/<svg[\s\S]*?<\/svg>/g, '');
          const base = new URL(file, 'https://a.example/');
          return [...markup.matchAll(/<a href="([^"#?]+)/g)].map(([, href]) => new URL(href!, base).pathname.slice(1));
        };
        const steps = new Map([[`${prefix}index.html`, 0]]);
        for (const [file, step] of steps) {
          if (step === 3 || !/^(?:\w\w\/)?(?:index|(?:kunnat|maakunnat)\/.*)\.html$/.test(file)) continue;
          for (const target of linksOf(file)) if (!steps.has(target) && pages.has(target)) steps.set(target, step + 1);
        }
        const far = data.areas.municipality.filter(({ code }) => !steps.has(prefix + areaPath('municipality', code)));
        expect(far.map(({ name_fi: place }) => place)).toEqual([]);
        expect(data.areas.municipality.length).toBe(308);
      }
      // Who knows the name and nothing else: the list, its part, the place.
      const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${served.address}sv/index.html`);
      await page.click('.hint a >> nth=0');
      const { language, area } = readAnswer('599', 'sv/');
      const parts = await page.locator('.tabs >> nth=1 >> a').allInnerTexts();
      const collator = new Intl.Collator('sv');
      const part = parts.findIndex((ends) => collator.compare(ends.split('–').at(-1)!, language.nameOf(area)) >= 0);
      await page.locator('.tabs').nth(1).locator('a').nth(part).click();
      await page.click(`table a:text-is("${language.nameOf(area)}")`);
      await expectAnswer(page, '599', 'sv/');
      await context.close();
    },
    PATIENCE,
  );

  it.skipIf(!isThere)(
    'no page of any type is long, wide, far from its first result or cut',
    async () => {
      const context = await browser.newContext({ viewport: PHONE });
      const page = await context.newPage();
      const wrong: string[] = [];
      let tallest = 0;
      let most = 0;
      let measured = 0;
      for (const [type, files] of listFilesByType(data)) {
        // The longest of some that lie far apart, in a language that changes with the type.
        const step = Math.max(1, Math.floor(files.length / 24));
        const some = files.filter((_, index) => index % step === 0);
        const { prefix } = LANGUAGES[measured % LANGUAGES.length]!;
        const longest = some
          .map((file) => prefix + file)
          .toSorted((a, b) => pages.get(b)!.render().length - pages.get(a)!.render().length)
          .slice(0, 2);
        for (const file of longest) {
          await page.goto(served.address + file);
          const { width, height, stops, cut } = await measureLayout(page);
          tallest = Math.max(tallest, height);
          most = Math.max(most, stops);
          measured += 1;
          if (width !== PHONE.width || height > 6000 || stops > 60 || cut.length > 0)
            wrong.push(`${type} ${file}: ${width} × ${height}, ${stops} stops, ${cut.join('; ')}`);
        }
      }
      await context.close();
      console.log(`${name}: ${measured} pages, at most ${tallest} px high, ${most} stops before the first result`);
      expect(wrong).toEqual([]);
      expect(measured).toBeGreaterThan(40);
    },
    PATIENCE,
  );
});

/** Paths of the Finnish pages of each type that has any. */
function listFilesByType(data: SiteData): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, readonly string[]>();
  visitTypes({
    page(type) {
      const files = type.list(data).map((key) => type.path(key));
      if (files.length > 0) types.set(type.name, files);
    },
    file: () => undefined,
  });
  return types;
}
