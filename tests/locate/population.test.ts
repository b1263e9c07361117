import { describe, expect, it } from 'vitest';
import { createPopulationCounter } from '../../pipeline/locate/gazetteer/population.ts';
import { readGazetteer } from './read-gazetteer.ts';

const gazetteer = readGazetteer();
const changes = [...gazetteer.mergers, ...gazetteer.partialTransfers];
const counter = (year: number) =>
  createPopulationCounter(gazetteer.population, year, gazetteer.keys.get(year)!.municipalities.keys(), changes);
const figure = (code: string) => gazetteer.population.byCode.get(code)!;

describe('inhabitants on another division', () => {
  it('add up over a later merger', () => {
    expect(counter(2026)(['507'])).toBe(figure('507') + figure('588'));
    expect(counter(2024)(['507'])).toBe(figure('507'));
  });

  it('are unknown for what has merged or exchanged land since, and known for all of it together', () => {
    const count = counter(2013);
    expect(['297', '174', '476', '564', '139', '753'].map((code) => count([code]))).toEqual(Array(6).fill(undefined));
    expect(count(['297', '174', '476'])).toBe(figure('297'));
    expect(count(['564', '139'])).toBe(figure('564') + figure('139'));
    expect(count(['297', '174'])).toBeUndefined();
    expect(count(['749'])).toBe(figure('749'));
    expect(count([...gazetteer.keys.get(2013)!.municipalities.keys()])).toBe(5_563_970);
  });

  it('of a code from nowhere are unknown', () => {
    expect(counter(2026)(['999'])).toBeUndefined();
  });
});
