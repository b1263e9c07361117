import { Writer, type Quad } from 'n3';
import { pickPrefixes } from './prefixes.ts';

/** Vocabularies that statements use. */
export function listIris(statements: readonly Quad[]): Set<string> {
  return new Set(
    statements.flatMap(({ predicate, object }) => [
      predicate.value,
      object.termType === 'Literal' ? object.datatype.value : object.value,
    ]),
  );
}

/** RDF 1.1 Turtle. */
export function writeTurtle(statements: readonly Quad[]): string {
  const writer = new Writer({ prefixes: pickPrefixes(listIris(statements)) });
  writer.addQuads([...statements]);
  let written = '';
  writer.end((error: Error | null, result: string) => {
    if (error) throw error;
    written = result;
  });
  return written;
}
