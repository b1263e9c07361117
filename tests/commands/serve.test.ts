/** What `serve` answers, over real sockets and with raw bytes where a client would tidy the request. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswer } from '../../pipeline/commands/serve/create-answer.ts';
import { openServer, type LocalServer } from './serve-server.ts';

let folder: string;
let server: LocalServer;

const BIG = 'rivi aineistoa\n'.repeat(1000);
const FILES: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>etusivu</title>',
  '404.html': '<!doctype html><title>ei löydy</title>',
  'sv/404.html': '<!doctype html><title>hittades inte</title>',
  'hankkeet/S1.html': '<!doctype html><title>hanke</title>',
  'styles/site.css': 'p { color: red }',
  'nimet/a,b;c&d.txt': 'pilkku',
  '.salaisuus': 'x',
  'api/projects/S1.json': '{}',
  'data/releases.json': '{}',
  'data/2026-01-01.zip': 'PK',
  'data/latest/manifest.json': JSON.stringify({
    files: [
      { path: 'a.xlsx', media_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
      { path: 'a.fgb', media_type: 'application/vnd.flatgeobuf' },
      { path: 'a.csv', media_type: 'text/csv' },
      { path: 'a.geojson', media_type: 'application/geo+json' },
      { path: 'a.outo', media_type: 'text/csv\r\nX-Outo: 1' },
      { path: 'b.outo', media_type: 'tekstiä/€' },
    ].map((file) => ({ ...file, bytes: 1, sha256: '' })),
  }),
  'data/latest/a.xlsx': 'xlsx',
  'data/latest/a.fgb': '0123456789',
  'data/latest/a.csv': BIG,
  'data/latest/a.geojson': '{}',
  'data/latest/SHA256SUMS': '',
  'data/latest/a.outo': 'outo',
  'data/latest/b.outo': 'outo',
  'data/2026-01-01/a.csv': 'a\n',
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hankekartta-serve-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  symlinkSync('/etc/hostname', path.join(folder, 'linkki.txt'));
  symlinkSync('/etc', path.join(folder, 'kansio'));
  for (const name of ['linkit', 'putket']) mkdirSync(path.join(folder, name));
  for (const name of ['linkit/index', 'nimet/a%2Fb']) symlinkSync('/etc/hostname', path.join(folder, name));
  spawnSync(
    'mkfifo',
    ['putki.txt', 'putket/index', 'nimet/a%23b'].map((name) => path.join(folder, name)),
  );
  server = await openServer(createAnswer(folder));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (name: string, options: RequestInit = {}): Promise<Response> => fetch(`${server.address}${name}`, options);

/** The status line of a request whose target no client would send. */
function askRaw(target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    });
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('end', () => {
      resolve(answer.split('\r\n')[0] ?? '');
    });
    socket.on('error', reject);
  });
}

describe('methods', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is not answered', async (method) => {
    const response = await ask('/data/latest/a.csv', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('HEAD says what GET would, without a body', async () => {
    const response = await ask('/data/latest/a.fgb', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '10', '']);
  });

  it('OPTIONS lets other origins ask for ranges of data', async () => {
    const response = await ask('/data/latest/a.fgb', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toContain('Range');
  });
});

