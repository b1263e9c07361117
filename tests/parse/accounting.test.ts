/** Every byte of the documents that people wrote is in a value, withheld, told of by an issue, or the form's own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookFor, SHARED } from '../missing.ts';
import { accountBytes } from '../properties/account-bytes.ts';
import { readParseContext } from './read-context.ts';

const context = readParseContext();
const OWN = path.resolve(import.meta.dirname, '../../data/documents');

function expectAccounted(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const documents = names.filter((name) => /\.(?:txt|csv)$/.test(name));
  expect(documents.length).toBeGreaterThan(0);
  for (const name of documents) {
    const bytes = readFileSync(path.join(folder, name));
    const account = accountBytes({ path: name, bytes, sha256: '' }, context);
    expect([name, account.lost]).toEqual([name, 0]);
    const { value, withheld, issue, furniture } = account;
    expect([name, value + withheld + issue + furniture]).toEqual([name, bytes.length]);
    expect(value).toBeGreaterThan(bytes.length / 3);
  }
}

it('of our own condensed documents', () => {
  expectAccounted(OWN);
});

describe.each(['documents', 'lists'])('of the service’s own', (folder) => {
  const { isMissing, note } = lookFor(folder);
  it.skipIf(isMissing)(`${folder}${note}`, { timeout: 120_000 }, () => {
    expectAccounted(path.join(SHARED, folder));
  });
});

it('a line that no value, issue or form has is lost', () => {
  const text = '1 Hanke\n\nHankekoodi: S12345\n\nHankkeen nimi: Esimerkki\n\nTunnistamaton rivi tässä\n';
  const bytes = new TextEncoder().encode(text);
  const account = accountBytes({ path: 'a.txt', bytes, sha256: '' }, context);
  expect(account.lost + account.issue).toBe(Buffer.byteLength('Tunnistamaton rivi tässä\n'));
});
