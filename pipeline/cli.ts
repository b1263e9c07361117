import { Command, CommanderError, Option } from 'commander';
import { readJobs, readPort, readRelease, readShare, readYear } from './commands/arguments.ts';
import { CHECK_FORMATS, type CheckFormat } from './commands/check-formats.ts';
import type { BoundariesAddOptions } from './commands/boundaries.ts';
import type { CkanOptions } from './commands/ckan.ts';
import type { InitOptions } from './commands/init.ts';
import type { Share } from './commands/shard.ts';
import type { Settings } from './config.ts';
import { outliveReaders, say } from './effects/process.ts';
import { describeEnvironmentError } from './effects/environment-error.ts';
import { UsageError } from './effects/usage-error.ts';
import type { Config } from './model/schema-types.ts';
import { showInLine } from './model/show.ts';

const HELP = `
Exit status: 0 done (what was quarantined is listed, the rest is published); 1 with --strict, or for check, when any issue is an
error; for diff, verify and explain: differs, fails, unknown project; 2 wrong usage, an unreadable folder, nothing that can be
published, or a fault of the environment such as a full disk; 3 refused because a published project would vanish; 70 a bug of this program.
Every option can also stand in hankekartta.config.json.`;

/**
 * The command line. Called by the bin (hankekartta.js).
 * @param argv arguments after the program's name
 * @param root absolute path of the package's folder
 * @returns the exit status
 */
export async function main(argv: readonly string[], root: string): Promise<number> {
  outliveReaders();
  let status = 0;
  const program = createProgram(root, (result) => {
    status = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      say(`hankekartta: ${showInLine(error.message)}`);
      return 2;
    }
    const environment = describeEnvironmentError(error);
    if (environment === undefined) throw error;
    say(`hankekartta: ${showInLine(environment)}`);
    return 2;
  }
}

