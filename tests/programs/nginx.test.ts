/** nginx with the recipe of site/HOSTING.md. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Workspace } from '../flow/workspace.ts';
import { findPort, readRecipe } from './ask.ts';
import { BUILD_AND_PREPARE, publishForHost, testHost } from './host-rules.ts';

const MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
let here: Workspace;
let address: string;

function nginx(...argv: readonly string[]) {
  const conf = ['-p', here.folder, '-c', here.place('nginx.conf'), '-e', here.place('error.log')];
  return spawnSync('/usr/sbin/nginx', [...conf, ...argv], { encoding: 'utf8' });
}

beforeAll(async () => {
  here = await publishForHost();
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
}, BUILD_AND_PREPARE);
afterAll(() => {
  nginx('-s', 'stop');
});

describe('nginx', () => {
  testHost(() => ({ here, address }));
});
