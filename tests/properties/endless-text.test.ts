/** Documents that are made to be slow to read come back too: a reader that looks back at all before it would not, within the time a test has. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../pipeline/parse/index.ts';
import { parseContext, toFile } from './generated.ts';
import { LONG, MIDDLE, SHORT, type Make } from './pathological.ts';

function read(make: Make, length: number): void {
  const { value, issues } = parse(toFile(...make(length)), parseContext);
  expect(value.length + issues.length).toBeGreaterThan(0);
}

describe('a text of half a million characters is read', () => {
  it.each(Object.entries(LONG))('%s', (_, make) => read(make, 500_000));
});

describe('a text of 200,000 characters is read', () => {
  it.each(Object.entries(MIDDLE))('%s', (_, make) => read(make, 200_000));
});

describe('a text of 20,000 characters is read', () => {
  it.each(Object.entries(SHORT))('%s', (_, make) => read(make, 20_000));
});
