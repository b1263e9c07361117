import type { Format } from '../format.ts';
import { csv } from './csv.ts';
import { geojson } from './geojson.ts';
import { jsonl } from './jsonl.ts';

/** The formats of a release. */
export const FORMATS: readonly Format[] = [csv, jsonl, geojson];
