import type { Vintage } from '../model/area.ts';
import type { Deflate } from '../model/deflate.ts';
import type { MapClasses } from '../model/schema-types.ts';
import type { Scratch } from '../model/scratch.ts';
import type { TableName } from '../model/table.ts';
import type { AreaReference, Format, FormatContext, ReleaseMetadata, TableData } from './format.ts';
import type { ManifestFile } from './manifest.ts';
import { planFiles, writeFiles, type OpenFile } from './write-files.ts';

/** What the stage is given of the outside. */
export interface Surroundings {
  readonly openFile: OpenFile;
  readonly deflate: Deflate;
  readonly openScratch: () => Scratch;
  /** Called between files: writing one takes seconds. */
  readonly pause: () => Promise<void>;
}

/**
 * Fifth stage: writes the tables in every format. Returns what a manifest says of each file.
 * @param isWanted leaves files out, for a draft that is not published
 */
export async function publish(
  tables: ReadonlyMap<TableName, TableData>,
  vintage: Vintage,
  { metadata, classes }: { readonly metadata: ReleaseMetadata; readonly classes: MapClasses },
  { openFile, deflate, openScratch, pause }: Surroundings,
  isWanted: (format: Format, table: TableName) => boolean = () => true,
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
    openScratch,
  };
  // Loaded only here: whoever merely reads documents needs no writers.
  const { FORMATS } = await import('./formats/index.ts');
  const files: ManifestFile[] = [];
  for (const format of FORMATS) {
    const wanted = { ...format, tables: format.tables.filter((table) => isWanted(format, table)) };
    for (const planned of planFiles(wanted, tables)) {
      files.push(...(await writeFiles(planned, format, context, openFile)));
      await pause();
    }
  }
  return files;
}
