/** Pages for other people's frames: what stands in them, and who may frame what, in real Chromium from another origin. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
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

describe('an embed', () => {
  it('is there for every area and the country, in every language', () => {
    const areas = site.list().filter((page) => /^(?:kunnat|seutukunnat|maakunnat)\/\d+\.html$/.test(page));
    const expected = [...areas, 'koko-maa.html'].flatMap((page) =>
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

  it('runs no script, is listed nowhere, and leads out of its frame', () => {
    for (const page of listEmbeds()) {
      const html = site.read(page);
      expect(html, page).not.toContain('<script');
      expect(html, page).toContain('<meta name="robots" content="noindex" />');
      const links = html.match(/<a\s[^>]*>/g) ?? [];
      expect(links.length, page).toBeGreaterThan(2);
      for (const link of links) expect(link, page).toMatch(/target="_blank" rel="(?:license )?noopener"/);
    }
  });

  it('is offered as code on the page that it is of, with its absolute address', () => {
    const codeOf = (page: string) =>
      /<textarea [^>]*readonly[^>]*>([^<]*)<\/textarea>/
        .exec(site.read(page))?.[1]
        ?.replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"');
    expect(codeOf('sv/kunnat/091.html')).toBe(
      `<iframe src="${HOMEPAGE}sv/upote/kunnat/091.html" title="Påhittsby: EU-projekt" width="100%" height="900" loading="lazy"></iframe>`,
    );
    expect(codeOf('index.html')).toContain(`src="${HOMEPAGE}upote/koko-maa.html"`);
  });
});

describe('the server', () => {
  it('refuses frames for everything but the embeds', async () => {
    const policyOf = async (name: string) =>
      (await fetch(address + name)).headers.get('content-security-policy')?.split('; ') ?? [];
    for (const name of ['/upote/koko-maa.html', '/upote/kunnat/091', '/sv/upote/maakunnat/01.html']) {
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
      response.end(
        `<!doctype html><title>x</title><iframe src="${address}${searchParams.get('page') ?? ''}"></iframe>`,
      );
    });
  });
  afterAll(async () => {
    await browser.close();
    await close(host);
  });

  async function frame(page: string) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.goto(`${hostAddress}/?page=${encodeURIComponent(page)}`);
    return { context, inner: tab.frameLocator('iframe'), complaints };
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
});
