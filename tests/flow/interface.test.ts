/** The programming interface refuses what the commands refuse, before it writes anything. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { locate, openContext, publish, readDocument, type Context, type Located } from '../../pipeline/interface.ts';
import { writePage } from './workspace.ts';

const siteUrl = 'https://julkaisija.example/';

let place: string;
let context: Context;
let found: Located;
beforeAll(async () => {
  place = mkdtempSync(path.join(tmpdir(), 'hankekartta-interface-'));
  context = openContext();
  found = await locate([readDocument({ path: 'a.txt', content: writePage('S10001', 'Yksi') }, context)], context);
}, 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

it.each([
  '1979-12-31',
  '2100-01-01',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '',
  'tomorrow',
  '2026-1-2',
  '2026-01-02T10:00:00Z',
  '2026-01-02/../../elsewhere',
  '2026-01-02.0',
  '2026-01-02\n',
])('a release of %j is refused', async (release) => {
  const folder = path.join(place, 'refused');
  const asked = publish(found, context, { folder, release, siteUrl });
  await expect(asked).rejects.toThrow(/^release .*, expected a day from 1980-01-01 to 2099-12-31; /);
  expect(existsSync(folder)).toBe(false);
});

it.each(['julkaisija.example', '', 'https://'])('an address of the site that says %j is refused', async (address) => {
  const folder = path.join(place, 'refused');
  const asked = publish(found, context, { folder, release: '2026-01-02', siteUrl: address });
  await expect(asked).rejects.toThrow('unexpected address');
  expect(existsSync(folder)).toBe(false);
});

it('a release of a day is written', { timeout: 120_000 }, async () => {
  const folder = path.join(place, 'written');
  const files = await publish(found, context, { folder, release: '2026-01-02.2', siteUrl });
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((file) => !existsSync(path.join(folder, file.path)))).toEqual([]);
});
