/**
 * Speed beside other people's programs in the same run, so that the machine cancels out; CPU is user and system of the whole process.
 *   npm run bench                      1,000 pages of real length, made here with a fixed seed
 *   npm run bench -- --count 10000     as many
 *   npm run bench -- --no-site         data alone
 *   npm run bench -- --build-only      one clean build and nothing beside it: for sizes at which the rest takes hours
 *   npm run bench -- --keep            puts the tables into pipeline/PERFORMANCE.md
 *   npm run bench -- --linear          worst cases at twice their length instead (linear.ts)
 */
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { changeOne, listCorpus, makeCorpus, MOST_DOCUMENTS } from './corpus.ts';
import { compareDoublings } from './linear.ts';
import { measureNode, median, type Cost } from './measure.ts';
import { compareParsers, measureHashing, runReferences, type References } from './references.ts';
import { describeMachine, keepReport, readStages, writeReport, type CostRow, type Ratio } from './report.ts';

const USAGE =
  'usage: npm run bench -- [--count N] [--rounds N] [--no-site] [--build-only] [--keep] | --linear [PART OF A NAME]';
/** Rounds where none are asked for: more where one is quick. */
const [ROUNDS, QUICK] = [3, 1000];
const RELEASE = '2026-01-02';
const FILES = [
  'projects.csv',
  'projects.jsonl',
  'projects.parquet',
  'projects.geojson',
  'hankekartta.gpkg',
  'hankekartta.xlsx',
];

interface Options {
  readonly count: number;
  readonly rounds: number;
  readonly site: boolean;
  readonly buildOnly: boolean;
  readonly keep: boolean;
}

/** @returns exit status */
export function main(argv: readonly string[], root: string): number {
  if (argv[0] === '--linear') return compareDoublings(root, argv[1] ?? '');
  const options = readOptions(argv);
  if (options === undefined) {
    console.error(USAGE);
    return 2;
  }
  const machine = describeMachine();
  const corpus = makeCorpus(root, options.count);
  const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-bench-'));
  try {
    const work = options.buildOnly ? runBuild : run;
    const report = work(options, machine, { root, corpus, folder });
    console.log(report);
    if (options.keep) keepReport(path.join(root, 'pipeline', 'PERFORMANCE.md'), options.count, report);
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readOptions(argv: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        count: { type: 'string', default: '1000' },
        rounds: { type: 'string' },
        'no-site': { type: 'boolean', default: false },
        'build-only': { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
      },
    });
    const count = Number(values.count);
    const rounds = Number(values.rounds ?? (count <= QUICK ? ROUNDS : 1));
    if (!Number.isInteger(count) || count < 1 || count > MOST_DOCUMENTS || !(rounds >= 1)) return undefined;
    return { count, rounds, site: !values['no-site'], buildOnly: values['build-only'], keep: values.keep };
  } catch {
    return undefined;
  }
}

interface Places {
  readonly root: string;
  readonly corpus: string;
  /** For what is made; it is removed in the end. */
  readonly folder: string;
}

/** What one round measured. */
interface Round {
  readonly node: Cost;
  readonly help: Cost;
  readonly parsers: ReturnType<typeof compareParsers>;
  readonly hashing: Cost;
  readonly check: Cost;
  readonly checkChanged: Cost;
  readonly data: Cost;
  readonly dataChanged: Cost;
  readonly whole: Cost & { readonly stderr: string };
  readonly unchanged: Cost;
  readonly changed: Cost;
  readonly references: References;
}

const say = <T>(name: string, work: () => T): T => {
  console.error(name);
  return work();
};

/** Our command, in a folder where nothing else was built. */
interface Command {
  readonly ours: (...args: readonly string[]) => ReturnType<typeof measureNode>;
  /** Away with the output and the memory. */
  readonly forget: () => void;
  /** A build that begins with neither. */
  readonly clean: (...args: readonly string[]) => ReturnType<typeof measureNode>;
}

function prepareCommand({ root, corpus, folder }: Places): Command {
  // A configuration of its own: releases that are kept with the sources are none of the bench's.
  const config = { documents: [corpus], out: 'dist', releases: 'releases' };
  writeFileSync(path.join(folder, 'hankekartta.config.json'), JSON.stringify(config));
  const bin = path.join(root, 'pipeline', 'hankekartta.js');
  const ours: Command['ours'] = (...args) => measureNode([bin, ...args], folder);
  const forget = (): void => {
    for (const name of ['dist', '.hankekartta']) rmSync(path.join(folder, name), { recursive: true, force: true });
  };
  const clean: Command['clean'] = (...args) => {
    forget();
    return ours('build', '--release', RELEASE, ...args);
  };
  return { ours, forget, clean };
}

/** Every program in turn, so that what else the machine does meets all of them. */
function measureRound(site: boolean, places: Places): Round {
  const { root, corpus, folder } = places;
  const { ours, forget, clean } = prepareCommand(places);
  const scope = site ? [] : ['--no-site'];
  // Another name: the first release stays.
  const again = (...args: readonly string[]): Cost => ours('build', '--release', `${RELEASE}.2`, ...args);
  const change = (name: string, work: () => Cost): Cost => {
    const putBack = changeOne(corpus);
    try {
      return say(`${name}, one document changed`, work);
    } finally {
      putBack();
    }
  };
  const files = listCorpus(corpus);
  ours('--help');
  const start = {
    node: say('bare Node', () => measureNode(['-e', '0'], folder)),
    help: say('--help', () => ours('--help')),
  };
  const parsers = say('parse beside remark-parse', () => compareParsers(files, root));
  const hashing = say('hashing', () => measureHashing(files));
  forget();
  const check = say('check', () => ours('check', '--verbose'));
  const checkChanged = change('check', () => ours('check'));
  const data = say('build --no-site', () => clean('--no-site', '--verbose'));
  const dataChanged = change('build --no-site', () => again('--no-site'));
  const whole = site ? say('build', () => clean('--verbose')) : data;
  const dataset = path.join(folder, 'dist', 'data', RELEASE, 'projects.geojson');
  const references = say('cmark, ogr2ogr, Hugo', () => runReferences(files, dataset, path.join(folder, 'references')));
  const unchanged = say('nothing changed', () => ours('build', ...scope));
  // Whoever edits the program while it is measured has changed something.
  if (unchanged.stderr.includes('merging and locating'))
    throw new Error('the build found a change where there was none: leave the sources alone while the bench runs');
  const changed = site ? change('build', again) : dataChanged;
  return {
    ...start,
    parsers,
    hashing,
    check,
    checkChanged,
    data,
    dataChanged,
    whole,
    unchanged,
    changed,
    references,
  };
}