function createProgram(root: string, done: (status: number) => void): Command {
  const program = new Command('hankekartta')
    .description(
      "Open data and a map of Finland's EU-funded social-inclusion projects, from the documents that describe them.",
    )
    .addHelpText('after', HELP)
    .exitOverride();
  const settle = async (given: Config & { cache?: boolean }): Promise<Settings> => {
    const { loadSettings } = await import('./config.ts');
    return loadSettings(given, root);
  };
  const documents = new Option(
    '--documents <dir>',
    'folder of documents; repeatable (default: data/documents)',
  ).argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  const boundaries = new Option('--boundaries <year>', 'boundary vintage (default: the newest at hand)').argParser(
    readYear,
  );
  const geo = new Option('--geo <dir>', 'folder of imported boundaries');
  const verbose = new Option('--verbose', 'how long each stage takes: wall, CPU, memory');
  const cache = new Option('--no-cache', 'make everything anew, whatever earlier runs made of the same documents');
  const format = (choices: readonly string[]): Option =>
    new Option('--format <format>', 'how to print').choices(choices).default('text');

  /** The options of what makes a release. Commander sets `site` to true where --no-site is absent; then the configuration decides. */
  const addRelease = (command: Command): Command =>
    command
      .addOption(documents)
      .addOption(boundaries)
      .addOption(geo)
      .addOption(
        new Option(
          '--release <version>',
          'name of the release (default: SOURCE_DATE_EPOCH, else today in Helsinki)',
        ).argParser(readRelease),
      )
      .option('--no-site', 'data only')
      .addOption(
        new Option('--pictures <areas>', 'pages with a preview picture of their own (default: regions)').choices([
          'none',
          'regions',
          'all',
        ]),
      )
      .addOption(verbose)
      .option('--strict', 'status 1 when any issue is an error')
      .option('--allow-removals', 'published projects may vanish');
  const settleRelease = ({ site, ...given }: Config & { cache?: boolean }): Promise<Settings> =>
    settle({ ...given, ...(site === false ? { site } : {}) });
  addRelease(program.command('build'))
    .description('documents → release → site')
    .option('--out <dir>', 'folder to publish (default: dist)')
    .addOption(new Option('--jobs <n>', 'workers that read documents').argParser(readJobs))
    .addOption(
      new Option(
        '--shard <i/n>',
        'read the i-th of n shares of the documents alone, into --out (default: .hankekartta/shards), for assemble',
      ).argParser(readShare),
    )
    .addOption(cache)
    .action(
      async ({
        verbose: isVerbose = false,
        shard,
        ...given
      }: Config & { verbose?: boolean; cache: boolean; shard?: Share }) => {
        const settings = await settleRelease(given);
        if (shard === undefined) {
          const { runBuild } = await import('./commands/build.ts');
          done(await runBuild(settings, isVerbose));
          return;
        }
        const { runShard } = await import('./commands/shard.ts');
        done(await runShard(settings, shard, given.out, isVerbose));
      },
    );
  addRelease(program.command('assemble'))
    .description('all shards → release → site: what one build makes')
    .argument('[shard...]', 'shards, or folders that hold them (default: .hankekartta/shards)')
    .option('--out <dir>', 'folder to publish (default: dist)')
    .action(async (shards: string[], { verbose: isVerbose = false, ...given }: Config & { verbose?: boolean }) => {
      const { runAssemble } = await import('./commands/build.ts');
      done(await runAssemble(await settleRelease(given), shards, isVerbose));
    });
  program
    .command('check')
    .description('parse, validate, locate; print the issues, publish nothing')
    .argument('[dir]', 'folder of documents')
    .addOption(documents)
    .addOption(boundaries)
    .addOption(geo)
    .addOption(format(CHECK_FORMATS))
    .addOption(verbose)
    .addOption(cache)
    .option('--withheld', 'show what would be withheld and why; for your eyes, nothing is written')
    .action(
      async (
        folder: string | undefined,
        {
          format: chosen,
          withheld = false,
          verbose: isVerbose = false,
          ...given
        }: Config & { format: CheckFormat; withheld?: boolean; verbose?: boolean; cache: boolean },
      ) => {
        const all = [...(folder === undefined ? [] : [folder]), ...(given.documents ?? [])];
        const settings = await settle(all.length === 0 ? given : { ...given, documents: all });
        const { runCheck } = await import('./commands/check.ts');
        const { runCheckWithheld } = await import('./commands/check-withheld.ts');
        done(await (withheld ? runCheckWithheld(settings) : runCheck(settings, chosen, isVerbose)));
      },
    );
  program
    .command('explain')
    .description('where each published value came from')
    .argument('<project>', 'project id')
    .argument('[field]', 'field, or the beginning of a row such as partners/1')
    .addOption(documents)
    .addOption(boundaries)
    .addOption(geo)
    .addOption(format(['text', 'json']))
    .action(
      async (
        project: string,
        field: string | undefined,
        { format: chosen, ...given }: Config & { format: 'text' | 'json' },
      ) => {
        const { runExplain } = await import('./commands/explain.ts');
        done(await runExplain(await settle(given), project, field, chosen));
      },
    );
  program
    .command('diff')
    .description('change set between two releases')
    .argument('<old>', 'name of a release in the published folder, or a folder')
    .argument('<new>', 'the same')
    .option('--out <dir>', 'published folder (default: dist)')
    .addOption(format(['text', 'json']))
    .action(
      async (older: string, newer: string, { format: chosen, ...given }: Config & { format: 'text' | 'json' }) => {
        const { runDiff } = await import('./commands/diff.ts');
        done(await runDiff(await settle(given), older, newer, chosen));
      },
    );
  program
    .command('verify')
    .description('a published folder against its own checksums and schemas')
    .argument('<dir>', 'published folder, its data folder, or one release')
    .addOption(format(['text', 'json']))
    .action(async (folder: string, { format: chosen }: { format: 'text' | 'json' }) => {
      const { runVerify } = await import('./commands/verify.ts');
      done(await runVerify(root, folder, chosen));
    });
  const vintages = program.command('boundaries').description('boundary vintages');
  vintages
    .command('list')
    .description('the vintages at hand')
    .addOption(geo)
    .addOption(format(['text', 'json']))
    .action(async ({ format: chosen, ...given }: Config & { format: 'text' | 'json' }) => {
      const { runBoundariesList } = await import('./commands/boundaries.ts');
      done(runBoundariesList(await settle(given), chosen));
    });
  vintages
    .command('add')
    .description('import an official boundary file (GeoJSON) after checking it against its year')
    .argument('<file>', 'GeoJSON in EPSG:3067 or WGS84')
    .addOption(new Option('--year <year>', 'classification year of the file').argParser(readYear).makeOptionMandatory())
    .option('--crs <crs>', 'coordinate system, where the file does not say it: EPSG:3067 or EPSG:4326')
    .option('--code-property <name>', 'property that holds the municipality codes, where it is not found by its values')
    .addOption(geo)
    .action(async (file: string, { year, crs, codeProperty, ...given }: Config & BoundariesAddOptions) => {
      const options = {
        year,
        ...(crs === undefined ? {} : { crs }),
        ...(codeProperty === undefined ? {} : { codeProperty }),
      };
      const { runBoundariesAdd } = await import('./commands/boundaries.ts');
      done(runBoundariesAdd(await settle(given), file, options));
    });
  program
    .command('ckan')
    .description('the published catalogue to a CKAN portal; a second run changes nothing')
    .option('--dry-run', 'send nothing: say what would change, or without --url print the payloads')
    .option('--url <url>', 'address of the portal; its API token is read from HANKEKARTTA_CKAN_TOKEN')
    .option('--organization <name>', 'who publishes, as the portal calls it')
    .option('--out <dir>', 'published folder (default: dist)')
    .action(async ({ dryRun, url, organization, ...given }: Config & CkanOptions) => {
      const options = {
        ...(dryRun === undefined ? {} : { dryRun }),
        ...(url === undefined ? {} : { url }),
        ...(organization === undefined ? {} : { organization }),
      };
      const { runCkan } = await import('./commands/ckan.ts');
      done(await runCkan(await settle(given), options));
    });
  program
    .command('init')
    .description("a publisher's folder: configuration, documents, workflows")
    .argument('<dir>', 'new or empty folder')
    .option('--publisher <name>', 'organisation that publishes')
    .option('--publisher-url <url>', 'its website')
    .option('--contact <address>', 'e-mail address of a role, never of a person, or web address for questions')
    .option('--url <url>', 'address where the site will be')
    .option('--name <name>', 'what the collection is called, in Finnish')
    .option('--name-sv <name>', 'the same in Swedish')
    .option('--name-en <name>', 'the same in English')
    .option(
      '--package <spec>',
      'what npm installs the program from: a version, a file or an address (default: this version)',
    )
    .action(async (folder: string, options: InitOptions) => {
      const { runInit } = await import('./commands/init.ts');
      done(runInit(root, folder, options));
    });
  program
    .command('prepare')
    .description('compressed twins beside the files where they help a web server')
    .argument('[dir]', 'published folder (default: that of --out, else dist)')
    .option('--out <dir>', 'published folder (default: dist)')
    .action(async (folder: string | undefined, given: Config) => {
      const { out } = await settle(folder === undefined ? given : { ...given, out: folder });
      const { runPrepare } = await import('./commands/prepare.ts');
      done(await runPrepare(out));
    });
  program
    .command('watch')
    .description('the site on localhost, anew at every change of documents, configuration, schemas or templates')
    .addOption(documents)
    .addOption(boundaries)
    .addOption(geo)
    .addOption(new Option('--port <port>', 'port').argParser(readPort).default(8080))
    .action(async ({ port, ...given }: Config & { port: number }) => {
      const { runWatch } = await import('./commands/watch.ts');
      done(await runWatch(() => settle(given), port));
    });
  program
    .command('serve')
    .description('the published folder on localhost')
    .argument('[dir]', 'published folder (default: that of --out, else dist)')
    .option('--out <dir>', 'published folder (default: dist)')
    .addOption(new Option('--port <port>', 'port').argParser(readPort).default(8080))
    .action(async (folder: string | undefined, { port, ...given }: Config & { port: number }) => {
      const { runServe } = await import('./commands/serve.ts');
      done(await runServe(await settle(folder === undefined ? given : { ...given, out: folder }), port));
    });
  return program;
}
