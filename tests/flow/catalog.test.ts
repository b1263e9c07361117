/** The catalogue of a whole build, as a portal meets it: every address asked for, under two base addresses, over two releases. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Parser, type Quad } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessMetadata } from '../../pipeline/publish/catalog/metadata-quality.ts';
import { expand, type Name } from '../../pipeline/publish/catalog/rdf/prefixes.ts';
import { parseJsonLd, parseRdfXml, toLines } from '../publish/catalog/read-rdf.ts';
import { vocabulary } from '../publish/catalog/make-catalog.ts';
import { createWorkspace, readDocuments, type Workspace } from './workspace.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BASE = 'https://yksi.example/avoin/data/';
const OTHER = 'https://kaksi.example/';
const GRAPHS = ['catalog', 'catalog-2.1.1', 'catalog-versions'];

const configure = (siteUrl: string, site: boolean): string =>
  JSON.stringify({
    documents: ['documents'],
    releases: 'releases',
    site,
    siteUrl,
    schemaBase: siteUrl,
    publisher: {
      name: 'Julkaisija',
      url: 'https://julkaisija.example/',
      contact: 'avoindata@julkaisija.example',
      type: 'non_profit_organisation',
    },
    provenance: { fi: 'Hankesivuilta.', sv: 'Från projektsidor.', en: 'From project pages.' },
  });

let project: Workspace;
let other: Workspace;
let server: ChildProcess;
let address: string;

/** Starts our own server and gives the address that it prints. */
async function serve(folder: string): Promise<string> {
  server = spawn(process.execPath, [
    path.join(ROOT, 'pipeline/hankekartta.js'),
    'serve',
    '--out',
    folder,
    '--port',
    '0',
  ]);
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      const found = /http:\/\/localhost:(\d+)\//.exec(String(chunk))?.[1];
      if (found !== undefined) resolve(`http://127.0.0.1:${found}/`);
    });
    server.on('exit', () => reject(new Error('the server ended')));
  });
}

const readGraph = (from: Workspace, name: string): Quad[] => new Parser().parse(from.readFile('dist', `${name}.ttl`));
const valuesOf = (quads: readonly Quad[], name: Name, subject?: string): string[] =>
  quads
    .filter((q) => q.predicate.value === expand(name) && (subject === undefined || q.subject.value === subject))
    .map((q) => q.object.value);
const served = (url: string): string => url.replace(BASE, address);

beforeAll(async () => {
  project = createWorkspace(readDocuments());
  project.write({ 'hankekartta.config.json': configure(BASE, true) });
  expect((await project.run('build', '--release', '2026-11-25')).status).toBe(0);
  other = createWorkspace(readDocuments());
  other.write({ 'hankekartta.config.json': configure(OTHER, true) });
  expect((await other.run('build', '--release', '2026-11-25')).status).toBe(0);
  address = await serve(project.place('dist'));
}, 300_000);
afterAll(() => {
  server.kill();
});

