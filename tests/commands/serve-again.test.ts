/** What `serve` answers to who asks again, and what it outlives: files that change meanwhile, pages that are none. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { outliveFailures } from '../../pipeline/commands/serve.ts';
import { createAnswer } from '../../pipeline/commands/serve/create-answer.ts';
import { openServer, type LocalServer } from './serve-server.ts';

let folder: string;
let server: LocalServer;

const BIG = 'rivi aineistoa\n'.repeat(1000);
const FILES = {
  'index.html': '<!doctype html><title>etusivu</title>',
  '404.html': '<!doctype html><title>ei löydy</title>',
  'sv/404.html': '<!doctype html><title>hittades inte</title>',
  'data/latest/a.csv': BIG,
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hankekartta-serve-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  server = await openServer(createAnswer(folder));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (name: string, options: RequestInit = {}): Promise<Response> => fetch(`${server.address}${name}`, options);

describe('what somebody has already', () => {
  const NAME = '/data/latest/a.csv';
  const tagOf = async (): Promise<string> => (await ask(NAME)).headers.get('etag') ?? '';

  it.each<[string, (tag: string) => Record<string, string>, number]>([
    ['its tag', (tag) => ({ 'if-none-match': tag }), 304],
    ['its tag as a strong one', (tag) => ({ 'if-none-match': tag.slice(2) }), 304],
    ['its tag among others', (tag) => ({ 'if-none-match': `"a", ${tag}, W/"b"` }), 304],
    ['anything', () => ({ 'if-none-match': '*' }), 304],
    ['its tag, of a part', (tag) => ({ 'if-none-match': tag, range: 'bytes=0-3' }), 304],
    ['another tag', () => ({ 'if-none-match': '"a"' }), 200],
    ['another tag, of a part', () => ({ 'if-none-match': '"a"', range: 'bytes=0-3' }), 206],
    ['a later day', () => ({ 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }), 304],
    ['an earlier day', () => ({ 'if-modified-since': 'Thu, 01 Jan 1998 00:00:00 GMT' }), 200],
    ['no day', () => ({ 'if-modified-since': 'eilen' }), 200],
    ['a number that could be a year', () => ({ 'if-modified-since': '9999' }), 200],
    ['a later day as it was written once', () => ({ 'if-modified-since': 'Tue Jan  1 00:00:00 2069' }), 304],
    // Weak tags are never the same where a whole is made of parts (RFC 9110, 13.1.1).
    ['its tag, and would take no other', (tag) => ({ 'if-match': tag }), 412],
    ['its tag, and would take no other part', (tag) => ({ 'if-match': tag, range: 'bytes=0-3' }), 412],
    ['another tag, and would take no other', () => ({ 'if-match': '"a"' }), 412],
    ['anything, and would take it', () => ({ 'if-match': '*' }), 200],
    [
      'an earlier day, and would take no later',
      () => ({ 'if-unmodified-since': 'Thu, 01 Jan 1998 00:00:00 GMT' }),
      412,
    ],
    ['a later day, and would take no later', () => ({ 'if-unmodified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }), 200],
    ['no day, and would take no later', () => ({ 'if-unmodified-since': 'eilen' }), 200],
    // A tag says more than a day (RFC 9110, 13.2.2).
    [
      'another tag and a later day',
      () => ({ 'if-none-match': '"a"', 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }),
      200,
    ],
  ])('%s', async (_, headersOf, status) => {
    const headers = headersOf(await tagOf());
    for (const method of headers['range'] === undefined ? ['GET', 'HEAD'] : ['GET'])
      expect((await ask(NAME, { method, headers })).status).toBe(status);
  });
});

describe('what changes between a look and the next', () => {
  let other: LocalServer;
  let change: () => void;
  beforeAll(async () => {
    const answer = createAnswer(folder);
    other = await openServer((request, response) => {
      answer(request, response);
      // The file was looked at, and is opened when this turn of the loop is over.
      change();
    });
  });
  afterAll(() => other.close());

  it.each<[string, (file: string) => void]>([
    ['goes', () => undefined],
    ['becomes a folder', (file) => mkdirSync(file)],
  ])('a file that %s ends its own answer and nothing else', async (_, become) => {
    const file = path.join(folder, 'hetki.csv');
    writeFileSync(file, BIG);
    change = () => {
      rmSync(file);
      become(file);
    };
    await expect(fetch(`${other.address}/hetki.csv`).then((response) => response.text())).rejects.toThrow();
    change = () => undefined;
    expect((await fetch(`${other.address}/`)).status).toBe(200);
    rmSync(file, { recursive: true, force: true });
  });

  it.each<[string, (file: string) => void]>([
    ['a folder', (file) => mkdirSync(file)],
    ['a link', (file) => symlinkSync('/etc/hostname', file)],
    ['a pipe', (file) => spawnSync('mkfifo', [file])],
  ])('a page of what is not there that is %s is none', async (_, make) => {
    const file = path.join(folder, 'sv/404.html');
    rmSync(file, { recursive: true });
    make(file);
    const response = await ask('/sv/finns/inte');
    expect([response.status, await response.text()]).toEqual([404, FILES['404.html']]);
    rmSync(file, { recursive: true });
    writeFileSync(file, FILES['sv/404.html']);
  });
});

it.each([
  ['http://localhost/data/latest/a.csv', 200],
  ['HTTP://localhost:80/data/latest/a.csv?a=http://b/', 200],
  ['http://localhost', 200],
  ['http://localhost/data/../data/latest/a.csv', 404],
  ['http://localhost//data/latest/a.csv', 404],
  ['ftp://localhost/data/latest/a.csv', 404],
  ['http:data/latest/a.csv', 400],
])('a whole address is asked for (RFC 9112, 3.2.2): %s', async (address, status) => {
  const answered = await new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path: address }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(answered).toBe(status);
});

it('an answer that fails ends itself and nothing else', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const other = await openServer(
    outliveFailures(({ url }, response) => {
      if (url === '/') response.end('x');
      else throw new Error('ei onnistu');
    }),
  );
  await expect(fetch(`${other.address}/a`)).rejects.toThrow();
  expect(await (await fetch(`${other.address}/`)).text()).toBe('x');
  expect(said.mock.calls).toEqual([['hankekartta: no answer to /a: ei onnistu\n']]);
  said.mockRestore();
  other.close();
});
