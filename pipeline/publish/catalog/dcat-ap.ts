import type { Quad } from 'n3';
import { describeAdmsType, describeFileType, describeMediaType, describeTerm, mediaTypeIri } from './eu-terms.ts';
import { PACKAGE } from './datasets.ts';
import type { CatalogFacts, Dataset, Distribution } from './facts.ts';
import { describe, distinct, iri, plain, text, typed } from './rdf/statements.ts';
import { AUTHORITY, type Vocabulary } from './vocabulary.ts';

const leadTo = (address: string | undefined): ReturnType<typeof iri> | undefined =>
  address === undefined ? undefined : iri(address);

/**
 * DCAT-AP of the two versions that are harvested. They contradict each other in the datatype of a size and in the checksum
 * algorithms that exist, so each has a graph of its own with the same things under the same IRIs.
 */
export const DCAT_AP_VERSIONS = ['3.0.1', '2.1.1'] as const;
export type DcatApVersion = (typeof DCAT_AP_VERSIONS)[number];

const SPDX_SHA256 = 'checksum_sha256';
/** Concepts that every dataset and distribution refers to. */
const SHARED_TERMS = ['licence_cc_by_4_0', 'access_public', 'frequency_irreg', 'availability_stable', 'country_fin'];
/** Page of the site that describes the data. */

/** Well-known text of a rectangle, longitude first. */
function writeRectangle([west, south, east, north]: CatalogFacts['bounds']): string {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return `POLYGON((${corners.map((corner) => corner.join(' ')).join(', ')}))`;
}

function describeShared(facts: CatalogFacts, vocabulary: Vocabulary, version: DcatApVersion): Quad[] {
  const { addresses, publisher, provenance, bounds } = facts;
  const [west, south, east, north] = bounds;
  const middle = `POINT(${Number(((west + east) / 2).toFixed(3))} ${Number(((south + north) / 2).toFixed(3))})`;
  const kind = publisher.type === undefined ? undefined : vocabulary.term(publisher.type);
  const attribution = vocabulary.term('licence_type_attribution');
  const isAddress = /^https?:/u.test(publisher.contact);
  const finland = vocabulary.term('country_fin');
  return [
    ...describe(addresses.catalog('publisher'), ['foaf:Agent', 'foaf:Organization'], {
      'foaf:name': text({ fi: publisher.name, sv: publisher.name, en: publisher.name }),
      'foaf:homepage': leadTo(publisher.url),
      'dct:type': kind === undefined ? undefined : iri(kind.iri),
    }),
    ...(kind === undefined ? [] : describeAdmsType(kind)),
    ...(publisher.url === undefined ? [] : describe(publisher.url, ['foaf:Document'], {})),
    ...describe(addresses.catalog('contact'), ['vcard:Kind', 'vcard:Organization'], {
      'vcard:fn': text({ fi: publisher.name, sv: publisher.name, en: publisher.name }),
      [isAddress ? 'vcard:hasURL' : 'vcard:hasEmail']: iri(
        isAddress ? publisher.contact : `mailto:${publisher.contact}`,
      ),
    }),
    ...describe(addresses.catalog('provenance'), ['dct:ProvenanceStatement'], { 'rdfs:label': text(provenance) }),
    ...describe(addresses.catalog('rights'), ['dct:RightsStatement'], {
      'rdfs:label': text(vocabulary.text('rights').title),
    }),
    ...(facts.pages === undefined
      ? []
      : describe(facts.pages.data, ['foaf:Document'], { 'dct:title': text(vocabulary.text('documentation').title) })),
    ...SHARED_TERMS.flatMap((code) => describeTerm(vocabulary.term(code))),
    ...describe(vocabulary.term('licence_cc_by_4_0').iri, [], { 'dct:type': iri(attribution.iri) }),
    ...describeAdmsType(attribution),
    ...describe(finland.iri, [], {
      'dcat:bbox': typed(writeRectangle(bounds), 'geo:wktLiteral'),
      'dcat:centroid': typed(middle, 'geo:wktLiteral'),
    }),
    ...(version === '3.0.1' ? describe(vocabulary.term(SPDX_SHA256).iri, ['spdx:ChecksumAlgorithm'], {}) : []),
  ];
}

