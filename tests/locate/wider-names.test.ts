/** Names as people write them beside those of the keys: joined, inflected, ended before 2013, behind units; and the single place of work. */
import { describe, expect, it } from 'vitest';
import { findNamedMunicipality } from '../../pipeline/locate/find-seat.ts';
import { normaliseName } from '../../pipeline/locate/gazetteer/normalise-name.ts';
import { readTable } from '../../pipeline/locate/gazetteer/read-table.ts';
import { locate } from '../../pipeline/locate/index.ts';
import type { Fields } from '../../pipeline/model/project.ts';
import { makeProject, type StatedNames } from './make-project.ts';
import { expectVintage, readGazetteer, readGeoTexts } from './read-gazetteer.ts';

const texts = readGeoTexts();
const gazetteer = readGazetteer();
const vintage = expectVintage(gazetteer, 2026);

function describeRows(stated: StatedNames, fields: Partial<Fields> = {}, role = 'target'): string[] {
  return locate(makeProject(stated, fields), gazetteer, vintage)
    .value.located.filter((row) => row.role === role)
    .map(({ level, name, match, shareEqual: { numerator, denominator } }) =>
      [level, name, match, denominator === 1 ? numerator : `${numerator}/${denominator}`].join(' '),
    );
}
const municipalities = (...names: string[]): string[] =>
  describeRows({ municipality: names }).filter((row) => row.startsWith('municipality'));

describe('target names', () => {
  it('joined without a comma are several, each with its share', () => {
    expect(municipalities('Kemi ja Tornio')).toEqual(['municipality Kemi name 1/2', 'municipality Tornio name 1/2']);
    expect(municipalities('Kemi/Tornio', 'Keminmaa')).toHaveLength(3);
    expect(municipalities('Kemi sekä Tornio & Simo')).toHaveLength(3);
  });

  it('that are one name with a sign in it stay one; half of a pair is not taken', () => {
    expect(municipalities('Pargas/Parainen')).toEqual(['municipality Parainen bilingual 1']);
    expect(municipalities('Kemi ja Tuntemattomala')).toEqual([]);
  });

  it('in any case of place are the municipality, for every municipality since 2013', () => {
    expect(municipalities('Kemissä ja Torniossa')).toEqual([
      'municipality Kemi inflected 1/2',
      'municipality Tornio inflected 1/2',
    ]);
    expect(municipalities('Rovaniemen')).toEqual(['municipality Rovaniemi genitive 1']);
    const rows = readTable(texts.get('source/municipality-forms.csv')!);
    expect(rows).toHaveLength(320);
    for (const row of rows)
      for (const form of row['local_cases']!.split('|'))
        expect(gazetteer.names.municipality.get(normaliseName(form))?.code, form).toBe(row['municipality_code']);
  });

  it('that ended before 2013 lead to today’s municipality and say so', () => {
    const rows = readTable(texts.get('source/former-municipalities.csv')!);
    expect(rows).toHaveLength(134);
    for (const row of rows) {
      const name = row['name_fi']!;
      // The region may be meant.
      if (name === 'Lappi') continue;
      const { value, issues } = locate(makeProject({ municipality: [name] }), gazetteer, vintage);
      expect(value.located[0], name).toMatchObject({ match: 'former_municipality', nameInSource: name });
      expect(issues.map(({ code }) => code)).toEqual(['locate/ended-municipality']);
    }
    expect(municipalities('Lappi')).toEqual([]);
    expect(municipalities('Jyväskylän mlk')).toEqual(['municipality Jyväskylä former_municipality 1']);
    expect(municipalities('Länsi-Turunmaa')).toEqual(['municipality Parainen former_municipality 1']);
  });

  it('Åboland and Kyrönmaan are sub-regions', () => {
    expect(describeRows({ sub_region: ['Åboland'] })[0]).toBe('sub_region Åboland-Turunmaa name 1');
    expect(gazetteer.names.sub_region.get('kyrönmaan')).toMatchObject({ code: '151', match: 'genitive' });
  });
});

it.each([
  ['Oulun kaupunki / Oulun elinkeinoliikelaitos', '564'],
  ['Helsingin kaupunki / sosiaali- ja terveystoimi', '091'],
  ['Kiteen kaupunki perusturvajohtaja', '260'],
  ['Kiteen kaupunki, sivistystoimi', '260'],
  ['Kajaanin kaupungin koulutusliikelaitos', '205'],
  ['Töysän kunta', '010'],
  ['Väståbolands stad', '445'],
  ['Rovaniemen maalaiskunta', '698'],
  ['Kittilän kunta (elinkeinot)', '261'],
  ['Staden Jakobstad, bildningsväsendet', '598'],
  ['Vaasan kaupunki Oy', undefined],
  ['Kemin kaupungin asunnot Oy', undefined],
  ['Oulun kaupunkibussit', undefined],
  ['Kemin kuntayhtymä', undefined],
  ['Oulun seudun koulutuskuntayhtymä', undefined],
])('%s has its seat in %s', (name, code) => {
  expect(findNamedMunicipality(name, gazetteer)).toBe(code);
});

describe('the place of work', () => {
  const place = (fields: Partial<Fields>): string[] => describeRows({ municipality: ['Tornio'] }, fields, 'place');

  it('is a role of its own, beside targets', () => {
    expect(place({ place_postal_code: '94100', place_nuts3_code: 'FI1D7', place_nuts3_name: 'Lappi' })).toEqual([
      'municipality Kemi postal_code 1',
      'sub_region Kemi-Tornio municipality 1',
      'region Lappi nuts3 1',
      'country Suomi municipality 1',
    ]);
    expect(describeRows({ municipality: ['Tornio'] }, { place_postal_code: '94100' })[0]).toBe(
      'municipality Tornio name 1',
    );
  });

  it('comes from a post office, from a NUTS 3 name, or from a code that has meant one region', () => {
    expect(place({ place_post_office: 'KEMI' })[0]).toBe('municipality Kemi post_office 1');
    expect(place({ place_nuts3_code: 'FI193', place_nuts3_name: 'Keski-Suomi' })).toEqual([
      'region Keski-Suomi nuts3 1',
      'country Suomi region 1',
    ]);
    expect(place({ place_nuts3_code: 'FI199' })[0]).toMatch(/^region /);
    expect(place({})).toEqual([]);
  });

  it('in another region than the stated one is told; the stated one stays with share 0', () => {
    const fields = { place_postal_code: '94100', place_nuts3_code: 'FI199', place_nuts3_name: 'Etelä-Pohjanmaa' };
    const { issues } = locate(makeProject({}, fields), gazetteer, vintage);
    expect(issues.map(({ code }) => code)).toEqual(['locate/place-outside-region']);
    expect(place(fields).filter((row) => row.startsWith('region'))).toEqual([
      'region Etelä-Pohjanmaa nuts3 0',
      'region Lappi municipality 1',
    ]);
  });
});
