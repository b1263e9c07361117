import path from 'node:path';
import { checkConfig, PLACEHOLDER } from '../config.ts';
import { copyFile, exists, isFolder, listFolder, readJson, readText, writeFile } from '../effects/files.ts';
import { print } from '../effects/process.ts';
import { UsageError } from '../effects/usage-error.ts';
import type { Config } from '../model/schema-types.ts';

/** What a new publisher may say at once; the rest is left to be filled in. */
export interface InitOptions {
  readonly publisher?: string;
  readonly publisherUrl?: string;
  readonly contact?: string;
  /** Address of the site. */
  readonly url?: string;
  /** Of the collection, in Finnish. */
  readonly name?: string;
  readonly nameSv?: string;
  readonly nameEn?: string;
  /** What npm installs the program from: a version, a file, an address. */
  readonly package?: string;
}

/** Where each file of `init/` goes. */
const FILES = {
  'README.md': 'README.md',
  gitignore: '.gitignore',
  'github.yml': '.github/workflows/publish.yml',
  'gitlab.yml': '.gitlab-ci.yml',
  'publish.sh': 'publish.sh',
};

/** For editors, where the program is installed. */
const SCHEMA = './node_modules/hankekartta/compiled/schemas/1.0/config.schema.json';

const PROVENANCE = {
  fi: 'Hankkeiden tiedot on luettu julkisista hankesivuista ja -luetteloista sellaisina kuin ne tallennettiin; jokaisen arvon asiakirja ja rivi ovat tiedostossa provenance.jsonl.',
  sv: 'Uppgifterna om projekten har lästs från offentliga projektsidor och projektlistor sådana som de sparades; varje värdes dokument och rad finns i filen provenance.jsonl.',
  en: 'The facts about projects were read from public project pages and lists as they were saved; the document and line of every value stand in provenance.jsonl.',
};

/** `hankekartta init DIR`: a publisher's folder, in which everything is the publisher's own and nothing of the program. */
export function runInit(root: string, folder: string, options: InitOptions): number {
  const others = listFolder(folder).filter((name) => name !== '.git');
  if (others.length > 0 || (exists(folder) && !isFolder(folder)))
    throw new UsageError(
      `${folder} holds other files (${others.slice(0, 3).join(', ')}), expected a new or empty folder`,
    );
  const config = describePublisher(options);
  checkConfig(config, root, 'the given options');
  const { version } = readJson(path.join(root, 'package.json')) as { readonly version: string };
  const hankekartta = takePackage(options.package, folder) ?? version;
  const write = (name: string, text: string): void => writeFile(path.join(folder, name), text);
  write('hankekartta.config.json', toJson({ $schema: SCHEMA, ...config }));
  write('documents/sources.json', toJson({ sources: [] }));
  const scripts = { build: 'hankekartta build', start: 'hankekartta serve' };
  write('package.json', toJson({ private: true, scripts, dependencies: { hankekartta } }));
  const title = options.name ?? 'Hankekartta';
  for (const [source, target] of Object.entries(FILES))
    write(
      target,
      readText(path.join(root, 'pipeline', 'commands', 'init', source)).replace('{name}', () => title),
    );
  const left = JSON.stringify(config).split(PLACEHOLDER).length - 1;
  print(
    `${folder} is ready${left > 0 ? `; ${String(left)} place(s) in hankekartta.config.json say ${PLACEHOLDER}` : ''}.`,
  );
  if (options.package === undefined)
    print(`npm takes version ${version} of the program from its registry; --package FILE takes what npm pack made.`);
  print(`Next: cd ${folder}, npm install, put documents into documents/, npx hankekartta build. README.md says more.`);
  return 0;
}

/** What npm is asked for. A file of the program is copied, so that builds on other machines have it too. */
function takePackage(given: string | undefined, folder: string): string | undefined {
  const file = given?.replace(/^file:/, '') ?? '';
  if (!file.endsWith('.tgz') || /^[a-z+]+:/i.test(file)) return given;
  if (!exists(file)) throw new UsageError(`${file} is not there, expected a package that npm pack made`);
  const name = path.basename(file);
  copyFile(file, path.join(folder, name));
  return `file:${name}`;
}

function describePublisher(options: InitOptions): Config {
  const { publisher, publisherUrl, contact, name, nameSv, nameEn } = options;
  const site = options.url ?? `https://${PLACEHOLDER}.example/`;
  const url = site.endsWith('/') ? site : `${site}/`;
  const fill = (what: string): string => `${PLACEHOLDER}: ${what}`;
  return {
    documents: ['documents'],
    out: 'dist',
    releases: 'releases',
    siteUrl: url,
    schemaBase: url,
    publisher: {
      name: publisher ?? fill('name of the organisation that publishes'),
      ...(publisherUrl === undefined ? {} : { url: publisherUrl }),
      contact: contact ?? `opendata@${PLACEHOLDER}.example`,
    },
    collection: {
      name: {
        fi: name ?? fill('kokoelman nimi'),
        sv: nameSv ?? fill('samlingens namn'),
        en: nameEn ?? fill('name of the collection'),
      },
      description: {
        fi: fill('mitä kokoelmassa on, yhdellä virkkeellä'),
        sv: fill('vad samlingen innehåller, i en mening'),
        en: fill('what the collection holds, in one sentence'),
      },
    },
    provenance: PROVENANCE,
  };
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
