import { compareCodeUnits } from '../../model/compare-code-units.ts';
import type { Translations } from '../../model/table.ts';
import type { CatalogFacts, Dataset, Distribution } from './facts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A value as CKAN's action API sends and takes it. */
export type CkanValue = string | number | boolean | null | readonly CkanValue[] | { readonly [key: string]: CkanValue };
export type CkanRecord = Readonly<Record<string, CkanValue>>;

/** A package in avoindata.fi's metadata model: what we say of it, nothing else. */
export interface CkanPackage {
  readonly name: string;
  readonly fields: CkanRecord;
  readonly resources: readonly CkanRecord[];
}

const FREQUENCY: Readonly<Record<'fi' | 'sv' | 'en', readonly string[]>> = {
  fi: ['epäsäännöllinen'],
  sv: ['oregelbunden'],
  en: ['irregular'],
};

function translations({ fi, sv, en }: Partial<Translations>): CkanRecord {
  return { fi: fi ?? en ?? '', sv: sv ?? '', en: en ?? '' };
}

function describeResource(distribution: Distribution, dataset: Dataset): CkanRecord {
  const system = distribution.format?.referenceSystem;
  return {
    name_translated: translations(distribution.title),
    description_translated: translations(dataset.description),
    url: distribution.accessUrl,
    format: distribution.format?.title.en ?? distribution.extension.toUpperCase(),
    mimetype: distribution.mediaType,
    size: distribution.bytes,
    maturity: 'current',
    ...(system === undefined ? {} : { position_info: system }),
    ...(dataset.period === undefined
      ? {}
      : { temporal_coverage_from: dataset.period.start, temporal_coverage_to: dataset.period.end }),
  };
}

/**
 * The datasets as packages of avoindata.fi. No `sha256`: only the portal's administrators may write it. Without `owner_org`,
 * the portal's own name of the publisher.
 */
export function createPackages(facts: CatalogFacts, vocabulary: Vocabulary): CkanPackage[] {
  const { publisher } = facts;
  return facts.datasets.map((dataset) => ({
    name: `hankekartta-${dataset.name.replaceAll('_', '-')}`,
    fields: {
      title_translated: translations(dataset.title),
      notes_translated: translations(dataset.description),
      keywords: {
        fi: dataset.keywords.map(({ fi }) => fi),
        sv: dataset.keywords.map(({ sv }) => sv),
        en: dataset.keywords.map(({ en }) => en),
      },
      license_id: 'cc-by-4.0',
      copyright_notice_translated: translations(vocabulary.text('rights').title),
      collection_type: 'Open Data',
      maintainer: publisher.name,
      ...(publisher.contact.includes('@') ? { maintainer_email: [publisher.contact] } : {}),
      ...(publisher.url === undefined ? {} : { maintainer_website: publisher.url }),
      geographical_coverage: ['suomi'],
      update_frequency: FREQUENCY,
      external_urls: facts.pages === undefined ? [] : [facts.pages.data],
      ...(dataset.period === undefined ? {} : { valid_from: dataset.period.start, valid_till: dataset.period.end }),
    },
    resources: dataset.distributions.map((each) => describeResource(each, dataset)),
  }));
}

/** What has to be done to a package of the portal. */
export type CkanStep =
  | { readonly action: 'package_create'; readonly name: string; readonly payload: CkanRecord }
  | {
      readonly action: 'package_update';
      readonly name: string;
      readonly payload: CkanRecord;
      readonly changes: readonly string[];
    }
  | { readonly action: 'none'; readonly name: string };

/** Whether the portal says what we say: order in lists of words, numbers as texts and empty values make no difference. */
function isSame(ours: CkanValue, theirs: CkanValue | undefined): boolean {
  if (Array.isArray(ours)) {
    const sort = (values: readonly CkanValue[]): string[] => values.map(String).sort();
    return Array.isArray(theirs) && JSON.stringify(sort(ours)) === JSON.stringify(sort(theirs));
  }
  if (typeof ours === 'object' && ours !== null) {
    const found = typeof theirs === 'object' && theirs !== null && !Array.isArray(theirs) ? (theirs as CkanRecord) : {};
    return Object.entries(ours).every(([key, value]) => isSame(value, found[key]));
  }
  return String(ours ?? '') === String((theirs as string | number | boolean | null | undefined) ?? '');
}

function listDifferences(ours: CkanRecord, theirs: CkanRecord): string[] {
  return Object.entries(ours)
    .filter(([key, value]) => !isSame(value, theirs[key]))
    .map(([key]) => key);
}

function urlOf({ url }: CkanRecord): string {
  return typeof url === 'string' ? url : '';
}

/**
 * What a portal's package needs to become ours. Resources are matched before anything is sent: CKAN makes those anew that come without
 * their id, and links to them would die. They are matched by their address, and by their path within the site where the site had another
 * address before. What the portal has and we say nothing of stays as it is, resources of other people too; ours that are no more, at this
 * address or at an earlier one, are left out.
 * @param existing the answer of `package_show`; absent where there is no such package
 * @param base our site's address, with a slash at its end
 */
export function planStep(wanted: CkanPackage, existing: CkanRecord | undefined, base: string): CkanStep {
  const { name, fields, resources } = wanted;
  if (existing === undefined) return { action: 'package_create', name, payload: { name, ...fields, resources } };
  const theirs = (existing['resources'] ?? []) as readonly CkanRecord[];
  const paths = resources.map((resource) => urlOf(resource).slice(base.length));
  const bases = [base, ...findEarlierBases(theirs, paths, base)];
  const pathOf = (resource: CkanRecord): string | undefined => {
    const own = bases.find((each) => urlOf(resource).startsWith(each));
    return own === undefined ? undefined : urlOf(resource).slice(own.length);
  };
  const matched = resources.map((resource, index) => ({
    resource,
    found:
      theirs.find((each) => urlOf(each) === urlOf(resource)) ?? theirs.find((each) => pathOf(each) === paths[index]),
  }));
  const kept = new Set(matched.map(({ found }) => found));
  const ofOthers = theirs.filter((each) => pathOf(each) === undefined);
  const changes = [
    ...listDifferences(fields, existing),
    ...matched.flatMap(({ resource, found }) =>
      found === undefined
        ? [`+ ${urlOf(resource)}`]
        : listDifferences(resource, found).map((key) => `${urlOf(resource)} ${key}`),
    ),
    ...theirs.filter((each) => pathOf(each) !== undefined && !kept.has(each)).map((each) => `- ${urlOf(each)}`),
  ];
  if (changes.length === 0) return { action: 'none', name };
  const merged = [...matched.map(({ resource, found }) => ({ ...found, ...resource })), ...ofOthers];
  return { action: 'package_update', name, payload: { ...existing, ...fields, resources: merged }, changes };
}

/** Addresses that the site had before: where files of ours are that nobody else has in a package of ours. The longest first. */
function findEarlierBases(theirs: readonly CkanRecord[], paths: readonly string[], base: string): string[] {
  const found = theirs.flatMap((resource) => {
    const url = urlOf(resource);
    if (url.startsWith(base)) return [];
    const path = paths.find((each) => url.endsWith(`/${each}`));
    return path === undefined ? [] : [url.slice(0, -path.length)];
  });
  return [...new Set(found)].sort((a, b) => b.length - a.length || compareCodeUnits(a, b));
}
