import { strFromU8, unzipSync } from 'fflate';
import { hash, writeLine, writeRows, type DumpedRow } from './rows.ts';

const ROW = /<row [^>]*>(.*?)<\/row>/gsu;
const CELL = /<c r="([A-Z]+)\d+"[^>]*?(?: t="(\w+)")?>(?:<is><t[^>]*>([^<]*)<\/t><\/is>|<v>([^<]*)<\/v>)<\/c>/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function readCell(type: string | undefined, text: string | undefined, value: string | undefined): unknown {
  if (text !== undefined) return text.replace(/&(\w+);/gu, (_, name: string) => ENTITIES[name] ?? '');
  return type === 'b' ? value === '1' : Number(value);
}

/** Cells by the letters of their column. */
function readRows(xml: string): ReadonlyMap<string, unknown>[] {
  return [...xml.matchAll(ROW)].map(
    ([, row = '']) =>
      new Map(
        [...row.matchAll(CELL)].map(([, letters = '', type, text, value]) => [letters, readCell(type, text, value)]),
      ),
  );
}

/** Cells of every sheet under the names in its first row; the other parts of the package by their hashes. */
export function dumpXlsx(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  const names = [...strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet name="([^"]*)"/gu)];
  const sheets = names.map(([, name = ''], index) => {
    const [header = new Map<string, unknown>(), ...rows] = readRows(
      strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`] ?? new Uint8Array()),
    );
    const named = rows.map((row): DumpedRow =>
      Object.fromEntries([...row].map(([letters, value]) => [String(header.get(letters)), value])),
    );
    return `${writeLine([name, [...header.values()]])}${writeRows(name, named)}`;
  });
  const rest = Object.entries(parts).map(([name, content]) => writeLine([name, content.length, hash(content)]));
  return [...rest, ...sheets].join('');
}
