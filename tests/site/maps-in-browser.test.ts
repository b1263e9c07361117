/** The maps of all regions in real Chromium: names keep apart, every area has its class, and nobody is left without a word. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ROOT } from './make-site.ts';
import { type Served, serveFolder } from './serve-folder.ts';

let folder: string;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-maps-'));
  // The fixture has three regions; the repository's own documents are published with all of them.
  execFileSync(process.execPath, ['pipeline/hankekartta.js', 'build', '--out', folder], { cwd: ROOT, stdio: 'ignore' });
  served = await serveFolder(folder);
  browser = await chromium.connect(inject('browserEndpoint'));
}, 180_000);

afterAll(async () => {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true });
});

interface Found {
  readonly overlaps: readonly string[];
  readonly labels: number;
  readonly areas: number;
  readonly unclassed: number;
  /** Labels whose middle, or the end of whose line, lies in another area than the one that they name. */
  readonly astray: readonly string[];
}

describe.each([360, 1280])('region maps at %i px', (width) => {
  it.each(['', 'sv/'])(
    'every area is named or numbered, and no name covers another (%s)',
    { timeout: 60_000 },
    async (prefix) => {
      const page = await browser.newPage({ viewport: { width, height: 740 } });
      const files = readdirSync(path.join(folder, 'maakunnat')).filter((file) => /^\d\d\.html$/.test(file));
      expect(files).toHaveLength(19);
      for (const file of files) {
        await page.goto(`${served.address}${prefix}maakunnat/${file}`);
        const found = await page.evaluate((): Found => {
          const labels = [...document.querySelectorAll<SVGTextElement>('.plainmap .labels text')];
          const boxes = labels.map((label) => ({ text: label.textContent, box: label.getBBox() }));
          const overlaps = boxes.flatMap((a, index) =>
            boxes
              .slice(index + 1)
              .filter(
                (b) =>
                  a.box.x < b.box.x + b.box.width &&
                  b.box.x < a.box.x + a.box.width &&
                  // The box has room for accents and tails; letters themselves are two thirds of it.
                  Math.abs(a.box.y - b.box.y) < a.box.height * 0.8,
              )
              .map((b) => `${a.text} × ${b.text}`),
          );
          const paths = [...document.querySelectorAll<SVGPathElement>('.plainmap a path')];
          const key = new Map(
            [...document.querySelectorAll('.numbers .nb')].map((each) => {
              const [number = '', ...name] = each.textContent.trim().split(' ');
              return [number, name.join(' ')] as const;
            }),
          );
          const areas = paths.map((each) => ({
            name: (each.parentElement?.querySelector('title')?.textContent ?? '').replace(/: .*$/s, ''),
            path: each,
          }));
          const astray = labels.flatMap((label) => {
            const text = label.textContent;
            const own = areas.find(({ name }) => name === (key.get(text) ?? text));
            const { x, y, width, height } = label.getBBox();
            const lead = label.previousElementSibling;
            const point =
              lead instanceof SVGPathElement
                ? lead.getPointAtLength(lead.getTotalLength())
                : new DOMPoint(x + width / 2, y + height / 2);
            // Simplified outlines can leave a slit in a narrow area: two of three points, a pixel or two apart, are its own.
            const inside = [-20, 0, 20].filter((dy) => own?.path.isPointInFill(new DOMPoint(point.x, point.y + dy)));
            return inside.length >= 2 ? [] : [text];
          });
          return {
            astray,
            overlaps,
            labels: labels.length,
            areas: paths.length,
            unclassed: paths.filter((each) => !/^k[0-4xz]$/.test(each.getAttribute('class') ?? '')).length,
          };
        });
        expect(found.overlaps, `${prefix}${file}`).toEqual([]);
        expect(found.astray, `${prefix}${file}`).toEqual([]);
        expect(found.labels, file).toBe(found.areas);
        expect(found.unclassed, file).toBe(0);
      }
      await page.close();
    },
  );
});

it('the insets of the country repeat the areas that show in them, and no other', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(`${served.address}index.html`);
  const insets = await page.evaluate(() => {
    return [...document.querySelectorAll<SVGGElement>('.inset')].map((inset) => {
      const frame = inset.querySelector('.frame')?.getBoundingClientRect() ?? new DOMRect();
      const uses = [...inset.querySelectorAll('use')].filter((use) => use.getAttribute('href') !== '#lines');
      return uses.map((use) => {
        const shape = document.querySelector(use.getAttribute('href') ?? '');
        const { left, right, top, bottom } = use.getBoundingClientRect();
        return {
          code: shape?.closest('a')?.dataset['code'],
          isInside: left < frame.right && right > frame.left && top < frame.bottom && bottom > frame.top,
        };
      });
    });
  });
  const codes = insets.map((shown) => shown.map(({ code }) => code));
  expect(insets.flat().filter(({ isInside }) => !isInside)).toEqual([]);
  expect(codes[0]).toEqual(expect.arrayContaining(['049', '091', '092', '235']));
  // Åland's sixteen municipalities.
  expect(codes[1]).toEqual(
    expect.arrayContaining('035 043 060 062 065 076 170 295 318 417 438 478 736 766 771 941'.split(' ')),
  );
  await page.close();
});
