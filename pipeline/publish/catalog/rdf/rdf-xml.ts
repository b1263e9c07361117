import type { Quad } from 'n3';
import { escapeXml } from '../../escape-xml.ts';
import { pickPrefixes, shorten } from './prefixes.ts';

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';

function writeProperty({ predicate, object }: Quad): string {
  const name = shorten(predicate.value);
  if (object.termType !== 'Literal') return `<${name} rdf:resource="${escapeXml(object.value)}"/>`;
  const { language, datatype, value } = object;
  const kind =
    language !== ''
      ? ` xml:lang="${language}"`
      : datatype.value === XSD_STRING
        ? ''
        : ` rdf:datatype="${escapeXml(datatype.value)}"`;
  return `<${name}${kind}>${escapeXml(value)}</${name}>`;
}

/** RDF 1.1 XML: one element for each thing, in the order of first mention. Statements have no blank nodes. */
export function writeRdfXml(statements: readonly Quad[]): string {
  const things = new Map<string, Quad[]>();
  for (const statement of statements) {
    const known = things.get(statement.subject.value);
    if (known === undefined) things.set(statement.subject.value, [statement]);
    else known.push(statement);
  }
  const used = pickPrefixes([
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    ...statements.map((s) => s.predicate.value),
  ]);
  const namespaces = Object.entries(used).map(([prefix, base]) => ` xmlns:${prefix}="${base}"`);
  const lines = [...things].map(
    ([subject, properties]) =>
      `<rdf:Description rdf:about="${escapeXml(subject)}">\n${properties
        .map((property) => `  ${writeProperty(property)}\n`)
        .join('')}</rdf:Description>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${namespaces.join('')}>\n${lines.join('')}</rdf:RDF>\n`;
}
