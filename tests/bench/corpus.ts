import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { eura2014Page, writeEura2014Page, type PageFacts } from '../demo/eura2014-page.ts';
import { readPlaces } from '../demo/places.ts';
import { createRandom } from '../random.ts';
import { createProse, type ProseWriter } from './prose.ts';

/** Counts as part of the corpus: another one for another way of making it. */
const VERSION = 1;
const SEED = 14;
/** Pages whose facts, shapes and traps are drawn; the others have theirs under another number, and prose of their own. */
const DRAWN = 400;
/** Of a project at most: on average four and a half, as of the service's. */
const MUNICIPALITIES = 12;
/** Codes are a letter and five digits. */
const CODES = 100_000;
export const MOST_DOCUMENTS = 2 * CODES;
const FOLDER_SIZE = 1000;

/**
 * Project pages of real length (12.8 kB on average, as those of the service) about projects that do not exist, with prose of no meaning. The
 * same count gives the same bytes; a corpus that is there is not made again.
 * @param root absolute path of the repository
 * @returns its folder, which git ignores
 */
export function makeCorpus(root: string, count: number): string {
  const folder = path.join(root, '.hankekartta', 'bench', `documents-${VERSION}-${count}`);
  const stamp = path.join(folder, 'sources.json');
  if (existsSync(stamp)) return folder;
  rmSync(folder, { recursive: true, force: true });
  const pages = fc.noBias(
    eura2014Page(readPlaces(root)).filter(({ areas }) => areas.municipalities.length <= MUNICIPALITIES),
  );
  const drawn = fc.sample(pages, { numRuns: DRAWN, seed: SEED });
  const random = createRandom(SEED);
  const prose = createProse(random);
  for (let index = 0; index < count; index += 1) {
    const facts = drawn[index % DRAWN];
    if (facts === undefined) throw new Error('no facts');
    const place = path.join(folder, String(Math.floor(index / FOLDER_SIZE)).padStart(3, '0'));
    if (index % FOLDER_SIZE === 0) mkdirSync(place, { recursive: true });
    const page = lengthen(facts, index, prose, random);
    writeFileSync(path.join(place, `${page.code}.txt`), writeEura2014Page(page));
  }
  writeFileSync(stamp, `${JSON.stringify({ sources: [{ match: '**', retrieved: '2023-05-15' }] })}\n`);
  return folder;
}

/** The page of another project: code, and texts as long as real ones, before which the drawn ones stand with their traps. */
function lengthen(facts: PageFacts, index: number, prose: ProseWriter, random: () => number): PageFacts {
  const code = `${'SA'.charAt(Math.floor(index / CODES))}${String(index % CODES).padStart(5, '0')}`;
  // From half to one and a half times as long.
  const write = (length: number): string => prose.write(length * (0.5 + random()));
  const explain = <T extends { readonly reason: string }>(answer: T): T =>
    answer.reason === ''
      ? answer
      : { ...answer, reason: `${answer.reason} ${write(120).replaceAll(/\n+(?:- )?/g, ' ')}` };
  return {
    ...facts,
    code,
    name: facts.name.replace(/ \d+ \(keksitty\)$/u, ` ${code.slice(1)} (keksitty)`),
    summary: `${facts.summary}\n\n${write(2500)}`,
    targetGroups: `${facts.targetGroups}\n\n${write(600)}`,
    equality: facts.equality.map(explain),
    sustainability: facts.sustainability.map(explain),
    finalReport: facts.finalReport.length > 1 ? `${facts.finalReport}\n\n${write(3700)}` : facts.finalReport,
  };
}

/** Paths of a corpus's documents, in order. */
export function listCorpus(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Changes one document, in the middle of the corpus, and gives what puts it back. */
export function changeOne(folder: string): () => void {
  const files = listCorpus(folder);
  const file = files[Math.floor(files.length / 2)] ?? '';
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace(/^(Toteutunut EU- ja valtion rahoitus:).*$/mu, '$1 1 234'));
  return () => writeFileSync(file, before);
}
