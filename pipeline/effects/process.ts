/** The process: clock, environment, standard output, signals. */
import { setFlagsFromString } from 'node:v8';
import { UsageError } from './usage-error.ts';

// Node 20's compiler makes code that crashes of JavaScript that calls WebAssembly often, as the GeoPackage's SQLite is called: with
// 2,900 projects every time. Later engines do not.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--no-turbo-inline-js-wasm-calls');

/** What the engine itself knows of texts and numbers may differ from version to version. */
export function describeEngine(): string {
  const { node, v8, unicode = '', icu = '' } = process.versions;
  return [node, v8, unicode, icu].join(' ');
}

/** In seconds since 1970; later years do not fit an ISO date of ten characters. */
const YEAR_10000 = 253_402_300_800 - 86_400;

/** Today's date in Helsinki, or that of SOURCE_DATE_EPOCH (reproducible-builds.org): read once, for the release's name. */
export function readToday(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined && epoch !== '' && !(/^\d{1,12}$/.test(epoch) && Number(epoch) < YEAR_10000))
    throw new UsageError(
      `SOURCE_DATE_EPOCH is ${epoch.slice(0, 40)}, expected seconds since 1970 before the year 10000; set it right or unset it`,
    );
  const now = epoch === undefined || epoch === '' ? new Date() : new Date(Number(epoch) * 1000);
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

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

/** Control characters, and those that turn the direction of text around (Unicode, UAX #9): a name or a quote could forge a line with them. */
const STEERING = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** Text with everything that steers a terminal escaped as JSON would, but its own line breaks and tabs. */
export function showOnTerminal(text: string): string {
  return text.replace(STEERING, (steering) => `\\u${steering.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same for what must not leave its line: the name of a file, a quote. */
export function showInLine(text: string): string {
  return showOnTerminal(text).replaceAll('\n', '\\u000a').replaceAll('\t', '\\u0009');
}

export function print(line: string): void {
  process.stdout.write(`${showOnTerminal(line)}\n`);
}

/** Progress and problems go to standard error: standard output is the answer. */
export function say(line: string): void {
  process.stderr.write(`${showOnTerminal(line)}\n`);
}

/** Calls back when a service is asked to stop (Ctrl-C, a service manager); it then ends by itself. */
export function onStop(callback: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, callback);
}
