import jsonld from 'jsonld';
import { Parser, Store, type Quad } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { RdfXmlParser } from 'rdfxml-streaming-parser';

const OWL_IMPORTS = 'http://www.w3.org/2002/07/owl#imports';

/** Statements of a Turtle text; imports are left out, since a validator would fetch them. */
export function parseTurtle(text: string): Quad[] {
  return new Parser().parse(text).filter(({ predicate }) => predicate.value !== OWL_IMPORTS);
}

/** Statements of a JSON-LD text; fails where a context had to be fetched. */
export async function parseJsonLd(text: string): Promise<Quad[]> {
  const documentLoader = (url: string): never => {
    throw new Error(`${url} would be fetched`);
  };
  const lines = await jsonld.toRDF(JSON.parse(text) as jsonld.JsonLdDocument, {
    format: 'application/n-quads',
    documentLoader,
  });
  return new Parser({ format: 'N-Quads' }).parse(typeof lines === 'string' ? lines : '');
}

export function parseRdfXml(text: string): Promise<Quad[]> {
  return new Promise((resolve, reject) => {
    const found: Quad[] = [];
    const parser = new RdfXmlParser();
    parser.on('data', (quad: Quad) => found.push(quad));
    parser.on('error', reject);
    parser.on('end', () => {
      resolve(found);
    });
    parser.write(text);
    parser.end();
  });
}

/** Statements as sorted lines, to compare what two readers read. There must be no blank node. */
export function toLines(quads: readonly Quad[]): string[] {
  return quads
    .map(({ subject, predicate, object }) => {
      if ([subject, object].some(({ termType }) => termType === 'BlankNode'))
        throw new Error(`a blank node: ${subject.value} ${predicate.value} ${object.value}`);
      const value =
        object.termType === 'Literal'
          ? `${JSON.stringify(object.value)}@${object.language}^^${object.datatype.value}`
          : `<${object.value}>`;
      return `<${subject.value}> <${predicate.value}> ${value}`;
    })
    .sort();
}

export interface Finding {
  readonly severity: string;
  readonly path: string;
  readonly component: string;
  readonly focus: string;
  readonly value: string;
  readonly message: string;
}

const lastPart = (iri: string): string => iri.split(/[#/]/u).at(-1) ?? '';

/** The library's types say that a result always has a path and a value; it has not. */
const read = (term: { readonly value: string } | null | undefined): string => term?.value ?? '';

/** What SHACL shapes find wrong with statements. */
export async function validate(quads: readonly Quad[], shapes: readonly Quad[]): Promise<Finding[]> {
  const validator = new SHACLValidator(new Store([...shapes]));
  const { results } = await validator.validate(new Store([...quads]));
  return results.map((result) => ({
    severity: lastPart(result.severity.value),
    path: read(result.path),
    component: lastPart(result.sourceConstraintComponent.value),
    focus: result.focusNode.value,
    value: read(result.value),
    message: result.message.map(({ value }) => value).join(' '),
  }));
}
