import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { locate } from '../../pipeline/locate/index.ts';
import { lookFor, SHARED } from '../missing.ts';
import { makeProject } from './make-project.ts';
import { expectVintage, readGazetteer } from './read-gazetteer.ts';

const list = path.join(SHARED, 'lists/projektilista-2014-2020.csv');
const real = lookFor('lists');

describe.skipIf(real.isMissing)(`beneficiaries of a list of 2,881 projects${real.note}`, () => {
  it('are located by name where they are municipalities, and only there', () => {
    const gazetteer = readGazetteer();
    const vintage = expectVintage(gazetteer, 2026);
    const rows = parse<Record<string, string>>(readFileSync(list, 'utf8'), { columns: true, relax_column_count: true });
    const matches = new Map<string, number>();
    const resolved = new Map<string, string>();
    const others = new Set<string>();
    for (const row of rows) {
      const name = row['Toteuttajan nimi']!.trim();
      const seat = locate(makeProject({}, { beneficiary_name: name }), gazetteer, vintage).value.located[0];
      matches.set(seat?.match ?? 'none', (matches.get(seat?.match ?? 'none') ?? 0) + 1);
      if (seat === undefined) others.add(name);
      else resolved.set(name, seat.name);
    }
    // All 79 distinct names were read by eye, each beside its municipality; 78 are its own, one is a unit's.
    expect(resolved.get('Kajaanin kaupungin koulutusliikelaitos')).toBe('Kajaani');
    expect(Object.fromEntries(matches)).toEqual({ none: 2699, organisation_name: 182 });
    expect(resolved.size).toBe(79);
    expect([...others].filter((name) => /\s(kaupunki|kunta|stad|kommun)$/iu.test(name))).toEqual([]);
  });
});