describe('the catalogue', () => {
  it.each(GRAPHS)('%s says the same in every serialisation, without a blank node', async (name) => {
    const expected = toLines(readGraph(project, name));
    expect(toLines(await parseJsonLd(project.readFile('dist', `${name}.jsonld`)))).toEqual(expected);
    expect(toLines(await parseRdfXml(project.readFile('dist', `${name}.rdf`)))).toEqual(expected);
  });

  it('leads to files that are there, of the stated type, size and checksum', async () => {
    const quads = readGraph(project, 'catalog');
    const mediaTypes = new Map(
      (
        project.readJsonFile('dist/data/latest/manifest.json') as { files: { path: string; media_type: string }[] }
      ).files.map((file) => [file.path, file.media_type]),
    );
    const distributions = valuesOf(quads, 'dcat:distribution');
    expect(distributions.length).toBeGreaterThan(40);
    for (const distribution of distributions) {
      const [stated] = valuesOf(quads, 'dcat:mediaType', distribution);
      const [checksum = ''] = valuesOf(quads, 'spdx:checksum', distribution);
      for (const url of [
        ...valuesOf(quads, 'dcat:accessURL', distribution),
        ...valuesOf(quads, 'dcat:downloadURL', distribution),
      ]) {
        expect(url.startsWith(BASE)).toBe(true);
        const head = await fetch(served(url), { method: 'HEAD' });
        expect([url, head.status]).toEqual([url, 200]);
        const type = (head.headers.get('content-type') ?? '').split(';')[0];
        const file = /^data\/[^/]+\/(.+)$/.exec(url.slice(BASE.length))?.[1] ?? '';
        const expected = stated?.replace('http://www.iana.org/assignments/media-types/', '') ?? mediaTypes.get(file);
        expect([url, type]).toEqual([url, expected]);
        const bytes = new Uint8Array(await (await fetch(served(url))).arrayBuffer());
        expect(String(bytes.length)).toBe(valuesOf(quads, 'dcat:byteSize', distribution)[0]);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(
          valuesOf(quads, 'spdx:checksumValue', checksum)[0],
        );
      }
    }
  });

  it('has no name of a project or an area that does not answer', async () => {
    const names = ['areas', 'projects'].flatMap((name) => readGraph(project, `data/latest/${name}`));
    const addresses = new Set(
      names
        .flatMap(({ subject, object }) => [subject.value, ...(object.termType === 'NamedNode' ? [object.value] : [])])
        .filter((each) => each.startsWith(BASE))
        .map((each) => each.replace(/#.*$/, '')),
    );
    expect(addresses.size).toBeGreaterThan(400);
    for (const each of addresses)
      expect([each, (await fetch(served(each), { method: 'HEAD' })).status]).toEqual([each, 200]);
    const turtle = project.readFile('dist/data/latest/areas.ttl');
    expect(turtle).toContain('dcat:endDate');
    expect(turtle).toContain('dct:isReplacedBy');
  });

  it('leads to pages and schemas that are there', async () => {
    const quads = readGraph(project, 'catalog');
    const links = (
      [
        'foaf:page',
        'dcat:landingPage',
        'foaf:homepage',
        'dct:conformsTo',
        'dcat:endpointURL',
        'dcat:endpointDescription',
      ] as const
    )
      .flatMap((name) => valuesOf(quads, name))
      .filter((url) => url.startsWith(BASE));
    for (const url of new Set(links))
      expect([url, (await fetch(served(url), { method: 'HEAD' })).status]).toEqual([url, 200]);
  });

  it('has every point of the Metadata Quality Assessment, asked with HEAD', async () => {
    const quads = readGraph(project, 'catalog-2.1.1');
    const urls = [...valuesOf(quads, 'dcat:accessURL'), ...valuesOf(quads, 'dcat:downloadURL')];
    const reached = new Set<string>();
    for (const url of urls) if ((await fetch(served(url), { method: 'HEAD' })).ok) reached.add(url);
    const types = (isWanted: (format: (typeof vocabulary.formats)[number]) => boolean) =>
      new Set(vocabulary.formats.filter(isWanted).flatMap(({ fileType }) => fileType ?? []));
    const context = {
      nonProprietary: types((format) => format.isNonProprietary),
      machineReadable: types((format) => format.isMachineReadable),
      members: new Set([...vocabulary.terms.map(({ iri }) => iri), ...types(() => true)]),
      isReachable: (url: string) => reached.has(url),
      isCompliant: true,
    };
    const assessment = assessMetadata(quads, context);
    expect(assessment.indicators.filter((each) => each.points !== each.max_points)).toEqual([]);
    expect([assessment.points, assessment.max_points, assessment.indicators.length]).toEqual([405, 405, 23]);
    expect(project.readJsonFile('dist/catalog-quality.json')).toMatchObject({
      metadata_quality: { points: 405, indicators: assessment.indicators },
      shapes: [
        { violations: 0, warnings: 0 },
        { violations: 0, warnings: 0 },
      ],
    });
    const unreachable = assessMetadata(quads, { ...context, isReachable: () => false });
    expect(unreachable.points).toBe(325);
  });
});

/** Files that hold text, below a folder. */
function listTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(html|json|jsonl|jsonld|geojson|topojson|ttl|rdf|csv|csvt|xml|txt|js|css)$/.test(name),
  );
}

