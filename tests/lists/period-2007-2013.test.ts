/** A raw list of 2007–2013 as long as the real one, in its shapes: all rows are read but the planted impossible ones. */
import { expect, it } from 'vitest';
import { fieldsInEuros } from '../../pipeline/model/cents.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { readPlaces } from '../demo/places.ts';
import { readParseContext } from '../parse/read-context.ts';
import { createRandom } from '../random.ts';
import path from 'node:path';

const ROWS = 20_000;
const places = readPlaces(path.resolve(import.meta.dirname, '../..'));
const HEADER =
  'Koodi,Rahasto,Projektin nimi,Ohjelma / osio,Tl,Viranomainen,Toiminnan tila,Aloituspvm,Päättymispvm,Toteuttajan nimi,Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä;';

function createDraw(seed: number): <T>(list: readonly T[]) => T {
  const random = createRandom(seed);
  return (list) => list[Math.floor(random() * list.length)]!;
}

const NAMES = [
  'Saha',
  'Höylä, lauta ja listat',
  'Kehitys – vaihe 2',
  'T&K',
  'Hanke "Uusi, parempi"',
  'Yritys 2010, investointi',
  'Vienti, 1. vaihe',
  'Mylly (osa 2), jatko',
  'Tori;kahvila',
  '5, 6 ja 7',
];
const IMPLEMENTERS = [
  'PUUPAJA OY',
  'Kiteen kaupunki',
  'Kiteen kaupunki, sivistystoimi',
  'Oulun yliopisto, Kajaanin yliopistokeskus',
  'Tmi Esimerkki',
  'Satutie, Kuvitelma ja kumpp.',
  'Lapin liitto',
  'Toiminnassa, ry',
  'Ab Saga, Tarina Oy',
];
const UNITS = ['', '', ', yritystuet'];
const STATUSES = ['Toiminta päättynyt', 'Toiminnassa', 'Keskeytynyt', 'Peruuntunut'];
const IMPOSSIBLE = ['authority', 'cells', 'dates', 'amount', 'two readings', 'code'] as const;

interface MadeRow {
  readonly code: string;
  readonly line: string;
  readonly planted: boolean;
  readonly expected: Readonly<Record<string, unknown>>;
}

function makeRow(index: number, draw: ReturnType<typeof createDraw>): MadeRow {
  const isFinnvera = index % 3 === 0;
  const fund = isFinnvera || index % 2 === 0 ? 'EAKR' : 'ESR';
  const code = isFinnvera
    ? `A${120_000_000 + index}`
    : fund === 'ESR'
      ? `S${10_000 + index}`
      : index % 4 === 0
        ? `A${500_000 + index}`
        : `A${30_000 + index}`;
  const authority = isFinnvera
    ? draw(['Finnvera', 'Finnvera, pääomasijoitustoiminta'])
    : draw(places.authorities) + draw(UNITS);
  const name = `${draw(NAMES)} ${index}x`;
  const programme = draw(places.programmes);
  const implementer = draw(IMPLEMENTERS);
  const [axis, status] = [draw(['1', '2', '3', '4', '6']), draw(STATUSES)];
  const amounts = [
    draw(['0', '3000', '417253']),
    draw(['0', '2900.5', '-12.25']),
    draw(['4000']),
    draw(['2900', '90757.11']),
  ];
  const cells = [
    code,
    fund,
    name,
    programme,
    axis,
    authority,
    status,
    '1.4.2009',
    '31.12.2010',
    implementer,
    ...amounts,
  ];
  const kind = index % 499 === 7 ? IMPOSSIBLE[Math.floor(index / 499) % IMPOSSIBLE.length] : undefined;
  if (kind === 'authority') cells[5] = 'Olematon virasto, osasto';
  if (kind === 'cells') cells.splice(4, 1);
  if (kind === 'dates') cells[7] = '31.2.2009';
  if (kind === 'amount') cells[11] = 'paljon';
  // `Kunta,77` with 12 euros, or `Kunta` with 77.12.
  if (kind === 'two readings') cells.splice(9, 2, 'Kunta', '77', '12');
  if (kind === 'code') cells[0] = 'X1';
  return {
    code,
    line: `${cells.join(',')}${index % 5 === 0 ? ',,' : ''};`,
    planted: kind !== undefined,
    expected: {
      name,
      programme_name: programme,
      priority_axis_code: axis,
      status_label: status,
      start_date: '2009-04-01',
      end_date: '2010-12-31',
      beneficiary_name: implementer,
      funding_granted_eu_state: Number(amounts[0]),
      funding_realised_eu_state: Number(amounts[1]),
      funding_planned_public: Number(amounts[2]),
      funding_realised_public: Number(amounts[3]),
    },
  };
}

it('20,000 raw rows', { timeout: 120_000 }, () => {
  const draw = createDraw(2007);
  const rows = Array.from({ length: ROWS }, (_, index) => makeRow(index, draw));
  const text = [HEADER, ...rows.map(({ line }) => line), ''].join('\r\n').replaceAll('–', '\u0096');
  const bytes = Buffer.from(text, 'latin1');
  const { value, issues } = parse({ path: 'lista.csv', bytes, sha256: '' }, readParseContext());
  const planted = rows.flatMap((row, index) => (row.planted ? [index + 2] : []));
  expect(issues.filter(({ severity }) => severity === 'error').map(({ line }) => line)).toEqual(planted);
  expect(planted.length).toBeGreaterThan(30);
  expect(value).toHaveLength(ROWS - planted.length);
  const expected = new Map(rows.map((row) => [row.code, row.expected]));
  const wrong = value.flatMap(({ projectId, fields }) => {
    const found: Record<string, unknown> = fieldsInEuros(fields);
    return Object.entries(expected.get(projectId) ?? { projectId })
      .filter(([name, one]) => found[name] !== one)
      .map(([name, one]) => `${projectId} ${name}: ${String(one)} / ${String(found[name])}`);
  });
  expect(wrong).toEqual([]);
});
