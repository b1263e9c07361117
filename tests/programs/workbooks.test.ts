/** Workbooks that LibreOffice writes: the service's list as people save it, read cell by cell. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../flow/workspace.ts';
import { convertFile } from './formats/convert-file.ts';

const HEADINGS = [
  'Hankekoodi ',
  'Rahasto',
  'Tl',
  'Hankkeen nimi',
  'Aloituspvm',
  'Päättymispvm',
  'Tuensaajan postinumero',
].concat(['Suunniteltu EU- ja valtion rahoitus', 'Suunniteltu julkinen rahoitus']);
const text = (value: string): string =>
  value === ''
    ? '<table:table-cell/>'
    : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const date = (day: string): string =>
  `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${day}"/>`;
const number = (value: number, style = 'money', formula = ''): string =>
  `<table:table-cell table:style-name="${style}" ${formula && `table:formula="of:=${formula}"`} office:value-type="float" office:value="${value}"/>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const project = (code: string): string =>
  row(
    text(code),
    text('ESR+'),
    number(4, 'plain'),
    text(`Väylä &quot;${code}&quot;`),
    date('2023-03-01'),
    date('2024-02-29'),
    number(730, 'zeros'),
    number(1200.5),
    number(1500.75, 'money', '1200.5+300.25'),
  );

/** A flat OpenDocument sheet: a merged title, an empty row, the list, a line below; a hidden sheet with an older list. */
const writeSheet = (nullDate: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:date-style style:name="n1"><number:day/><number:text>.</number:text><number:month/><number:text>.</number:text><number:year number:style="long"/></number:date-style>
<number:number-style style:name="n2"><number:number number:decimal-places="0" number:min-integer-digits="5"/></number:number-style>
<number:number-style style:name="n3"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/><number:text> €</number:text></number:number-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="n1"/>
<style:style style:name="zeros" style:family="table-cell" style:data-style-name="n2"/>
<style:style style:name="money" style:family="table-cell" style:data-style-name="n3"/>
<style:style style:name="plain" style:family="table-cell"/>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:calculation-settings><table:null-date table:date-value="${nullDate}"/></table:calculation-settings>
<table:table table:name="Ohje">${row(text('Lista on seuraavalla välilehdellä.'))}</table:table>
<table:table table:name="Hankkeet">
${row(`<table:table-cell table:number-columns-spanned="9" office:value-type="string"><text:p>Hankkeet 2021–2027</text:p></table:table-cell>`)}
${row(text(''))}
${row(...HEADINGS.map(text))}
${project('S30901')}
${project('S30902')}
${row(text('S30903'), text('JTF'), text('7'), text('Lyhyt rivi'))}
${row(text('Raportti ajettu 10.5.2024'))}
</table:table>
<table:table table:name="Vanha" table:style-name="hidden">${row(...HEADINGS.map(text))}${project('S30999')}</table:table>
</office:spreadsheet></office:body></office:document>`;

describe.each([
  ['of 1900', '1899-12-30'],
  ['of 1904', '1904-01-01'],
])('the calendar %s', (_, nullDate) => {
  it('is read, and explain shows the cell', { timeout: 120_000 }, async () => {
    const workspace = createWorkspace();
    const folder = workspace.place('documents');
    mkdirSync(workspace.place('work'));
    writeFileSync(workspace.place('work/lista.fods'), writeSheet(nullDate));
    convertFile(workspace.place('work/lista.fods'), 'xlsx', workspace.place('work'));
    mkdirSync(folder, { recursive: true });
    workspace.write({ 'documents/lista.xlsx': readFileSync(workspace.place('work/lista.xlsx')) });
    const { status } = await workspace.run('build', '--release', '2026-01-02');
    expect(status).toBe(0);
    const projects = workspace.readLines('projects.jsonl').filter(({ family }) => family === 'eura2021-list');
    expect(projects.map(({ project_id: id }) => id)).toEqual(['S30901', 'S30902', 'S30903']);
    expect(projects[0]).toMatchObject({
      name: 'Väylä "S30901"',
      priority_axis_code: '4',
      start_date: '2023-03-01',
      end_date: '2024-02-29',
      beneficiary_postal_code: '00730',
      funding_planned_eu_state: 1200.5,
      funding_planned_public: 1500.75,
    });
    expect(projects[2]).toMatchObject({ name: 'Lyhyt rivi' });
    const explained = await workspace.run('explain', 'S30902', 'funding_planned_public');
    expect(explained.stdout).toMatch(/lista\.xlsx:Hankkeet!I5$/m);
    expect(explained.stdout).toMatch(/^ {3}1500\.75$/m);
  });
});
