/** What cannot be asked for is refused with one sentence, before anything is installed or run. */
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { main } from './mutation.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

it.each([
  [['merge', '--colour'], /^Unknown option '--colour'/],
  [['merge', '--every'], /'--every <value>' argument missing/],
  [['merge', '--every', '0'], /^unexpected --every 0/],
  [['merge', '--every', '1.5'], /^unexpected --every 1\.5/],
  [['merge', '--every=-2'], /^unexpected --every -2/],
  [['merge', 'parse'], /^unexpected merge parse/],
  [['constructor'], /^unexpected constructor/],
  [[], /^unexpected absence of a stage/],
  [['merge', '--only', 'no-such-file'], /^no file of pipeline\/merge has no-such-file in its path$/],
])('%j', (argv, sentence) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(main(argv, ROOT)).toBe(2);
  expect(said.mock.calls).toEqual([[expect.stringMatching(sentence)]]);
  expect(String(said.mock.calls[0]?.[0])).not.toContain('\n');
  said.mockRestore();
});
