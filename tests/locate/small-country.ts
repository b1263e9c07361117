/**
 * A country of four squares of 20 km, small enough to be checked by hand. 001 and 002 stand above 003 and 004. Before 2021 there was
 * 005 too, which joined 001; 004 joined 003 in 2023; 002 went to another sub-region and region in 2024.
 */
import { createGazetteer, type Gazetteer } from '../../pipeline/locate/gazetteer/gazetteer.ts';
import { toWgs84 } from '../../pipeline/locate/vintage/projection.ts';

export const SIDE = 20_000;
export const CORNER = [400_000, 7_000_000] as const;

/** A closed ring, counter-clockwise, from column and row of its south-western corner. */
export function squareAt(column: number, row: number, side = SIDE): number[][] {
  const [x, y] = [CORNER[0] + column * SIDE, CORNER[1] + row * SIDE];
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
}

export const SQUARES: Readonly<Record<string, number[][]>> = {
  '001': squareAt(0, 1),
  '002': squareAt(1, 1),
  '003': squareAt(0, 0),
  '004': squareAt(1, 0),
};

const NAMES: Readonly<Record<string, string>> = {
  '001': 'Ahola,Aholby,Ahola',
  '002': 'Bolla,Bolla,Bolla',
  '003': 'Cera,Serby,Cera',
  '004': 'Dalen,Dal,Dalen',
  '005': 'Entinen,Fordom,Entinen',
};
const SUB_REGIONS: Readonly<Record<string, string>> = {
  '011': '011,Pohjoinen,Norra,Northern sub-regional unit',
  '012': '012,Itäinen,Östra,Eastern',
  '021': '021,Eteläinen,Södra,Southern',
};
const REGIONS: Readonly<Record<string, string>> = { '01': '01,Yläma,Övre,Upper', '02': '02,Alama,Nedre,Lower' };

/** `001 011 01`, with or without the columns of NUTS 3 and wellbeing county behind. */
function writeKey(hasMore: boolean, rows: readonly string[]): string {
  const levels = ['municipality', 'sub_region', 'region'];
  const columns = levels.flatMap((level) =>
    ['code', 'name_fi', 'name_sv', 'name_en'].map((column) => `${level}_${column}`),
  );
  const more = hasMore ? ['nuts3_code', 'wellbeing_county_code'] : [];
  const lines = rows.map((row) => {
    const [code = '', subRegion = '', region = '', ...rest] = row.split(' ');
    return [code, NAMES[code], SUB_REGIONS[subRegion], REGIONS[region], ...rest].join(',');
  });
  return [[...columns, ...more].join(','), ...lines].join('\n');
}

function writeLocality(code: string, column: number, row: number): string {
  const [longitude, latitude] = toWgs84([CORNER[0] + column * SIDE, CORNER[1] + row * SIDE]);
  return `${code},X,${longitude},${latitude}`;
}

const features = Object.entries(SQUARES).map(([code, ring], i) => ({
  properties: { code },
  geometry: i === 0 ? { type: 'Polygon', coordinates: [ring] } : { type: 'MultiPolygon', coordinates: [[ring]] },
}));

/** The files of `geo/` for this country. */
export const SMALL_TEXTS: ReadonlyMap<string, string> = new Map([
  ['source/keys/2024.csv', writeKey(true, ['001 011 01 FI101 06', '002 021 02 FI102 07', '003 021 02 FI102 07'])],
  [
    'source/keys/2021.csv',
    writeKey(true, ['001 011 01 FI101 06', '002 012 01 FI101 06', '003 021 02 FI102 07', '004 021 02 FI102 ']),
  ],
  ['source/keys/2020.csv', writeKey(false, ['001 011 01', '002 012 01', '003 021 02', '004 021 02', '005 012 01'])],
  ['source/keys/readme.txt', 'no key'],
  [
    'source/succession.csv',
    'from_code,from_name_fi,to_code,to_name_fi,date\n005,Entinen,001,Ahola,2021-01-01\n004,Dalen,003,Cera,2023-01-01',
  ],
  [
    'source/partial-transfers.csv',
    'from_code,from_name_fi,to_code,to_name_fi,date,note\n001,Ahola,002,Bolla,2024-01-01,A field',
  ],
  [
    'postal-codes.csv',
    'postal_code,municipality_code,source_date\n00100,001,2023-05-01\n00200,002,2024-04-13\n00300,003,2022-01-01',
  ],
  ['source/municipality-genitives.csv', 'municipality_code,genitive,also_accept\n001,Aholan,Aholain|Ahon\n002,Bollan,'],
  ['source/genitives.csv', 'sub_region_code,genitive,also_accept\n011,Pohjoisen,'],
  [
    'source/former-municipalities.csv',
    'name_fi,name_sv,genitive,also_name,also_accept,successor_code_2013\nVanha,Gammal,Vanhan,Wanha,Vanhain,003\nAlama,,Alaman,,,001\nCera,,Ceran,,,002',
  ],
  ['source/municipality-forms.csv', 'municipality_code,local_cases\n001,Aholassa|Aholasta\n002,Bollassa'],
  ['source/other-names.csv', 'area_level,area_code,name\nmunicipality,001,Ahonen\nsub_region,012,Idänseutu'],
  [
    'source/population.csv',
    'municipality_code,year,population\n001,2020,1\n001,2022,1000\n002,2022,200\n003,2022,30\n004,2022,4\n002,2020,1',
  ],
  ['source/municipalities-2021-epsg3067.geojson', JSON.stringify({ features })],
  [
    'source/central_localities.csv',
    [
      'municipality_code,label,longitude,latitude',
      writeLocality('001', 0.5, 1.5),
      writeLocality('002', 1.5, 1.5),
      writeLocality('003', 0.5, 0.5),
      writeLocality('004', 1.5, 0.5),
    ].join('\n'),
  ],
]);

/** @param changed files that differ; an undefined text is a file that is missing */
export function makeSmallCountry(
  changed: Readonly<Record<string, string | undefined>> = {},
  imported?: ReadonlyMap<string, string>,
): Gazetteer {
  const texts = new Map(SMALL_TEXTS);
  for (const [path, text] of Object.entries(changed)) {
    if (text === undefined) texts.delete(path);
    else texts.set(path, text);
  }
  return createGazetteer(texts, imported);
}
