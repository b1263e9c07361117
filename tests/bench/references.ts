import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { loadReadContext } from '../../pipeline/context.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { isInstalled, measureHere, measureShell, type Cost } from './measure.ts';

/** Documents that are parsed in this process: a ratio needs no more. */
const SAMPLE = 500;

/** The cost of parsing some documents, with all diagnostics and the redaction's marks, and that of remark-parse's bare tree of the same. */
export function compareParsers(
  files: readonly string[],
  root: string,
): { ours: Cost; remark: Cost; megabytes: number } {
  const sample = files.slice(0, SAMPLE).map((file) => ({ path: file, bytes: readFileSync(file), sha256: '' }));
  const texts = sample.map(({ bytes }) => bytes.toString('utf8'));
  const context = loadReadContext({ root, privacy: {} }).parse;
  const processor = unified().use(remarkParse).freeze();
  const ours = (): void => sample.forEach((document) => void parse(document, context));
  const remark = (): void => texts.forEach((text) => void processor.parse(text));
  // Both compiled before either is measured.
  sample.slice(0, 50).forEach((document) => void parse(document, context));
  texts.slice(0, 20).forEach((text) => void processor.parse(text));
  const megabytes = sample.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  return { ours: measureHere(ours), remark: measureHere(remark), megabytes };
}

/** Reading and SHA-256 of every document: what no build can do without. */
export function measureHashing(files: readonly string[]): Cost {
  return measureHere(() => files.forEach((file) => void createHash('sha256').update(readFileSync(file)).digest()));
}

/** The formats that `ogr2ogr` makes of our GeoJSON of projects. */
const DRIVERS = { gpkg: 'GPKG', fgb: 'FlatGeobuf', csv: 'CSV', xlsx: 'XLSX', geojson: 'GeoJSON' } as const;

/** A page a document, listed on one: the least that a site of projects is. */
const HUGO_FILES = {
  'hugo.toml':
    'baseURL = "https://hankekartta.example/"\ntitle = "Hankkeet"\nlanguageCode = "fi"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
  'layouts/_default/single.html':
    '<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1><p><a href="/">Hankkeet</a></p><main>{{ .Content }}</main></body></html>\n',
  'layouts/_default/list.html':
    '<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><ul>{{ range .RegularPagesRecursive }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>\n',
} as const;

/** What other people's programs make of the same documents, in CPU and wall; a program that is missing is `undefined`. */
export interface References {
  readonly cmark: Cost | undefined;
  readonly ogr2ogr: Cost | undefined;
  readonly hugo: Cost | undefined;
}

/**
 * cmark: every document to HTML, as one stream. ogr2ogr: our `projects.geojson` to five formats. Hugo: a page of each document.
 * @param dataset the release's `projects.geojson`
 * @param folder for what they write; emptied afterwards
 */
export function runReferences(files: readonly string[], dataset: string, folder: string): References {
  mkdirSync(folder, { recursive: true });
  try {
    return {
      cmark: isInstalled('cmark') ? runCmark(files, folder) : undefined,
      ogr2ogr: isInstalled('ogr2ogr') ? runOgr2ogr(dataset, folder) : undefined,
      hugo: isInstalled('hugo') ? runHugo(files, folder) : undefined,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runCmark(files: readonly string[], folder: string): Cost | undefined {
  writeFileSync(path.join(folder, 'list'), files.map((file) => `${file}\0`).join(''));
  return measureShell('xargs -0 cat < list | cmark > documents.html', folder);
}

function runOgr2ogr(dataset: string, folder: string): Cost | undefined {
  const commands = Object.entries(DRIVERS).map(
    ([extension, driver]) => `ogr2ogr -f ${driver} projects.${extension} '${dataset}'`,
  );
  return measureShell(commands.join(' && '), folder);
}

function runHugo(files: readonly string[], folder: string): Cost | undefined {
  const site = path.join(folder, 'site');
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
    writeFileSync(path.join(site, name), text);
  };
  for (const [name, text] of Object.entries(HUGO_FILES)) write(name, text);
  // Its older versions know the configuration by this name.
  write('config.toml', HUGO_FILES['hugo.toml']);
  for (const file of files) {
    const name = path.basename(file, '.txt');
    write(`content/hankkeet/${name}.md`, `---\ntitle: "${name}"\n---\n${readFileSync(file, 'utf8')}`);
  }
  return measureShell('hugo --quiet --config config.toml --destination public --cacheDir "$PWD/cache"', site);
}
