/** Whatever a publisher writes of themselves is refused in a sentence that names its key, or published so that it does no harm. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Parser } from 'n3';
import { SaxesParser } from '@rubensworks/saxes';
import { createWorkspace, readDocument, type Workspace, writePage } from './workspace.ts';

const DOCUMENT = { 'documents/a.txt': writePage('S10001', 'Yksi') };
const TEXTS = { fi: 'Suomeksi', sv: 'På svenska', en: 'In English' };
const BASE = { documents: ['documents'], releases: 'releases', site: false };

const siteUrls = [
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://julkaisija.example/',
  'https://',
  'https://user:secret@julkaisija.example/',
  'https://julkaisija.example/?a=b',
  'https://julkaisija.example/#a',
  'https://täällä.example/',
  'https://julkaisija.example/a b/',
  'https://julkaisija.example\\a',
  '//julkaisija.example/',
  'julkaisija.example',
  '',
  '"><script>alert(1)</script>',
];
const contacts = ['', 'kysy tiskiltä', 'javascript:alert(1)', 'mailto:a@julkaisija.example', 'a@b@julkaisija.example'];
const names = ['', ' ', '\u200b', 'a\nb', 'a\u0000b', 'a\u202eb', 'a\u2066b', 'a\ud800', 'a\uffff', 'x'.repeat(201)];
const statements = ['', '\t', 'a\u0007', 'a\u202ea', 'x'.repeat(5001)];

it.each([
  ...siteUrls.flatMap((url) => [
    ['siteUrl', { siteUrl: url }],
    ['schemaBase', { schemaBase: url }],
  ]),
  ...siteUrls
    .filter((url) => !/[?#]/.test(url))
    .map((url) => ['publisher.url', { publisher: { name: 'Liitto', url } }]),
  ...contacts.map((contact) => ['publisher.contact', { publisher: { name: 'Liitto', contact } }]),
  ...names.flatMap((name) => [
    ['publisher.name', { publisher: { name } }],
    ['collection.name.sv', { collection: { name: { ...TEXTS, sv: name } } }],
  ]),
  ...statements.flatMap((text) => [
    ['collection.description.en', { collection: { description: { ...TEXTS, en: text } } }],
    ['provenance.fi', { provenance: { ...TEXTS, fi: text } }],
  ]),
  ['missing collection.name.en', { collection: { name: { fi: 'a', sv: 'b' } } }],
  ['missing provenance.sv', { provenance: { fi: 'a', en: 'b' } }],
  ['unexpected key in publisher', { publisher: { name: 'Liitto', phone: '1' } }],
  ['publisher.type', { publisher: { name: 'Liitto', type: 'city' } }],
  ['unexpected content', []],
] as [string, object][])('%s is refused (%#)', async (key, config) => {
  const here = createWorkspace(DOCUMENT);
  const whole = Array.isArray(config) ? config : { ...BASE, ...config };
  here.write({ 'hankekartta.config.json': JSON.stringify(whole) });
  const { status, stderr } = await here.run('check');
  expect(stderr.trim()).toMatch(/^hankekartta: [^\n]*hankekartta\.config\.json: [^\n]*expected[^\n]*$/);
  expect(stderr).toContain(key);
  expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(stderr.length).toBeLessThan(700);
  expect(status).toBe(2);
});

it('what sources.json says wrongly is reported by its key', { timeout: 60_000 }, async () => {
  const here = createWorkspace({
    ...DOCUMENT,
    'documents/sources.json': JSON.stringify({
      sources: [
        { match: 'a.txt', source_url: 'javascript:alert(1)' },
        { match: 'b', retrieved: 'eilen', by: 'x' },
      ],
    }),
  });
  const { stdout } = await here.run('check', '--format', 'json');
  const found = (JSON.parse(stdout) as { code: string; message: string; found?: string }[])
    .filter(({ code }) => code === 'read/unreadable-sources')
    .map(({ message, found: text }) => `${message} | ${text ?? ''}`)
    .sort();
  expect(found).toEqual([
    'unexpected key in sources.1, expected one of match, retrieved, source_url | "by"',
    'unexpected sources.0.source_url, expected: Address where the documents were saved from, http or https | "javascript:alert(1)"',
    'unexpected sources.1.retrieved, expected: Day on which the documents were saved, as an ISO 8601 date | "eilen"',
  ]);
});

describe('what is hostile and a text all the same', () => {
  const EVIL =
    '</script><script>alert(1)</script>"\'><img src=x onerror=alert(1)> ]]> <!-- {{ 7*7 }} $& \\ """ مرحبا &lt; 👩‍👧';
  const FOLDER = 'documents "\'><img src=x>';
  let here: Workspace;
  let files: string[];
  beforeAll(async () => {
    here = createWorkspace({
      [`${FOLDER}/<script>alert(1)<!-- &.txt`]: readDocument('eura2014/S20154.txt'),
      [`${FOLDER}/\u202etxt.b.txt`]: writePage('S10001', 'Yksi'),
    });
    const texts = { fi: EVIL, sv: `sv ${EVIL}`, en: `en ${EVIL}` };
    const config = {
      ...BASE,
      site: true,
      documents: [FOLDER],
      siteUrl: 'https://Julkaisija.example:443/ali/kansio',
      schemaBase: 'https://julkaisija.example/ali',
      publisher: {
        name: EVIL,
        contact: "o'hara+data&x=%22@julkaisija.example",
        url: 'https://julkaisija.example/?a=%22&b=1',
      },
      collection: { name: texts, description: texts },
      provenance: texts,
    };
    here.write({ 'hankekartta.config.json': JSON.stringify(config) });
    const built = await here.run('build', '--release', '2026-01-02');
    expect(built).toMatchObject({ status: 0 });
    files = Object.keys(here.hash('dist'));
  }, 600_000);

  const list = (ending: RegExp): [string, string][] =>
    files.filter((name) => ending.test(name)).map((name) => [name, here.readFile('dist', name)]);

  it('opens no element on any page', () => {
    for (const [name, text] of list(/\.html$/)) {
      expect(text.includes('<script>') || text.includes('<img') || text.includes('<!--'), name).toBe(false);
      for (const [, block = ''] of text.matchAll(/<script type="application\/ld\+json"\s*>(.*?)<\/script\s*>/gs))
        expect(() => void JSON.parse(block), name).not.toThrow();
    }
  });

  it('leaves XML, JSON and Turtle whole', () => {
    const xml = list(/\.(?:xml|rdf|svg|qml)$/);
    expect(xml.length).toBeGreaterThan(1000);
    for (const [name, text] of xml)
      expect(() => new SaxesParser({ xmlns: true }).write(text).close(), name).not.toThrow();
    for (const [name, text] of list(/\.(?:json|jsonld|geojson|topojson)$/))
      expect(() => void JSON.parse(text), name).not.toThrow();
    for (const [name, text] of list(/\.ttl$/)) expect(() => new Parser().parse(text), name).not.toThrow();
  });

  it('stands where it belongs, below the address as browsers write it', () => {
    const base = 'https://julkaisija.example/ali/kansio/';
    const page = here.readFile('dist/en/kunnat/091.html');
    expect(page).toContain(`<link rel="canonical" href="${base}en/kunnat/091.html" />`);
    expect(here.readFile('dist/robots.txt')).toContain(`Sitemap: ${base}sitemap.xml\n`);
    for (const [name, text] of list(/\.(?:html|xml|ttl|jsonld|json)$/))
      expect(/Julkaisija.example|:443|kansio[^/"]*(?:kunnat|data|api|sitemap)/.exec(text)?.[0], name).toBeUndefined();
    const catalog = new Parser().parse(here.readFile('dist/catalog.ttl'));
    const named = catalog.filter(({ predicate }) => predicate.value === 'http://xmlns.com/foaf/0.1/name');
    expect(named.map(({ object }) => object.value)).toContain(EVIL);
    expect(catalog.some(({ object }) => object.value === "mailto:o'hara+data&x=%22@julkaisija.example")).toBe(true);
  });
});
