import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Sources } from './schema-types.ts';
import type { JsonSchema } from './table.ts';

/** What is wrong at one place of a JSON document. */
export interface JsonFault {
  /** Without a word of the document but keys that its schema knows: what stands where, and what its schema says of the place, to people. */
  readonly message: string;
  /** What stands there, shortened. */
  readonly found?: string;
}

/** Whether a value is what `sources.json` may hold; adds what is wrong with it. */
export type CheckSources = (value: unknown, faults: JsonFault[]) => value is Sources;

/** Characters of a value that are quoted. */
const QUOTED = 60;

/** What ajv found wrong with a document, once for each place of it. Places are keys joined with dots: `publisher.contact`. */
export function describeFaults(value: unknown, schema: JsonSchema, errors: readonly ErrorObject[]): JsonFault[] {
  const faults = new Map<string, JsonFault>();
  for (const error of errors) {
    const keys = readPointer(error.instancePath);
    const fault = describeFault(error, keys, value, schema);
    const place = [...keys, lastKey(error)].join('.');
    if (!faults.has(place)) faults.set(place, fault);
  }
  return [...faults.values()];
}

function describeFault(error: ErrorObject, keys: readonly string[], value: unknown, schema: JsonSchema): JsonFault {
  const { keyword, message = 'is not right' } = error;
  const last = lastKey(error);
  const place = keys.join('.');
  if (keyword === 'additionalProperties') {
    const known = Object.keys(findPlace(schema, keys)?.properties ?? {}).filter((key) => key !== '$schema');
    return {
      message: `unexpected key${place === '' ? '' : ` in ${place}`}, expected one of ${known.join(', ')}`,
      found: quote(last),
    };
  }
  if (keyword === 'required') {
    const missing = [...keys, last];
    return { message: `missing ${missing.join('.')}, expected: ${describePlace(schema, missing)}` };
  }
  // Patterns and formats are told by the description.
  const rule = keyword === 'pattern' || keyword === 'format' ? '' : ` (it ${message})`;
  return {
    message: `unexpected ${place === '' ? 'content' : place}${rule}, expected: ${describePlace(schema, keys)}`,
    found: quote(keys.reduce<unknown>(takeKey, value)),
  };
}

/** The key that is too many, or missing. */
function lastKey({ params }: ErrorObject): string {
  const { additionalProperty, missingProperty } = params as Readonly<Record<string, unknown>>;
  return [additionalProperty, missingProperty].find((key) => typeof key === 'string') ?? '';
}

/** JSON Pointer (RFC 6901). */
function readPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function findPlace(schema: JsonSchema, keys: readonly string[]): JsonSchema | undefined {
  return keys.reduce<JsonSchema | undefined>(
    (each, key) => (each?.properties === undefined ? each?.items : each.properties[key]),
    schema,
  );
}

function describePlace(schema: JsonSchema, keys: readonly string[]): string {
  // Items of a list are told by the list.
  const place = findPlace(schema, keys)?.description ?? findPlace(schema, keys.slice(0, -1))?.description;
  return (place ?? 'something else').replace(/\.$/, '');
}

function takeKey(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function quote(value: unknown): string {
  const characters = Array.from(JSON.stringify(value));
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}…` : characters.join('');
}
