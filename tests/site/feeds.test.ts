/** Atom feeds: well-formed, with what RFC 4287 asks for, ids that stay, dates of releases. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from '@rubensworks/saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPages } from '../../site/list-pages.ts';
import { HOMEPAGE, makeFolder, type MadeSite, makeSite, ROOT } from './make-site.ts';

let site: MadeSite;
let later: MadeSite;

/** A third release that changes a project, and removes another with its areas. */
function addRelease(data: string): void {
  const releases = path.join(data, 'releases.json');
  const list = JSON.parse(readFileSync(releases, 'utf8')) as { releases: Record<string, unknown>[] };
  const newest = { ...list.releases[0], release: '2026-03-01', previous_release: '2026-02-01' };
  writeFileSync(releases, JSON.stringify({ releases: [newest, ...list.releases] }));
  mkdirSync(path.join(data, '2026-03-01'));
  const changes = [
    { project_id: 'S90008', change: 'removed', table: 'projects', field: 'name', old: 'Pois \u0001 <i>nyt</i>' },
  ];
  writeFileSync(path.join(data, '2026-03-01', 'changes.json'), JSON.stringify(changes));
  writeFileSync(
    path.join(data, '2026-02-01', 'project_areas.csv'),
    'project_id,role,area_level,area_code,share_equal\nS90008,target,municipality,091,1\n',
  );
}

beforeAll(async () => {
  site = await makeSite();
  later = await makeSite(addRelease);
});

afterAll(() => {
  site.remove();
  later.remove();
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Throws where the text is not well-formed XML with namespaces. */
function parseXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const element: Element = { name: `{${tag.uri}}${tag.local}`, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => open.forEach((element) => (element.text += part)));
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root.children[0] ?? root;
}

const ATOM = '{http://www.w3.org/2005/Atom}';
const find = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === ATOM + name);
const TIME = /^\d{4}-\d{2}-\d{2}T00:00:0\dZ$/;

