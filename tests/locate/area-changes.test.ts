import { describe, expect, it } from 'vitest';
import { listAreaChanges } from '../../pipeline/locate/gazetteer/area-changes.ts';
import { followSuccession } from '../../pipeline/locate/gazetteer/succession.ts';
import { readGazetteer } from './read-gazetteer.ts';

const gazetteer = readGazetteer();
const keys = [...gazetteer.keys.values()];
const changes = listAreaChanges(gazetteer);

describe('area changes', () => {
  it('are 12 mergers, 2 partial transfers, 6 region changes and 7 sub-region changes', () => {
    const count = (kind: string) => changes.filter((row) => row.kind === kind).length;
    expect(changes).toHaveLength(27);
    expect(['merger', 'partial_transfer', 'region_change', 'sub_region_change'].map(count)).toEqual([12, 2, 6, 7]);
  });

  it('say in a note where a municipality moved', () => {
    expect(changes.filter((row) => row.old_code === '152' || row.old_code === '174')).toEqual([
      {
        old_code: '174',
        old_name: 'Juankoski',
        new_code: '297',
        new_name: 'Kuopio',
        date: '2017-01-01',
        kind: 'merger',
        area_level: 'municipality',
        note: 'The area moved from sub-region Koillis-Savo (113) to sub-region Kuopio (112)',
      },
      expect.objectContaining({
        date: '2021-01-01',
        kind: 'region_change',
        note: 'From region Pohjanmaa (15) to region Etelä-Pohjanmaa (14)',
      }),
      expect.objectContaining({
        date: '2021-01-01',
        kind: 'sub_region_change',
        note: 'From sub-region Kyrönmaa (151) to sub-region Seinäjoki (142)',
      }),
    ]);
  });
});

describe('the succession', () => {
  it('names exactly the municipalities that disappear between two keys, in the year when they do', () => {
    const disappeared = keys
      .slice(1)
      .flatMap((after, i) =>
        [...keys[i]!.municipalities.keys()]
          .filter((code) => !after.municipalities.has(code))
          .map((code) => `${after.year}-01-01 ${code}`),
      );
    expect(gazetteer.mergers.map((merger) => `${merger.date} ${merger.fromCode}`).sort()).toEqual(disappeared.sort());
  });

  it('is complete: no key has a municipality that the one before it does not', () => {
    for (const [i, after] of keys.slice(1).entries()) {
      expect([...after.municipalities.keys()].filter((code) => !keys[i]!.municipalities.has(code))).toEqual([]);
    }
  });

  it('carries the names of the keys', () => {
    for (const transfer of [...gazetteer.mergers, ...gazetteer.partialTransfers]) {
      const before = gazetteer.keys.get(Number(transfer.date.slice(0, 4)) - 1)!;
      expect(before.municipalities.get(transfer.fromCode)?.nameFi).toBe(transfer.fromName);
      expect(before.municipalities.get(transfer.toCode)?.nameFi).toBe(transfer.toName);
    }
  });

  it('keeps every merger and partial transfer inside its region', () => {
    for (const transfer of [...gazetteer.mergers, ...gazetteer.partialTransfers]) {
      const before = gazetteer.keys.get(Number(transfer.date.slice(0, 4)) - 1)!;
      expect(before.municipalities.get(transfer.fromCode)?.regionCode).toBe(
        before.municipalities.get(transfer.toCode)?.regionCode,
      );
    }
  });

  it('leads every municipality of every key to one of every later key', () => {
    for (const earlier of keys) {
      for (const later of keys.filter((key) => key.year >= earlier.year)) {
        for (const code of earlier.municipalities.keys()) {
          expect(
            followSuccession(code, gazetteer.mergers, later),
            `${code} of ${earlier.year} in ${later.year}`,
          ).toBeDefined();
        }
      }
    }
  });

  it('follows chains', () => {
    const merger = (fromCode: string, toCode: string, year: number) => ({
      fromCode,
      fromName: '',
      toCode,
      toName: '',
      date: `${year}-01-01`,
    });
    const key = {
      year: 2026,
      municipalities: new Map([['003', {} as never]]),
      subRegions: new Map(),
      regions: new Map(),
    };
    expect(followSuccession('001', [merger('001', '002', 2015), merger('002', '003', 2020)], key)).toBe('003');
  });

  it('leaves a split unmapped, and a code from nowhere', () => {
    const merger = (fromCode: string, toCode: string) => ({
      fromCode,
      fromName: '',
      toCode,
      toName: '',
      date: '2015-01-01',
    });
    const key = {
      year: 2026,
      municipalities: new Map([
        ['002', {} as never],
        ['003', {} as never],
      ]),
      subRegions: new Map(),
      regions: new Map(),
    };
    expect(followSuccession('001', [merger('001', '002'), merger('001', '003')], key)).toBeUndefined();
    expect(followSuccession('999', [], key)).toBeUndefined();
  });
});
