/**
 * The pages, judged by the W3C's checker of HTML, CSS and SVG (vnu) and by Lighthouse.
 *
 * Every page of the fixture is checked, hostile values among them. Of the checker's messages errors and warnings count; its
 * remark on every `<br />` is none (void elements are written as Prettier writes them).
 */
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswer } from '../../pipeline/commands/serve/create-answer.ts';
import { preparePackaged } from '../site/browser-setup.ts';
import { type MadeSite, makeSite, ROOT } from '../site/make-site.ts';

/** Not the synchronous one: while Lighthouse runs, the server of this process answers it. */
const run = promisify(execFile);
const JUDGES = path.join(ROOT, 'tests/programs/judges/node_modules');

let site: MadeSite;
beforeAll(async () => {
  site = await makeSite();
});
afterAll(() => site.remove());

describe('vnu', () => {
  /** What the checker does not know, each with where it is defined. One that it no longer says must go from here. */
  const UNKNOWN = [
    // SVG 2, 8.13 and 13.8: properties of CSS.
    "CSS: “vector-effect”: Property “vector-effect” doesn't exist.",
    "CSS: “paint-order”: Property “paint-order” doesn't exist.",
  ];
  /** It guesses a page's language by its words; quotes of Finnish sources have a `lang` of their own. */
  const GUESS = 'This document appears to be written in Finnish';

  it('finds no error and nothing to warn of', { timeout: 600_000 }, async () => {
    const jar = path.join(JUDGES, 'vnu-jar/build/dist/vnu.jar');
    const options = [
      '--format',
      'json',
      '--skip-non-html',
      '--also-check-css',
      '--also-check-svg',
      '--exit-zero-always',
    ];
    const { stderr } = await run('java', ['-jar', jar, ...options, site.folder], { maxBuffer: 1 << 28 });
    const { messages } = JSON.parse(stderr) as {
      messages: { type: string; subType?: string; [key: string]: unknown }[];
    };
    const said = messages
      .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
      .map(({ url, lastLine, message }) => ({ place: `${String(url)}:${String(lastLine)}`, message: String(message) }))
      .filter(({ message }) => !message.startsWith(GUESS));
    expect(said.filter(({ message }) => !UNKNOWN.includes(message))).toEqual([]);
    expect(UNKNOWN.filter((message) => !said.some((each) => each.message === message))).toEqual([]);
    expect(messages.length).toBeGreaterThan(0);
  });
});

describe('Lighthouse, on a phone', () => {
  let server: Server;
  let address: string;
  beforeAll(async () => {
    server = createServer(createAnswer(site.folder));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const { executablePath, env } = preparePackaged(ROOT);
  const FLAGS = '--headless --no-sandbox --disable-background-networking --disable-gpu';

  it.each(['index.html', 'kunnat/091.html', 'sv/index.html', 'en/kunnat/091.html'])('%s', async (page) => {
    const cli = path.join(JUDGES, 'lighthouse/cli/index.js');
    // The packaged Chromium, headless alone, does not load a robots.txt for it; tests/site/sitemap.test.ts reads ours.
    const options = [
      '--skip-audits=robots-txt',
      '--output=json',
      '--quiet',
      '--no-enable-error-reporting',
      `--chrome-flags=${FLAGS}`,
    ];
    const { stdout } = await run(process.execPath, [cli, address + page, ...options], {
      env: { ...env, CHROME_PATH: executablePath },
      maxBuffer: 1 << 28,
    });
    const { categories, audits } = JSON.parse(stdout) as Report;
    const scores = Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, (score ?? 0) * 100]));
    // Speed is measured and shown; a machine that does something else besides is no fault of a page.
    console.log(`${page}: ${JSON.stringify(scores)}`);
    const failed = Object.values(audits)
      .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
      .map(({ id, title }) => `${id}: ${title}`);
    expect({ ...scores, performance: undefined, failed }).toEqual({
      accessibility: 100,
      'best-practices': 100,
      seo: 100,
      failed: [],
    });
  });
});

interface Report {
  categories: Record<string, { id: string; score: number | null }>;
  audits: Record<string, { id: string; title: string; score: number | null; scoreDisplayMode: string }>;
}