/** What sections 4.1.1 and 4.1.2 of the RFC ask of a feed and an entry. */
function expectAtom(feed: Element): void {
  expect(feed.name).toBe(`${ATOM}feed`);
  for (const part of [feed, ...find(feed, 'entry')]) {
    for (const name of ['id', 'title', 'updated']) expect(find(part, name), name).toHaveLength(1);
    expect(find(part, 'id')[0]?.text).toMatch(/^(?:https|tag):\S+$/);
    expect(find(part, 'updated')[0]?.text).toMatch(TIME);
    const alternates = find(part, 'link').filter(({ attributes }) => attributes['rel'] === 'alternate');
    expect(alternates).toHaveLength(1);
    for (const link of find(part, 'link')) expect(link.attributes['href']).toMatch(/^https:\/\//);
    for (const content of find(part, 'content'))
      expect(content.children.map(({ name }) => name)).toEqual(['{http://www.w3.org/1999/xhtml}div']);
  }
  expect(find(feed, 'author')).toHaveLength(1);
  const ids = find(feed, 'entry').map((entry) => find(entry, 'id')[0]?.text);
  expect(new Set(ids).size).toBe(ids.length);
}

const FEEDS = ['', 'sv/', 'en/'].flatMap((prefix) =>
  ['muutokset.xml', 'kunnat/091.xml', 'seutukunnat/011.xml', 'maakunnat/14.xml'].map(
    (name) => `${prefix}syotteet/${name}`,
  ),
);

describe.each(FEEDS)('%s', (name) => {
  it('is what the RFC asks for, before and after another release', () => {
    for (const made of [site, later]) {
      const feed = parseXml(made.read(name));
      expectAtom(feed);
      expect(find(feed, 'id')[0]?.text).toBe(HOMEPAGE + name);
    }
  });
});

describe('the feed of the whole', () => {
  const list = (made: MadeSite, name: string): (string | undefined)[][] =>
    find(parseXml(made.read(name)), 'entry').map((entry) => [
      find(entry, 'id')[0]?.text,
      find(entry, 'title')[0]?.text,
      find(entry, 'updated')[0]?.text,
    ]);

  it('tells each project that a release touched, in words and as data', () => {
    const feed = site.read('en/syotteet/muutokset.xml');
    expect(list(site, 'en/syotteet/muutokset.xml').map(([, title]) => title)).toEqual([
      expect.stringMatching(/^Changed: /),
      'Added: x',
    ]);
    expect(feed).toContain('Toiminta päättynyt');
    expect(feed).toContain(`href="${HOMEPAGE}data/2026-02-01/changes.json"`);
    expect(feed).toContain('<category term="added"');
  });

  it('keeps its entries, ids and dates when another release comes', () => {
    const [before, after] = [list(site, 'syotteet/muutokset.xml'), list(later, 'syotteet/muutokset.xml')];
    expect(after.slice(1)).toEqual(before);
    expect(after[0]).toEqual([
      'tag:hankekartta.example,2026-03-01:/jokin/polku/fi/2026-03-01/S90008',
      'Poistettu: Pois \ufffd <i>nyt</i>',
      '2026-03-01T00:00:00Z',
    ]);
  });

  it('of an area tells what was removed from it, and no other area does', () => {
    expect(later.read('syotteet/kunnat/091.xml')).toContain('2026-03-01/S90008');
    expect(later.read('syotteet/maakunnat/14.xml')).not.toContain('S90008');
  });
});

it('tells amounts, days and codes as people write them, and of a checksum what it means', () => {
  const changed = { project_id: 'S90001', change: 'changed', table: 'projects' };
  const area = { ...changed, table: 'project_areas' };
  const folder = makeFolder((data) => {
    const changes = [
      { ...changed, field: 'funding_granted_eu_state', old: '280681', new: '280999.5' },
      { ...changed, field: 'end_date', old: '2020-12-31' },
      { ...changed, field: 'status', old: 'ongoing', new: 'ended' },
      { ...area, key: 'target/municipality/091', field: 'area_name', new: 'Kuvitela' },
      { ...area, key: 'target/municipality/091', field: 'share_equal', new: '0.5' },
      { ...area, key: 'target/municipality/504', field: 'area_name', old: 'Äänetön' },
      { ...area, key: 'target/region/01', field: 'share_equal', old: '1', new: '0.5' },
      { ...area, key: 'beneficiary/municipality/049', field: 'area_name', new: 'Muutettu' },
      { ...area, key: 'place/municipality/504', field: 'area_name', new: 'Äänetön' },
      { ...changed, field: 'source_sha256', old: 'a'.repeat(64), new: 'b'.repeat(64) },
    ];
    writeFileSync(path.join(data, '2026-02-01', 'changes.json'), JSON.stringify(changes));
  });
  const pages = listPages({ data: folder, root: ROOT });
  const feed = parseXml(pages.find((page) => page.path === 'sv/syotteet/muutokset.xml')!.render());
  rmSync(folder, { recursive: true });
  const said = find(find(feed, 'entry')[0]!, 'content')[0]!.text.replaceAll(/\s+/g, ' ');
  expect(said).toContain('280 681 € → 280 999,50 €');
  expect(said).toContain('31.12.2020 → uppgift saknas');
  expect(said).toContain('Pågår → Avslutat');
  expect(said).toContain('Källdokumentet ändrades.');
  expect(said).not.toMatch(/[ab]{64}/);
  expect(said).toContain('Områden lades till: Påhittsby');
  expect(said).toMatch(/Områden togs bort: \S+ Områdenas andelar eller andra uppgifter ändrades\.\s*$/);
  expect(said).not.toContain('0.5');
});

describe('a release of more projects than a reader can be told of', () => {
  const many = (count: number) => (data: string) => {
    const changes = Array.from({ length: count }, (_, index) => ({
      project_id: `S${String(10_000 + index)}`,
      change: 'added',
      table: 'projects',
      field: 'name',
      new: `Hanke ${String(index)}`,
    }));
    writeFileSync(path.join(data, '2026-02-01', 'changes.json'), JSON.stringify(changes));
  };

  it.each([
    [100, 100, 'Added: Hanke 99'],
    [101, 100, 'Release 2026-02-01: other projects 2'],
    [1300, 100, 'Release 2026-02-01: other projects 1,201'],
  ])('%i: the last of the entries counts the others', (count, entries, title) => {
    const folder = makeFolder(many(count));
    const pages = listPages({ data: folder, root: ROOT });
    const feed = parseXml(pages.find((page) => page.path === 'en/syotteet/muutokset.xml')!.render());
    rmSync(folder, { recursive: true });
    expectAtom(feed);
    expect(find(feed, 'entry')).toHaveLength(entries);
    expect(find(find(feed, 'entry').at(-1)!, 'title')[0]?.text.replaceAll('\u00a0', ' ')).toBe(title);
  });
});

it('a page names the feed of its area', () => {
  expect(site.read('sv/kunnat/091.html')).toContain('type="application/atom+xml"');
  expect(site.read('sv/kunnat/091.html')).toContain('href="../../sv/syotteet/kunnat/091.xml"');
});
