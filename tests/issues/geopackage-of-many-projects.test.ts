import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Node 20 crashed (signal 11) while SQLite, which is WebAssembly, took its 50,000th cell or so. */
it('a list of 3,000 projects is published whole', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hankekartta-many-'));
  try {
    const header =
      'Koodi,Rahasto,Hankkeen nimi,Tl,Viranomainen,Tila,Aloituspvm,Päättymispvm,Toteuttajan nimi,' +
      'Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,' +
      'Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä';
    const rows = Array.from({ length: 3000 }, (_, index) => {
      const code = `S${String(20_000 + index)}`;
      return `${code},ESR,Keksitty hanke ${code},5,Lapin liitto,Toiminnassa,1.1.2015,31.12.2016,Keksitty ry,1000,500.5,2000,750`;
    });
    writeFileSync(path.join(folder, 'lista.csv'), [header, ...rows, ''].join('\n'));
    const bin = path.resolve(import.meta.dirname, '../../pipeline/hankekartta.js');
    const out = path.join(folder, 'out');
    const args = [bin, 'build', '--documents', folder, '--out', out, '--no-site', '--release', '2026-01-01'];
    const { status, signal, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect({ status, signal }).toEqual({ status: 0, signal: null });
    expect(stdout).toContain('Projects     3000 published');
    expect(statSync(path.join(out, 'data/latest/hankekartta.gpkg')).size).toBeGreaterThan(1_000_000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
