import { describe, expect, it } from 'vitest';
import { listAreaHistory } from '../../pipeline/locate/index.ts';
import { readGazetteer } from './read-gazetteer.ts';

const history = listAreaHistory(readGazetteer());
const find = (level: string, code: string) => history.find((area) => area.level === level && area.code === code);

describe('listAreaHistory', () => {
  it('knows every area of every key once', () => {
    const keys = new Set(history.map(({ level, code }) => `${level} ${code}`));
    expect(keys.size).toBe(history.length);
    expect(history.filter(({ level, validTo }) => level === 'municipality' && validTo === undefined)).toHaveLength(308);
    expect(history.filter(({ level, validTo }) => level === 'region' && validTo === undefined)).toHaveLength(19);
  });

  it('says when an area ended and what took its place', () => {
    // Honkajoki joined Kankaanpää, Juankoski joined Kuopio.
    expect(find('municipality', '099')).toMatchObject({
      validTo: '2020-12-31',
      replacedBy: ['214'],
      isInSuomiFi: false,
    });
    expect(find('municipality', '174')).toMatchObject({ validTo: '2016-12-31', replacedBy: ['297'] });
  });

  it('claims no first day for what was there before the first key', () => {
    expect(find('municipality', '091')).not.toHaveProperty('validFrom');
    expect(find('municipality', '091')).toMatchObject({
      name: { fi: 'Helsinki', sv: 'Helsingfors', en: 'Helsinki' },
      within: [
        { level: 'sub_region', code: '011' },
        { level: 'region', code: '01' },
        { level: 'country', code: 'FI' },
      ],
      isInSuomiFi: true,
    });
  });

  it('matches a region to a NUTS 3 area only where they are the same', () => {
    expect(find('region', '19')).toMatchObject({ nuts3Code: 'FI1D7' });
    expect(find('region', '21')).toMatchObject({ nuts3Code: 'FI200' });
    expect(history.filter(({ nuts3Code }) => nuts3Code !== undefined)).toHaveLength(19);
  });
});
