/** A file of the program that is missing or damaged is told, before anything is made with it: status 2, and no stack. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadContext } from '../../pipeline/context.ts';
import { UsageError } from '../../pipeline/effects/usage-error.ts';
import { ROOT } from './workspace.ts';

/** A copy of what the program reads of itself. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'hankekartta-program-'));
  for (const name of ['schemas', 'geo', 'pipeline/redact/data'])
    cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const load = (): unknown => loadContext({ root, privacy: {}, boundaries: undefined, geo: path.join(root, 'none') });

/** Takes the second half away, up to the end of a line or in the middle of one. */
const halve =
  (isWhole: boolean) =>
  (file: string): void => {
    const text = readFileSync(file, 'utf8');
    const end = text.lastIndexOf('\n', text.length / 2) + 1;
    writeFileSync(file, text.slice(0, isWhole ? end : end + 3));
  };
const becomes =
  (text: string) =>
  (file: string): void =>
    writeFileSync(file, text);
const goes = (file: string): void => rmSync(file);
const grows = (file: string): void => appendFileSync(file, 'Esimerkki\n');

it('what is whole is read', () => {
  expect(load).not.toThrow();
});

it.each<[string, string, (file: string) => void]>([
  ['schemas/1.0/projects.schema.json', 'was cut within a line', halve(false)],
  ['schemas/1.0/projects.schema.json', 'was cut between lines', halve(true)],
  ['schemas/1.0/projects.schema.json', 'is missing', goes],
  ['schemas/1.0/projects.schema.json', 'is empty', becomes('')],
  ['schemas/1.0/partners.schema.json', 'is null', becomes('null\n')],
  ['schemas/1.0/issues.schema.json', 'is another thing', becomes('[1]\n')],
  ['schemas/1.0/definitions.schema.json', 'is an empty object', becomes('{}\n')],
  ['schemas/1.0/labels/fi.json', 'is an empty object', becomes('{}\n')],
  ['schemas/1.0/labels/sv.json', 'was cut between lines', halve(true)],
  ['schemas/1.0/codelists/status.csv', 'is missing', goes],
  ['schemas/1.0/codelists/status.csv', 'was cut between lines', halve(true)],
  ['schemas/1.0/codelists/authorities.csv', 'is empty', becomes('')],
  ['schemas/1.0/codelists/programme.csv', 'was cut within a line', halve(false)],
  ['schemas/1.0/codelists/fund.csv', 'is no table', becomes('"\0\n')],
  ['schemas/1.0/mappings/kohesio.csv', 'is missing', goes],
  ['geo/postal-codes.csv', 'was cut between lines', halve(true)],
  ['geo/source/keys/2026.csv', 'is empty', becomes('')],
  ['geo/SHA256SUMS', 'was cut within a line', halve(false)],
  ['pipeline/redact/data/surnames.txt', 'was cut between lines', halve(true)],
  ['pipeline/redact/data/first-names.txt', 'is empty', becomes('')],
  ['pipeline/redact/data/titles.csv', 'is missing', goes],
  ['pipeline/redact/data/organisation-words.csv', 'has a line more', grows],
  ['pipeline/redact/data/SHA256SUMS', 'is missing', goes],
])('%s that %s', (name, _, damage) => {
  damage(path.join(root, name));
  expect(load).toThrow(UsageError);
  expect(load).toThrow(/ is damaged: |^cannot read /);
});
