/** Preview pictures: which there are, what pages say of them, the same bytes everywhere, kept from build to build. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listSite, type Site } from '../../site/list-pages.ts';
import { createCounters, openQueue } from '../../site/queue.ts';
import type { Picture } from '../../site/pictures/picture.ts';
import { layOut, openRenderer } from '../../site/pictures/render-picture.ts';
import { writePictures } from '../../site/pictures/write-pictures.ts';
import { HOMEPAGE, makeFolder, ROOT } from './make-site.ts';

const PREFIXES = ['', 'sv/', 'en/'];
let folder: string;
let out: string;
let all: Site;

beforeAll(() => {
  folder = makeFolder();
  out = mkdtempSync(path.join(tmpdir(), 'hankekartta-pictures-'));
  all = list('all');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(out, { recursive: true });
});

function list(pictures: 'none' | 'regions' | 'all'): Site {
  return listSite({ data: folder, root: ROOT, pictures, publisher: { name: 'Keksitty liitto' } });
}

/** Open Graph properties of a page. */
function preview({ pages }: Site, name: string): Record<string, string> {
  const html = pages.find(({ path: known }) => known === name)!.render();
  const metas = [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)];
  return Object.fromEntries(metas.map(([, property, content]): [string, string] => [property!, content!]));
}

const pick = (...names: string[]) => all.pictures.filter(({ path: name }) => names.includes(name));
const read = (name: string) => readFileSync(path.join(out, name));

describe('a site', () => {
  it('has a picture of the country and of each area or each region, in every language', () => {
    const regions = readdirNumbers('maakunnat');
    const expected = (areas: string[]) =>
      ['koko-maa', ...areas].flatMap((area) => PREFIXES.map((prefix) => `${prefix}kuvat/${area}.png`)).sort();
    const pathsOf = ({ pictures }: Site) => pictures.map(({ path: name }) => name).sort();
    expect(regions.length).toBeGreaterThan(1);
    expect(pathsOf(list('regions'))).toEqual(expected(regions));
    expect(pathsOf(all)).toEqual(expected([...regions, ...readdirNumbers('seutukunnat'), ...readdirNumbers('kunnat')]));
    expect(pathsOf(list('none'))).toEqual([]);
  });

  it('names on every page a picture that it has, in words too', () => {
    for (const site of [all, list('regions')]) {
      const made = new Set(site.pictures.map(({ path: name }) => HOMEPAGE + name));
      const pages = [
        'index.html',
        'sv/kunnat/091.html',
        'en/seutukunnat/011.html',
        'hankkeet/S90001.html',
        'data.html',
      ];
      for (const page of [...pages, 'maakunnat/14/koko-alue.html']) {
        const properties = preview(site, page);
        expect(made, page).toContain(properties['og:image']);
        expect(properties).toMatchObject({
          'og:image:type': 'image/png',
          'og:image:width': '1200',
          'og:image:height': '630',
          'twitter:card': 'summary_large_image',
        });
        expect(properties['og:image:alt']!.length, page).toBeGreaterThan(30);
      }
    }
    const swedish = preview(all, 'sv/kunnat/091.html');
    expect(swedish['og:image']).toBe(`${HOMEPAGE}sv/kuvat/kunnat/091.png`);
    expect(swedish['og:image:alt']?.replaceAll('\u00a0', ' ')).toBe(
      'Påhittsby. Kommun · Hittepå-Finland. 2 EU-projekt eller fler. 130 704 € beviljat av EU och staten, kommunens andel. Påhittsby på kartan.',
    );
    // A municipality without a picture of its own shows the region around it, and says so.
    expect(preview(list('regions'), 'kunnat/091.html')['og:image']).toBe(`${HOMEPAGE}kuvat/maakunnat/01.png`);
  });

  it('without pictures names none', () => {
    const properties = preview(list('none'), 'kunnat/091.html');
    expect(Object.keys(properties).filter((name) => name.startsWith('og:image'))).toEqual([]);
    expect(properties['twitter:card']).toBe('summary');
  });
});

function readdirNumbers(kind: string): string[] {
  return all.pages.flatMap(({ path: name }) => (/^(\w+\/\d+)\.html$/.exec(name)?.[1] ?? '').match(`^${kind}/.*`) ?? []);
}

/** Where nothing is drawn: beside the words, between words and map, above the names of those whose data these are. */
const MARGINS = [
  [0, 20, 55, 610],
  [1145, 20, 55, 610],
  [693, 20, 15, 530],
  [0, 530, 690, 20],
] as const;

