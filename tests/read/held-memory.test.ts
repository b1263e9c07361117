import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { openMemory } from '../../pipeline/read/memory.ts';
import { createRedactor } from '../../pipeline/redact/redactor.ts';
import type { Person } from '../../pipeline/model/person.ts';
import { makeEntry } from '../make-entry.ts';
import { redaction } from '../redact/read-redaction.ts';

/** What a long document has beside its values. */
const TEXTS = 40;
const FILLING = 'hanke edistää osallisuutta ja työllisyyttä. '.repeat(25_000);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes held in memory after some work that were not before. */
function measureHeld(work: () => void): number {
  const read = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = read();
  work();
  return read() - before;
}

/** What is held in memory after some work, in texts of a document's length. */
function countHeld(work: (text: string, number: number) => void): number {
  const held = measureHeld(() => {
    for (let number = 0; number < TEXTS; number += 1)
      work(`Nimi: Kuvitteellinen hanke numero ${String(number)}\n${FILLING}${String(number)}`, number);
  });
  return held / FILLING.length;
}

const cutName = (text: string): string => text.slice(6, text.indexOf('\n'));

test('what is held of a document until its project is merged does not hold its text', () => {
  const memory = openMemory({ documents: '', projects: '' }, ({ fields, persons }) => ({ fields, persons }));
  const kept: unknown[] = [];
  const held = countHeld((text) => {
    const persons: Person[] = [{ first: [text.slice(6, 25)], last: [] }];
    const entry = makeEntry({ fields: { name: cutName(text) }, persons });
    kept.push(memory.keepDocument({ entries: [entry], issues: [] }).heads);
  });
  memory.close();
  expect(kept).toHaveLength(TEXTS);
  expect(held).toBeLessThan(TEXTS / 4);
});

test('a short text in which nothing personal was found is remembered without the text that it was cut out of', () => {
  const redactor = createRedactor([], redaction);
  const held = countHeld((text) => {
    expect(redactor.redact(cutName(text))).toBe(cutName(text));
  });
  expect(held).toBeLessThan(TEXTS / 4);
});

test('of the persons of thousands of projects nothing more is held than who they are', () => {
  const lists = Array.from({ length: 5000 }, (_, number): Person[] => [
    { first: [`Kuvitte${String(number)}`], last: [`Keksitty${String(number)}`] },
  ]);
  const held = measureHeld(() => {
    for (const list of lists) expect(createRedactor(list, redaction).redact('Hanke päättyi.')).toBe('Hanke päättyi.');
  });
  expect(held / lists.length).toBeLessThan(2000);
});
