import type { Sink, WrittenFile } from '../model/sink.ts';
import { divideColumns, type Language, type TableName, type Translations } from '../model/table.ts';
import type { Format, FormatContext, TableData, TableRow } from './format.ts';
import { toTitles, type ManifestFile } from './manifest.ts';

/** Opens a file of the release for writing; `close` says what was written. */
export type OpenFile = (path: string) => Sink & { close: () => WrittenFile };

/** A file, or a row of files, that a format makes. */
interface PlannedFile {
  /** Without the extension. */
  readonly stem: string;
  readonly title: Translations;
  readonly data: readonly [TableData, ...TableData[]];
}

const WITHOUT_TEXTS: Translations = {
  en: 'without the long texts',
  fi: 'ilman pitkiä tekstejä',
  sv: 'utan de långa texterna',
};
const PART: Translations = { en: 'part', fi: 'osa', sv: 'del' };

/** What a format makes of the tables at hand: one file a table, or one for all. */
export function planFiles(format: Format, tables: ReadonlyMap<TableName, TableData>): PlannedFile[] {
  const present = format.tables.flatMap((name) => tables.get(name) ?? []);
  const folder = format.folder === undefined ? '' : `${format.folder}/`;
  const [first, ...rest] = present;
  if (first === undefined) return [];
  if (format.bundle !== undefined)
    return [{ stem: `${folder}${format.bundle}`, title: format.title, data: [first, ...rest] }];
  return present.map(({ table, rows }) => {
    const { carried, texts } = divideColumns(table);
    const isShort = format.leavesOutTexts === true && texts.length > 0;
    const kind = isShort
      ? translate((language) => `${format.title[language]}, ${WITHOUT_TEXTS[language]}`)
      : format.title;
    return {
      stem: `${folder}${table.name}`,
      title: translate((language) => `${table.title[language]} (${kind[language]})`),
      data: [{ table: isShort ? { ...table, columns: carried } : table, rows }],
    };
  });
}

function translate(write: (language: Language) => string): Translations {
  return { en: write('en'), fi: write('fi'), sv: write('sv') };
}

/**
 * Writes a planned file. Where a format says how large its files may become, the rows that are left then go on in a further file of the
 * same columns: `projects.geojson`, `projects_2.geojson` …
 */
export async function writeFiles(
  { stem, title, data }: PlannedFile,
  format: Format,
  context: FormatContext,
  openFile: OpenFile,
): Promise<ManifestFile[]> {
  const files: ManifestFile[] = [];
  const writeOne = async (content: PlannedFile['data'], file: ReturnType<OpenFile>, path: string): Promise<void> => {
    await format.write(content, file, context);
    files.push({ path, media_type: format.mediaType, ...toTitles(title), ...file.close() });
  };
  const name = (part: number): string => `${stem}${part === 1 ? '' : `_${part}`}.${format.extension}`;
  if (format.mostBytes === undefined) {
    await writeOne(data, openFile(name(1)), name(1));
    return files;
  }
  const most = format.mostBytes;
  const [{ table, rows }] = data;
  const iterator = rows[Symbol.iterator]();
  let next = iterator.next();
  do {
    const path = name(files.length + 1);
    const file = openFile(path);
    let bytes = 0;
    const counted: typeof file = {
      write(chunk) {
        bytes += typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk.length;
        file.write(chunk);
      },
      close: () => file.close(),
    };
    function* takeRows(): Generator<TableRow> {
      // A writer writes a row before it asks for the next.
      for (; next.done !== true && bytes < most; next = iterator.next()) yield next.value;
    }
    await writeOne([{ table, rows: takeRows() }], counted, path);
  } while (next.done !== true);
  if (files.length === 1) return files;
  return files.map((file, index) => ({ ...file, ...toTitles(numberTitle(title, index + 1, files.length)) }));
}

/** `Projects (GeoJSON, WGS84), part 2/3` */
function numberTitle(title: Translations, part: number, parts: number): Translations {
  return translate((language) => `${title[language]}, ${PART[language]} ${part}/${parts}`);
}
