/** What stands around a list's rows: notes, totals, repeated headings. None is a project, and no row is taken for one of them. */
import { describe, expect, it } from 'vitest';
import { euraList } from '../../pipeline/parse/eura-list/index.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { readParseContext } from './read-context.ts';

const HEADING = 'Koodi;Rahasto;Hankkeen nimi;Tl;Tila;Alkamispäivä;Myönnetty EU- ja valtion rahoitus';
const ROW = 'S20154;ESR;Tori;5;Toiminnassa;1.3.2019;1000';

/** The kind and part of each line behind the heading, and what the document gives. */
function read(...lines: readonly string[]) {
  const text = [HEADING, ...lines].join('\n');
  const { value, issues } = parse({ path: 'lista.csv', bytes: Buffer.from(text), sha256: '' }, readParseContext());
  return {
    kinds: euraList
      .scan(text)
      .children.slice(1)
      .map((node) => ('part' in node ? `${node.type} ${node.part}`.trim() : node.type)),
    ids: value.map(({ projectId }) => projectId),
    issues: issues.map(({ code, line }) => [code, line]),
  };
}

describe('a line of a list', () => {
  it.each<[string, string]>([
    ['Raportti ajettu 10.5.2024', 'furniture note'],
    ['Lähde: rakennerahastotietopalvelu;;;;;;', 'furniture note'],
    ['Raportti;ajettu;toukokuussa;uudelleen', 'furniture note'],
    ['"Raportti', 'furniture note'],
    [HEADING, 'furniture note'],
    ['koodi;RAHASTO;Hankkeen nimi;Tl;Tila;Alkamispäivä', 'furniture note'],
    ['Yhteensä;;;;;;1 000', 'furniture total'],
    [';;;;;;1000', 'furniture total'],
    ['Kaikki yhteensä: 2 hanketta;;;;;;1000', 'furniture total'],
    ['Totalt;;;;;;1000', 'furniture total'],
    [';;;;;;', 'blank'],
    ['', 'blank'],
    // Half of a row is a row, which cannot be read.
    ['S20155', 'entry'],
    ['Hanke S-20155 päättyi', 'entry'],
    [';ESR;;;;;', 'entry'],
    ['Raportti;ajettu;uudelleen;toukokuussa;taas', 'entry'],
    ['Tori;;;;;1.3.2019;', 'entry'],
    ['Tori;;;;;;1000', 'entry'],
    ['Yhteensämaa;Tori;;;;;1000', 'entry'],
  ])('%s is %s', (line, kind) => {
    const { kinds, ids } = read(ROW, line);
    expect([kinds[1] ?? 'blank', ids]).toEqual([kind, ['S20154']]);
  });

  it('that is no row is mentioned, totals too, and half a row is told', () => {
    const { issues } = read(ROW, 'Raportti ajettu 10.5.2024', 'Yhteensä;;;;;;1000', HEADING);
    expect(issues.filter(([, line]) => line !== 1)).toEqual([
      ['parse/list-note', 3],
      ['parse/list-total', 4],
      ['parse/list-note', 5],
    ]);
    expect(read(ROW, 'Tori;;;;;;1000').issues).toContainEqual(['parse/unreadable-row', 3]);
  });
});
