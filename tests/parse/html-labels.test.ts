/** Pages whose labels stand in elements of their own, without the colon that the form writes. */
import { expect, it } from 'vitest';
import { parse } from '../../pipeline/parse/index.ts';
import { readParseContext } from './read-context.ts';

const PAIRS = [
  ['Hankekoodi', 'S29902'],
  ['Hankkeen nimi', 'Torin väki'],
  ['Toiminnan tila', 'Toiminta päättynyt'],
  ['Vastuuviranomainen', 'Lapin liitto'],
] as const;

function read(write: (label: string, value: string) => string, [before, after]: readonly [string, string]) {
  const body = PAIRS.map(([label, value]) => write(label, value)).join('\n');
  const page = `<h1>Euroopan sosiaalirahaston (ESR) rahoittaman hankkeen kuvaus</h1><h2>1 Hanke</h2>${before}${body}${after}`;
  const { value } = parse({ path: 'sivu.html', bytes: Buffer.from(page), sha256: '' }, readParseContext());
  return value.map(
    ({ fields: { project_code: code, name, status_label: status, responsible_authority: authority } }) => [
      code,
      name,
      status,
      authority,
    ],
  );
}
const WHOLE = [PAIRS.map(([, value]) => value)];

it('terms of a list of descriptions', () => {
  const around = ['<dl>', '</dl>'] as const;
  expect(read((label, value) => `<dt>${label}</dt><dd>${value}</dd>`, around)).toEqual(WHOLE);
  expect(read((label, value) => `<dt><b>${label}:</b></dt><dd><i>${value}</i></dd>`, around)).toEqual(WHOLE);
  expect(read((label, value) => `<div><dt>${label}</dt>\n<dd>${value}</dd></div>`, around)).toEqual(WHOLE);
});

it('heads of rows', () => {
  const around = ['<table>', '</table>'] as const;
  expect(read((label, value) => `<tr><th scope="row">${label}</th><td>${value}</td></tr>`, around)).toEqual(WHOLE);
  expect(read((label, value) => `<tr><th>${label} :</th><td>${value}</td></tr>`, around)).toEqual(WHOLE);
  // All pairs in one row.
  const row = ['<table><tr>', '</tr></table>'] as const;
  expect(read((label, value) => `<th>${label}</th><td>${value}</td>`, row)).toEqual(WHOLE);
});
