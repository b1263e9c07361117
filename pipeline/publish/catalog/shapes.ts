import { parse } from 'csv-parse/sync';
import { DataFactory, Store, type BlankNode, type Literal, type NamedNode, type Quad } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { expand, type Name } from './rdf/prefixes.ts';

/**
 * What DCAT-AP's official SHACL shapes ask of the things that we describe, one constraint a row: `mappings/dcat-ap-constraints.csv`,
 * condensed from SEMICeu/DCAT-AP (CC BY 4.0).
 */
export interface ShapeConstraint {
  readonly version: string;
  readonly severity: 'Violation' | 'Warning';
  readonly targetClass: Name;
  readonly path: Name;
  /** `minCount`, `maxCount`, `nodeKind`, `class`, `datatype`; `scheme`: the value's concept scheme; `pattern`: of the value's IRI. */
  readonly constraint: string;
  readonly value: string;
}

/** Something that a constraint finds wrong, and how often. */
export interface ShapeResult {
  readonly severity: 'Violation' | 'Warning';
  readonly path: string;
  readonly component: string;
  readonly count: number;
}

/** A defect of the official shapes themselves, with the issue where it is known: `codelists/shape-exception.csv`. */
export interface ShapeException {
  readonly code: string;
  readonly title: { readonly en: string; readonly fi: string; readonly sv: string };
  readonly version: string;
  readonly severity: string;
  readonly path: string;
  readonly component: string;
  readonly issue: string;
}

const SH = 'http://www.w3.org/ns/shacl#';
const namedNode = (iri: string): NamedNode => DataFactory.namedNode(iri);
const literal = (value: string | number): Literal => DataFactory.literal(value);
const blankNode = (): BlankNode => DataFactory.blankNode();
const quad = (subject: NamedNode | BlankNode, predicate: NamedNode, object: NamedNode | BlankNode | Literal): Quad =>
  DataFactory.quad(subject, predicate, object);

export function readShapeConstraints(csv: string): ShapeConstraint[] {
  return parse<Readonly<Record<string, string>>>(csv, { columns: true }).map((row) => ({
    version: row['version'] ?? '',
    severity: row['severity'] === 'Warning' ? 'Warning' : 'Violation',
    targetClass: row['class'] as Name,
    path: row['path'] as Name,
    constraint: row['constraint'] ?? '',
    value: row['value'] ?? '',
  }));
}

export function readShapeExceptions(csv: string): ShapeException[] {
  return parse<Readonly<Record<string, string>>>(csv, { columns: true }).map((row) => ({
    code: row['code'] ?? '',
    title: { en: row['title_en'] ?? '', fi: row['title_fi'] ?? '', sv: row['title_sv'] ?? '' },
    version: row['version'] ?? '',
    severity: row['severity'] ?? '',
    path: row['path'] ?? '',
    component: row['component'] ?? '',
    issue: row['issue'] ?? '',
  }));
}

function toShape({ severity, targetClass, path, constraint, value }: ShapeConstraint): Quad[] {
  const [shape, property] = [blankNode(), blankNode()];
  const sh = (name: string) => namedNode(`${SH}${name}`);
  const statements = [
    quad(shape, namedNode(expand('rdf:type')), sh('NodeShape')),
    quad(shape, sh('targetClass'), namedNode(expand(targetClass))),
    quad(shape, sh('property'), property),
    quad(property, sh('path'), namedNode(expand(path))),
    quad(property, sh('severity'), sh(severity)),
  ];
  if (constraint === 'minCount' || constraint === 'maxCount')
    return [...statements, quad(property, sh(constraint), literal(Number(value)))];
  if (constraint === 'nodeKind') return [...statements, quad(property, sh(constraint), sh(value))];
  if (constraint !== 'scheme' && constraint !== 'pattern')
    return [...statements, quad(property, sh(constraint), namedNode(expand(value as Name)))];
  const [node, scheme] = [blankNode(), blankNode()];
  return [
    ...statements,
    quad(property, sh('node'), node),
    quad(node, namedNode(expand('rdf:type')), sh('NodeShape')),
    ...(constraint === 'pattern'
      ? [quad(node, sh('pattern'), literal(value))]
      : [
          quad(node, sh('property'), scheme),
          quad(scheme, sh('path'), namedNode(expand('skos:inScheme'))),
          quad(scheme, sh('hasValue'), namedNode(value)),
        ]),
  ];
}

/** Holds statements against the constraints of one version; what is wrong, counted by property. */
export async function checkShapes(
  statements: readonly Quad[],
  constraints: readonly ShapeConstraint[],
): Promise<ShapeResult[]> {
  const validator = new SHACLValidator(new Store(constraints.flatMap(toShape)));
  const { results } = await validator.validate(new Store([...statements]));
  const counts = new Map<string, ShapeResult>();
  const nameOf = (iri: string): string => iri.slice(SH.length);
  for (const { severity, path, sourceConstraintComponent } of results) {
    const kind = nameOf(severity.value) === 'Warning' ? 'Warning' : 'Violation';
    const component = nameOf(sourceConstraintComponent.value);
    const about = (path as { readonly value: string } | null | undefined)?.value ?? '';
    const key = `${kind} ${about} ${component}`;
    counts.set(key, { severity: kind, path: about, component, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, result]) => result);
}
