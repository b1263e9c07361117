import { DataFactory, type Literal, type NamedNode, type Quad } from 'n3';
import type { Language, Translations } from '../../../model/table.ts';
import { expand, type Name } from './prefixes.ts';

const literal = (value: string, kind?: string | NamedNode): Literal => DataFactory.literal(value, kind);
const namedNode = (address: string): NamedNode => DataFactory.namedNode(address);

type Value = NamedNode | Literal;
/** Values of a property; what is absent says nothing. */
type Values = Value | readonly Value[] | undefined;

export const iri = (address: string): NamedNode => namedNode(address);

export const name = (short: Name): NamedNode => namedNode(expand(short));

/** A literal for each language that there is a text in: Finnish first. */
export function text(translations: Partial<Translations>): Literal[] {
  return (['fi', 'sv', 'en'] as const).flatMap((language) => {
    const content = translations[language];
    return content === undefined || content === '' ? [] : [literal(content, language)];
  });
}

export const tagged = (content: string, language: Language): Literal => literal(content, language);

/** @param datatype name such as `xsd:date` */
export function typed(value: string | number, datatype: Name): Literal {
  return literal(String(value), name(datatype));
}

export const plain = (value: string): Literal => literal(value);

/** Statements about one thing. There are no blank nodes: a harvester would take one for something new at every visit. */
export function describe(
  subject: string,
  types: readonly Name[],
  properties: Readonly<Partial<Record<Name, Values>>>,
): Quad[] {
  const node = namedNode(subject);
  const statements = types.map((type) => DataFactory.quad(node, name('rdf:type'), name(type)));
  for (const [property, values] of Object.entries(properties)) {
    const list = values === undefined ? [] : Array.isArray(values) ? (values as readonly Value[]) : [values as Value];
    for (const value of list) statements.push(DataFactory.quad(node, name(property as Name), value));
  }
  return statements;
}

/** Each statement once, in the order of its first mention. */
export function distinct(statements: readonly Quad[]): Quad[] {
  const seen = new Set<string>();
  return statements.filter(({ subject, predicate, object }) => {
    const tag = object.termType === 'Literal' ? `"${object.language}^${object.datatype.value}` : '';
    const key = `${subject.value}\n${predicate.value}\n${object.value}${tag}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