function describeDistribution(
  dataset: Dataset,
  distribution: Distribution,
  facts: CatalogFacts,
  vocabulary: Vocabulary,
  version: DcatApVersion,
): Quad[] {
  const { addresses, issued, modified } = facts;
  const { format, title } = distribution;
  const address = addresses.catalog(`${dataset.name}/${distribution.name}`);
  const checksum = `${address}/checksum`;
  const hasChecksum = version === '3.0.1';
  return [
    ...describe(address, ['dcat:Distribution'], {
      'dct:title': text(title),
      'dct:description': text(dataset.description),
      'dcat:accessURL': iri(distribution.accessUrl),
      'dcat:downloadURL': iri(distribution.downloadUrl),
      'dct:format': format?.fileType === undefined ? undefined : iri(format.fileType),
      'dcat:mediaType': format?.mediaType === undefined ? undefined : iri(mediaTypeIri(format.mediaType)),
      'dct:license': iri(vocabulary.term('licence_cc_by_4_0').iri),
      'dct:rights': iri(addresses.catalog('rights')),
      'dcat:byteSize': typed(distribution.bytes, version === '3.0.1' ? 'xsd:nonNegativeInteger' : 'xsd:decimal'),
      'spdx:checksum': hasChecksum ? iri(checksum) : undefined,
      'dct:issued': typed(issued, 'xsd:date'),
      'dct:modified': typed(modified, 'xsd:date'),
      'dct:language': dataset.languages.map((term) => iri(term.iri)),
      'dcatap:availability': iri(vocabulary.term('availability_stable').iri),
      'dct:conformsTo': dataset.schema === undefined ? undefined : iri(dataset.schema),
      'foaf:page': leadTo(facts.pages?.data),
    }),
    ...(hasChecksum
      ? describe(checksum, ['spdx:Checksum'], {
          'spdx:algorithm': iri(vocabulary.term(SPDX_SHA256).iri),
          'spdx:checksumValue': typed(distribution.sha256, 'xsd:hexBinary'),
        })
      : []),
    ...(format === undefined ? [] : [...describeFileType(format), ...describeMediaType(format)]),
  ];
}

