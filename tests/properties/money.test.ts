/** Money adds up: over the areas of one project, and over all projects of generated documents. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCents } from '../../pipeline/model/cents.ts';
import { locate } from '../../pipeline/locate/index.ts';
import { merge } from '../../pipeline/merge/index.ts';
import type { Share } from '../../pipeline/model/area.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { redactProject } from '../../pipeline/redact/redact-project.ts';
import { redaction } from '../redact/read-redaction.ts';
import { apportion } from '../../pipeline/publish/apportion.ts';
import { createCoverage } from '../../pipeline/publish/coverage.ts';
import { expectVintage, readGazetteer } from '../locate/read-gazetteer.ts';
import { anyDocument, parseContext, RUNS, toFile } from './generated.ts';

/** Shares that sum to 1: of as many equal areas, or by population. */
const shares: fc.Arbitrary<Share[]> = fc.oneof(
  fc
    .integer({ min: 1, max: 320 })
    .map((count) => Array.from({ length: count }, () => ({ numerator: 1, denominator: count }))),
  fc.array(fc.nat(700_000), { minLength: 1, maxLength: 40 }).map((people) => {
    // At least one inhabitant, or there is nothing to share by.
    const [first = 0, ...others] = people;
    const counts = [first + 1, ...others];
    const denominator = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((numerator) => ({ numerator, denominator }));
  }),
);
const cents = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.maxSafeNat().map((amount) => amount - (amount % 100)),
);

it('the parts of an amount sum to it, each within a cent of its share', () => {
  fc.assert(
    fc.property(cents, shares, (amount, over) => {
      const parts = apportion(toCents(amount), over);
      expect(parts.every(Number.isSafeInteger)).toBe(true);
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount));
      const far = parts.filter((part, index) => {
        const { numerator = 0, denominator = 1 } = over[index] ?? {};
        // |part − amount × share| < 1, in whole numbers.
        const difference = BigInt(part) * BigInt(denominator) - BigInt(amount) * BigInt(numerator);
        return difference >= BigInt(denominator) || -difference >= BigInt(denominator);
      });
      expect(far).toEqual([]);
    }),
    { ...RUNS, numRuns: 1000 },
  );
});

it('what is placed and what is not are all there is, at every level', () => {
  const gazetteer = readGazetteer();
  const vintage = expectVintage(gazetteer, Math.max(...gazetteer.keys.keys()));
  fc.assert(
    fc.property(fc.array(anyDocument, { minLength: 1, maxLength: 4 }), (documents) => {
      const coverage = createCoverage(vintage, '2026-01-01');
      const entries = documents.flatMap(({ path, text }) => parse(toFile(path, text), parseContext).value);
      for (const entry of entries)
        coverage.add(
          locate(
            redactProject(merge([entry]).value, { persons: [], areWithheld: false }, redaction).project,
            gazetteer,
            vintage,
          ).value,
        );
      const rows = coverage.summaryRows();
      const toCents = (euros: unknown): number => Math.round(Number(euros) * 100);
      for (const level of ['municipality', 'sub_region', 'region'] as const) {
        const [all, placed, unplaced] = rows.filter((row) => row.level === level);
        for (const name of ['funding_granted_eu_state', 'funding_realised_public'] as const) {
          const inTable = coverage.areaRows(level).reduce((sum, row) => sum + toCents(row[name]), 0);
          expect(toCents(placed?.[name])).toBe(inTable);
          expect(toCents(placed?.[name]) + toCents(unplaced?.[name])).toBe(toCents(all?.[name]));
        }
        expect((placed?.project_count ?? 0) + (unplaced?.project_count ?? 0)).toBe(all?.project_count);
      }
    }),
    { ...RUNS, numRuns: 50 },
  );
});
