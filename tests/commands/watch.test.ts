/** A watched folder: what is saved shows on the served site, and what is wrong leaves what was shown. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace, ROOT, writePage } from '../flow/workspace.ts';

it(
  'shows a changed document, a new one, and what was shown where the configuration breaks',
  { timeout: 240_000 },
  async () => {
    const here = createWorkspace({ 'documents/a.txt': writePage('S10001', 'Ensimmäinen') });
    const bin = path.join(ROOT, 'pipeline/hankekartta.js');
    const program = spawn(process.execPath, [bin, 'watch', '--port', '0'], { cwd: here.folder });
    let said = '';
    for (const stream of [program.stdout, program.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
    try {
      await expect.poll(() => said, { timeout: 100_000 }).toMatch(/http:\/\/localhost:\d+\/\n/);
      const address = /http:\/\/localhost:\d+\//.exec(said)?.[0] ?? '';
      const get = async (name: string): Promise<string> => (await fetch(address + name)).text();
      const shows = (name: string, text: string) =>
        expect.poll(() => get(name), { timeout: 60_000, interval: 100 }).toContain(text);
      await shows('hankkeet/S10001.html', 'Ensimmäinen');
      here.write({ 'documents/a.txt': writePage('S10001', 'Toinen nimi') });
      await shows('sv/hankkeet/S10001.html', 'Toinen nimi');
      here.write({ 'documents/uusi/b.txt': writePage('S10002', 'Uusi hanke') });
      await shows('hankkeet/S10002.html', 'Uusi hanke');
      await shows('data/latest/projects.csv', 'S10002');
      expect((await fetch(`${address}styles/site.css`)).headers.get('content-type')).toContain('text/css');
      expect((await fetch(`${address}ei-ole.html`)).status).toBe(404);
      const config = here.readFile('hankekartta.config.json');
      here.write({ 'hankekartta.config.json': '{' });
      await expect.poll(() => said, { timeout: 60_000 }).toMatch(/is no JSON: .*; what was shown stays/);
      expect(await get('hankkeet/S10002.html')).toContain('Uusi hanke');
      here.write({
        'hankekartta.config.json': config.replace('{', '{"collection":{"name":{"fi":"Oma","sv":"Egen","en":"Own"}},'),
      });
      await shows('en/index.html', 'Own');
      // A folder that the configuration names from now on is watched too.
      here.write({
        'muut/c.txt': writePage('S10003', 'Kolmas'),
        'hankekartta.config.json': config.replace('"documents":["documents"', '"documents":["documents","muut"'),
      });
      await shows('hankkeet/S10003.html', 'Kolmas');
      here.write({ 'muut/c.txt': writePage('S10003', 'Kolmannen uusi nimi') });
      await shows('hankkeet/S10003.html', 'Kolmannen uusi nimi');
    } finally {
      program.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
    expect(here.exists('.hankekartta/watch')).toBe(false);
    expect(here.exists('dist')).toBe(false);
  },
);
