import fc from 'fast-check';
import type { Places } from './places.ts';
import { projectFacts, writeDay, type ProjectFacts } from './project.ts';

/** A row of the list: what a project's page says too, amounts with cents. */
export interface RowFacts extends ProjectFacts {
  /** Cents that realised amounts have beside their euros; -1 makes them negative, as corrections are. */
  readonly cents: number;
  /** Of 2007–2013 alone. */
  readonly programme: string;
  /** Behind the authority's name, in 2007–2013. */
  readonly unit: string;
  /** Digits that a code of 2007–2013 has beside its five. */
  readonly moreDigits: '' | '7' | '4567';
}

/** How an export writes its rows. */
export interface ListLayout {
  readonly period: '2007-2013' | '2014-2020';
  /** `lost`: without quotes, and the comma of an authority's name is gone; `raw`: without quotes, the comma adds a cell. */
  readonly quoting: 'all' | 'needed' | 'lost' | 'raw';
  /** Rows end in `,,;`. */
  readonly hasTail: boolean;
  readonly encoding: 'utf-8' | 'windows-1252';
}

export interface ListFacts {
  readonly layout: ListLayout;
  readonly rows: readonly RowFacts[];
}

const AMOUNTS = [
  'Myönnetty EU- ja valtion rahoitus',
  'Toteutunut EU- ja valtion rahoitus',
  'Suunniteltu julkinen rahoitus yhteensä',
  'Toteutunut julkinen rahoitus yhteensä',
];
const HEADERS = {
  '2014-2020': 'Koodi,Rahasto,Hankkeen nimi,Tl,Viranomainen,Tila,Aloituspvm,Päättymispvm,Toteuttajan nimi',
  '2007-2013':
    'Koodi,Rahasto,Projektin nimi,Ohjelma / osio,Tl,Viranomainen,Toiminnan tila,Aloituspvm,Päättymispvm,Toteuttajan nimi',
};

export function listRow(places: Places, period: ListLayout['period']): fc.Arbitrary<RowFacts> {
  const years = period === '2007-2013' ? ([2007, 2013] as const) : ([2014, 2022] as const);
  return fc
    .record({
      project: projectFacts(places, years),
      cents: fc.oneof({ arbitrary: fc.nat(99), weight: 9 }, { arbitrary: fc.constant(-1), weight: 1 }),
      programme: fc.constantFrom(...places.programmes),
      unit: fc.constantFrom('', '', 'yritystuet', 'pääomasijoitustoiminta'),
      moreDigits: fc.constantFrom('', '7', '4567'),
    })
    .map(({ project, ...row }) => ({ ...project, ...row }));
}

export const listLayout: fc.Arbitrary<ListLayout> = fc.record({
  period: fc.constantFrom('2014-2020', '2007-2013'),
  quoting: fc.constantFrom('all', 'needed', 'lost', 'raw'),
  hasTail: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'windows-1252'),
});

/** A row's code in the list of a period. */
export function codeOf({ code, moreDigits }: RowFacts, period: ListLayout['period']): string {
  return period === '2007-2013' && code.startsWith('A') ? code + moreDigits : code;
}

/** A name as a list writes it: where commas cannot get lost, it has one. */
export function nameOf({ name }: RowFacts, quoting: ListLayout['quoting']): string {
  if (quoting === 'lost') return name;
  return name.replace('(keksitty)', quoting === 'raw' ? 'satu, (keksitty)' : '"satu", (keksitty)');
}

/** Lists whose rows are different projects. */
export function euraList(places: Places, maxLength = 12): fc.Arbitrary<ListFacts> {
  const row = { '2007-2013': listRow(places, '2007-2013'), '2014-2020': listRow(places, '2014-2020') };
  return listLayout.chain((layout) =>
    fc
      .uniqueArray(row[layout.period], { minLength: 1, maxLength, selector: ({ code }) => code })
      .map((rows) => ({ layout, rows })),
  );
}

/** The list as the service exports it, with line feeds. */
export function writeEuraList({ layout, rows }: ListFacts): string {
  const tail = layout.hasTail ? ',,;' : '';
  const columns = [...HEADERS[layout.period].split(','), ...AMOUNTS];
  const header = columns.map((column) => (layout.quoting === 'all' ? `"${column}"` : column)).join(',');
  return `${[header, ...rows.map((row) => writeRow(row, layout))].map((line) => line + tail).join('\n')}\n`;
}

function writeRow(row: RowFacts, { period, quoting }: ListLayout): string {
  const unit = period === '2007-2013' && row.unit !== '' ? `, ${row.unit}` : '';
  const stated = row.authority + unit;
  const authority = quoting === 'lost' ? stated.replaceAll(', ', '  ') : stated;
  const applicant = quoting === 'lost' ? row.applicant.name.replace(',', '') : row.applicant.name;
  const cells = [
    codeOf(row, period),
    row.fund,
    nameOf(row, quoting),
    ...(period === '2007-2013' ? [row.programme] : []),
    row.axis.code,
    authority,
    row.status,
    writeDay(row.start),
    writeDay(row.end),
    applicant,
    ...row.money.map((euros, index) => writeCents(euros, index % 2 === 1 ? row.cents : 0)),
  ];
  const quote = (cell: string): string =>
    quoting === 'all' || (quoting === 'needed' && /[",]/.test(cell)) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return cells.map(quote).join(',');
}

/** `90757` and 11 → `90757.11`; an amount without cents has no decimals. */
export function writeCents(euros: number, cents: number): string {
  if (cents < 0) return euros === 0 ? '0' : `-${euros}`;
  return cents === 0 ? String(euros) : `${euros}.${String(cents).padStart(2, '0')}`;
}
