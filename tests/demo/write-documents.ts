import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { listRow, writeEuraList, type ListLayout, type RowFacts } from './eura-list.ts';
import { row2021, writeEura2021List } from './eura2021-list.ts';
import { eura2014Page, writeEura2014Page, type PageFacts } from './eura2014-page.ts';
import { handWritten, writeHandWritten } from './hand-written.ts';
import { writeHtmlPage } from './html-page.ts';
import type { Places } from './places.ts';
import { projectCard, writeProjectCard } from './project-card.ts';
import { renumber, type ProjectFacts } from './project.ts';
import { resaveAsWorkbook, resaveInSpreadsheet, resaveInUtf16 } from './resave.ts';
import { rewrite, rewritings } from './rewrite.ts';

/** Project numbers: five digits that the service has not given to a project of 2014–2020. */
const FIRST_NUMBER = 40_000;
export const MOST_PROJECTS = 30_000;

/** Of twenty projects. */
const SHARES = { page: 9, card: 3, list: 5, newList: 1, handWritten: 2 };

/** One list a layout; rows are dealt out to them. */
const LAYOUTS: readonly ListLayout[] = [
  { period: '2014-2020', quoting: 'needed', hasTail: false, encoding: 'utf-8' },
  { period: '2014-2020', quoting: 'lost', hasTail: true, encoding: 'windows-1252' },
  { period: '2014-2020', quoting: 'raw', hasTail: false, encoding: 'utf-8' },
  { period: '2007-2013', quoting: 'all', hasTail: false, encoding: 'windows-1252' },
  { period: '2007-2013', quoting: 'raw', hasTail: false, encoding: 'windows-1252' },
];
/** What other programs made of a list. */
const RESAVED: readonly { name: string; period: ListLayout['period']; save: (csv: string) => string | Uint8Array }[] = [
  { name: '2014-2020-taulukko.csv', period: '2014-2020', save: resaveInSpreadsheet },
  { name: '2007-2013-unicode.tsv', period: '2007-2013', save: resaveInUtf16 },
];

/** Later ones win over the patterns before them. */
const SOURCES = [
  { match: '**', source_url: 'https://satukyla.example/hankkeet' },
  { match: 'hankekuvaukset/**', retrieved: '2023-05-15' },
  { match: 'hankekuvaukset/vanhat/**', retrieved: '2019-05-15' },
  { match: 'listat/**', retrieved: '2021-01-31' },
];

/**
 * Writes documents of so many fictional projects: every shape of every family, some projects in two of them, some documents in
 * the ways that saving and copying leave them. The same seed gives the same bytes.
 * @param folder made when it is not there
 */
export function writeDocuments(folder: string, places: Places, count: number, seed: number): void {
  const numbers = Array.from({ length: count }, (_, index) => FIRST_NUMBER + index).values();
  const seeds = Array.from({ length: 10 }, (_, index) => seed + index).values();
  // Without the bias to small and extreme values that finds bugs: a demo looks better when it is ordinary.
  const draw = <T>(arbitrary: fc.Arbitrary<T>, length: number): T[] =>
    fc.sample(fc.noBias(arbitrary), { numRuns: length, seed: seeds.next().value ?? seed });
  const sample = <T extends ProjectFacts>(arbitrary: fc.Arbitrary<T>, length: number): T[] =>
    draw(arbitrary, length).map((facts) => renumber(facts, numbers.next().value ?? 0));
  const ways = draw(rewritings, count).values();
  const write = (name: string, text: string | Uint8Array, encoding: BufferEncoding = 'utf8'): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text, encoding);
  };
  /** Every other document as its program wrote it, the rest as it came through other people's. */
  const writeText = (name: string, text: string, index: number): void => {
    write(name, index % 2 === 0 ? text : rewrite(text, ways.next().value ?? []));
  };

  const [cards, rows, notes, news] = [SHARES.card, SHARES.list, SHARES.handWritten, SHARES.newList].map((of20) =>
    Math.floor((count * of20) / 20),
  );
  const pages = sample(eura2014Page(places), count - (cards ?? 0) - (rows ?? 0) - (notes ?? 0) - (news ?? 0));
  pages.forEach((page, index) => {
    const text = writeEura2014Page(page);
    if (index % 7 === 5) write(`hankekuvaukset/${page.code}.html`, writeHtmlPage(text, index % 2 === 0));
    else writeText(`hankekuvaukset/${page.code}.txt`, text, index);
  });
  pages
    .filter((_, index) => index % 20 === 3)
    .forEach((page) => write(`hankekuvaukset/vanhat/${page.code}.txt`, writeEarlier(page)));
  sample(projectCard(places), cards ?? 0).forEach((card, index) =>
    writeText(`hankekortit/${card.code}.txt`, writeProjectCard(card), index),
  );
  sample(handWritten(places), notes ?? 0).forEach((note, index) =>
    writeText(`muistiinpanot/${note.code}.md`, writeHandWritten(note), index),
  );
  const lists = LAYOUTS.length + RESAVED.length;
  const shareOf = (index: number): number => Math.floor(((rows ?? 0) + lists - 1 - index) / lists);
  LAYOUTS.forEach((layout, index) => {
    const share = shareOf(index);
    const listed: RowFacts[] = sample(listRow(places, layout.period), share);
    // What the pages say too, a little otherwise: the page wins.
    const again = { cents: 50, programme: '', unit: '', moreDigits: '' } as const;
    if (index === 0) listed.push(...pages.filter((_, page) => page % 10 === 7).map((page) => ({ ...page, ...again })));
    if (listed.length === 0) return;
    const text = writeEuraList({ layout, rows: listed });
    const name = `listat/${layout.period}-${layout.quoting}.csv`;
    // Of the letters that Windows-1252 has and ISO-8859-1 has not, the names here have the dash.
    if (layout.encoding === 'utf-8') write(name, text);
    else write(name, text.replaceAll('–', '\u0096'), 'latin1');
  });
  RESAVED.forEach(({ name, period, save }, index) => {
    const listed = sample(listRow(places, period), shareOf(LAYOUTS.length + index));
    const layout = { period, quoting: 'needed', hasTail: false, encoding: 'utf-8' } as const;
    if (listed.length > 0) write(`listat/${name}`, save(writeEuraList({ layout, rows: listed })));
  });
  const newRows = sample(row2021(places), news ?? 0);
  const half = Math.ceil(newRows.length / 2);
  const write2021 = (listed: typeof newRows): string =>
    writeEura2021List({ separator: ';', isReversed: false, hasNotes: true, rows: listed });
  if (half > 0) write('listat/2021-2027.csv', write2021(newRows.slice(0, half)));
  if (newRows.length > half) write('listat/2021-2027.xlsx', resaveAsWorkbook(write2021(newRows.slice(half)), ';'));
  write('sources.json', `${JSON.stringify({ sources: SOURCES }, null, 2)}\n`);
}

/** The page as it was while the project was still running. */
function writeEarlier(page: PageFacts): string {
  return writeEura2014Page({
    ...page,
    status: 'Toiminnassa',
    finalReport: '-',
    money: [page.money[0], 0, page.money[2], 0],
  });
}