/** Runs in the page: how many pixels of each part are not white. */
async function countInk({ address, parts }: { address: string; parts: typeof MARGINS }): Promise<number[]> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  return parts.map(
    ([x, y, width, height]) => context.getImageData(x, y, width, height).data.filter((value) => value !== 255).length,
  );
}

describe('a picture', () => {
  const names = ['kuvat/koko-maa.png', 'sv/kuvat/kunnat/091.png', 'en/kuvat/maakunnat/01.png', 'kuvat/kunnat/504.png'];

  it('has the size that previews have, few bytes, and the same ones on every machine', async () => {
    expect(await writePictures(pick(...names), openQueue(createCounters()), { root: ROOT, out })).toBe(names.length);
    for (const name of names) {
      const bytes = read(name);
      expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(bytes.length, name).toBeLessThan(120_000);
      expect(bytes.length, name).toBeGreaterThan(8_000);
    }
    // Looked at; a change of the fixture, the layout, the fonts or the renderer changes it.
    expect(createHash('sha256').update(read('sv/kuvat/kunnat/091.png')).digest('hex')).toBe(
      'b3c5f53ae993dbb00b25fadd5ab36433501698978d9dbc8fa7b15db00d5d5c54',
    );
  });

  it('shortens what is too long and breaks what has no spaces, and draws no boxes for what its fonts lack', async () => {
    const plain = pick('sv/kuvat/kunnat/091.png')[0]!.describe();
    const draw = await openRenderer(ROOT);
    const hostile: Picture[] = ['Hankekartta'.repeat(18), 'WWWW MMMM '.repeat(20)].map((long) => ({
      ...plain,
      kind: long,
      name: long,
      figures: plain.figures.map(() => [long, long] as const),
      site: long,
      source: long,
    }));
    const browser = await chromium.connect(inject('browserEndpoint'));
    const page = await browser.newPage();
    const drawn: number[][] = [];
    for (const picture of [plain, ...hostile]) {
      const address = `data:image/png;base64,${Buffer.from(await draw(layOut(picture))).toString('base64')}`;
      drawn.push(await page.evaluate(countInk, { address, parts: MARGINS }));
    }
    await browser.close();
    expect(drawn).toEqual(drawn.map(() => MARGINS.map(() => 0)));
    const boxes = { ...plain, name: 'Påhittsby 🎉 Тест', site: 'Keksitty 漢字' };
    const without = { ...plain, name: 'Påhittsby', site: 'Keksitty' };
    expect(layOut(boxes)).toEqual(layOut(without));
    expect(layOut({ ...plain, name: 'Påhittsby'.normalize('NFD') })).toEqual(layOut(plain));
  });

  it('is of its own area and language', () => {
    const [swedish, finnish] = [
      pick('sv/kuvat/kunnat/091.png')[0]!.describe(),
      pick('kuvat/kunnat/504.png')[0]!.describe(),
    ];
    expect(swedish).toMatchObject({
      language: 'sv',
      name: 'Påhittsby',
      site: expect.stringContaining('Keksitty liitto') as string,
    });
    expect(swedish.figures.map(([value]) => value)).toEqual(['2', '130\u00a0704\u00a0€']);
    // Unknown is never zero, in a picture neither.
    expect(finnish.figures.map(([value]) => value)).toEqual(['ei tiedetä', 'ei tiedetä']);
    expect(finnish.map).toContain('url(#hatch)');
  });

  it('is kept for the next build, and forgotten with what it was of', async () => {
    const memory = path.join(out, 'memory');
    const [first, second] = ['kuvat/maakunnat/01.png', 'kuvat/kunnat/504.png'];
    const draw = (...wanted: string[]) =>
      writePictures(pick(...wanted), openQueue(createCounters()), { root: ROOT, out, pictureFolder: memory });
    expect(await draw(first, second)).toBe(2);
    const bytes = read(first);
    rmSync(path.join(out, first));
    expect(await draw(first, second)).toBe(0);
    expect(read(first).equals(bytes)).toBe(true);
    expect(await draw(first)).toBe(0);
    expect(readdirSync(memory)).toHaveLength(1);
    // Drawn alone it is the same: nothing of the pictures before stays in it.
    const alone = read(second);
    expect(await draw(second)).toBe(1);
    expect(read(second).equals(alone)).toBe(true);
  });
});
