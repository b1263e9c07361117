/** What every object of JavaScript has by itself (`constructor`, `__proto__`) is a word like any other where a document says it. */
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { parse } from '../../pipeline/parse/index.ts';
import { readParseContext } from './read-context.ts';

const WORDS = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];
const context = readParseContext();
const read = (path: string, text: string) => parse({ path, bytes: Buffer.from(text), sha256: '' }, context);

describe.each(WORDS)('%s', (word) => {
  it('as a heading, a key or a value of Markdown', () => {
    const { value, issues } = read(
      'a.md',
      `---\nproject_code: S10001\n${word}: x\nfund: ${word}\nstatus: ${word}\n---\n\n# ${word}\n\nTeksti.\n`,
    );
    expect(value[0]?.fields).toEqual({ project_code: 'S10001' });
    expect(value[0]?.sections.map(({ text }) => text)).toEqual(['Teksti.']);
    const codes = issues.map(({ code }) => code);
    expect(codes).toEqual(['parse/unknown-label', 'parse/unreadable-value', 'parse/unreadable-value']);
  });

  it('as a label or the status of a page', () => {
    const { value, issues } = read('a.txt', `1 Hanke\n\nHankekoodi: S10001\n${word}: x\nToiminnan tila: ${word}\n`);
    expect(value[0]?.fields).toEqual({ project_code: 'S10001', status_label: word });
    expect(issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['parse/unknown-label', 'parse/unknown-status']),
    );
  });

  it('as a label, a heading or the fund of a card', () => {
    const { value, issues } = read(
      'a.txt',
      `Nimi\n\nTietoja hankkeesta:\nEURA-tunnus: S10001\nToimintalinja: Toimintalinja 5 (${word})\n${word}: x\n\n${word}\n`,
    );
    expect(value[0]?.fields).toEqual({ name: 'Nimi', project_code: 'S10001', priority_axis_code: '5' });
    expect(issues.map(({ code }) => code)).toContain('parse/unknown-label');
  });

  it('as a column, the fund or the status of a list', () => {
    const { value, issues } = read(
      'a.csv',
      `Koodi,Rahasto,Hankkeen nimi,Tl,Tila,${word}\nS10001,ESR,Nimi,5,${word},x\nS10002,${word},Nimi,5,Toiminnassa,x\n`,
    );
    expect(value.map(({ fields }) => fields)).toEqual([
      {
        programming_period: '2014-2020',
        project_code: 'S10001',
        fund: 'ESF',
        name: 'Nimi',
        priority_axis_code: '5',
        status_label: word,
      },
    ]);
    const codes = issues.map(({ code }) => code);
    expect(codes).toEqual(['parse/unknown-column', 'parse/unknown-status', 'parse/unreadable-row']);
  });

  it('as an entity of a text, a place, a name or an address', () => {
    const texts = [`&${word};`, `&${word} [*a`, `%${word}`, `${word}@${word}.fi`, `&amp;${word}; &#${word};`];
    const { value, issues } = read(
      'a.txt',
      `1 Hanke\n\nHankekoodi: S10001\nHankkeen nimi: ${texts.join(' ')}\n\n3 Kuvaus\n\n${texts.join('\n')}\nYhteyshenkilö: ${word} ${word}\n`,
    );
    expect(value[0]?.fields.name).toContain(`&${word}; &${word} [*a %${word}`);
    expect(issues.map(({ severity }) => severity)).not.toContain('error');
  });

  it('as a name, an area, a partner or their keys in Markdown', () => {
    const { value, issues } = read(
      'a.md',
      `---\nproject_code: S10001\nname: ${word}\nmunicipalities: [${word}]\nregions: ${word}\npartners:\n  - name: ${word}\n    ${word}: x\n---\n\n# ${word}\n\n## ${word}\n\nTeksti.\n`,
    );
    expect(value[0]?.fields).toEqual({ project_code: 'S10001', name: word });
    expect(value[0]?.partners.map(({ name }) => name)).toEqual([word]);
    expect(value[0]?.areas.map(({ level, name }) => `${level} ${name}`).sort()).toEqual([
      `municipality ${word}`,
      `region ${word}`,
    ]);
    expect(issues.map(({ code }) => code)).toContain('parse/unknown-label');
  });

  it('as an element, an attribute, a label and an area of a saved page', () => {
    const { value, issues } = read(
      'a.html',
      `<html><body ${word}="x"><h2>1 Hanke</h2><p>Hankekoodi: S10001</p><p>Hankkeen nimi: ${word}</p><p>${word}: x</p><h2>6 Maantieteellinen kohdealue</h2><p>Kunnat: ${word}</p></body></html>`,
    );
    expect(value[0]?.fields).toMatchObject({ project_code: 'S10001', name: word });
    expect(value[0]?.areas.map(({ name }) => name)).toEqual([word]);
    expect(issues.map(({ code }) => code)).toContain('parse/unknown-label');
  });

  it('as a column, a name and the sheet of a workbook', () => {
    const book = utils.book_new();
    const rows = [
      ['Koodi', 'Rahasto', 'Hankkeen nimi', 'Tl', 'Tila', word],
      ['S10001', 'ESR', word, '5', 'Toiminnassa', 'x'],
      ['S10002', word, 'Nimi', '5', 'Toiminnassa', 'x'],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), word);
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
    const { value, issues } = parse({ path: 'a.xlsx', bytes, sha256: '' }, context);
    expect(value.map(({ fields }) => fields.name)).toEqual([word]);
    expect(issues.map(({ code }) => code)).toEqual(['parse/unknown-column', 'parse/unreadable-row']);
  });
});
