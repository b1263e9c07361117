import { readFuzzContext, runStages } from '../fuzz/inspect.ts';
import { toFile } from '../properties/documents.ts';
import { LONG, MIDDLE, SHORT, type Make } from '../properties/pathological.ts';

/** Twice as long a document takes twice the time; what remembers all before it takes four times. Between the two, a machine that is busy. */
const MOST = 2.6;
/** Milliseconds of CPU from which a time says something. */
const MEASURABLE = 60;
/** In characters. */
const [FIRST, LAST] = [8_000, 2_000_000];
/** Rounds, of which the quickest counts. */
const ROUNDS = 3;

/**
 * Every shape of document that is made to be slow, at twice and four times its length, times in ms of CPU: `npm run bench -- --linear [PART OF A NAME]`. Each begins so short
 * that its time can just be measured.
 * @returns exit status: 1 when one takes more than twice the time
 */
export function compareDoublings(root: string, part: string): number {
  const context = readFuzzContext(root);
  const time = (make: Make, length: number): number => {
    const file = toFile(...make(length));
    const started = process.cpuUsage();
    runStages(file, context);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  const quickest = (make: Make, length: number, rounds: number): number =>
    Math.min(...Array.from({ length: rounds }, () => time(make, length)));
  const slow: string[] = [];
  for (const [name, make] of Object.entries({ ...LONG, ...MIDDLE, ...SHORT })) {
    if (!name.includes(part)) continue;
    let length = FIRST;
    while (length < LAST && quickest(make, length, ROUNDS) < MEASURABLE) length *= 2;
    const times = [1, 2, 4].map((factor) => quickest(make, factor * length, ROUNDS));
    const [once = 1, , fourTimes = 0] = times;
    // Two doublings: what only the second or the first of them shows is the machine's.
    const ratio = Math.sqrt(fourTimes / once);
    // What stays too quick to be measured is refused before it is read.
    const isSlow = ratio > MOST && fourTimes > MEASURABLE;
    if (isSlow) slow.push(name);
    const cells = [String(length).padStart(8), ...times.map((each) => each.toFixed(0).padStart(7)), ratio.toFixed(2)];
    console.log(`${name.padEnd(52)}${cells.join(' ')}${isSlow ? '  more than linear' : ''}`);
  }
  console.log(slow.length === 0 ? 'all linear' : `${slow.length} more than linear: ${slow.join('; ')}`);
  return slow.length === 0 ? 0 : 1;
}
