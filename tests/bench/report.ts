import { readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import type { Cost } from './measure.ts';

/** A row of the table of costs, and one of ratios. */
export type CostRow = readonly [string, Cost | undefined];
export interface Ratio {
  readonly name: string;
  readonly ours: Cost;
  /** A missing program is `undefined`. */
  readonly theirs: Cost | undefined;
}

/** A stage or part as `build --verbose` tells it. */
export interface Stage extends Cost {
  readonly name: string;
  readonly isPart: boolean;
}

/** The lines of `build --verbose` that tell times. */
export function readStages(stderr: string): Stage[] {
  const line = /^( *)([\d.]+) s, CPU +([\d.]+) s(?:, (\d+) MB at most)? {2}(.*)$/gmu;
  return [...stderr.matchAll(line)].map(([, , wall, cpu, memory, name = '']) => ({
    wall: Number(wall),
    cpu: Number(cpu),
    ...(memory === undefined ? {} : { memory: Number(memory) * 1e6 }),
    // Where the documents lie is of no interest.
    name: name.replace(/^reading [^(]*/u, 'reading '),
    isPart: memory === undefined,
  }));
}

const seconds = (value: number): string => value.toFixed(2);
const megabytes = (value: number | undefined): string => (value === undefined ? '' : `${Math.round(value / 1e6)}`);

/** A table in Markdown; none without rows. */
function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  if (rows.length === 0) return [];
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [[head, rule, ...rows].map(line).join('\n')];
}

/** The machine, in a sentence. */
export function describeMachine(): string {
  const [cpu] = os.cpus();
  return (
    `${os.cpus().length} × ${cpu?.model.trim() || 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release().split('-')[0] ?? ''}, ` +
    `Node ${process.versions.node}; load average at the beginning ${(os.loadavg()[0] ?? 0).toFixed(1)}`
  );
}

/** Everything that a run found. */
export interface Report {
  readonly count: number;
  readonly megabytes: number;
  readonly rounds: number;
  readonly machine: string;
  readonly ratios: readonly Ratio[];
  readonly costs: readonly CostRow[];
  readonly stages: readonly Stage[];
  /** Name and path of each file whose size is told. */
  readonly files: readonly (readonly [string, string])[];
}

/** The run as Markdown. */
export function writeReport({ count, machine, rounds, ratios, costs, stages, files, ...report }: Report): string {
  return [
    heading(count),
    `${count} pages, ${report.megabytes.toFixed(1)} MB. ${machine}. ${rounds === 1 ? 'One round' : `Medians of ${rounds} rounds by CPU`}.`,
    ...writeTable(
      ['ratio of CPU', 'ours, s', 'theirs, s', 'ratio'],
      ratios.map(({ name, ours, theirs }) => [
        name,
        seconds(ours.cpu),
        theirs === undefined ? 'not installed' : seconds(theirs.cpu),
        theirs === undefined ? '' : (ours.cpu / theirs.cpu).toPrecision(2),
      ]),
    ),
    ...writeTable(
      ['whole process', 'CPU, s', 'wall, s', 'memory, MB'],
      costs.map(([name, cost]) =>
        cost === undefined
          ? [name, 'not installed', '', '']
          : [name, seconds(cost.cpu), seconds(cost.wall), megabytes(cost.memory)],
      ),
    ),
    ...writeTable(
      ['stage of the whole build', 'CPU, s', 'wall, s', 'memory so far, MB'],
      stages.map(({ name, isPart, cpu, wall, memory }) => [
        `${isPart ? '· ' : ''}${name}`,
        seconds(cpu),
        seconds(wall),
        megabytes(memory),
      ]),
    ),
    ...writeTable(
      ['file', 'size, MB'],
      files.map(([name, file]) => [name, (statSync(file).size / 1e6).toFixed(2)]),
    ),
  ].join('\n\n');
}

const heading = (count: number): string => `## ${count} documents`;

/** Puts the report in the place of the last one of as many documents, or at the end. */
export function keepReport(page: string, count: number, report: string): void {
  const sections = readFileSync(page, 'utf8')
    .trimEnd()
    .split(/\n+(?=## )/u);
  const isOld = (section: string): boolean => section.startsWith(`${heading(count)}\n`);
  const kept = sections.some(isOld) ? sections.map((each) => (isOld(each) ? report : each)) : [...sections, report];
  writeFileSync(page, `${kept.join('\n\n')}\n`);
}
