import { describe, expect, it } from 'vitest';
import { locate } from '../../pipeline/locate/index.ts';
import type { Fields } from '../../pipeline/model/project.ts';
import { writeShare } from './list-targets.ts';
import { makeProject } from './make-project.ts';
import { expectVintage, readGazetteer } from './read-gazetteer.ts';

const gazetteer = readGazetteer();

describe('the beneficiary', () => {
  const seat = (fields: Partial<Fields>, year = 2026) =>
    locate(makeProject({}, fields), gazetteer, expectVintage(gazetteer, year)).value.located.map((row) =>
      [row.role, row.level, row.code, row.evidence, row.match, writeShare(row)].join(' '),
    );

  it('comes from the postal code first, at every level', () => {
    expect(seat({ beneficiary_postal_code: '69600', beneficiary_name: 'Vaasan kaupunki' })).toEqual([
      'beneficiary municipality 236 derived postal_code 1',
      'beneficiary sub_region 161 derived municipality 1',
      'beneficiary region 16 derived municipality 1',
      'beneficiary country FI derived municipality 1',
    ]);
  });

  it('comes from a PO box', () => {
    expect(seat({ beneficiary_postal_code: '69601' })[0]).toBe('beneficiary municipality 236 derived postal_code 1');
  });

  it('follows the succession of a postal code', () => {
    expect(seat({ beneficiary_postal_code: '19430' }, 2024)[0]).toBe(
      'beneficiary municipality 588 derived postal_code 1',
    );
    expect(seat({ beneficiary_postal_code: '19430' }, 2026)[0]).toBe(
      'beneficiary municipality 507 derived postal_code 1',
    );
  });

  it.each([
    ['Lestijärven kunta', '421'],
    ['Virtain kaupunki', '936'],
    ['Kauniaisten kaupunki', '235'],
    ['Uudenkaupungin kaupunki', '895'],
    ['KUHMON KAUPUNKI', '290'],
    ['Pedersören kunta', '599'],
    ['Kristiinankaupungin kaupunki', '287'],
    ['Kimitoöns kommun', '322'],
    ['Närpes stad', '545'],
    ['Korsholms kommun', '499'],
    ['Staden Jakobstad', '598'],
    ['Juankosken kaupunki', '297'],
  ])('comes from the name %s', (name, code) => {
    expect(seat({ beneficiary_name: name })[0]).toBe(`beneficiary municipality ${code} derived organisation_name 1`);
  });

  it.each([
    'Rovaniemen koulutuskuntayhtymä',
    'Helsingin seurakuntayhtymä',
    'Oulun yliopisto',
    'Kajaanin seurakunta',
    'Osuuskunta',
    'Vaasa kaupunki',
    'Oulun kaupunkibusinessoulu liikelaitos',
  ])('is not guessed from %s', (name) => {
    expect(seat({ beneficiary_name: name })).toEqual([]);
  });

  it('comes from the post office last', () => {
    expect(seat({ beneficiary_name: 'Yritys Oy', beneficiary_post_office: 'IISALMI' })[0]).toBe(
      'beneficiary municipality 140 derived post_office 1',
    );
    expect(seat({ beneficiary_postal_code: '99001', beneficiary_post_office: 'ROVANIEMI' })[0]).toBe(
      'beneficiary municipality 698 derived post_office 1',
    );
    // A post office keeps the name of a municipality that has ended; one that is no municipality's name tells nothing.
    expect(seat({ beneficiary_post_office: 'VAMMALA' })[0]).toBe('beneficiary municipality 790 derived post_office 1');
    expect(seat({ beneficiary_post_office: 'HELSINGIN KAUPUNKI' })).toEqual([]);
  });
});
