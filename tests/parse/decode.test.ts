/** Bytes to text: which encoding, where it breaks, and what is told. */
import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../../pipeline/parse/decode.ts';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const decode = (path: string, bytes: readonly number[]) =>
  decodeDocument({ path, bytes: Uint8Array.from(bytes), sha256: '' });

describe('a text that is UTF-8', () => {
  it.each(['', 'Hämeenlinna', '\uFEFFÅbo', '€ \u{1F600}'])('is read as it is: %j', (text) => {
    expect(decode('a.txt', utf8(text))).toEqual({ text });
  });
});

describe('where a text stops being UTF-8', () => {
  const [half, cut] = [[0xc3], [0xf0, 0x9f, 0x98]];
  it.each<[string, number[], number, number]>([
    ['at its first byte', [0xff], 1, 1],
    ['behind a letter', [...utf8('a'), 0xff], 1, 2],
    ['behind a letter of two bytes', [...utf8('aä'), 0xff, 0x61], 1, 3],
    ['in the midst of a letter', [...utf8('a'), ...half, 0x28], 1, 2],
    ['in the midst of a sign of four bytes', [...utf8('aä'), ...cut, 0x28], 1, 3],
    ['at its end, which cuts a letter', [...utf8('ab'), ...half], 1, 3],
    ['at its end, which cuts a sign', [...utf8('ab'), ...cut], 1, 3],
    ['in its second line', [...utf8('ä\nbc'), 0x80, ...utf8('d')], 2, 3],
    ['in a byte that nothing begins with', [0xa4, ...utf8('a')], 1, 1],
  ])('is told: %s', (_, bytes, line, column) => {
    expect(decode('a.txt', bytes)).toEqual({
      issue: {
        code: 'parse/unreadable-bytes',
        severity: 'error',
        document: 'a.txt',
        line,
        column,
        message: 'unexpected bytes that are not UTF-8, expected UTF-8 text',
        count: 1,
      },
    });
  });

  it('is told of binary data with the place of its zero', () => {
    expect(decode('a.csv', [0x61, 0x62, 0])).toMatchObject({
      issue: { message: 'unexpected binary data at byte 2, expected text', line: 1, column: 1 },
    });
  });
});

describe('a text with a mark of UTF-16', () => {
  it.each<[string, number[], string]>([
    ['little-endian', [0xff, 0xfe, 0xe4, 0, 0x0a, 0], '\uFEFFä\n'],
    ['big-endian', [0xfe, 0xff, 0, 0xe4], '\uFEFFä'],
    ['cut in half', [0xff, 0xfe, 0x61, 0, 0x62], '\uFEFFa\uFFFD'],
  ])('%s is read', (_, bytes, text) => {
    expect(decode('a.txt', bytes)).toEqual({ text });
  });
});

describe('a list or a page in Windows-1252', () => {
  const bytes = [0x48, 0xe4, 0x6d, 0x65, 0x20, 0x80, 0x96, 0x81];

  it.each(['a.csv', 'a.TSV', 'a.html', 'a.htm', 'a.xhtml'])('is read: %s', (path) => {
    expect(decode(path, bytes)).toEqual({ text: 'Häme €–\uFFFD' });
  });

  it.each(['a.txt', 'a.md', 'a.csv.txt'])('is damaged text elsewhere: %s', (path) => {
    expect(decode(path, bytes)).toMatchObject({ issue: { line: 1, column: 2 } });
  });

  it('is one where nineteen of twenty letters say so, longer than a piece that is decoded at once', () => {
    const long = Array.from({ length: 20_000 }, () => 0xe4);
    expect(decode('a.csv', [...utf8('Ö'), ...long])).toEqual({ text: `Ã\u2013${'ä'.repeat(20_000)}` });
  });
});

describe('a list that is UTF-8 but for some bytes', () => {
  it('is read, and each of them is told', () => {
    expect(decode('a.csv', [...utf8('ä'.repeat(9)), 0xff, ...utf8('\nö'), 0xfe])).toEqual({
      text: `${'ä'.repeat(9)}\uFFFD\nö\uFFFD`,
      damage: {
        code: 'parse/damaged-text',
        severity: 'info',
        document: 'a.csv',
        line: 1,
        column: 10,
        message: 'unexpected bytes that are not UTF-8 in a text that is, expected UTF-8: U+FFFD stands for each',
        count: 2,
      },
    });
  });

  it('has no more damages for a sign of damage that somebody saved', () => {
    expect(decode('a.csv', [...utf8('äöå\uFFFD'), 0xff])).toMatchObject({ damage: { count: 1 } });
  });

  it('is refused where as much is damaged as not', () => {
    expect(decode('a.csv', [...utf8('ä'), 0xff])).toMatchObject({
      issue: {
        message: 'unexpected text of which some is UTF-8 and some is not, expected one encoding',
        line: 1,
        column: 2,
      },
    });
  });
});
