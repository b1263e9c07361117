import type { Quad } from 'n3';
import { pickPrefixes } from './prefixes.ts';
import { listIris } from './turtle.ts';

/** JSON-LD 1.1 with a context of prefixes inside: nothing has to be fetched to read it. */
export async function writeJsonLd(statements: readonly Quad[]): Promise<string> {
  // Loaded only here: it brings a client for the web along, and most commands write no linked data.
  const { default: jsonld } = await import('jsonld');
  const context = pickPrefixes(listIris(statements));
  const expanded = await jsonld.fromRDF([...statements]);
  const compacted = await jsonld.compact(expanded, context, { graph: true });
  return `${JSON.stringify(compacted, null, 2)}\n`;
}
