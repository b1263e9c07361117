/** A watched clone: templates, words, styles and scripts of the site show as they are saved, and broken ones leave what was shown. */
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace, ROOT, writePage } from '../flow/workspace.ts';

const WAITING = { timeout: 60_000, interval: 100 };
const PAGE = 'pages/not-found.ts';
/** What is broken, where, and what is said of it. */
const FAULTS = [
  [PAGE, 'const words', 'const ) words', 'not-found.ts:'],
  [PAGE, 'export const', 'throw new Error("broken at once");\nexport const', 'broken at once'],
  [PAGE, 'const words', 'if (t !== null) throw new Error("broken later");\nconst words', '404.html: broken later'],
  ['language/sv.json', '{', '{,', 'sv.json:'],
] as const;

it('shows changed looks, and of broken ones says why and shows what was', { timeout: 300_000 }, async () => {
  const here = createWorkspace({ 'documents/a.txt': writePage('S10001', 'Ensimmäinen') });
  // A copy of the clone, whose own files stay.
  for (const name of ['pipeline', 'schemas', 'site', 'geo', 'package.json', 'package-lock.json', '.eleventy.js'])
    cpSync(path.join(ROOT, name), here.place('clone', name), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), here.place('clone/node_modules'));
  const bin = here.place('clone/pipeline/hankekartta.js');
  const program = spawn(process.execPath, [bin, 'watch', '--port', '0'], { cwd: here.folder });
  let said = '';
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  /** @returns what was there before */
  const edit = (name: string, before: string, after: string): string => {
    const file = here.place('clone/site', name);
    const text = readFileSync(file, 'utf8');
    expect(text, name).toContain(before);
    writeFileSync(file, text.replace(before, after));
    return text;
  };
  try {
    await expect.poll(() => said, { timeout: 100_000 }).toMatch(/http:\/\/localhost:\d+\/\n/);
    const address = /http:\/\/localhost:\d+\//.exec(said)?.[0] ?? '';
    const get = async (name: string): Promise<string> => (await fetch(address + name)).text();
    const shows = (name: string, text: string) => expect.poll(() => get(name), WAITING).toContain(text);
    // Pages are served a moment before they are watched.
    await expect
      .poll(() => {
        edit('styles/site.css', '', '/* new */\n');
        return get('styles/site.css');
      }, WAITING)
      .toContain('/* new */');
    edit(PAGE, '<p class="lead">', '<p class="lead">Uusi malli. ');
    await shows('404.html', 'Uusi malli.');
    edit('language/sv.json', '"skip": "', '"skip": "Nya ord. ');
    await shows('sv/404.html', 'Nya ord.');
    await shows('scripts/embed.js', 'use strict');
    edit('scripts/embed.ts', 'if (wording', 'document.title = "Uusi skripti";\nif (wording');
    await shows('scripts/embed.js', 'Uusi skripti');

    for (const [index, [name, before, after, message]] of FAULTS.entries()) {
      const sound = edit(name, before, after);
      // A template can be broken where a page is asked for, and not before.
      await expect.poll(() => get('404.html').then(() => said), WAITING).toContain(message);
      await expect.poll(() => said.slice(said.indexOf(message)), WAITING).toContain('what was shown stays');
      expect([await get('404.html'), await get('hankkeet/S10001.html')], message).toEqual([
        expect.stringContaining('Uusi malli.'),
        expect.stringContaining('Ensimmäinen'),
      ]);
      writeFileSync(here.place('clone/site', name), sound);
      edit(PAGE, '<p class="lead">', `<p class="lead">Ehjä ${String(index)}. `);
      await shows('404.html', `Ehjä ${String(index)}.`);
    }

    edit(PAGE, 'const words', 'if (t !== null) throw new Error("broken again");\nconst words');
    await expect.poll(() => get('404.html').then(() => said), WAITING).toContain('404.html: broken again');
    here.write({ 'documents/a.txt': writePage('S10001', 'Toinen nimi') });
    await shows('hankkeet/S10001.html', 'Toinen nimi');
    expect(await get('404.html')).toContain('Ehjä 3.');
  } finally {
    program.kill('SIGTERM');
  }
  expect(await ended).toBe(0);
});
