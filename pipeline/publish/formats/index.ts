import type { Format } from '../format.ts';
import { csv } from './csv.ts';
import { csvTypes, semicolonCsvTypes } from './csv-types.ts';
import { csvw, semicolonCsvw } from './csvw.ts';
import { flatgeobuf } from './flatgeobuf/index.ts';
import { geojson } from './geojson.ts';
import { geopackage } from './geopackage/index.ts';
import { jsonl } from './jsonl.ts';
import { geoparquet } from './parquet/geoparquet.ts';
import { parquet } from './parquet/parquet.ts';
import { semicolonCsv } from './semicolon-csv.ts';
import { topojson } from './topojson.ts';
import { xlsx } from './xlsx/index.ts';

/** The formats of a release. */
export const FORMATS: readonly Format[] = [
  csv,
  semicolonCsv,
  csvw,
  semicolonCsvw,
  csvTypes,
  semicolonCsvTypes,
  jsonl,
  geojson,
  topojson,
  flatgeobuf,
  parquet,
  geoparquet,
  geopackage,
  xlsx,
];
