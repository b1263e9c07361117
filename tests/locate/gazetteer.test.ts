/** What `createGazetteer` makes of each of its files, on a country small enough to be written out. */
import { describe, expect, it } from 'vitest';
import { normaliseName } from '../../pipeline/locate/gazetteer/normalise-name.ts';
import { findNamedMunicipality } from '../../pipeline/locate/find-seat.ts';
import { makeSmallCountry, SMALL_TEXTS, squareAt } from './small-country.ts';

describe('keys', () => {
  it('are read from the files that are named by a year, oldest first', () => {
    expect([...makeSmallCountry().keys.keys()]).toEqual([2020, 2021, 2024]);
    const named = makeSmallCountry({
      'source/keys/20250.csv': 'x',
      'old/source/keys/2019.csv': 'x',
      'source/keys/2018.csv.gz': 'x',
    });
    expect([...named.keys.keys()]).toEqual([2020, 2021, 2024]);
  });

  it('have municipalities with what they belong to, sub-regions with their region, regions', () => {
    const key = makeSmallCountry().keys.get(2021)!;
    expect(key.year).toBe(2021);
    expect([...key.municipalities.values()]).toEqual([
      {
        code: '001',
        nameFi: 'Ahola',
        nameSv: 'Aholby',
        nameEn: 'Ahola',
        subRegionCode: '011',
        regionCode: '01',
        wellbeingCountyCode: '06',
        nuts3Code: 'FI101',
      },
      expect.objectContaining({ code: '002', nameFi: 'Bolla', subRegionCode: '012', regionCode: '01' }),
      expect.objectContaining({ code: '003', nameFi: 'Cera', nuts3Code: 'FI102', wellbeingCountyCode: '07' }),
      {
        code: '004',
        nameFi: 'Dalen',
        nameSv: 'Dal',
        nameEn: 'Dalen',
        subRegionCode: '021',
        regionCode: '02',
        nuts3Code: 'FI102',
      },
    ]);
    expect([...key.subRegions.values()]).toEqual([
      { code: '011', nameFi: 'Pohjoinen', nameSv: 'Norra', nameEn: 'Northern', regionCode: '01' },
      { code: '012', nameFi: 'Itäinen', nameSv: 'Östra', nameEn: 'Eastern', regionCode: '01' },
      { code: '021', nameFi: 'Eteläinen', nameSv: 'Södra', nameEn: 'Southern', regionCode: '02' },
    ]);
    expect([...key.regions]).toEqual([
      ['01', { code: '01', nameFi: 'Yläma', nameSv: 'Övre', nameEn: 'Upper' }],
      ['02', { code: '02', nameFi: 'Alama', nameSv: 'Nedre', nameEn: 'Lower' }],
    ]);
    expect(makeSmallCountry().keys.get(2020)!.municipalities.get('001')).not.toHaveProperty('nuts3Code');
    expect(makeSmallCountry().keys.get(2020)!.municipalities.get('001')).not.toHaveProperty('wellbeingCountyCode');
  });
});

it('transfers carry names, date and a note where there is one', () => {
  const { mergers, partialTransfers } = makeSmallCountry();
  expect(mergers).toEqual([
    { fromCode: '005', fromName: 'Entinen', toCode: '001', toName: 'Ahola', date: '2021-01-01' },
    { fromCode: '004', fromName: 'Dalen', toCode: '003', toName: 'Cera', date: '2023-01-01' },
  ]);
  expect(partialTransfers).toEqual([
    { fromCode: '001', fromName: 'Ahola', toCode: '002', toName: 'Bolla', date: '2024-01-01', note: 'A field' },
  ]);
});

it('postal codes are of the newest year in their file, inhabitants of the newest in theirs', () => {
  const { postalCodes, postalCodesYear, population } = makeSmallCountry();
  expect([...postalCodes]).toEqual([
    ['00100', '001'],
    ['00200', '002'],
    ['00300', '003'],
  ]);
  expect(postalCodesYear).toBe(2024);
  expect(population.year).toBe(2022);
  expect(population.division).toBe(2021);
  expect([...population.byCode]).toEqual([
    ['001', 1000],
    ['002', 200],
    ['003', 30],
    ['004', 4],
  ]);
});

it('polygons are lists of polygons, whatever the geometry; localities are numbers', () => {
  const { polygons, localities } = makeSmallCountry();
  expect(polygons.get('001')).toEqual([[squareAt(0, 1)]]);
  expect(polygons.get('004')).toEqual([[squareAt(1, 0)]]);
  expect([...localities.keys()]).toEqual(['001', '002', '003', '004']);
  const [longitude, latitude] = localities.get('001')!;
  expect([longitude.toFixed(1), latitude.toFixed(1)]).toEqual(['25.2', '63.4']);
});

it('imported boundaries are the files that are named by a year', () => {
  const stored = new Map([
    ['2013.geojson', 'a'],
    ['x2014.geojson', 'b'],
    ['2015.geojson.bak', 'c'],
    ['20160.geojson', 'd'],
    ['notes.txt', 'e'],
  ]);
  expect([...makeSmallCountry({}, stored).imported]).toEqual([[2013, 'a']]);
  expect(makeSmallCountry().imported.size).toBe(0);
});

