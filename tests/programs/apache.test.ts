/** Apache with the recipe of site/HOSTING.md as its `.htaccess`. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import type { Workspace } from '../flow/workspace.ts';
import { curl, findPort, readRecipe } from './ask.ts';
import { BUILD_AND_PREPARE, publishForHost, testHost } from './host-rules.ts';

const MODULES = ['mpm_event', 'authz_core', 'authz_host', 'mime', 'dir', 'headers', 'rewrite'];
let here: Workspace;
let address: string;

const apache = (command: string) =>
  spawnSync('/usr/sbin/apache2', ['-f', here.place('apache.conf'), '-k', command], { encoding: 'utf8' });

beforeAll(async () => {
  here = await publishForHost();
  writeFileSync(here.place('dist/.htaccess'), readRecipe('apache'));
  const port = await findPort();
  const modules = MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
  here.write({
    'apache.conf': `ServerName 127.0.0.1
Listen 127.0.0.1:${String(port)}
${modules.join('\n')}
PidFile ${here.place('apache.pid')}
ErrorLog ${here.place('error.log')}
DefaultRuntimeDir ${here.folder}
TypesConfig /etc/mime.types
DocumentRoot ${here.place('dist')}
<Directory ${here.place('dist')}>
  AllowOverride All
  Require all granted
</Directory>
`,
  });
  // Started by root, it serves as another user, who must be able to enter the folder.
  expect(spawnSync('chmod', ['a+rx', here.folder])).toMatchObject({ status: 0 });
  expect(apache('start')).toMatchObject({ status: 0, stderr: '' });
  address = `http://127.0.0.1:${String(port)}`;
  await vi.waitFor(() => expect(curl(address).status).toBe(200), { timeout: 10_000, interval: 100 });
}, BUILD_AND_PREPARE);
afterAll(() => {
  apache('stop');
});

describe('Apache', () => {
  testHost(() => ({ here, address }));
});
