/** Officials behind an organisation, with and without a sign between; organisations whose names only look so. */
import { expect, it } from 'vitest';
import { findOfficial } from '../../pipeline/redact/officials.ts';
import { redaction } from './read-redaction.ts';

const { register } = redaction;
const read = (value: string): string | undefined => {
  const found = findOfficial(value, register);
  return found === undefined ? undefined : value.slice(found.start, found.end);
};

it.each([
  ['Kiteen kaupunki perusturvajohtaja Matti Meikäläinen', 'perusturvajohtaja Matti Meikäläinen'],
  ['Kemin kaupunki, rehtori Maija Esimerkki', 'rehtori Maija Esimerkki'],
  ['Satukylän kunta / Maija Esimerkki', 'Maija Esimerkki'],
  ['Satukylän kunta, c/o Maija Esimerkki', 'c/o Maija Esimerkki'],
  ['Satukylän kunta, vastuuhlö Maija Esimerkki', 'vastuuhlö Maija Esimerkki'],
  ['Satukylän kunta, tj Maija Esimerkki', 'tj Maija Esimerkki'],
  ['Keksitty koulutuskuntayhtymä projektipäällikkö Maija Esimerkki', 'projektipäällikkö Maija Esimerkki'],
])('%s', (value, official) => {
  expect(read(value)).toBe(official);
});

it.each([
  'Kiteen kaupunki',
  'Oulun kaupunki / Oulun elinkeinoliikelaitos',
  'Satukylän kunta, sivistyspalvelut',
  'Kemin kaupunki johtaja',
  'Suomen opettajat ry',
  'Lapin yliopisto professori Emerituksen säätiö',
])('%s names nobody', (value) => {
  expect(read(value)).toBeUndefined();
});