describe('names', () => {
  const find = (level: 'municipality' | 'sub_region' | 'region' | 'country', name: string) =>
    makeSmallCountry().names[level].get(normaliseName(name));

  it.each([
    ['Ahola', '001', 'name'],
    ['Aholby', '001', 'name_sv'],
    ['Ahonen', '001', 'name'],
    ['Ahola-Aholby', '001', 'bilingual'],
    ['Aholby-Ahola', '001', 'bilingual'],
    ['Ahola/Aholby', '001', 'bilingual'],
    ['Aholby/Ahola', '001', 'bilingual'],
    ['Ahola (Aholby)', '001', 'bilingual'],
    ['Aholby (Ahola)', '001', 'bilingual'],
    ['Bolla', '002', 'name'],
    ['Aholan', '001', 'genitive'],
    ['Aholain', '001', 'genitive'],
    ['Ahon', '001', 'genitive'],
    ['Aholasta', '001', 'inflected'],
    ['Bollassa', '002', 'inflected'],
    ['Entinen', '005', 'name'],
    ['Vanha', '003', 'former_municipality'],
    ['Gammal', '003', 'former_municipality'],
    ['Wanha', '003', 'former_municipality'],
    ['Vanhan', '003', 'former_municipality'],
    ['Vanhain', '003', 'former_municipality'],
    // What Cera is called today goes before what another one was called once.
    ['Cera', '003', 'name'],
    ['Ceran', '002', 'former_municipality'],
    ['Alaman', '001', 'former_municipality'],
  ])('municipality %s is %s by its %s', (name, code, match) => {
    expect(find('municipality', name)).toEqual({ code, match, name });
  });

  it.each(['Bolla-Bolla', 'Bolla (Bolla)', 'Idänseutu', '', 'Alama'])('%j is no municipality', (name) =>
    expect(find('municipality', name)).toBeUndefined(),
  );

  it('of sub-regions, regions and the country', () => {
    expect(find('sub_region', 'Pohjoinen')).toEqual({ code: '011', match: 'name', name: 'Pohjoinen' });
    expect(find('sub_region', 'Norra')).toMatchObject({ code: '011', match: 'name_sv' });
    expect(find('sub_region', 'Pohjoisen')).toMatchObject({ code: '011', match: 'genitive' });
    expect(find('sub_region', 'Idänseutu')).toMatchObject({ code: '012', match: 'name' });
    expect(find('sub_region', 'Ahonen')).toBeUndefined();
    expect(find('region', 'Nedre/Alama')).toMatchObject({ code: '02', match: 'bilingual' });
    for (const name of [
      'Valtakunnallinen',
      'Koko maa',
      'Koko Suomi',
      'Suomi',
      'Riksomfattande',
      'Hela landet',
      'Finland',
    ])
      expect(find('country', name)).toEqual({ code: 'FI', match: 'name', name });
    expect([...makeSmallCountry().names.country.keys()]).toEqual([
      'finland',
      'hela landet',
      'koko maa',
      'koko suomi',
      'riksomfattande',
      'suomi',
      'valtakunnallinen',
    ]);
  });

  it('are those of the newest key where a name was spelt otherwise, and the older spelling stays known', () => {
    const old = SMALL_TEXTS.get('source/keys/2020.csv')!
      .replace('001,Ahola,', '001,AHOLA,')
      .replace('Cera,Serby', 'Kera,Serby');
    const { names } = makeSmallCountry({ 'source/keys/2020.csv': old });
    expect(names.municipality.get('ahola')?.name).toBe('Ahola');
    expect(names.municipality.get('kera')).toEqual({ code: '003', match: 'name', name: 'Kera' });
  });

  it('that mean two areas of one level are a bug of the tables', () => {
    const forms = 'municipality_code,local_cases\n001,Bollan';
    expect(() => makeSmallCountry({ 'source/municipality-forms.csv': forms })).toThrow('Bollan means 002 and 001');
  });

  it('genitives stand before kaupunki and kunta, those of municipalities that ended before the first key too', () => {
    const gazetteer = makeSmallCountry();
    expect([...gazetteer.municipalityGenitives]).toEqual([
      ['vanhan', '003'],
      ['vanhain', '003'],
      ['alaman', '001'],
      ['ceran', '002'],
      ['aholan', '001'],
      ['aholain', '001'],
      ['ahon', '001'],
      ['bollan', '002'],
    ]);
    expect(findNamedMunicipality('Ahon kunta', gazetteer)).toBe('001');
  });
});

it.each([...SMALL_TEXTS.keys()].filter((path) => !path.includes('keys/')))(
  'without %s nothing is made of the rest',
  (path) => {
    expect(() => makeSmallCountry({ [path]: undefined })).toThrow(`geo/${path} is missing`);
  },
);

it('a table without a column that it needs is named by the column', () => {
  expect(() => makeSmallCountry({ 'postal-codes.csv': 'postal_code,municipality_code\n00100,001' })).toThrow(
    'table without the column source_date',
  );
});
