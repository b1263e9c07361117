import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace, readDocuments, type Workspace } from '../flow/workspace.ts';
import { startCkan, type CkanStub } from './ckan-stub.ts';

const CATALOG = {
  publisher: { name: 'Julkaisija', url: 'https://julkaisija.example/', contact: 'avoindata@julkaisija.example' },
  provenance: { fi: 'Hankesivuilta.', sv: 'Från projektsidor.', en: 'From project pages.' },
};
const CONFIG = { documents: ['documents'], releases: 'releases', site: false };
const TOKEN = 'HANKEKARTTA_CKAN_TOKEN';
const TABLES = 12;

let project: Workspace;
let stub: CkanStub;
const sync = (...more: readonly string[]) =>
  project.run('ckan', '--url', stub.url, '--organization', 'julkaisija', ...more);

beforeAll(async () => {
  project = createWorkspace(readDocuments());
  project.write({ 'hankekartta.config.json': JSON.stringify({ ...CONFIG, ...CATALOG }) });
  expect((await project.run('build', '--release', '2026-11-25')).status).toBe(0);
  stub = await startCkan();
});
afterAll(async () => {
  await stub.close();
});
afterEach(() => {
  process.env[TOKEN] = '';
});

describe('hankekartta ckan', () => {
  it('prints the payloads in a dry run without an address', async () => {
    const { status, stdout } = await project.run('ckan', '--dry-run');
    expect(status).toBe(0);
    const payloads = JSON.parse(stdout) as Record<string, unknown>[];
    expect(payloads).toHaveLength(TABLES + 1);
    for (const payload of payloads) {
      expect(payload).toMatchObject({
        license_id: 'cc-by-4.0',
        collection_type: 'Open Data',
        maintainer: 'Julkaisija',
      });
      expect(payload['maintainer_email']).toEqual(['avoindata@julkaisija.example']);
      const { fi, sv, en } = payload['title_translated'] as Record<string, string>;
      for (const title of [fi, sv, en]) expect(title).toMatch(/\S/);
    }
    expect(stdout).not.toContain('sha256');
  });

  it('changes nothing in a dry run, and says what it would do', async () => {
    const { status, stdout } = await sync('--dry-run');
    expect(status).toBe(0);
    expect(stdout.match(/^create /gm)).toHaveLength(TABLES + 1);
    expect(stub.changes).toEqual([]);
  });

  it('sends nothing without a token', async () => {
    const { status, stderr } = await sync();
    expect(status).toBe(2);
    expect(stderr).toContain(TOKEN);
    expect(stub.changes).toEqual([]);
  });

  it('makes the packages, and a second run changes nothing', async () => {
    process.env[TOKEN] = 'salaisuus';
    expect((await sync()).status).toBe(0);
    expect(stub.changes).toHaveLength(TABLES + 1);
    const { status, stdout } = await sync();
    expect(status).toBe(0);
    expect(stdout.match(/^unchanged /gm)).toHaveLength(TABLES + 1);
    expect(stub.changes).toHaveLength(TABLES + 1);
  });

  it('keeps identifiers, what others added and fields of the portal when something changes', async () => {
    process.env[TOKEN] = 'salaisuus';
    const name = 'hankekartta-projects';
    const before = structuredClone(stub.packages.get(name)!);
    const mine = stub.packages.get(name)!;
    mine['title_translated'] = { fi: 'Vanha otsikko' };
    mine['highvalue'] = 'false';
    mine.resources[0]!['format'] = 'txt';
    mine.resources.push({ id: 'other', url: 'https://muu.example/ohje.pdf', size: '5' });
    mine.resources.push({ id: 'gone', url: 'https://hankekartta.example/data/latest/vanha.csv', size: '5' });
    const { stdout } = await sync();
    expect(stdout).toContain(`update     ${name}`);
    expect(stdout).toContain('- https://hankekartta.example/data/latest/vanha.csv');
    const after = stub.packages.get(name)!;
    expect(after['id']).toBe(before['id']);
    expect(after['title_translated']).toEqual(before['title_translated']);
    expect(after['highvalue']).toBe('false');
    expect(after.resources.map(({ id }) => id)).toEqual([...before.resources.map(({ id }) => id), 'other']);
    expect(stub.changes.at(-1)).toBe(`package_update ${name}`);
    expect((await sync()).stdout.match(/^unchanged /gm)).toHaveLength(TABLES + 1);
  });

  it('says what the portal refuses', async () => {
    process.env[TOKEN] = 'väärä';
    stub.packages.delete('hankekartta-projects');
    const { status, stderr } = await sync();
    expect(status).toBe(1);
    expect(stderr).toContain('package_create: 403');
    const away = await project.run('ckan', '--url', 'http://127.0.0.1:9/', '--organization', 'x', '--dry-run');
    expect(away.status).toBe(1);
    expect(away.stderr).toContain('does not answer');
  });

  it('is wrong usage without an address or an organisation', async () => {
    expect((await project.run('ckan')).status).toBe(2);
    expect((await project.run('ckan', '--url', stub.url, '--dry-run')).stderr).toContain('--organization');
    expect((await project.run('ckan', '--url', 'ei osoite', '--dry-run', '--organization', 'x')).status).toBe(2);
  });
});

