import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldsInEuros } from '../../pipeline/model/cents.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { readParseContext } from './read-context.ts';

/** A behaviour is a pair of files: a document, and what was made of it by reading it. */
interface Expected {
  readonly entries: readonly {
    readonly projectId: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly partners: readonly unknown[];
    readonly sections: readonly unknown[];
    readonly sustainability?: readonly unknown[];
    readonly areas: readonly unknown[];
    readonly restated?: readonly unknown[];
    readonly withheld?: Readonly<Record<string, number>>;
  }[];
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly line: number }[];
}

const CASES = new URL('cases/', import.meta.url);
const context = readParseContext();

for (const family of readdirSync(CASES).sort()) {
  describe(family, () => {
    const files = readdirSync(new URL(`${family}/`, CASES)).sort();
    for (const file of files.filter((name) => !name.endsWith('.expected.json'))) {
      it(file.replace(/\.\w+$/, '').replaceAll('-', ' '), () => {
        const bytes = readFileSync(new URL(`${family}/${file}`, CASES));
        const text = readFileSync(new URL(`${family}/${file.replace(/\.\w+$/, '.expected.json')}`, CASES), 'utf8');
        const expected = JSON.parse(text) as Expected;
        const { value, issues } = parse({ path: file, bytes, sha256: '' }, context);
        const found = value.map((entry, index) => {
          const wanted = expected.entries[index];
          return {
            projectId: entry.projectId,
            fields: fieldsInEuros(entry.fields),
            partners: entry.partners,
            sections: entry.sections,
            ...(wanted?.sustainability === undefined ? {} : { sustainability: entry.sustainability }),
            areas: entry.areas.map(({ level, name }) => ({ level, name })),
            ...(wanted?.restated === undefined
              ? {}
              : { restated: entry.restated.map(({ field, value: again }) => ({ field, value: again })) }),
            ...(wanted?.withheld === undefined ? {} : { withheld: entry.withheld }),
          };
        });
        expect(found).toEqual(expected.entries);
        // The cases stop after what they are about; that the rest of the page is missing is another test's business.
        const told = issues.filter(({ code }) => code !== 'parse/missing-section');
        expect(told.map(({ code, severity, line }) => ({ code, severity, line }))).toEqual(expected.issues);
      });
    }
  });
}