/** Megabytes of a corpus. */
function sizeOf(corpus: string): number {
  return listCorpus(corpus).reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
}

/** The costs together; `undefined` when one is missing. */
function add(costs: readonly (Cost | undefined)[]): Cost | undefined {
  let [wall, cpu] = [0, 0];
  for (const cost of costs) {
    if (cost === undefined) return undefined;
    wall += cost.wall;
    cpu += cost.cpu;
  }
  return { wall, cpu };
}

function run({ count, rounds, site }: Options, machine: string, places: Places): string {
  const measured = Array.from({ length: rounds }, () => measureRound(site, places));
  const middle = (pick: (round: Round) => Cost): Cost => median(measured.map(pick));
  const reference = (name: keyof References): Cost | undefined => {
    const found = measured.flatMap(({ references }) => references[name] ?? []);
    return found.length === 0 ? undefined : median(found);
  };
  const [cmark, ogr2ogr, hugo] = [reference('cmark'), reference('ogr2ogr'), reference('hugo')];
  const whole = median(measured.map((round) => round.whole));
  const stages = readStages(whole.stderr);
  const [first] = measured;
  const parsed = { ours: middle((round) => round.parsers.ours), remark: middle((round) => round.parsers.remark) };
  // Of the sample that was parsed, as cmark of all.
  const share = Math.min(1, (first?.parsers.megabytes ?? 0) / sizeOf(places.corpus));
  const cmarkOfSample = cmark === undefined ? undefined : { wall: cmark.wall * share, cpu: cmark.cpu * share };
  const siteStage = stages.find(({ name }) => name.startsWith('making the site'));
  const ratios: Ratio[] = [
    { name: 'parse ÷ remark-parse, bare tree', ours: parsed.ours, theirs: parsed.remark },
    { name: 'parse ÷ cmark, to HTML', ours: parsed.ours, theirs: cmarkOfSample },
    {
      name: 'start-up (`--help`) ÷ bare Node',
      ours: middle((round) => round.help),
      theirs: middle((round) => round.node),
    },
    {
      name: `whole build ÷ cmark + ogr2ogr${site ? ' + Hugo' : ''}`,
      ours: whole,
      theirs: add(site ? [cmark, ogr2ogr, hugo] : [cmark, ogr2ogr]),
    },
    ...(siteStage === undefined ? [] : [{ name: 'site, three languages ÷ Hugo, one', ours: siteStage, theirs: hugo }]),
    {
      name: 'nothing changed ÷ SHA-256 of the documents',
      ours: middle((round) => round.unchanged),
      theirs: middle((round) => round.hashing),
    },
    {
      name: 'one document changed ÷ clean `check`',
      ours: middle((round) => round.checkChanged),
      theirs: middle((round) => round.check),
    },
    {
      name: 'one document changed ÷ clean `build --no-site`',
      ours: middle((round) => round.dataChanged),
      theirs: middle((round) => round.data),
    },
    ...(site
      ? [{ name: 'one document changed ÷ clean build', ours: middle((round) => round.changed), theirs: whole }]
      : []),
  ];
  const costs: CostRow[] = [
    ['`build`', whole],
    ['`build --no-site`', middle((round) => round.data)],
    ['`check`', middle((round) => round.check)],
    ...(site ? [['`build`, one document changed', middle((round) => round.changed)] as const] : []),
    ['`build --no-site`, one document changed', middle((round) => round.dataChanged)],
    ['`check`, one document changed', middle((round) => round.checkChanged)],
    ['`build`, nothing changed', middle((round) => round.unchanged)],
    ['cmark', cmark],
    ['ogr2ogr, five formats', ogr2ogr],
    ['Hugo', hugo],
  ];
  const files = listFiles(places.folder);
  return writeReport({ count, megabytes: sizeOf(places.corpus), rounds, machine, ratios, costs, stages, files });
}

/** A clean build alone. */
function runBuild({ count, rounds, site }: Options, machine: string, places: Places): string {
  const { clean } = prepareCommand(places);
  const [name, scope] = site ? ['`build`', []] : ['`build --no-site`', ['--no-site']];
  const build = median(Array.from({ length: rounds }, () => say(name, () => clean('--verbose', ...scope))));
  const [stages, files] = [readStages(build.stderr), listFiles(places.folder)];
  const costs: CostRow[] = [[name, build]];
  return writeReport({ count, megabytes: sizeOf(places.corpus), rounds, machine, ratios: [], costs, stages, files });
}

/** The files of the last release whose size is told; one that no format could hold is left out. */
function listFiles(folder: string): (readonly [string, string])[] {
  const data = path.join(folder, 'dist', 'data');
  const files = FILES.map((name) => [name, path.join(data, RELEASE, name)] as const);
  return [...files, ['archive, zip', path.join(data, `${RELEASE}.zip`)] as const].filter(([, file]) =>
    existsSync(file),
  );
}
