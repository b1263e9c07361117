/** What the recipes of site/HOSTING.md promise of a web server: every server is asked the same with curl, for a file of every type. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Manifest } from '../../pipeline/model/schema-types.ts';
import { createWorkspace, readDocuments, type Workspace } from '../flow/workspace.ts';
import { curl as ask } from './ask.ts';

const RELEASE = '2026-11-01';
const HIDDEN = '.salaisuus';

/** A whole site is built and compressed first. In milliseconds. */
export const BUILD_AND_PREPARE = 600_000;

/** A published folder with prepared twins and a hidden file, for a server to show. */
export async function publishForHost(): Promise<Workspace> {
  const here = createWorkspace({ ...readDocuments() });
  here.edit('hankekartta.config.json', '"site":false', '"site":true');
  expect(await here.run('build', '--release', RELEASE)).toMatchObject({ status: 0 });
  expect(await here.run('prepare')).toMatchObject({ status: 0 });
  writeFileSync(here.place('dist', HIDDEN), 'x');
  return here;
}

/** A server that shows the folder `dist` of a workspace. */
export interface Host {
  readonly here: Workspace;
  /** `http://127.0.0.1:8080` */
  readonly address: string;
}

/** @param open the running server, asked for within the tests */
export function testHost(open: () => Host): void {
  const curl = (name: string, ...options: readonly string[]) => ask(`${open().address}${name}`, ...options);
  const read = (name: string): Buffer => readFileSync(open().here.place('dist', name));

  it('says of every file of a release what the manifest says, and lets everybody read it for ever', () => {
    const { files } = open().here.readJson('manifest.json') as Manifest;
    const endings = new Map(files.map((file) => [path.extname(file.path), file]));
    expect(endings.size).toBeGreaterThan(10);
    for (const { path: name, media_type: type, bytes } of endings.values()) {
      const { status, headers, body } = curl(`/data/${RELEASE}/${name}`);
      expect({ name, status, type: headers['content-type']?.replace('; charset=utf-8', '') }).toEqual({
        name,
        status: 200,
        type,
      });
      expect(body.length).toBe(bytes);
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        etag: expect.any(String) as string,
      });
      if (type.startsWith('text/')) expect(headers['content-type']).toContain('charset=utf-8');
      expect(curl(`/data/latest/${name}`).headers['cache-control']).toBe('no-cache');
    }
    expect(curl(`/data/${RELEASE}.zip`).headers).toMatchObject({
      'content-type': 'application/zip',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('types the pages, what they load, and the files beside the data', () => {
    const types = {
      '/': 'text/html; charset=utf-8',
      '/kunnat/': 'text/html; charset=utf-8',
      '/styles/site.css': 'text/css; charset=utf-8',
      // Servers bring their own tables: both names are registered for these two.
      '/scripts/explore.js': /^(?:text|application)\/javascript; charset=utf-8$/,
      '/sitemap.xml': /^(?:text|application)\/xml(?:; charset=utf-8)?$/,
      '/images/icon.svg': 'image/svg+xml',
      '/robots.txt': 'text/plain; charset=utf-8',
      '/api/openapi.json': 'application/json',
      '/schemas/1.0/projects.schema.json': 'application/json',
    };
    for (const [name, type] of Object.entries(types)) {
      const { status, headers } = curl(name);
      expect({ name, status, type: headers['content-type'] }).toEqual({
        name,
        status: 200,
        type: typeof type === 'string' ? type : (expect.stringMatching(type) as string),
      });
      expect(headers['content-security-policy'], name).toContain("frame-ancestors 'none'");
      expect(headers['access-control-allow-origin'], name).toBe(/^\/(api|schemas)/.test(name) ? '*' : undefined);
    }
  });

  it('lets other pages frame the embeds, and nothing else', () => {
    for (const name of ['/upote/koko-maa.html', '/upote/kunnat/091', '/sv/upote/maakunnat/01.html']) {
      const { status, headers } = curl(name);
      expect({ name, status }).toEqual({ name, status: 200 });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*form-action 'none'$/);
    }
    for (const name of ['/', '/kunnat/', '/upote/../index.html', '/upote/missing.html'])
      expect(curl(name, '--path-as-is').headers['content-security-policy'], name).toContain("frame-ancestors 'none'");
    // Taken for the page outside the folder, or refused before any folder's rules are read: then nothing is shown.
    const around = curl('/upote/..%2findex.html');
    if (around.status !== 404) expect(around.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('answers ranges, the last bytes too', () => {
    for (const name of ['municipalities.fgb', 'projects.parquet', 'projects.csv']) {
      const file = `data/${RELEASE}/${name}`;
      const { size } = statSync(open().here.place('dist', file));
      const first = curl(`/${file}`, '-r', '10-19');
      expect([first.status, first.headers['content-range']]).toEqual([206, `bytes 10-19/${String(size)}`]);
      expect(first.body.equals(read(file).subarray(10, 20))).toBe(true);
      const last = curl(`/${file}`, '-r', '-100');
      expect([last.status, last.body.equals(read(file).subarray(-100))]).toEqual([206, true]);
    }
    // Those that are read in parts have no twin, whatever a client accepts.
    const both = curl(`/data/${RELEASE}/projects.parquet`, '-r', '-100', '-H', 'Accept-Encoding: gzip, br');
    expect([both.status, both.body.length]).toEqual([206, 100]);
    expect(curl(`/data/${RELEASE}/projects.parquet`, '-r', '999999999-').status).toBe(416);
  });

  it('sends the prepared twins with the type of their file, and the same content to everybody', () => {
    for (const [name, type] of [
      [`data/${RELEASE}/municipalities.geojson`, 'application/geo+json'],
      [`data/${RELEASE}/projects.csv`, 'text/csv; charset=utf-8'],
      ['index.html', 'text/html; charset=utf-8'],
    ] as const) {
      for (const [encoding, ending] of [
        ['gzip', 'gz'],
        ['br', 'br'],
      ] as const) {
        const { headers, body } = curl(`/${name}`, '-H', `Accept-Encoding: ${encoding}`);
        expect(headers).toMatchObject({ 'content-encoding': encoding, 'content-type': type });
        expect(headers['vary']).toContain('Accept-Encoding');
        expect(body.equals(read(`${name}.${ending}`))).toBe(true);
      }
      expect(curl(`/${name}`).body.equals(read(name))).toBe(true);
    }
  });

  it('is not asked again for what did not change', () => {
    const { etag } = curl('/data/latest/manifest.json').headers;
    expect(curl('/data/latest/manifest.json', '-H', `If-None-Match: ${etag ?? ''}`).status).toBe(304);
  });

  it('says 404 in the language of the address, and shows nothing hidden', () => {
    const missing = {
      '/ei-ole': '404.html',
      '/sv/finns-inte.html': 'sv/404.html',
      '/en/x': 'en/404.html',
      [`/${HIDDEN}`]: '404.html',
      '/.htaccess': '404.html',
    };
    for (const [name, page] of Object.entries(missing)) {
      const { status, body, headers } = curl(name);
      expect({ name, status, type: headers['content-type'] }).toEqual({
        name,
        status: 404,
        type: 'text/html; charset=utf-8',
      });
      expect(body.equals(read(page))).toBe(true);
    }
  });

  it('lets browsers ask first, and refuses to be written to', () => {
    const asked = curl('/data/latest/projects.csv', '-X', 'OPTIONS', '-H', 'Origin: https://muu.example');
    expect(asked).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': '*' } });
    for (const method of ['POST', 'PUT', 'DELETE']) expect(curl('/', '-X', method).status, method).toBe(405);
  });
}
