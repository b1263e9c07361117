import type { Quad } from 'n3';
import { expand, type Name } from './rdf/prefixes.ts';

/** One indicator of the European Metadata Quality Assessment, method of 405 points. */
export interface Indicator {
  readonly dimension: string;
  readonly indicator: string;
  readonly max_points: number;
  /** Mean over the datasets, at most two decimals. */
  readonly points: number;
}

export interface Assessment {
  readonly method: string;
  readonly max_points: number;
  readonly points: number;
  readonly rating: 'excellent' | 'good' | 'sufficient' | 'bad';
  readonly indicators: readonly Indicator[];
  readonly datasets: readonly { readonly dataset: string; readonly points: number }[];
}

/** What the assessment needs beside the graph. */
export interface AssessmentContext {
  /** IRIs of file types that are no one's property, and of those that machines read well. */
  readonly nonProprietary: ReadonlySet<string>;
  readonly machineReadable: ReadonlySet<string>;
  /** IRIs of vocabularies that we use, known to be members. */
  readonly members: ReadonlySet<string>;
  readonly isReachable: (url: string) => boolean;
  /** Whether the shapes find no violation in the graph. */
  readonly isCompliant: boolean;
}

type Read = (name: Name) => readonly string[];
interface Rule {
  readonly dimension: 'findability' | 'accessibility' | 'interoperability' | 'reusability' | 'contextuality';
  readonly indicator: string;
  readonly points: number;
  readonly on: 'dataset' | 'distribution';
  readonly holds: (read: Read, context: AssessmentContext) => boolean;
}

const IANA = 'http://www.iana.org/assignments/media-types/';

const isSet =
  (name: Name) =>
  (read: Read): boolean =>
    read(name).length > 0;
const isReachable =
  (name: Name): Rule['holds'] =>
  (read, context) =>
    read(name).some(context.isReachable);
const isMember =
  (name: Name, choose: (context: AssessmentContext) => ReadonlySet<string> = ({ members }) => members): Rule['holds'] =>
  (read, context) =>
    read(name).some((value) => choose(context).has(value));

function rule(
  dimension: Rule['dimension'],
  on: Rule['on'],
  points: number,
  indicator: string,
  holds: Rule['holds'],
): Rule {
  return { dimension, on, points, indicator, holds };
}

/** Weights as the method's first version has them (yourOpenDAta and ckan-mqa agree on them). */
export const RULES: readonly Rule[] = [
  rule('findability', 'dataset', 30, 'keyword', isSet('dcat:keyword')),
  rule('findability', 'dataset', 30, 'theme', isSet('dcat:theme')),
  rule('findability', 'dataset', 20, 'spatial', isSet('dct:spatial')),
  rule('findability', 'dataset', 20, 'temporal', isSet('dct:temporal')),
  rule('accessibility', 'distribution', 50, 'access_url_reachable', isReachable('dcat:accessURL')),
  rule('accessibility', 'distribution', 20, 'download_url', isSet('dcat:downloadURL')),
  rule('accessibility', 'distribution', 30, 'download_url_reachable', isReachable('dcat:downloadURL')),
  rule('interoperability', 'distribution', 20, 'format', isSet('dct:format')),
  rule('interoperability', 'distribution', 10, 'media_type', isSet('dcat:mediaType')),
  rule(
    'interoperability',
    'distribution',
    10,
    'format_and_media_type_from_vocabulary',
    (read, context) =>
      isMember('dct:format')(read, context) && read('dcat:mediaType').some((value) => value.startsWith(IANA)),
  ),
  rule(
    'interoperability',
    'distribution',
    20,
    'non_proprietary',
    isMember('dct:format', (c) => c.nonProprietary),
  ),
  rule(
    'interoperability',
    'distribution',
    20,
    'machine_readable',
    isMember('dct:format', (c) => c.machineReadable),
  ),
  rule('interoperability', 'dataset', 30, 'dcat_ap_compliance', (_, context) => context.isCompliant),
  rule('reusability', 'distribution', 20, 'licence', isSet('dct:license')),
  rule('reusability', 'distribution', 10, 'licence_from_vocabulary', isMember('dct:license')),
  rule('reusability', 'dataset', 10, 'access_rights', isSet('dct:accessRights')),
  rule('reusability', 'dataset', 5, 'access_rights_from_vocabulary', isMember('dct:accessRights')),
  rule('reusability', 'dataset', 20, 'contact_point', isSet('dcat:contactPoint')),
  rule('reusability', 'dataset', 10, 'publisher', isSet('dct:publisher')),
  rule('contextuality', 'distribution', 5, 'rights', isSet('dct:rights')),
  rule('contextuality', 'distribution', 5, 'byte_size', isSet('dcat:byteSize')),
  rule('contextuality', 'dataset', 5, 'issued', isSet('dct:issued')),
  rule('contextuality', 'dataset', 5, 'modified', isSet('dct:modified')),
];

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function rate(points: number): Assessment['rating'] {
  if (points > 350) return 'excellent';
  if (points > 220) return 'good';
  return points > 120 ? 'sufficient' : 'bad';
}

/**
 * Points of a catalogue by the method's first version: 405 at most. An indicator of distributions counts the part of them that has it,
 * but for interoperability only the best distribution of a dataset counts.
 */
export function assessMetadata(statements: readonly Quad[], context: AssessmentContext): Assessment {
  const values = new Map<string, string[]>();
  for (const { subject, predicate, object } of statements) {
    const key = `${subject.value} ${predicate.value}`;
    const known = values.get(key);
    if (known === undefined) values.set(key, [object.value]);
    else known.push(object.value);
  }
  const readOf =
    (subject: string): Read =>
    (name) =>
      values.get(`${subject} ${expand(name)}`) ?? [];
  const datasets = statements
    .filter(
      ({ predicate, object }) => predicate.value === expand('rdf:type') && object.value === expand('dcat:Dataset'),
    )
    .map(({ subject }) => subject.value);
  const scores = datasets.map((dataset) => {
    const distributions = readOf(dataset)('dcat:distribution');
    const pointsOf = (distribution: string, { points, holds }: Rule): number =>
      holds(readOf(distribution), context) ? points : 0;
    const interoperable = RULES.filter((each) => each.dimension === 'interoperability' && each.on === 'distribution');
    const total = (distribution: string): number =>
      interoperable.reduce((sum, each) => sum + pointsOf(distribution, each), 0);
    const best = [...distributions].sort((a, b) => total(b) - total(a)).slice(0, 1);
    return RULES.map((each) => {
      if (each.on === 'dataset') return pointsOf(dataset, each);
      const counted = each.dimension === 'interoperability' ? best : distributions;
      const sum = counted.reduce((all, distribution) => all + pointsOf(distribution, each), 0);
      return counted.length === 0 ? 0 : sum / counted.length;
    });
  });
  const indicators = RULES.map(({ dimension, indicator, points }, index): Indicator => ({
    dimension,
    indicator,
    max_points: points,
    points: round(scores.reduce((sum, score) => sum + (score[index] ?? 0), 0) / Math.max(1, scores.length)),
  }));
  const points = round(indicators.reduce((sum, each) => sum + each.points, 0));
  return {
    method: 'European Metadata Quality Assessment, version 1 (405 points)',
    max_points: RULES.reduce((sum, each) => sum + each.points, 0),
    points,
    rating: rate(points),
    indicators,
    datasets: datasets.map((dataset, index) => ({
      dataset,
      points: round((scores[index] ?? []).reduce((sum, each) => sum + each, 0)),
    })),
  };
}
