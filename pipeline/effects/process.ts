/** The process: clock, environment, standard output, signals. */
import { setFlagsFromString } from 'node:v8';
import { showInLine, showOnTerminal } from '../model/show.ts';
import { describeEnvironmentFault } from './environment-error.ts';
import { UsageError } from './usage-error.ts';

// Node 20's compiler makes code that crashes of JavaScript that calls WebAssembly often, as the GeoPackage's SQLite is called: with
// 2,900 projects every time. Later engines do not.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--no-turbo-inline-js-wasm-calls');

/** What the engine itself knows of texts and numbers may differ from version to version. */
export function describeEngine(): string {
  const { node, v8, unicode = '', icu = '' } = process.versions;
  return [node, v8, unicode, icu].join(' ');
}

/**
 * Today's date in Helsinki, or that of SOURCE_DATE_EPOCH (reproducible-builds.org): read once, for the release's name.
 * @throws UsageError for a SOURCE_DATE_EPOCH that is no moment
 */
export function readToday(): string {
  const epoch = readVariable('SOURCE_DATE_EPOCH');
  if (epoch === undefined) return findDay(new Date());
  const day = /^\d{1,12}$/.test(epoch) ? findDay(new Date(Number(epoch) * 1000)) : '';
  if (/^\d{4}-/.test(day)) return day;
  throw new UsageError(
    `SOURCE_DATE_EPOCH is ${showInLine(epoch.slice(0, 40))}, expected seconds since 1970 before the year 10000; set it right or unset it`,
  );
}

/** A moment's date in Helsinki. */
function findDay(now: Date): string {
  // eslint-disable-next-line no-restricted-syntax -- only digits are read, and Helsinki's time zone is wanted
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Helsinki',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const find = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${find('year')}-${find('month')}-${find('day')}`;
}

/** A variable of the environment; an empty one is none. */
export function readVariable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/** What wrong usage and a fault of the environment end with. */
const UNUSABLE = 2;
let isAnswerLost = false;

/** An answer that a full disk took is a fault; a reader that has seen enough (`| head`) is none: the work goes on, and its status is told. */
function noteLostAnswer(error: Error & { code?: string }): void {
  if (error.code === 'EPIPE' || isAnswerLost) return;
  isAnswerLost = true;
  const fault = describeEnvironmentFault(Object.assign(error, { path: 'standard output' })) ?? error.message;
  say(`hankekartta: ${fault}; the answer is not whole`);
  process.once('exit', (status) => {
    if (status < UNUSABLE) process.exitCode = UNUSABLE;
  });
}

/** Nobody is left to be told of progress, and of this. */
const goOnUnread = (): void => undefined;

/** For a program that owns its standard output and error: what cannot be written there ends no work. */
export function outliveReaders(): void {
  if (process.stdout.listeners('error').includes(noteLostAnswer)) return;
  process.stdout.on('error', noteLostAnswer);
  process.stderr.on('error', goOnUnread);
}

export function print(line: string): void {
  process.stdout.write(`${showOnTerminal(line)}\n`);
}

/** Progress and problems go to standard error: standard output is the answer. */
export function say(line: string): void {
  process.stderr.write(`${showOnTerminal(line)}\n`);
}

/** What is published is for everybody to read and for nobody else to write, whatever the shell's mask is; what is private says so itself. */
export function publishReadably(): void {
  process.umask(0o022);
}

/** Calls back whenever a service is asked to stop (Ctrl-C, a service manager, a closed terminal); it then ends by itself, and asked twice it does the same. */
export function onStop(callback: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, callback);
}
