import type { Vintage } from '../model/area.ts';
import type { Deflate } from '../model/deflate.ts';
import type { MapClasses } from '../model/schema-types.ts';
import type { Language, TableName, Translations } from '../model/table.ts';
import type { AreaReference, Format, FormatContext, ReleaseMetadata, TableData } from './format.ts';
import type { Sink, WrittenFile } from '../model/sink.ts';
import type { ManifestFile } from './manifest.ts';

/** Opens a file of the release for writing; `close` says what was written. */
export type OpenFile = (path: string) => Sink & { close: () => WrittenFile };

/** What the stage is given of the outside. */
export interface Surroundings {
  readonly openFile: OpenFile;
  readonly deflate: Deflate;
}

/** Files that a format makes of the tables at hand: one a table, or one for all. */
function planFiles(
  format: Format,
  tables: ReadonlyMap<TableName, TableData>,
): { path: string; title: Translations; data: [TableData, ...TableData[]] }[] {
  const present = format.tables.flatMap((name) => tables.get(name) ?? []);
  const folder = format.folder === undefined ? '' : `${format.folder}/`;
  const [first, ...rest] = present;
  if (first === undefined) return [];
  if (format.bundle !== undefined)
    return [{ path: `${folder}${format.bundle}.${format.extension}`, title: format.title, data: [first, ...rest] }];
  return present.map((data) => ({
    path: `${folder}${data.table.name}.${format.extension}`,
    title: joinTitles(data.table.title, format.title),
    data: [data],
  }));
}

function joinTitles(table: Translations, format: Translations): Translations {
  const join = (language: Language): string => `${table[language]} (${format[language]})`;
  return { en: join('en'), fi: join('fi'), sv: join('sv') };
}

/** A title as the manifest has it. */
export function toTitles({ en, fi, sv }: Translations): Pick<ManifestFile, 'title' | 'title_fi' | 'title_sv'> {
  return { title: en, title_fi: fi, title_sv: sv };
}

/**
 * Fifth stage: writes the tables in every format. Returns what a manifest says of each file.
 * @param isWanted leaves formats out, for a draft that is not published
 */
export async function publish(
  tables: ReadonlyMap<TableName, TableData>,
  vintage: Vintage,
  { metadata, classes }: { readonly metadata: ReleaseMetadata; readonly classes: MapClasses },
  { openFile, deflate }: Surroundings,
  isWanted: (format: Format) => boolean = () => true,
): Promise<ManifestFile[]> {
  const lookUp = (find: Vintage['geometry']) => (area: AreaReference | undefined) => {
    const codes = area?.codes.filter((code) => vintage.area(area.level, code) !== undefined) ?? [];
    return area === undefined || codes.length === 0 ? undefined : find(area.level, codes);
  };
  const context: FormatContext = {
    metadata,
    classes,
    geometry: lookUp((level, codes) => vintage.geometry(level, codes)),
    geometryWgs84: lookUp((level, codes) => vintage.geometryWgs84(level, codes)),
    deflate,
  };
  // Loaded only here: whoever merely reads documents needs no writers.
  const { FORMATS } = await import('./formats/index.ts');
  const files: ManifestFile[] = [];
  for (const format of FORMATS.filter(isWanted)) {
    for (const { path, title, data } of planFiles(format, tables)) {
      const file = openFile(path);
      await format.write(data, file, context);
      const { bytes, sha256 } = file.close();
      files.push({ path, bytes, sha256, media_type: format.mediaType, ...toTitles(title) });
    }
  }
  return files;
}
