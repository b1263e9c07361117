import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { deflate } from '../../pipeline/effects/deflate.ts';
import { createArchiveDate } from '../../pipeline/publish/archive-date.ts';
import { zipFolder, type ZippedFile } from '../../pipeline/publish/zip.ts';
import { createSink } from './formats/make-release.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const CONTENTS: readonly (readonly [string, string])[] = [
  ['manifest.json', '{}'],
  ['semicolon/projects.csv', 'a;b\r\n'.repeat(50_000)],
  ['empty.csv', ''],
];

function listFiles(): ZippedFile[] {
  return CONTENTS.map(([name, text]) => ({
    name,
    *read() {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16));
    },
  }));
}

function zip(files: Iterable<ZippedFile>): Buffer {
  const sink = createSink();
  zipFolder(files, '2026-11-21.2', sink, deflate);
  return Buffer.from(sink.bytes());
}

describe('zipFolder', () => {
  it('keeps names, order and contents', () => {
    const found = unzipSync(new Uint8Array(zip(listFiles())));
    expect(Object.entries(found).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')])).toEqual(CONTENTS);
  });

  it('stores what is compressed inside, and compresses the rest', () => {
    const bytes = Buffer.from('a;b\r\n'.repeat(50_000));
    const sizeOf = (name: string): number => zip([{ name, read: () => [bytes] }]).length;
    const stored = sizeOf('projects.xlsx');
    expect(stored).toBeGreaterThan(bytes.length);
    expect(stored).toBeLessThan(bytes.length * 1.01);
    expect(sizeOf('projects.parquet') - stored).toBe(2 * ('.parquet'.length - '.xlsx'.length));
    expect(sizeOf('projects.xlsx.csv')).toBeLessThan(bytes.length / 100);
    const found = unzipSync(new Uint8Array(zip([{ name: 'projects.xlsx', read: () => [bytes] }])));
    expect(Buffer.from(found['projects.xlsx']!).equals(bytes)).toBe(true);
  });

  it("gives every member the release's day and the mode 0644", () => {
    const bytes = zip(listFiles());
    const signature = Buffer.from('PK\u0001\u0002', 'latin1');
    let count = 0;
    for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1)) {
      const date = bytes.readUInt16LE(at + 14);
      expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([2026, 11, 21]);
      expect(bytes.readUInt16LE(at + 12) >> 11).toBe(12);
      expect((bytes.readUInt32LE(at + 38) >>> 16).toString(8)).toBe('100644');
      count += 1;
    }
    expect(count).toBe(CONTENTS.length);
  });

  it('gives the same bytes in every time zone ', () => {
    const expected = zip(listFiles());
    for (const name of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env['TZ'] = name;
      expect(zip(listFiles()).equals(expected)).toBe(true);
    }
  });

  it('fails when a file cannot be read', () => {
    const broken: ZippedFile = {
      name: 'x',
      read: () => {
        throw new Error('gone');
      },
    };
    expect(() => zip([broken])).toThrow('gone');
  });
});

describe('createArchiveDate', () => {
  it("is the release's day at noon on the local clock", () => {
    const date = createArchiveDate('2026-03-29');
    expect([date.getFullYear(), date.getMonth(), date.getDate(), date.getHours()]).toEqual([2026, 2, 29, 12]);
  });
});