function describeDataset(
  dataset: Dataset,
  facts: CatalogFacts,
  vocabulary: Vocabulary,
  version: DcatApVersion,
): Quad[] {
  const { addresses, issued, modified, release, releases, notes } = facts;
  const address = addresses.catalog(dataset.name);
  const period = addresses.catalog(`${dataset.name}/period`);
  const identifier = addresses.catalog(`${dataset.name}/identifier`);
  const earlier = releases.slice(0, -1).map((entry) => iri(addresses.version(entry.release)));
  const related = dataset.name === PACKAGE ? facts.datasets.slice(1) : facts.datasets.slice(0, 1);
  return [
    ...describe(address, ['dcat:Dataset'], {
      'dct:title': text(dataset.title),
      'dct:description': text(dataset.description),
      'dct:identifier': plain(address),
      'adms:identifier': iri(identifier),
      'dcat:keyword': dataset.keywords.flatMap(text),
      'dcat:theme': dataset.themes.map((term) => iri(term.iri)),
      'dct:language': dataset.languages.map((term) => iri(term.iri)),
      'dct:publisher': iri(addresses.catalog('publisher')),
      'dcat:contactPoint': iri(addresses.catalog('contact')),
      'dct:spatial': iri(vocabulary.term('country_fin').iri),
      'dct:temporal': dataset.period === undefined ? undefined : iri(period),
      'dct:accrualPeriodicity': iri(vocabulary.term('frequency_irreg').iri),
      'dct:accessRights': iri(vocabulary.term('access_public').iri),
      'dct:provenance': iri(addresses.catalog('provenance')),
      'dct:issued': typed(issued, 'xsd:date'),
      'dct:modified': typed(modified, 'xsd:date'),
      [version === '3.0.1' ? 'dcat:version' : 'owl:versionInfo']: plain(release),
      'adms:versionNotes': text(notes),
      'dct:conformsTo': dataset.schema === undefined ? undefined : iri(dataset.schema),
      'dcat:landingPage': leadTo(facts.pages?.data),
      'foaf:page': leadTo(facts.pages?.data),
      'dct:relation': [
        ...related.map((other) => iri(addresses.catalog(other.name))),
        ...(dataset.name === PACKAGE ? earlier : []),
      ],
      'dcat:distribution': dataset.distributions.map((each) => iri(addresses.catalog(`${dataset.name}/${each.name}`))),
    }),
    ...describe(identifier, ['adms:Identifier'], {
      'skos:notation': typed(`hankekartta-${dataset.name}`, 'xsd:token'),
    }),
    ...(dataset.period === undefined
      ? []
      : describe(period, ['dct:PeriodOfTime'], {
          'dcat:startDate': typed(dataset.period.start, 'xsd:date'),
          'dcat:endDate': typed(dataset.period.end, 'xsd:date'),
        })),
    ...(dataset.schema === undefined
      ? []
      : describe(dataset.schema, ['dct:Standard'], { 'dct:title': text(vocabulary.text('schema').title) })),
    ...[...dataset.themes, ...dataset.languages].flatMap(describeTerm),
    ...dataset.distributions.flatMap((each) => describeDistribution(dataset, each, facts, vocabulary, version)),
  ];
}

function describeService(facts: CatalogFacts, vocabulary: Vocabulary): Quad[] {
  const { addresses } = facts;
  const { title, description } = vocabulary.text('api');
  const entrance = addresses.file('api/projects/index.json');
  const openApi = addresses.file('api/openapi.json');
  return [
    ...describe(addresses.catalog('api'), ['dcat:DataService'], {
      'dct:title': text(title),
      'dct:description': text(description),
      'dct:identifier': plain(addresses.catalog('api')),
      'dcat:endpointURL': iri(entrance),
      'dcat:endpointDescription': iri(openApi),
      'dcat:servesDataset': facts.datasets.map((dataset) => iri(addresses.catalog(dataset.name))),
      'dcat:keyword': text(vocabulary.keyword('projects')),
      'dcat:theme': iri(vocabulary.term('theme_soci').iri),
      'dct:publisher': iri(addresses.catalog('publisher')),
      'dcat:contactPoint': iri(addresses.catalog('contact')),
      'dct:license': iri(vocabulary.term('licence_cc_by_4_0').iri),
      'dct:accessRights': iri(vocabulary.term('access_public').iri),
      'dct:conformsTo': iri('https://spec.openapis.org/oas/v3.1.0'),
      'foaf:page': leadTo(facts.pages?.data),
    }),
    ...describe(entrance, ['rdfs:Resource'], {}),
    ...describe(openApi, ['rdfs:Resource'], {}),
    ...describe('https://spec.openapis.org/oas/v3.1.0', ['dct:Standard'], {
      'dct:title': text({ en: 'OpenAPI Specification 3.1.0' }),
    }),
  ];
}

