/** Every surname and every first name of the register, in the two places where names are met most: behind a label and behind a title. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { redaction, redactorOf } from './read-redaction.ts';

const read = (name: string): string[] =>
  readFileSync(new URL(`../../pipeline/redact/data/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.replace(/ [wp]+$/, ''))
    .filter((name) => /^\p{Lu}\p{Ll}[\p{L}-]+$/u.test(name));
const { redact } = redactorOf();
const lost = (names: readonly string[], write: (name: string) => string): string[] =>
  names.filter((name) => redact(write(name)).includes(name));

it.each(['Nguyễn', 'NGUYỄN', 'Jānis'])('%s is a name, written with the letters of its own language', (name) => {
  expect(redaction.register.isFirstName(name) || redaction.register.isSurname(name)).toBe(true);
});

it.each(['Säri', 'Öna'])('%s is not another name without its dots', (name) => {
  expect(redaction.register.isFirstName(name)).toBe(false);
});

describe('every name of the register is withheld', () => {
  it('a surname behind a label', () => {
    const surnames = read('surnames');
    expect(surnames.length).toBeGreaterThan(20_000);
    expect(lost(surnames, (name) => `Yhteyshenkilö: Liisa ${name}`)).toEqual([]);
    expect(lost(surnames, (name) => `Yhteyshenkilö: ${name} Liisa`)).toEqual([]);
  });

  it('a first name behind a label', () => {
    expect(lost(read('first-names'), (name) => `Yhteyshenkilö: ${name} Qvibberla`)).toEqual([]);
  });

  it('a surname behind a title, but for those that are a word for organisations as they stand', () => {
    const words = lost(read('surnames'), (name) => `projektipäällikkö Liisa ${name} kertoo`);
    expect(words.length).toBeLessThan(25);
    expect(words.filter((name) => !redaction.register.isOrganisation(name))).toEqual([]);
  });
});

it.each([
  'Mattila',
  'Mattilan',
  'Mikkonen',
  'Koskela',
  'Koskelaa',
  'Nygård',
  'Ala-Mattila',
  'Virtanen-Mattila',
  'Silvia',
])('%s is a name and no organisation', (name) => {
  expect(redaction.register.isOrganisation(name)).toBe(false);
});

it.each(['Kela', 'Kelan', 'Koulutila', 'Maatila', 'kuntayhtymä', 'Satusäätiö', 'Voima', 'Lapin-tila'])(
  '%s is an organisation',
  (word) => {
    expect(redaction.register.isOrganisation(word)).toBe(true);
  },
);