describe('two base addresses', () => {
  it('leave no trace of another one in any byte', () => {
    for (const [from, foreign] of [
      [project, 'kaksi.example'],
      [other, 'yksi.example'],
    ] as const) {
      const files = readdirSync(from.place('dist'), { recursive: true, encoding: 'utf8', withFileTypes: true }).filter(
        (each) => each.isFile(),
      );
      for (const file of files) {
        const bytes = readFileSync(path.join(file.parentPath, file.name));
        for (const host of ['hankekartta.example', foreign])
          expect([file.name, host, bytes.includes(host)]).toEqual([file.name, host, false]);
      }
    }
  });

  it('differ in nothing but the address', () => {
    const swap = (text: string): string => text.replaceAll(BASE, OTHER);
    // Files that name the address have other sizes and checksums, so archives have too.
    const bare = (text: string): string => text.replaceAll(/[0-9a-f]{64,}|\d+/g, '#');
    for (const name of GRAPHS)
      expect(toLines(readGraph(project, name)).map(swap).map(bare).sort(), name).toEqual(
        toLines(readGraph(other, name)).map(bare).sort(),
      );
    for (const name of ['dataset.fi.jsonld', 'stac-collection.json', 'api/openapi.json'])
      expect(bare(swap(project.readFile('dist', name))), name).toBe(bare(other.readFile('dist', name)));
  });
});

describe('the description of the API', () => {
  it('holds for every file of it', () => {
    const description = project.readJsonFile('dist/api/openapi.json') as {
      paths: Record<string, { get: { responses: Record<string, { content?: Record<string, { schema: object }> }> } }>;
      components: object;
    };
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(description, 'https://api.example/openapi');
    const routes = Object.entries(description.paths).map(([template, route], index) => ({
      pattern: new RegExp(`^${template.slice(1).replace(/\{\w+\}/, '(?!index)[^/]+')}$`),
      validate: ajv.compile({
        $id: `https://api.example/${index}`,
        ...rebase(route.get.responses['200']?.content?.['application/json']?.schema),
      }),
    }));
    const files = listTexts(project.place('dist/api')).filter((name) => name !== 'openapi.json');
    expect(files.length).toBeGreaterThan(390);
    for (const name of files) {
      const route = routes.find(({ pattern }) => pattern.test(name));
      expect(route, name).toBeDefined();
      route?.validate(project.readJsonFile('dist/api', name));
      expect([name, route?.validate.errors ?? []]).toEqual([name, []]);
    }
  });
});

/** References of a piece of the description lead into the whole. */
function rebase(schema: object | undefined): object {
  return JSON.parse(JSON.stringify(schema ?? {}).replaceAll('"#/components', '"openapi#/components')) as object;
}

describe('another release', () => {
  it('an unchanged one leaves the catalogue as it is', { timeout: 180_000 }, async () => {
    const copy = project.copy();
    const before = copy.hash('dist');
    // In its new place the copy is built again, not remembered.
    expect((await copy.run('build', '--release', '2026-12-01')).status).toBe(0);
    expect(copy.hash('dist')).toEqual(before);
  });

  it('keeps every name, points to the new files and remembers the old ones', { timeout: 180_000 }, async () => {
    const copy = project.copy();
    const name = 'documents/eura2014/S20154.txt';
    copy.write({ [name]: copy.readFile(name).replace('Majakka', 'Majakkatalo') });
    expect((await copy.run('build', '--release', '2026-12-01')).status).toBe(0);
    const [before, after] = [readGraph(project, 'catalog'), readGraph(copy, 'catalog')];
    const things = (quads: readonly Quad[]): string[] =>
      [...new Set(quads.map(({ subject }) => subject.value))]
        .filter((each) => each.startsWith(`${BASE}catalog.ttl#`))
        .sort();
    expect(things(after)).toEqual(things(before));
    expect(valuesOf(after, 'dcat:accessURL').sort()).toEqual(valuesOf(before, 'dcat:accessURL').sort());
    expect(valuesOf(after, 'dcat:downloadURL').every((url) => url.includes('/data/2026-12-01'))).toBe(true);
    const datasets = after.filter(
      (q) => q.predicate.value === expand('rdf:type') && q.object.value === expand('dcat:Dataset'),
    );
    expect(datasets).toHaveLength(13);
    expect(valuesOf(after, 'dct:relation')).toContain(`${BASE}catalog-versions.ttl#release-2026-11-25`);
    const versions = readGraph(copy, 'catalog-versions');
    expect(valuesOf(versions, 'dcat:hasVersion')).toEqual([
      `${BASE}catalog-versions.ttl#release-2026-11-25`,
      `${BASE}catalog-versions.ttl#release-2026-12-01`,
    ]);
  });
});
