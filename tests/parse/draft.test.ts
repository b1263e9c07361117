/** A draft takes for a field what the schema says of it. Of the second part `tsc` is the judge: an `@ts-expect-error` without an error is one. */
import { expect, it } from 'vitest';
import { toCents } from '../../pipeline/model/cents.ts';
import type { Fields, TextFieldName } from '../../pipeline/model/project.ts';
import { createDraft, openDocument, type Draft } from '../../pipeline/parse/draft.ts';
import { readName, readValue } from '../../pipeline/parse/readers.ts';
import { redaction } from '../redact/read-redaction.ts';

const SPAN = { start: 0, end: 1 };
const open = (): Draft =>
  createDraft(openDocument({ path: 'a.txt', bytes: new Uint8Array(), sha256: '' }, 'x', redaction), 'eura2014', 4);

it('takes the values of the schema', () => {
  const draft = open();
  draft.setField('project_code', 'S10001', SPAN);
  draft.setField('start_date', '2019-03-01', SPAN);
  draft.setField('gender_analysis', false, SPAN);
  draft.setField('funding_planned_public', toCents(150), SPAN);
  expect(draft.finish(SPAN).entry?.fields).toEqual({
    project_code: 'S10001',
    start_date: '2019-03-01',
    gender_analysis: false,
    funding_planned_public: 150,
  });
});

it.each(['', ' \u00a0 ', '\u2029', '\u200b\u0007'])(
  'shows nothing where what was found is to be seen by nobody: %j',
  (found) => {
    const draft = open();
    draft.report('parse/unknown-label', 'warning', SPAN, 'unexpected key', found);
    const issue = draft.finish(SPAN).issues.find(({ code }) => code === 'parse/unknown-label');
    expect(issue).toMatchObject({ message: 'unexpected key' });
    expect(issue).not.toHaveProperty('found');
  },
);

/** Never called: what must not compile. */
export function refuseOthers(draft: Draft): readonly unknown[] {
  // @ts-expect-error a date is text
  draft.setField('start_date', 42, SPAN);
  // @ts-expect-error so it is where it is stated again
  draft.restateOrSet('end_date', 42, SPAN);
  // @ts-expect-error a count is a number
  draft.setField('companies_planned', '42', SPAN);
  // @ts-expect-error a code is one of a list
  draft.setField('status', 'käynnissä', SPAN);
  // @ts-expect-error money is in cents, and nothing else is
  draft.setField('budget_min', 100.5, SPAN);
  // @ts-expect-error no such field
  draft.setField('colour', 'red', SPAN);
  // @ts-expect-error what reads text gives no flag
  readValue('gender_analysis', (text) => text, 'true or false');
  // @ts-expect-error words are no count
  const count = readName('companies_planned');
  // @ts-expect-error nor a code
  const code = readName('fund');
  // @ts-expect-error as fields of an entry
  const fields: Fields = { start_date: 42 };
  // @ts-expect-error money is no text
  const name: TextFieldName = 'funding_planned_public';
  return [count, code, fields, name];
}
