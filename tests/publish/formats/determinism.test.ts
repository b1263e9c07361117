import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { FORMATS } from '../../../pipeline/publish/formats/index.ts';
import { makeRelease, writeTable } from './make-release.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('the bytes of a format', () => {
  it('are the same in every time zone', async () => {
    const hashes = new Map<string, Set<string>>();
    const offsets = new Set<number>();
    for (const name of ['UTC', 'Europe/Helsinki', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env['TZ'] = name;
      offsets.add(new Date(2026, 10, 21).getTimezoneOffset());
      // A release of its own each time: nothing may depend on what was merged or written before.
      const release = makeRelease();
      for (const format of FORMATS) {
        const hash = createHash('sha256').update(await writeTable(format, release, format.tables[0]!));
        const name = `${format.folder ?? ''} ${format.extension} ${format.title.en}`;
        hashes.set(name, (hashes.get(name) ?? new Set()).add(hash.digest('hex')));
      }
    }
    expect(offsets.size).toBe(4);
    expect([...hashes.values()].map(({ size }) => size)).toEqual(FORMATS.map(() => 1));
  });

  it('are there without a single row', async () => {
    const release = makeRelease();
    const tables = new Map([...release.tables].map(([name, { table }]) => [name, { table, rows: [] }] as const));
    for (const format of FORMATS) {
      const bytes = await writeTable(format, { ...release, tables }, format.tables[0]!);
      // A format that is nothing but a line for each row has none.
      expect(bytes.length > 0, format.title.en).toBe(!/(jsonl|-seq)$/.test(format.mediaType));
    }
  });

  it('are made of rows that are read once', async () => {
    const release = makeRelease();
    for (const format of FORMATS) {
      const name = format.tables[0]!;
      const once = [...release.tables].map(
        ([each, { table, rows }]) => [each, { table, rows: [...rows].values() }] as const,
      );
      const bytes = await writeTable(format, { ...release, tables: new Map(once) }, name);
      expect(Buffer.from(bytes).equals(await writeTable(format, release, name))).toBe(true);
    }
  });
});
