/** The site's words agree with the codelists that the data follow, and name no person's position. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { FINNISH, SCHEMA_TEXTS } from '../../site/texts.ts';
import { ROOT } from './make-site.ts';

function readCodelist(name: string): Record<string, string> {
  const file = path.join(ROOT, 'schemas/1.0/codelists', `${name}.csv`);
  const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), { columns: true });
  return Object.fromEntries(rows.map((row) => [row['code']!, row['title_fi']!]));
}

describe('words for codes', () => {
  it.each([
    ['area-level', FINNISH.levels],
    ['fund', FINNISH.funds],
    ['status', FINNISH.statuses],
    ['family', FINNISH.families],
    ['partner-role', FINNISH.partnerRoles],
    ['sustainability-criterion', FINNISH.criteria],
    ['sustainability-dimension', FINNISH.dimensions],
    ['withheld-class', FINNISH.about.redactions],
  ])('%s', (name, words) => {
    expect(words).toEqual(readCodelist(name));
  });

  it('the criteria stand in the order of the source', () => {
    expect(Object.keys(FINNISH.criteria)).toEqual(Object.keys(readCodelist('sustainability-criterion')));
  });
});

/** Addresses of all strings of a value, with the places that each leaves for values. */
function listPlaces(value: unknown, address = ''): string[] {
  if (typeof value === 'string') return [[address, ...(value.match(/\{\w+\}/g) ?? [])].join(' ')];
  return Object.entries(value as object).flatMap(([key, inner]) => listPlaces(inner, `${address}/${key}`));
}

describe.each(['sv', 'en'] as const)('texts in %s', (language) => {
  const finnish = { site: FINNISH.site, schema: FINNISH.schema };
  const { language: own, ...texts } = SCHEMA_TEXTS[language];

  it('are those that the pages on schemas need, with the same places for values, and nothing else', () => {
    expect(own).toBe(language);
    expect(listPlaces(texts).sort()).toEqual(listPlaces(finnish).sort());
  });

  it('are in that language', () => {
    expect(Object.entries(texts.schema).filter(([key, text]) => finnish.schema[key as 'kind'] === text)).toEqual([
      ['listOf', '{list}: {item}'],
    ]);
  });
});

describe('texts', () => {
  it('name no position that a contact person could have', () => {
    expect(JSON.stringify(FINNISH)).not.toMatch(/päälli|johtaja|assistent|koordinaattor|suunnittelija|asiantuntija/i);
  });
});