/** The catalogue in one version of DCAT-AP. Only the newest release is there: CKAN imports everything that is a dataset. */
export function describeCatalog(facts: CatalogFacts, vocabulary: Vocabulary, version: DcatApVersion): Quad[] {
  const { addresses, issued, modified } = facts;
  const { title, description } = vocabulary.text('catalog');
  const languages = ['language_fin', 'language_swe', 'language_eng'].map(vocabulary.term);
  const homepage = facts.pages?.home;
  return distinct([
    ...describe(addresses.catalog('catalog'), ['dcat:Catalog'], {
      'dct:title': text(title),
      'dct:description': text(description),
      'dct:publisher': iri(addresses.catalog('publisher')),
      'dct:license': iri(vocabulary.term('licence_cc_by_4_0').iri),
      'dct:rights': iri(addresses.catalog('rights')),
      'dct:language': languages.map((term) => iri(term.iri)),
      'dct:spatial': iri(vocabulary.term('country_fin').iri),
      'dct:issued': typed(issued, 'xsd:date'),
      'dct:modified': typed(modified, 'xsd:date'),
      'foaf:homepage': leadTo(homepage),
      'dcat:themeTaxonomy': iri(`${AUTHORITY}data-theme`),
      'dcat:dataset': facts.datasets.map((dataset) => iri(addresses.catalog(dataset.name))),
      'dcat:service': iri(addresses.catalog('api')),
    }),
    ...(homepage === undefined ? [] : describe(homepage, ['foaf:Document'], {})),
    ...languages.flatMap(describeTerm),
    ...facts.datasets.flatMap((dataset) => describeDataset(dataset, facts, vocabulary, version)),
    ...describeService(facts, vocabulary),
    ...describeShared(facts, vocabulary, version),
  ]);
}

/**
 * Every release as a version of the whole release. They are resources, no datasets: who harvests this file too must not get each
 * of them as something new.
 */
export function describeVersions(facts: CatalogFacts, vocabulary: Vocabulary): Quad[] {
  const { addresses, releases } = facts;
  const { title, description } = vocabulary.text('release');
  const whole = addresses.catalog(PACKAGE);
  return distinct([
    ...describe(whole, [], { 'dcat:hasVersion': releases.map(({ release }) => iri(addresses.version(release))) }),
    ...releases.flatMap(({ release, archiveBytes, archiveSha256 }, index) => {
      const previous = releases[index - 1];
      const address = addresses.version(release);
      const archive = addresses.file(`data/${release}.zip`);
      return [
        ...describe(address, ['dcat:Resource', 'prov:Entity'], {
          'dct:title': text({
            fi: `${title.fi} ${release}`,
            sv: `${title.sv} ${release}`,
            en: `${title.en} ${release}`,
          }),
          'dct:description': text(description),
          'dcat:version': plain(release),
          'dct:issued': typed(release.slice(0, 10), 'xsd:date'),
          'dcat:isVersionOf': iri(whole),
          'dcat:previousVersion': previous === undefined ? undefined : iri(addresses.version(previous.release)),
          'dcat:distribution': iri(`${address}/archive`),
          'dct:publisher': iri(addresses.catalog('publisher')),
          'foaf:page': iri(addresses.released(release, 'manifest.json')),
        }),
        ...describe(`${address}/archive`, ['dcat:Distribution'], {
          'dcat:accessURL': iri(archive),
          'dcat:downloadURL': iri(archive),
          'dcat:byteSize': typed(archiveBytes, 'xsd:nonNegativeInteger'),
          'spdx:checksum': iri(`${address}/checksum`),
          'dct:license': iri(vocabulary.term('licence_cc_by_4_0').iri),
        }),
        ...describe(`${address}/checksum`, ['spdx:Checksum'], {
          'spdx:algorithm': iri(vocabulary.term(SPDX_SHA256).iri),
          'spdx:checksumValue': typed(archiveSha256, 'xsd:hexBinary'),
        }),
      ];
    }),
    ...describe(addresses.catalog('publisher'), ['foaf:Agent'], {
      'foaf:name': text({ fi: facts.publisher.name, sv: facts.publisher.name, en: facts.publisher.name }),
    }),
    ...describe(vocabulary.term(SPDX_SHA256).iri, ['spdx:ChecksumAlgorithm'], {}),
    ...describeTerm(vocabulary.term('licence_cc_by_4_0')),
  ]);
}
