/** What the pages about the data say: releases, quality, what is missing, what is withheld, mappings. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeSite, makeSite } from './make-site.ts';

let site: MadeSite;

beforeAll(async () => {
  site = await makeSite();
});

afterAll(() => site.remove());

const textOf = (page: string): string =>
  site
    .read(page)
    .replace(/[^]*<main[^>]*>|<\/main>[^]*/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the notes of a release', () => {
  it('say what was added and changed, with links, and why', () => {
    const html = site.read('en/julkaisut/2026-02-01.html');
    expect(html).toContain('hankkeet/S90001.html"');
    expect(textOf('en/julkaisut/2026-02-01.html')).toContain('Toiminnassa → Toiminta päättynyt');
    expect(textOf('en/julkaisut/2026-02-01.html')).toContain('Added 1, changed 1, removed 0.');
    expect(textOf('en/julkaisut/2026-02-01.html')).toContain('the changes come from the source documents');
  });
  it('say that the first release is the first', () => {
    expect(textOf('julkaisut/2026-01-01.html')).toContain('Ensimmäinen julkaisu: 5 hanketta.');
  });
});

describe('data quality', () => {
  it('counts places, not rows, by kind, field, family and authority', () => {
    const text = textOf('laatu/index.html');
    expect(text).toContain('on 8 ongelmaa');
    expect(text).toMatch(/Arvo kahdesti 2 1/);
    expect(text).toMatch(/Alkamispäivä 2 1/);
    // The message says “unexpected status”, which names no field.
    expect(text).toMatch(/Ei yksittäistä kenttää 6 2/);
    expect(text).toMatch(/Hankekuvaus 2 1/);
  });
  it('lists the places of a kind, with what to do', () => {
    const text = textOf('sv/laatu/parse-repeated-value.html');
    expect(text).toContain('esimerkit/S90001.txt rad 3, tecken 1');
    expect(text).toContain('Ta bort det felaktiga.');
  });
});

describe('why a project is missing', () => {
  it('lists errors alone, with place, reason and advice, hostile text as text', () => {
    const html = site.read('miksi-hanke-puuttuu.html');
    expect(textOf('miksi-hanke-puuttuu.html')).toContain('muut/A90077.txt rivi 1, merkki 1');
    expect(textOf('miksi-hanke-puuttuu.html')).toContain('Lisää hankekoodi.');
    expect(html).not.toContain('S90001.txt');
    expect(html).toContain('&lt;b&gt;eilen&lt;/b&gt;');
    expect(site.read('scripts/missing.js')).toContain('A90077');
  });
  it('names the project whose entry was kept out, where its code could be read, and no other of its document', async () => {
    const other = await makeSite((data) => {
      const file = path.join(data, 'latest', 'issues.csv');
      const [head, ...rows] = readFileSync(file, 'utf8').split('\n').filter(Boolean);
      const own = 'parse/unreadable-row,error,esimerkit/S90001.txt,17,56,"unexpected cell, expected another",x,1';
      writeFileSync(file, [`${head!},project_id`, ...rows.map((row) => `${row},`), `${own},S70007`].join('\n') + '\n');
    });
    const [html, quality] = [
      other.read('en/miksi-hanke-puuttuu.html'),
      other.read('en/laatu/parse-unreadable-row.html'),
    ];
    const rows = other.read('scripts/missing.js');
    other.remove();
    expect(html).toMatch(/S90001\.txt[^]*?S70007/);
    expect(rows).toContain('"S70007"]');
    expect(quality).toContain('S70007');
    expect(quality).not.toContain('hankkeet/S90001.html');
  });
  it('says so when nothing is missing, and asks for no script', async () => {
    const whole = await makeSite((data) => rmSync(path.join(data, 'latest', 'issues.csv')));
    const html = whole.read('miksi-hanke-puuttuu.html');
    whole.remove();
    expect(html).toContain('Yhtään merkintää ei jäänyt pois');
    expect(html).not.toContain('<script src');
  });
});

it('the mapping names columns and rows that are left out, and why', () => {
  const text = textOf('en/kenttavastaavuudet.html');
  expect(text).toContain('CoFinancing_Rate');
  expect(text).toContain('No source states the co-financing rate.');
  expect(text).toMatch(/Missing: Programming_Period 1/);
  expect(text).toContain('In the list: 5 of 6 projects. Left out: 1.');
});

it('the self-assessment shows the open results, the named exceptions and the points', () => {
  const text = textOf('en/itsearviointi.html');
  expect(text).toContain('DCAT-AP 2.1.1: 0 violations, 2 warnings.');
  expect(text).toContain('IRI of the checksum algorithm');
  expect(text).toContain('405 of 405 points (excellent)');
  expect(text).toMatch(/Keywords 30 \/ 30/);
});

it('a page says what it is to those who pass it on, and where it stands to search engines', () => {
  const html = site.read('sv/hankkeet/S90002.html');
  expect(html).toContain(
    '<meta property="og:url" content="https://hankekartta.example/jokin/polku/sv/hankkeet/S90002.html" />',
  );
  const block = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  const list = JSON.parse(block) as {
    '@type': string;
    itemListElement: { position: number; name: string; item: string }[];
  };
  expect(list['@type']).toBe('BreadcrumbList');
  expect(list.itemListElement.map(({ position }) => position)).toEqual(
    list.itemListElement.map((_, index) => index + 1),
  );
  expect(list.itemListElement.at(-1)?.name).toContain('<script>self.owned = 1</script>');
});