describe('headers', () => {
  it.each([
    ['/data/latest/a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['/data/latest/a.fgb', 'application/vnd.flatgeobuf'],
    ['/data/latest/a.csv', 'text/csv; charset=utf-8'],
    ['/data/2026-01-01/a.csv', 'text/csv; charset=utf-8'],
    ['/data/latest/a.geojson', 'application/geo+json'],
    ['/data/latest/SHA256SUMS', 'text/plain; charset=utf-8'],
    ['/styles/site.css', 'text/css'],
    ['/hankkeet/S1', 'text/html;charset=utf-8'],
  ])('%s is %s', async (name, type) => {
    expect((await ask(name)).headers.get('content-type')).toBe(type);
  });

  it('a policy stands on everything, CORS on data alone', async () => {
    const [page, data] = [await ask('/'), await ask('/api/projects/S1.json')];
    for (const { headers } of [page, data])
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    expect(data.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('a release may be kept for ever, the rest is asked for again', async () => {
    expect((await ask('/data/2026-01-01/a.csv')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/data/2026-01-01.zip')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/data/latest/a.csv')).headers.get('cache-control')).toBe('no-cache');
  });
});

it('a name is read as addresses write it', async () => {
  for (const name of ['a,b;c&d.txt', 'a%2Cb%3Bc%26d.txt'])
    expect(await (await ask(`/nimet/${name}`)).text()).toBe('pilkku');
});

it.each(['a.outo', 'b.outo'])('a media type that no header can hold is none: %s', async (name) => {
  const response = await ask(`/data/latest/${name}`);
  expect([response.status, await response.text(), response.headers.get('x-outo')]).toEqual([200, 'outo', null]);
});

describe('ranges', () => {
  it.each([
    ['bytes=0-3', '0123', 206],
    ['bytes=4-', '456789', 206],
    ['bytes=-3', '789', 206],
    ['bytes=-100', '0123456789', 206],
    ['bytes=0-1,3-4', '0123456789', 200],
    ['lines=1-2', '0123456789', 200],
    ['bytes=5-5', '5', 206],
    ['bytes=9-', '9', 206],
    // What is no range, or is one that would be answered wrongly, is none.
    ['bytes=0-0', '0123456789', 200],
    ['bytes=5-2', '0123456789', 200],
    ['bytes=50-2', '0123456789', 200],
    ['bytes=-', '0123456789', 200],
    ['bytes=a-b', '0123456789', 200],
    ['bytes=99999999999999999999-', '0123456789', 200],
  ])('%s', async (range, body, status) => {
    const response = await ask('/data/latest/a.fgb', { headers: { range } });
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  it.each(['bytes=50-60', 'bytes=10-', 'bytes=-0'])('behind the end is refused: %s', async (range) => {
    expect((await ask('/data/latest/a.fgb', { headers: { range } })).status).toBe(416);
  });

  it('of what may have changed is none', async () => {
    const etag = (await ask('/data/latest/a.fgb')).headers.get('etag') ?? '';
    for (const condition of ['"other"', etag]) {
      const headers = { range: 'bytes=0-3', 'if-range': condition };
      expect((await ask('/data/latest/a.fgb', { headers })).status).toBe(200);
    }
  });

  it('of HEAD is none', async () => {
    const { status } = await ask('/data/latest/a.fgb', { method: 'HEAD', headers: { range: 'bytes=0-3' } });
    expect(status).toBe(200);
  });

  it('are of the file itself, never of its compressed form', async () => {
    const response = await ask('/data/latest/a.csv', { headers: { range: 'bytes=0-3', 'accept-encoding': 'gzip' } });
    expect([response.headers.get('content-encoding'), await response.text()]).toEqual([null, 'rivi']);
  });
});

it('whole texts are compressed', async () => {
  const response = await ask('/data/latest/a.csv', { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.text()).toBe(BIG);
});

describe('what is not there', () => {
  it('is the site’s page, in the language of the address', async () => {
    const [finnish, swedish] = [await ask('/ei/ole'), await ask('/sv/finns/inte')];
    expect([finnish.status, await finnish.text()]).toEqual([404, FILES['404.html']]);
    expect([swedish.status, await swedish.text()]).toEqual([404, FILES['sv/404.html']]);
  });

  it.each([
    '/.salaisuus',
    '/linkki.txt',
    '/putki.txt',
    '/linkit',
    '/linkit/',
    '/linkit/index',
    '/putket',
    '/putket/',
    '/nimet/a%2Fb',
    '/nimet/a%252Fb',
    '/nimet/a%23b',
    '/nimet/a%2523b',
    '/kansio/hostname',
    '/%2e%2e/etc/hostname',
    '/a%00b',
    '/%zz',
    '/..%5cx',
    // What the server of files reads otherwise than an address does.
    '//.salaisuus',
    '//linkki.txt',
    '//putki.txt',
    '/data//../linkki.txt',
    '/data/../.salaisuus',
    '/data/%2e%2e/.salaisuus',
    'http://x/.salaisuus',
    // What no disk can have.
    '/404.html/',
    '/404.html/x',
    `/${'a'.repeat(300)}`,
    `/${'a/'.repeat(3000)}`,
  ])('%s is not shown', async (target) => {
    expect(await askRaw(target)).toContain(' 404 ');
  });
});

// Who owns the machine may read everything.
it.skipIf(process.getuid?.() === 0)('a file that may not be read is none, and ends nothing', async () => {
  writeFileSync(path.join(folder, 'lukittu.txt'), 'x', { mode: 0 });
  expect((await ask('/lukittu.txt')).status).toBe(404);
});
