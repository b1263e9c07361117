/** nginx with the recipe of site/HOSTING.md, asked with curl for a file of every type. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../pipeline/model/schema-types.ts';
import { createWorkspace, readDocuments, type Workspace } from '../flow/workspace.ts';
import { curl as ask, findPort, readRecipe } from './ask.ts';

const MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const RELEASE = '2026-11-01';
let here: Workspace;
let address: string;
let files: Manifest['files'];

function nginx(...argv: readonly string[]) {
  const conf = ['-p', here.folder, '-c', here.place('nginx.conf'), '-e', here.place('error.log')];
  return spawnSync('/usr/sbin/nginx', [...conf, ...argv], { encoding: 'utf8' });
}

beforeAll(async () => {
  here = createWorkspace({ ...readDocuments() });
  here.edit('hankekartta.config.json', '"site":false', '"site":true');
  expect(await here.run('build', '--release', RELEASE)).toMatchObject({ status: 0 });
  expect(await here.run('prepare')).toMatchObject({ status: 0 });
  writeFileSync(here.place('dist/.salaisuus'), 'x');
  ({ files } = here.readJson('manifest.json') as Manifest);
  const recipe = readRecipe('nginx');
  const port = await findPort();
  const own = recipe
    .replace('listen 80;', `listen 127.0.0.1:${String(port)};`)
    .replace('root /srv/hankekartta/dist;', `root ${here.place('dist')};`);
  expect(own.split(String(port)).length + own.split(here.folder).length).toBe(4);
  mkdirSync(here.place('t'));
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path t;`).join(' ');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  here.write({
    'nginx.conf': `load_module ${MODULE}; ${user} worker_processes 1; pid nginx.pid;
events { worker_connections 64; }
http { access_log off; ${paths} include /etc/nginx/mime.types; default_type application/octet-stream;
${own} }`,
  });
  expect(nginx()).toMatchObject({ status: 0 });
  address = `http://127.0.0.1:${String(port)}`;
});
afterAll(() => {
  nginx('-s', 'stop');
});

const curl = (name: string, ...options: readonly string[]) => ask(`${address}${name}`, ...options);
const read = (name: string): Buffer => readFileSync(here.place('dist', name));

describe('nginx', () => {
  it('says of every file of a release what the manifest says, and lets everybody read it for ever', () => {
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
      '/scripts/explore.js': 'application/javascript; charset=utf-8',
      '/images/icon.svg': 'image/svg+xml',
      '/robots.txt': 'text/plain; charset=utf-8',
      '/sitemap.xml': 'text/xml; charset=utf-8',
      '/api/openapi.json': 'application/json',
      '/schemas/1.0/projects.schema.json': 'application/json',
    };
    for (const [name, type] of Object.entries(types)) {
      const { status, headers } = curl(name);
      expect({ name, status, type: headers['content-type'] }).toEqual({ name, status: 200, type });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['access-control-allow-origin']).toBe(/^\/(api|schemas)/.test(name) ? '*' : undefined);
    }
  });

  it('lets other pages frame the embeds, and nothing else', () => {
    for (const name of ['/upote/koko-maa.html', '/upote/kunnat/091', '/sv/upote/maakunnat/01.html']) {
      const { status, headers } = curl(name);
      expect({ name, status }).toEqual({ name, status: 200 });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*form-action 'none'$/);
    }
    for (const name of ['/upote/..%2findex.html', '/upote/missing.html'])
      expect(curl(name).headers['content-security-policy'], name).toContain("frame-ancestors 'none'");
  });

  it('answers ranges, the last bytes too', () => {
    for (const name of [
      `data/${RELEASE}/municipalities.fgb`,
      `data/${RELEASE}/projects.parquet`,
      `data/${RELEASE}/projects.csv`,
    ]) {
      const { size } = statSync(here.place('dist', name));
      const first = curl(`/${name}`, '-r', '10-19');
      expect([first.status, first.headers['content-range']]).toEqual([206, `bytes 10-19/${String(size)}`]);
      expect(first.body.equals(read(name).subarray(10, 20))).toBe(true);
      const last = curl(`/${name}`, '-r', '-100');
      expect(last.status).toBe(206);
      expect(last.body.equals(read(name).subarray(-100))).toBe(true);
    }
    // Those that are read in parts have no twin, whatever a client accepts.
    const both = curl(`/data/${RELEASE}/projects.parquet`, '-r', '-100', '-H', 'Accept-Encoding: gzip, br');
    expect([both.status, both.body.length]).toEqual([206, 100]);
    expect(curl(`/data/${RELEASE}/projects.parquet`, '-r', '999999999-').status).toBe(416);
  });

  it('sends the prepared twins, and the same content to everybody', () => {
    const name = `data/${RELEASE}/municipalities.geojson`;
    for (const [encoding, ending] of [
      ['gzip', 'gz'],
      ['br', 'br'],
    ] as const) {
      const { headers, body } = curl(`/${name}`, '-H', `Accept-Encoding: ${encoding}`);
      expect(headers).toMatchObject({
        'content-encoding': encoding,
        vary: 'Accept-Encoding',
        'content-type': 'application/geo+json',
      });
      expect(body.equals(read(`${name}.${ending}`))).toBe(true);
    }
    expect(curl(`/${name}`).body.equals(read(name))).toBe(true);
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
      '/.salaisuus': '404.html',
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
    for (const method of ['POST', 'PUT', 'DELETE']) expect(curl('/', '-X', method).status).toBe(405);
  });
});
