import { createHash } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTemporaryFolder, type TemporaryFolder } from '../../pipeline/effects/files.ts';
import { openSpool } from '../../pipeline/effects/spool.ts';

let temporary: TemporaryFolder;
beforeAll(() => {
  temporary = makeTemporaryFolder();
});
afterAll(() => {
  temporary.remove();
});

/** Writes records, reads them in order, backwards, and again after more are written. */
function tryRecords(records: readonly unknown[]): void {
  const spool = openSpool(path.join(temporary.folder, 'spool'));
  try {
    const half = Math.floor(records.length / 2);
    for (const record of records.slice(0, half)) spool.append(record);
    expect([...spool]).toEqual(records.slice(0, half));
    for (const record of records.slice(half)) spool.append(record);
    expect(spool.length).toBe(records.length);
    expect([...spool]).toEqual(records);
    for (let index = records.length - 1; index >= 0; index -= 1) expect(spool.read(index)).toEqual(records[index]);
    const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    expect(spool.digest()).toBe(createHash('sha256').update(lines).digest('hex'));
  } finally {
    spool.close();
  }
}

describe('openSpool', () => {
  it('gives every record back as it was', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'ä', '\u00ff', 'Ā', '–', '😀', '\ud83d', '"', '\\', '\n', '\u2028'),
    });
    fc.assert(fc.property(fc.array(fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean()))), tryRecords));
  });

  it('holds records of every size', () => {
    tryRecords([
      'ä'.repeat(3_000_000),
      '',
      '–'.repeat(500_000),
      ...Array.from({ length: 5000 }, (_, n) => 'x'.repeat(n)),
    ]);
  });
});