describe('a site that moved', () => {
  const [OLD, NEW] = ['https://vanha.example/avoin', 'https://uusi.example/'];
  const configure = (siteUrl: string): void =>
    moved.write({ 'hankekartta.config.json': JSON.stringify({ ...CONFIG, ...CATALOG, siteUrl }) });
  const send = () => moved.run('ckan', '--url', portal.url, '--organization', 'julkaisija');
  const mentions = (host: string, place: string): string[] =>
    Object.keys(moved.hash('dist')).filter(
      (name) => name.startsWith(place) && readFileSync(moved.place('dist', name)).includes(host),
    );
  let moved: Workspace;
  let portal: CkanStub;

  beforeAll(async () => {
    moved = createWorkspace(readDocuments());
    configure(OLD);
    expect((await moved.run('build', '--release', '2026-11-25')).status).toBe(0);
    portal = await startCkan();
    process.env[TOKEN] = 'salaisuus';
    expect((await send()).status).toBe(0);
  });
  afterAll(async () => {
    await portal.close();
  });

  it('is named in a new release and in the catalogue, and its old address in the old release alone', async () => {
    const before = moved.hash('dist/data/2026-11-25');
    configure(NEW);
    const { status, stdout } = await moved.run('build', '--release', '2026-11-25');
    expect(status).toBe(0);
    expect(stdout).toContain('2026-11-25.2 (new)');
    expect(moved.hash('dist/data/2026-11-25')).toEqual(before);
    const old = mentions('vanha.example', '');
    expect(old.length).toBeGreaterThan(0);
    expect(old.filter((name) => !/^data\/2026-11-25[/.]/.test(name) || name.startsWith('data/2026-11-25.2'))).toEqual(
      [],
    );
    expect(mentions('uusi.example', 'data/latest/')).toContain('data/latest/datapackage.json');
    expect((await moved.run('build', '--release', '2026-11-26')).stdout).toContain('nothing changed');
  });

  it('keeps its resources at a portal, and those that it has no more go', async () => {
    process.env[TOKEN] = 'salaisuus';
    const mine = portal.packages.get('hankekartta-projects')!;
    mine.resources.push(
      { id: 'gone', url: `${OLD}/data/latest/vanha.csv`, size: '5' },
      { id: 'double', url: `${NEW}data/latest/toinen.csv`, size: '5' },
      { id: 'other', url: 'https://muu.example/ohje.pdf', size: '5' },
    );
    const before = [...portal.packages.values()].flatMap(({ resources }) => resources.map(({ id }) => id));
    expect((await send()).status).toBe(0);
    const after = [...portal.packages.values()].flatMap(({ resources }) => resources);
    expect(after.map(({ id }) => id)).toEqual(before.filter((id) => id !== 'gone' && id !== 'double'));
    for (const { id, url } of after) if (id !== 'other') expect(url).toMatch(/^https:\/\/uusi\.example\/data\//);
    expect((await send()).stdout.match(/^unchanged /gm)).toHaveLength(TABLES + 1);
  });

  it('without pages is described without any', () => {
    expect(mentions('data.html', '').concat(mentions('index.html', ''))).toEqual([]);
  });
});

describe('the address of the site', () => {
  it.each(['https://a.example/?x', 'https://a.example/#x', 'ftp://a.example/', 'a.example'])(
    'is not %s',
    async (siteUrl) => {
      const bare = createWorkspace(readDocuments());
      bare.write({ 'hankekartta.config.json': JSON.stringify({ ...CONFIG, siteUrl }) });
      const { status, stderr } = await bare.run('build');
      expect(status).toBe(2);
      expect(stderr).toContain('unexpected siteUrl');
    },
  );

  it('that nobody gave is said to be a placeholder', async () => {
    const bare = createWorkspace(readDocuments());
    bare.write({ 'hankekartta.config.json': JSON.stringify({ ...CONFIG, ...CATALOG }) });
    expect((await bare.run('build')).stderr).toContain("the catalogue's addresses are placeholders");
  });
});

describe('without publisher, contact or provenance', () => {
  it.each([
    [{ publisher: CATALOG.publisher }, 'provenance'],
    [{ provenance: CATALOG.provenance }, 'publisher.name, publisher.contact'],
    [{ publisher: { name: 'Julkaisija' }, provenance: CATALOG.provenance }, 'publisher.contact'],
  ])('there is no catalogue, and the build says so: %j', async (given, missing) => {
    const bare = createWorkspace(readDocuments());
    bare.write({ 'hankekartta.config.json': JSON.stringify({ ...CONFIG, ...given }) });
    const { status, stderr } = await bare.run('build', '--release', '2026-11-25');
    expect(status).toBe(0);
    expect(stderr).toContain(`no catalogue is made: ${missing} missing`);
    expect(
      Object.keys(bare.hash('dist')).filter((name) => /catalog|dataset\.|stac|ckan/.test(name.split('/')[0] ?? '')),
    ).toEqual([]);
    expect((await bare.run('ckan', '--dry-run')).stderr).toContain('no ckan-packages.json');
  });
});
