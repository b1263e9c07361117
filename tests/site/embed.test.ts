/** Pages for other people's frames: what stands in them, and who may frame what, in real Chromium from another origin. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createAnswer } from '../../pipeline/commands/serve/create-answer.ts';
import { HOMEPAGE, type MadeSite, makeSite } from './make-site.ts';

let site: MadeSite;
let server: Server;
let address: string;

async function listen(answer: RequestListener): Promise<[Server, string]> {
  const made = createServer(answer);
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return [made, `http://127.0.0.1:${(made.address() as AddressInfo).port}`];
}

function close(made: Server): Promise<void> {
  return new Promise((resolve) => {
    made.closeAllConnections();
    made.close(() => resolve());
  });
}

beforeAll(async () => {
  site = await makeSite(undefined, { name: 'Keksitty liitto' });
  [server, address] = await listen(createAnswer(site.folder));
});

afterAll(async () => {
  await close(server);
  site.remove();
});

const listEmbeds = (): string[] => site.list().filter((page) => /^(?:sv\/|en\/)?upote\//.test(page));

/** What people read of a page's main part, on one line. */
function readMain(file: string): string {
  const main = site.read(file).split('<main')[1]!.split('</main>')[0]!;
  return main
    .replace(/^[^>]*>/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll('&nbsp;', ' ');
}

/** The codes to copy that a page offers. */
const codesOf = (page: string): string[] =>
  [...site.read(page).matchAll(/<textarea [^>]*readonly[^>]*>([^<]*)<\/textarea\s*>/g)].map(([, code = '']) =>
    code.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );

describe('an embed', () => {
  it('is there for every area and the country, in every language', () => {
    const areas = site.list().filter((page) => /^(?:kunnat|seutukunnat|maakunnat)\/\d+\.html$/.test(page));
    const selections = ['valinta.html', 'valinta-kartta.html', 'valinta-taulukko.html'];
    const expected = [...areas, 'koko-maa.html', ...selections].flatMap((page) =>
      ['', 'sv/', 'en/'].map((prefix) => `${prefix}upote/${page}`),
    );
    expect(areas.length).toBeGreaterThan(10);
    expect(listEmbeds()).toEqual(expected.sort());
  });

  it('has the figures of its area, its newest projects with its shares, and whose data they are', () => {
    const text = readMain('upote/kunnat/091.html');
    expect(text).toContain('Kuvitela: EU-hankkeet');
    expect(text).toMatch(/EU-hanketta vähintään 2 EU ja valtio myöntäneet, kunnan osuus 130 704 € /);
    expect(text).toMatch(/Äänetön hanke .* 111 Täysi esimerkki 1\.3\.2019–31\.12\.2020 130 593 /);
    expect(text).toMatch(/Lähde: Hankekartta , Keksitty liitto\. .*CC BY 4\.0.*Tilastokeskus/);
    expect(readMain('sv/upote/kunnat/091.html')).toContain('Påhittsby: EU-projekt');
    expect(readMain('en/upote/koko-maa.html')).toMatch(/EU projects 5 /);
  });

  it('says what is not known, and makes no zero of it', () => {
    const text = readMain('upote/kunnat/504.html');
    expect(text).toMatch(/EU-hanketta ei tiedetä .* ei tiedetä .* ei tiedetä /);
    expect(text).toContain('Yksikään lähde ei nimeä');
  });

  it('of an area runs no script', () => {
    for (const page of listEmbeds().filter((each) => !each.includes('/valinta')))
      expect(site.read(page), page).not.toContain('<script');
  });

  it('is listed nowhere, says whose data it shows, and leads out of its frame', () => {
    for (const page of listEmbeds()) {
      const html = site.read(page);
      expect(html, page).toContain('<meta name="robots" content="noindex" />');
      expect(html, page).toMatch(/href="https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/[^"]*"/);
      expect(html, page).toContain('Keksitty liitto');
      const links = html.match(/<a\s[^>]*>/g) ?? [];
      expect(links.length, page).toBeGreaterThan(2);
      for (const link of links) expect(link, page).toMatch(/target="_blank" rel="(?:license )?noopener"/);
    }
  });

  it('is offered as code on the page that it is of, with its absolute address', () => {
    expect(codesOf('sv/kunnat/091.html')[0]).toBe(
      `<iframe src="${HOMEPAGE}sv/upote/kunnat/091.html" title="Påhittsby: EU-projekt" width="100%" height="1250" loading="lazy"></iframe>`,
    );
    expect(codesOf('index.html').at(-1)).toContain(`src="${HOMEPAGE}upote/koko-maa.html"`);
  });

  it('of a selection is offered where projects are narrowed, with the measure or the values of the page', () => {
    const codes = codesOf('en/mittari/granted.html');
    expect(codes).toHaveLength(4);
    expect(codes[1]).toBe(
      `<iframe src="${HOMEPAGE}en/upote/valinta-kartta.html?measure=granted" title="The whole country: EU projects" width="100%" height="1250" loading="lazy"></iframe>`,
    );
    expect(codesOf('hankkeet/rajaus/tila/ongoing/14.html')[0]).toContain(
      `src="${HOMEPAGE}upote/valinta.html?place=region-14&amp;measure=projects&amp;status=ongoing" title="`,
    );
    expect(codesOf('hankkeet/rajaus/paikka/unknown.html')).toEqual([]);
  });
});

describe('the server', () => {
  it('refuses frames for everything but the embeds', async () => {
    const policyOf = async (name: string) =>
      (await fetch(address + name)).headers.get('content-security-policy')?.split('; ') ?? [];
    for (const name of ['/upote/koko-maa.html', '/upote/kunnat/091', '/sv/upote/valinta.html?fund=ESF']) {
      const policy = await policyOf(name);
      expect(policy, name).toContain("default-src 'none'");
      expect(policy.filter((part) => part.startsWith('frame-ancestors'))).toEqual([]);
    }
    const others = ['/', '/kunnat/091.html', '/data/upote/', '/upote/missing.html', '/upote/..%2findex.html'];
    for (const name of others) expect(await policyOf(name), name).toContain("frame-ancestors 'none'");
  });
});

describe('in Chromium, from another origin', () => {
  let browser: Browser;
  let host: Server;
  let hostAddress: string;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browserEndpoint'));
    [host, hostAddress] = await listen((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      // As strict as a page can be that frames another one.
      response.setHeader('Content-Security-Policy', `default-src 'none'; frame-src ${address}`);
      response.end(
        `<!doctype html><title>x</title><iframe src="${address}${searchParams.get('page') ?? ''}"></iframe>`,
      );
    });
  });
  afterAll(async () => {
    await browser.close();
    await close(host);
  });

  async function frame(page: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(error.message));
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).origin));
    await tab.goto(`${hostAddress}/?page=${encodeURIComponent(page)}`);
    return { context, tab, inner: tab.frameLocator('iframe'), complaints, asked };
  }

  it.each(['/upote/kunnat/091.html', '/upote/koko-maa.html'])(
    '%s is shown, and its links open a window',
    async (page) => {
      const { context, inner, complaints } = await frame(page);
      expect(await inner.locator('h1').innerText()).toContain('EU-hankkeet');
      expect(await inner.locator('svg.map path').count()).toBeGreaterThan(5);
      const opened = context.waitForEvent('page');
      await inner.locator('tbody a').first().click();
      const other = await opened;
      await other.waitForLoadState();
      const [url, opener] = [other.url(), await other.evaluate(() => window.opener === null)];
      await context.close();
      expect(url).toMatch(/\/hankkeet\/[^/]+\.html$/);
      expect(opener).toBe(true);
      expect(complaints).toEqual([]);
    },
  );

  it.each(['/index.html', '/kunnat/091.html', '/upote/..%2findex.html'])('%s refuses', async (page) => {
    const { context, inner, complaints } = await frame(page);
    const shown = await inner.locator('main').count();
    await context.close();
    expect(shown).toBe(0);
    expect(complaints.join(' ')).toContain('frame-ancestors');
  });

  /** What people read of the parts that follow a selection. */
  const readParts = async (page: Page | FrameLocator) => {
    const parts: Record<string, string> = {};
    for (const id of ['figures', 'explained', 'legend', 'areas', 'projects'])
      parts[id] = (await page.locator(`#${id}`).innerText()).replaceAll(/\s+/g, ' ').trim();
    return parts;
  };
  const paint = (page: Page | FrameLocator) =>
    page.locator('#map a path').evaluateAll((paths) => paths.map((path) => path.getAttribute('class')).join(' '));

  it('a selection is what Explore shows of it, by the code that Explore offers of it', async () => {
    const context = await browser.newContext();
    const explore = await context.newPage();
    await explore.goto(`${address}/sv/index.html?place=region-14&status=ended&measure=granted`);
    await explore.locator('.chip').first().waitFor();
    const code = await explore.locator('#upotuskoodi-both').inputValue();
    const expected = await readParts(explore);
    const painted = await paint(explore);
    await context.close();
    const title = 'Sagolandet, Avslutat: EU-projekt';
    expect(code).toBe(
      `<iframe src="${HOMEPAGE}sv/upote/valinta.html?place=region-14&amp;measure=granted&amp;status=ended" title="${title}" width="100%" height="2800" loading="lazy"></iframe>`,
    );
    const own = /src="([^"]*)"/.exec(code)![1]!.replaceAll('&amp;', '&').replace(HOMEPAGE, '/');
    const shown = await frame(own);
    await shown.inner.locator(`#embed-title:text("${title}")`).waitFor();
    const { areas, ...parts } = await readParts(shown.inner);
    const paintedHere = await paint(shown.inner);
    const explored = shown.context.waitForEvent('page');
    await shown.inner.locator('#explore').click();
    const opened = new URL((await explored).url());
    const links = await shown.inner.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('target')));
    await shown.context.close();
    // Links to other selections are no part of a frame.
    const { areas: whole = '', ...others } = expected;
    expect(whole).toContain(areas);
    expect(parts).toEqual(others);
    expect(paintedHere).toBe(painted);
    expect(opened.pathname + opened.search).toMatch(
      /^\/sv\/index.html\?place=region-14&(measure=granted&)?status=ended$/,
    );
    expect(new Set(links)).toEqual(new Set(['_blank']));
    expect(shown.complaints).toEqual([]);
    expect(new Set(shown.asked)).toEqual(new Set([address, hostAddress]));
  });

  it('map and table stand alone, and the map leads out by keyboard', async () => {
    const map = await frame('/en/upote/valinta-kartta.html?status=ongoing');
    await map.inner.locator('#embed-title:text("Ongoing")').waitFor();
    expect(await map.inner.locator('table').count()).toBe(0);
    const opened = map.context.waitForEvent('page');
    await map.inner.locator('#map a[tabindex="0"]').focus();
    await map.tab.keyboard.press('Enter');
    const other = await opened;
    await other.waitForLoadState();
    const url = other.url();
    await map.context.close();
    expect(url).toMatch(/\/en\/kunnat\/\d+\.html$/);
    const table = await frame('/en/upote/valinta-taulukko.html?status=ongoing');
    await table.inner.locator('#embed-title:text("Ongoing")').waitFor();
    expect(await table.inner.locator('svg.map').count()).toBe(0);
    expect(await table.inner.locator('table').innerText()).toContain('Total');
    await table.context.close();
    expect([...map.complaints, ...table.complaints]).toEqual([]);
  });

  it('without a script a selection is the whole, and says so', async () => {
    const { context, inner, complaints } = await frame('/upote/valinta.html?status=ended', {
      javaScriptEnabled: false,
    });
    const [title, note, table] = await Promise.all(
      ['h1', '#no-script', 'table'].map((selector) => inner.locator(selector).first().innerText()),
    );
    await context.close();
    expect(title).toBe('Koko maa: EU-hankkeet');
    expect(note).toContain('Ilman JavaScriptiä tässä on koko maa');
    expect(table).toContain('Yhteensä');
    expect(complaints).toEqual([]);
  });

  it('where projects cannot be loaded it is the whole, and says so', async () => {
    const context = await browser.newContext();
    await context.route('**/scripts/projects.js', (route) => route.abort());
    const tab = await context.newPage();
    await tab.goto(`${address}/upote/valinta.html?status=ended`);
    await tab.locator('#explore-status:text("ei saatu ladattua")').waitFor();
    const [isNoted, isShown] = await Promise.all([
      tab.locator('#no-script').isVisible(),
      tab.locator('#selection').isVisible(),
    ]);
    await context.close();
    expect([isNoted, isShown]).toEqual([true, true]);
  });

  it.each([
    ['text=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22%27', '”<img src=x onerror=alert(1)>"\'”: EU-hankkeet'],
    ['place=region-99&fund=%3Cb%3E', '99, <b>: EU-hankkeet'],
    ['place=../../x&measure=nothing&year=abc', 'abc: EU-hankkeet'],
  ])('the address ?%s does no harm', async (query, title) => {
    const { context, inner, complaints } = await frame(`/upote/valinta.html?${query}`);
    await inner.locator('#projects .empty').waitFor();
    const shown = await inner.locator('h1').innerText();
    await context.close();
    expect(shown).toBe(title);
    expect(complaints).toEqual([]);
  });
});
