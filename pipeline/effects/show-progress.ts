import { performance } from 'node:perf_hooks';
import { UNTOLD, type Progress } from '../model/progress.ts';
import { showInLine, showOnTerminal } from '../model/show.ts';

/** Where progress is shown, and what it is measured by. */
export interface Screen {
  /** Whether a line can be written over. */
  readonly isTerminal: boolean;
  /** Characters of a line. */
  readonly width: number;
  write(text: string): void;
  /** Milliseconds since some moment. */
  now(): number;
  /** Of all threads of the process: milliseconds of CPU (user and system) so far, and the most bytes of memory so far. */
  usage(): { readonly cpu: number; readonly memory: number };
}

/** Standard error of this process: standard output is the answer. */
const STANDARD_ERROR: Screen = {
  // Both are undefined where it is no terminal, whatever the types say; then the width is not asked for.
  isTerminal: process.stderr.isTTY,
  width: process.stderr.columns,
  write: (text) => void process.stderr.write(text),
  now: () => performance.now(),
  usage: () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    return { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS * 1024 };
  },
};

/** Milliseconds after which a stage is worth a moving line, and between two states of it. */
const PATIENCE = 1000;
const PERIOD = 200;
/** Milliseconds from which on a part's time is told. */
const WORTH_TELLING = 50;
/** Clears a line of a terminal (ECMA-48: carriage return, erase in line). */
const CLEAR = '\r\u001b[K';

interface Stage {
  readonly label: string;
  readonly unit: string;
  readonly total: number | undefined;
  readonly started: number;
  readonly cpu: number;
}

/**
 * Shows the way of a command: a line for each stage as it begins; on a terminal, once a stage has taken a second, a line that moves with
 * what is done of it, how many a second, and how many seconds the rest will take.
 * @param isVerbose adds, at the end of each stage and of its parts, how long they took: wall, CPU of all threads, memory so far
 */
export function showProgress(isVerbose: boolean, screen: Screen = STANDARD_ERROR): Progress {
  let stage: Stage | undefined;
  let done = 0;
  let part: { readonly name: string; readonly started: number; readonly cpu: number } | undefined;
  let shownAt = 0;
  let isShown = false;
  const writeLine = (text: string): void => {
    if (isShown) screen.write(CLEAR);
    isShown = false;
    screen.write(`${showOnTerminal(text)}\n`);
  };
  const show = (): void => {
    const now = screen.now();
    if (!screen.isTerminal || stage === undefined || now - stage.started < PATIENCE || now - shownAt < PERIOD) return;
    shownAt = now;
    isShown = true;
    const text = `  ${describeState(stage, done, now - stage.started)}${part === undefined ? '' : `, ${part.name}`}`;
    screen.write(`${CLEAR}${showInLine(text).slice(0, screen.width - 1)}`);
  };
  const leavePart = (): void => {
    if (isVerbose && part !== undefined) {
      const [wall, cpu] = [screen.now() - part.started, screen.usage().cpu - part.cpu];
      if (wall >= WORTH_TELLING) writeLine(`  ${writeTimes(wall, cpu)}  ${showInLine(part.name)}`);
    }
    part = undefined;
  };
  const leave = (): void => {
    leavePart();
    if (isShown) screen.write(CLEAR);
    isShown = false;
    if (isVerbose && stage !== undefined) {
      const { cpu, memory } = screen.usage();
      const wall = screen.now() - stage.started;
      const counted = done === 0 ? '' : ` (${done} ${stage.unit}, ${perSecond(done, wall)})`;
      writeLine(
        `${writeTimes(wall, cpu - stage.cpu)}, ${Math.round(memory / 1e6)} MB at most  ${showInLine(stage.label)}${counted}`,
      );
    }
    stage = undefined;
  };
  return {
    begin(label, { unit = '', total } = { unit: '' }) {
      leave();
      writeLine(label);
      stage = { label, unit, total, started: screen.now(), cpu: screen.usage().cpu };
      done = 0;
    },
    advance(count = 1) {
      done += count;
      show();
    },
    enter(name) {
      leavePart();
      part = { name, started: screen.now(), cpu: isVerbose ? screen.usage().cpu : 0 };
      done += 1;
      show();
    },
    say: writeLine,
    end: leave,
  };
}

/** Does some work whose way is shown. Also when it fails, no half line is left before what is said then. */
export async function showing<T>(progress: Progress, work: (progress: Progress) => Promise<T>): Promise<T> {
  try {
    return await work(progress);
  } finally {
    progress.end();
  }
}

/** The way of a command whose answer is the point: shown to somebody who waits for it, nothing in a log. */
export function showWaiting(): Progress {
  return STANDARD_ERROR.isTerminal ? showProgress(false) : UNTOLD;
}

/** `4200 of 10000 documents, 1450/s, 4 s left` */
function describeState({ unit, total }: Stage, done: number, elapsed: number): string {
  if (total === undefined || done === 0) return `${done} ${unit}, ${perSecond(done, elapsed)}`;
  const rest = Math.ceil(((total - done) * elapsed) / done / 1000);
  return `${done} of ${total} ${unit}, ${perSecond(done, elapsed)}, ${rest} s left`;
}

function perSecond(count: number, milliseconds: number): string {
  const rate = count / Math.max(milliseconds / 1000, 0.001);
  return `${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`;
}

function writeTimes(wall: number, cpu: number): string {
  return `${(wall / 1000).toFixed(2).padStart(7)} s, CPU ${(cpu / 1000).toFixed(2).padStart(6)} s`;
}
