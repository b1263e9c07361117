/** What options of the command line may say. */
import { InvalidArgumentError } from 'commander';
import { isReleaseDay, RELEASE_DAYS, RELEASE_NAME } from '../model/release-name.ts';
import type { Share } from './shard.ts';

/** An array job of Slurm has so many tasks unless its configuration says otherwise, and each is an open file of `assemble`. */
const MOST_SHARDS = 1000;

function readWhole(value: string, low: number, high: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < low || number > high)
    throw new InvalidArgumentError(`expected a whole number from ${String(low)} to ${String(high)}`);
  return number;
}

export const readYear = (value: string): number => readWhole(value, 1900, 2200);
export const readJobs = (value: string): number => readWhole(value, 1, 256);
export const readPort = (value: string): number => readWhole(value, 0, 65_535);

export function readShare(value: string): Share {
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []).map(Number);
  if (count < 1 || count > MOST_SHARDS || index < 1 || index > count)
    throw new InvalidArgumentError(`expected i/n, from 1/n to n/n, n at most ${String(MOST_SHARDS)}`);
  return { index, count };
}

export function readRelease(value: string): string {
  const date = RELEASE_NAME.exec(value)?.[1];
  if (date === undefined || !isReleaseDay(date))
    throw new InvalidArgumentError(`expected a date such as 2026-11-21 or 2026-11-21.2, ${RELEASE_DAYS}`);
  return value;
}
