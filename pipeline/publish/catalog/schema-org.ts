import type { Language } from '../../model/table.ts';
import type { CatalogFacts, Dataset } from './facts.ts';

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

function describeDataset(dataset: Dataset, facts: CatalogFacts, language: Language): object {
  const { addresses, publisher } = facts;
  return {
    '@type': 'Dataset',
    '@id': addresses.catalog(dataset.name),
    name: dataset.title[language],
    description: dataset.description[language],
    ...(facts.pages === undefined ? {} : { url: facts.pages.data }),
    identifier: addresses.catalog(dataset.name),
    keywords: dataset.keywords.map((keyword) => keyword[language]),
    inLanguage: language,
    license: LICENCE,
    isAccessibleForFree: true,
    version: facts.release,
    datePublished: facts.issued,
    dateModified: facts.modified,
    ...(dataset.period === undefined ? {} : { temporalCoverage: `${dataset.period.start}/${dataset.period.end}` }),
    spatialCoverage: {
      '@type': 'Place',
      name: { fi: 'Suomi', sv: 'Finland', en: 'Finland' }[language],
      geo: {
        '@type': 'GeoShape',
        box: [facts.bounds[1], facts.bounds[0], facts.bounds[3], facts.bounds[2]].join(' '),
      },
    },
    creator: {
      '@type': 'Organization',
      '@id': addresses.catalog('publisher'),
      name: publisher.name,
      ...(publisher.url === undefined ? {} : { url: publisher.url }),
    },
    distribution: dataset.distributions.map((each) => ({
      '@type': 'DataDownload',
      name: each.title[language] ?? each.title.en,
      encodingFormat: each.mediaType,
      contentUrl: each.accessUrl,
      contentSize: `${each.bytes} B`,
      sha256: each.sha256,
    })),
  };
}

/** What search engines read of a page about data: schema.org's `Dataset` of the whole release with one for each table in it. */
export function describeForSearch(facts: CatalogFacts, language: Language): object {
  const [whole, ...tables] = facts.datasets;
  return {
    '@context': 'https://schema.org/',
    ...(whole === undefined ? {} : describeDataset(whole, facts, language)),
    hasPart: tables.map((table) => describeDataset(table, facts, language)),
  };
}
