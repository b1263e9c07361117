import { describe, expect, it } from 'vitest';
import { chooseReleaseName, compareReleases } from '../../pipeline/model/release-name.ts';

describe('chooseReleaseName', () => {
  it.each([
    ['2026-11-21', [], '2026-11-21'],
    ['2026-11-21', ['2026-11-20'], '2026-11-21'],
    ['2026-11-21', ['2026-11-21'], '2026-11-21.2'],
    ['2026-11-21', ['2026-11-21', '2026-11-21.2', '2026-11-21.3'], '2026-11-21.4'],
    ['2026-11-21.2', [], '2026-11-21.2'],
    ['2026-11-21', ['2026-11-21.5'], '2026-11-21.6'],
    ['2026-11-21.2', ['2026-11-21.2'], '2026-11-21.3'],
  ])('%s beside %j is %s', (wanted, existing, name) => {
    expect(chooseReleaseName(wanted, existing)).toBe(name);
  });
});

it('orders releases by date, then by number as a number', () => {
  const names = ['2026-11-21.10', '2026-11-21', '2026-11-20.2', '2026-11-21.9'];
  expect(names.sort(compareReleases)).toEqual(['2026-11-20.2', '2026-11-21', '2026-11-21.9', '2026-11-21.10']);
});
