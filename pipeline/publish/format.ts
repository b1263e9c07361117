import type { Deflate } from '../model/deflate.ts';
import type { Scratch } from '../model/scratch.ts';
import type { Sink } from '../model/sink.ts';
import type { AreaLevel, MultiPolygon } from '../model/area.ts';
import type { MapClasses } from '../model/schema-types.ts';
import type { Row, Table, TableName, Translations } from '../model/table.ts';

/** Areas that a row lies in: codes, never geometry. A writer looks the geometry up; equal sets of codes are merged once. */
export interface AreaReference {
  readonly level: AreaLevel;
  readonly codes: readonly string[];
}

export interface TableRow {
  readonly values: Row;
  readonly area?: AreaReference;
}

/** A table and its rows, which can be read any number of times. */
export interface TableData {
  readonly table: Table;
  readonly rows: Iterable<TableRow>;
}

/** What all files of a release say of themselves. */
export interface ReleaseMetadata {
  readonly release: string;
  readonly schemaVersion: string;
  readonly boundaryVintage: number;
  /** Address of the data's licence. */
  readonly licence: string;
  readonly attribution: readonly string[];
  readonly notes: readonly string[];
  /** Attribution and notes in the other languages. */
  readonly translations?: Readonly<
    Record<'fi' | 'sv', { readonly attribution: readonly string[]; readonly notes: readonly string[] }>
  >;
  readonly siteUrl: string;
}

export interface FormatContext {
  readonly metadata: ReleaseMetadata;
  /** Of the maps that styles draw. */
  readonly classes: MapClasses;
  /** EPSG:3067, metres; `undefined` for a row without an area. */
  readonly geometry: (area: AreaReference | undefined) => MultiPolygon | undefined;
  /** EPSG:4326, longitude and latitude in degrees. */
  readonly geometryWgs84: (area: AreaReference | undefined) => MultiPolygon | undefined;
  readonly deflate: Deflate;
  /** For what neither fits memory nor is written in order. */
  readonly openScratch: () => Scratch;
}

/** One format is one constant in a file of its own; a format cannot be published without a title and a media type. */
export interface Format {
  /** Without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly title: Translations;
  readonly tables: readonly TableName[];
  /** Folder below the release's own, for example `semicolon`. */
  readonly folder?: string;
  /** Name of the one file that holds all of `tables`; without it, every table is a file of its own. */
  readonly bundle?: string;
  /** For maps: it is given the tables without their long texts, and says so where there are any. */
  readonly leavesOutTexts?: true;
  /** Bytes from which on the rows go on in a further file of the same kind, `projects_2`. */
  readonly mostBytes?: number;
  /** Reads the rows once, in order, and writes the file. */
  readonly write: (
    tables: readonly [TableData, ...TableData[]],
    sink: Sink,
    context: FormatContext,
  ) => void | Promise<void>;
}
