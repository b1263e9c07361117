/** Every language says the same, with the same places for values, and writes numbers, dates and place names as its readers do. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Language, type LanguageCode, readLanguages } from '../../site/language/language.ts';
import { findInitial, sortByName } from '../../site/model/finnish-order.ts';
import { ROOT } from './make-site.ts';

const languages = readLanguages(ROOT);
const of = (code: LanguageCode): Language => languages.find((language) => language.code === code)!;
/** Spaces below stand for no-break spaces. */
const hard = (text: string): string => text.replaceAll(' ', '\u00a0');

/** Addresses of all strings of a value, with the places that each leaves for values. */
function listPlaces(value: unknown, address = ''): string[] {
  if (typeof value === 'string') return [[address, ...(value.match(/\{\w+\}/g) ?? []).sort()].join(' ')];
  return Object.entries(value as object).flatMap(([key, inner]) => listPlaces(inner, `${address}/${key}`));
}
function listStrings(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(listStrings);
}

describe.each(['sv', 'en'] as const)('the words in %s', (code) => {
  const { notation: _, ...finnish } = of('fi').texts;
  const { notation: __, ...own } = of(code).texts;

  it('are those of the Finnish file, with the same places for values', () => {
    // Finnish and Swedish can put a place name first in a sentence or inside it; English needs one form.
    const places = (texts: unknown) => listPlaces(texts).map((place) => place.replaceAll('placeLower', 'place'));
    expect(places(own)).toEqual(places(finnish));
  });

  it('are in that language', () => {
    const texts = listStrings(own);
    const same = listStrings(finnish).filter((text, index) => texts[index] === text && /\p{Ll}{4}/u.test(text));
    expect(same.filter((text) => !/^Hankekartta|^NUTS|^SHA|^[^ ]*\{|^Budget/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.trim() !== text || text === '')).toEqual([]);
  });
});

describe('texts', () => {
  it('name no position that a contact person could have', () => {
    expect(JSON.stringify(of('fi').texts)).not.toMatch(
      /päälli|johtaja|assistent|koordinaattor|suunnittelija|asiantuntija/i,
    );
  });
});

/**
 * Words that a reader would take for another thing, and what stands in their place. They are looked for in the site's words, the
 * labels of the data and the titles of codes.
 */
const MISLEADING: Readonly<Partial<Record<LanguageCode, readonly (readonly [wrong: RegExp, why: string])[]>>> = {
  fi: [
    [/pidät(et|ys)/i, 'arrested, or a withheld tax: jätetään julkaisematta'],
    [/kotikun/i, 'only a person has one: sijaintikunta'],
    [/vastuuviranomai/i, 'rahoittava viranomainen, in both periods'],
    [/kiinnitä/i, 'pinned: käytä tiettyä julkaisua'],
  ],
  sv: [
    [/förverklig/i, 'a Finlandism of money: faktisk, utfall'],
    [/utnyttja[dt]/i, 'faktisk, utfall'],
    [/EU- och statlig/i, 'joins a part of a word and an adjective: från EU och staten'],
    [/undanhåll/i, 'concealed: inte publicerats'],
    [/målområde/i, 'the EU’s mål 2-område: projektområde'],
    [/ansvarig myndighet/i, 'finansierande myndighet'],
    [/sammanfattning/i, 'sammandrag'],
    [/aktör/i, 'genomförare'],
    [/områdesindelning/i, 'regionindelning'],
    [
      /förbund på landskapsnivå|\blän(et)?\b|kommunalförbund|organisationsnummer|tillgänglighetsredogörelse/i,
      'Sweden’s',
    ],
    [/\b(EAKR|ESR)\b|ERUF/, 'Eruf, ESF'],
  ],
  en: [
    [/reali[sz]ed/i, 'a calque: actual'],
    [/part-implement/i, 'co-implementer'],
    [/front page/i, 'home'],
    [/EU and (the )?state/i, 'central government: a state is another thing elsewhere'],
    [/journal number/i, 'case number'],
    [/renewable and/i, 'Innovation and Skills in Finland'],
  ],
};

describe('words that mean another thing', () => {
  const codelists = path.join(ROOT, 'schemas/1.0/codelists');
  const titles = readdirSync(codelists).flatMap((file): Record<string, string | undefined>[] =>
    parse(readFileSync(path.join(codelists, file), 'utf8'), { columns: true }),
  );
  /** Titles and descriptions of fields as the schemas declare them, in English, and as the labels translate them. */
  const readLabels = (code: LanguageCode): string[] =>
    code === 'en'
      ? readdirSync(path.join(ROOT, 'schemas/1.0'))
          .filter((file) => file.endsWith('.schema.json'))
          .flatMap((file) => [
            ...readFileSync(path.join(ROOT, 'schemas/1.0', file), 'utf8').matchAll(/"title": "(.*)"/g),
          ])
          .map(([, title]) => title!)
      : listStrings(JSON.parse(readFileSync(path.join(ROOT, `schemas/1.0/labels/${code}.json`), 'utf8')));

  it.each(['fi', 'sv', 'en'] as const)('stand nowhere in %s', (code) => {
    const texts = [
      ...listStrings(of(code).texts),
      ...titles.flatMap((row) =>
        [row[`title_${code}`], row[`description_${code}`]].filter((text) => text !== undefined),
      ),
      ...readLabels(code),
    ];
    expect(texts.length).toBeGreaterThan(1000);
    const found = (MISLEADING[code] ?? []).flatMap(([wrong, why]) =>
      texts.filter((text) => wrong.test(text)).map((text) => `${text} (${why})`),
    );
    // Laws, names of fields and of authorities are quoted as they are.
    expect(found.filter((text) => !/funding_realised|REACT-EU/.test(text))).toEqual([]);
  });
});

describe('numbers, money and dates', () => {
  it.each([
    ['fi', '1 234 567', '−90 757,11', '198 014 €', '174,3 milj. €', '41 %', '23.11.2023', '9.1.2020–27.12.2022'],
    ['sv', '1 234 567', '−90 757,11', '198 014 €', '174,3 mn €', '41 %', '23.11.2023', '9.1.2020–27.12.2022'],
    [
      'en',
      '1,234,567',
      '−90,757.11',
      '€198,014',
      '€174.3 million',
      '41%',
      '23 November 2023',
      '9 Jan 2020 – 27 Dec 2022',
    ],
  ] as const)('in %s', (code, whole, negative, money, millions, percent, date, period) => {
    const language = of(code);
    expect(language.number(1234567)).toBe(hard(whole));
    expect(language.number(-90757.11, 2)).toBe(hard(negative));
    expect(language.wholeEuros(198013.6)).toBe(hard(money));
    expect(language.millions(174324544)).toBe(hard(millions));
    expect(language.millions(999999)).toBe(language.wholeEuros(999999));
    expect(language.percent(0.411)).toBe(hard(percent));
    expect(language.date('2023-11-23')).toBe(date);
    expect(language.period('2020-01-09', '2022-12-27')).toBe(period);
  });

  it('keep the cents of a source, and give no sign to what rounds to nothing', () => {
    expect(of('fi').euros(391780)).toBe(hard('391 780 €'));
    expect(of('fi').euros(-90757.11)).toBe(hard('−90 757,11 €'));
    expect(of('en').euros(-0.5)).toBe('−€0.50');
    expect(of('en').wholeEuros(-0.2)).toBe('€0');
  });

  it('of parts call nearly everything not everything, and nearly nothing not nothing', () => {
    const language = of('fi');
    const shares = [0, 0.001, 0.0049, 0.005, 0.5, 0.9949, 0.997, 1, 1.002, 1.2];
    expect(shares.map((share) => language.percent(share))).toEqual(
      ['0', '< 1', '< 1', '1', '50', '99', '> 99', '100', '100', '120'].map((value) => `${value}\u00a0%`),
    );
  });

  it('leave an open end open', () => {
    expect(of('fi').period('2015-03-01', undefined)).toBe('1.3.2015–');
    expect(of('fi').period(undefined, '2018-02-28')).toBe('–28.2.2018');
    expect(of('fi').period(undefined, undefined)).toBeUndefined();
  });

  it('sizes of files are in decimal units', () => {
    expect(of('fi').bytes(980)).toBe(hard('980 tavua'));
    expect(of('fi').bytes(12_345)).toBe(hard('12,3 kB'));
    expect(of('en').bytes(999_500)).toBe(hard('1.0 MB'));
  });

  it('one is one', () => {
    expect(languages.map((language) => language.count('projects', 1))).toEqual(['1 hanke', '1 projekt', '1 project']);
    expect(languages.map((language) => language.count('projects', 0))).toEqual([
      '0 hanketta',
      '0 projekt',
      '0 projects',
    ]);
  });
});

describe('place names', () => {
  const area = (code: string, fi: string, sv: string, en = fi) => ({ code, name_fi: fi, name_sv: sv, name_en: en });
  it.each([
    [
      'municipality',
      area('698', 'Rovaniemi', 'Rovaniemi'),
      'Rovaniemellä',
      'i Rovaniemi',
      'in Rovaniemi',
      'Rovaniemen',
    ],
    ['municipality', area('240', 'Kemi', 'Kemi'), 'Kemissä', 'i Kemi', 'in Kemi', 'Kemin'],
    ['municipality', area('318', 'Kökar', 'Kökar'), 'Kökarissa', 'på Kökar', 'in Kökar', 'Kökarin'],
    ['region', area('21', 'Ahvenanmaa', 'Åland', 'Åland'), 'Ahvenanmaalla', 'på Åland', 'in Åland', 'Ahvenanmaan'],
    [
      'region',
      area('11', 'Pohjois-Savo', 'Norra Savolax', 'North Savo'),
      'Pohjois-Savossa',
      'i Norra Savolax',
      'in North Savo',
      'Pohjois-Savon',
    ],
    [
      'sub_region',
      area('023', 'Turku', 'Åbo', 'Turku'),
      'Turun seutukunnassa',
      'i den ekonomiska regionen Åbo',
      'in the Turku sub-region',
      'Turun seutukunnan',
    ],
  ] as const)('%s %o', (level, named, fi, sv, en, genitive) => {
    expect(languages.map((language) => language.placeIn(level, named))).toEqual([fi, sv, en]);
    expect(of('fi').placeOf(level, named)).toBe(genitive);
  });

  it('an area that the table of forms does not know, or that was renamed, has a form that is right', () => {
    expect(of('fi').placeIn('municipality', area('999', 'Uusikunta', 'Nykommun'))).toBe('kunnassa Uusikunta');
    expect(of('fi').placeIn('municipality', area('240', 'Kemi-Tornio', 'Kemi-Torneå'))).toBe('kunnassa Kemi-Tornio');
  });

  it('every municipality, sub-region and region of the newest division has its forms', () => {
    const rows: Record<string, string>[] = parse(
      readFileSync(path.join(ROOT, 'site/language/place-forms.csv'), 'utf8'),
      { columns: true },
    );
    const counts = ['municipality', 'sub_region', 'region'].map(
      (level) => rows.filter((row) => row['level'] === level).length,
    );
    expect(counts).toEqual([308, 70, 19]);
    expect(rows.filter((row) => row['in_fi'] === '' || row['of_fi'] === '')).toEqual([]);
    expect(new Set(rows.map((row) => `${row['level']!}/${row['in_fi']!}`)).size).toBe(rows.length);
  });
});

describe('official names', () => {
  it('of a priority axis are those of its programming period', () => {
    expect(languages.map((language) => language.priorityName('2014-2020', '5'))).toEqual([
      'Sosiaalinen osallisuus ja köyhyyden torjunta',
      'Social delaktighet och bekämpning av fattigdom',
      'Social inclusion and combating poverty',
    ]);
    expect(of('en').priorityName('2021-2027', '4')).toBe('Competent and inclusive Finland that provides work');
    expect(of('fi').priorityName('2014-2020', '99')).toBeUndefined();
    expect(of('fi').priorityName(undefined, '5')).toBeUndefined();
  });

  it('the glossary marks what is our own translation', () => {
    const terms = of('fi').glossary;
    expect(terms.find(({ fi }) => fi === 'toimintalinja')).toMatchObject({ sv: 'insatsområde', isOwn: false });
    expect(terms.filter(({ isOwn }) => isOwn).length).toBeGreaterThan(20);
  });
});

describe('Finnish order', () => {
  it('has å, ä and ö last, and foreign letters where they are read', () => {
    const names = ['Öja', 'Åland', 'Äänekoski', 'Zürich', 'Wärtsilä', 'Vaasa', '2. linja', 'Émile', 'espoo'];
    expect(
      sortByName(
        names,
        (name) => name,
        (name) => name,
      ),
    ).toEqual(['2. linja', 'Émile', 'espoo', 'Vaasa', 'Wärtsilä', 'Zürich', 'Åland', 'Äänekoski', 'Öja']);
    expect([findInitial('Ähtäri'), findInitial('7. taivas'), findInitial('  Ii')]).toEqual(['Ä', '#', 'I']);
  });
});
