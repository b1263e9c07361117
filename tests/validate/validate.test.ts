/** What validating finds in an entry, where it says so, and what it leaves of it. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReadContext } from '../../pipeline/context.ts';
import { toCents } from '../../pipeline/model/cents.ts';
import type { Entry } from '../../pipeline/model/project.ts';
import { validate } from '../../pipeline/validate/index.ts';
import { makeEntry, onLine } from '../make-entry.ts';

const context = loadReadContext({ root: path.resolve(import.meta.dirname, '../..'), privacy: {} }).validate;
const check = (own: Partial<Entry>): ReturnType<typeof validate> => validate(makeEntry(own), context);

it('what there is nothing to say of comes back as it was', () => {
  const entry = makeEntry({
    fields: { name: 'Esimerkki', start_date: '2020-01-01', funding_planned_public: toCents(100_050) },
    partners: [{ position: 1, name: 'Kemin kaupunki', partner_role: 'part_implementer', business_id: '0210427-6' }],
    sections: [{ position: 1, heading: 'Tulokset', text: 'Hyviä.' }],
    sustainability: [{ criterion: 'wellbeing', dimension: 'social_cultural', direct: 3 }],
  });
  expect(validate(entry, context)).toEqual({ value: entry, issues: [] });
});

describe('rules', () => {
  const origins = {
    name: onLine(2),
    end_date: onLine(3),
    funding_realised_eu_state: onLine(4),
    funding_realised_public: onLine(5),
    beneficiary_business_id: onLine(6),
    'partners/2/business_id': onLine(7),
    beneficiary_postal_code: onLine(8),
    place_postal_code: onLine(9),
  };
  const name = 'Esimerkki';
  const partner = { position: 2, name: 'Kemi', partner_role: 'part_implementer' } as const;

  it.each<[string, Partial<Entry>, string, number, string | undefined, string]>([
    [
      'no name',
      { fields: {} },
      'validate/missing-name',
      1,
      undefined,
      'unexpected absence of a name, expected the name of the project',
    ],
    [
      'an end before the start',
      { fields: { name, start_date: '2020-01-02', end_date: '2020-01-01' } },
      'validate/date-order',
      3,
      '2020-01-01',
      'unexpected end date before the start date, expected 2020-01-02 or later',
    ],
    [
      'more used than was granted',
      { fields: { name, funding_realised_eu_state: toCents(101), funding_granted_eu_state: toCents(100) } },
      'validate/realised-above-planned',
      4,
      '1.01',
      'unexpected funding_realised_eu_state above funding_granted_eu_state, expected at most 1 EUR',
    ],
    [
      'more used than was planned',
      { fields: { name, funding_realised_public: toCents(1), funding_planned_public: toCents(0) } },
      'validate/realised-above-planned',
      5,
      '0.01',
      'unexpected funding_realised_public above funding_planned_public, expected at most 0 EUR',
    ],
    [
      'a wrong check digit',
      { fields: { name, beneficiary_business_id: '0210427-3' } },
      'validate/business-id',
      6,
      '0210427-3',
      'unexpected check digit of a business id, expected the one that its seven digits give',
    ],
    [
      "a partner's wrong check digit",
      { partners: [{ ...partner, business_id: '0210427-3' }] },
      'validate/business-id',
      7,
      '0210427-3',
      'unexpected check digit of a business id, expected the one that its seven digits give',
    ],
    [
      'a postal code that nobody has',
      { fields: { name, beneficiary_postal_code: '00001' } },
      'validate/postal-code',
      8,
      '00001',
      'unexpected postal code, expected one that is in use',
    ],
    [
      'a place with such a code',
      { fields: { name, place_postal_code: '00001' } },
      'validate/postal-code',
      9,
      '00001',
      'unexpected postal code, expected one that is in use',
    ],
    [
      'a value that is stated twice, each time otherwise',
      { restated: [{ field: 'name', value: 'Toinen', place: onLine(10) }] },
      'validate/stated-twice',
      10,
      'Toinen',
      'unexpected second value of name, expected Esimerkki as its label says',
    ],
  ])('%s is said at its place, and published as it is', (_, own, code, line, found, message) => {
    const entry = makeEntry({ origins, ...own });
    const said = { code, severity: 'warning', document: 'a/S10001.txt', line, column: 1, message, count: 1 };
    expect(validate(entry, context)).toEqual({
      value: entry,
      issues: [found === undefined ? said : { ...said, found }],
    });
  });

  it.each<[string, Partial<Entry>]>([
    ['a day alone', { fields: { name, start_date: '2020-01-01', end_date: '2020-01-01' } }],
    ['an end alone', { fields: { name, end_date: '2020-01-01' } }],
    ['a start alone', { fields: { name, start_date: '2020-01-01' } }],
    [
      'all that was granted',
      { fields: { name, funding_realised_eu_state: toCents(5), funding_granted_eu_state: toCents(5) } },
    ],
    ['used, and nothing is known of a plan', { fields: { name, funding_realised_public: toCents(5) } }],
    ['planned, and nothing is known of its use', { fields: { name, funding_planned_public: toCents(5) } }],
    ['an old business id of six digits, with its zero', { fields: { name, beneficiary_business_id: '0210427-6' } }],
    ['a postal code in use', { fields: { name, beneficiary_postal_code: '94100', place_postal_code: '00100' } }],
    ['the same said twice', { restated: [{ field: 'name', value: name, place: onLine(4) }] }],
    ['said at the second place alone', { restated: [{ field: 'summary', value: 'x', place: onLine(4) }] }],
  ])('%s is nothing to speak of', (_, own) => {
    expect(check(own).issues).toEqual([]);
  });

  it('what has no place of its own is at the entry’s, and at the document’s beginning where that has none', () => {
    expect(check({ place: { ...onLine(7), column: 3 }, fields: {} }).issues).toMatchObject([{ line: 7, column: 3 }]);
    expect(check({ place: { ...onLine(0), column: 0 }, fields: {} }).issues).toMatchObject([{ line: 1, column: 1 }]);
  });
});

describe('a value that breaks its schema', () => {
  it('is left out and said; the rest stays', () => {
    const { value, issues } = check({
      fields: { name: 'Esimerkki', summary: '', start_date: '1.1.2020', beneficiary_postal_code: '9410' },
      origins: { summary: onLine(4), start_date: onLine(5), beneficiary_postal_code: onLine(6) },
    });
    expect(value.fields).toEqual({ name: 'Esimerkki' });
    expect(new Set(issues.map(({ code, severity, line, found }) => [code, severity, line, found].join(' ')))).toEqual(
      new Set(['validate/schema warning 4 ', 'validate/schema warning 5 1.1.2020', 'validate/schema warning 6 9410']),
    );
    expect(issues.find(({ found }) => found === '')?.message).toBe(
      'unexpected value of summary, expected what its schema says: must NOT have fewer than 1 characters',
    );
  });

  it('of a row leaves the row, unless it cannot be without', () => {
    const { value, issues } = check({
      partners: [
        { position: 1, name: 'Kemi', partner_role: 'part_implementer', business_id: 'x' },
        { position: 2, name: 'Kemi\nTornio', partner_role: 'part_implementer' },
      ],
      sections: [{ position: 1, heading: 'Tulokset', text: '' }],
      sustainability: [{ criterion: 'wellbeing', dimension: 'social_cultural', direct: 99 }],
      origins: {
        'partners/1/business_id': onLine(2),
        'partners/2/name': onLine(3),
        'sections/1/text': onLine(4),
        'sustainability/wellbeing/direct': onLine(5),
      },
    });
    expect(value.partners).toEqual([{ position: 1, name: 'Kemi', partner_role: 'part_implementer' }]);
    expect(value.sections).toEqual([]);
    expect(value.sustainability).toEqual([{ criterion: 'wellbeing', dimension: 'social_cultural' }]);
    expect(issues.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });

  it('and a field that no schema knows', () => {
    const { value, issues } = check({ fields: { name: 'Esimerkki', toString: 'x' } as Entry['fields'] });
    expect(value.fields).toEqual({ name: 'Esimerkki' });
    expect(issues).toMatchObject([{ code: 'validate/schema', found: 'x' }]);
    expect(issues[0]?.message).toContain('unexpected value of toString');
  });
});
