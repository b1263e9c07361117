import path from 'node:path';
import { ADDRESS, type Settings } from '../config.ts';
import type { Context } from '../context.ts';
import { exists, linkOrCopy, readJson, writeFile } from '../effects/files.ts';
import type { Manifest, Releases } from '../model/schema-types.ts';
import type { Progress } from '../model/progress.ts';
import { LANGUAGES } from '../model/table.ts';
import { createAddresses } from '../publish/catalog/addresses.ts';
import { createPackages } from '../publish/catalog/ckan.ts';
import { assessCatalog } from '../publish/catalog/assess-catalog.ts';
import { collectFacts, type CatalogFacts, type CatalogSource, type Publisher } from '../publish/catalog/facts.ts';
import { DCAT_AP_VERSIONS, describeCatalog, describeVersions } from '../publish/catalog/dcat-ap.ts';
import { measureBounds, measurePeriods } from '../publish/catalog/extent.ts';
import { describeApi } from '../publish/catalog/open-api.ts';
import { writeJsonLd } from '../publish/catalog/rdf/json-ld.ts';
import { writeRdfXml } from '../publish/catalog/rdf/rdf-xml.ts';
import { writeTurtle } from '../publish/catalog/rdf/turtle.ts';
import { describeForSearch } from '../publish/catalog/schema-org.ts';
import { describeCollection } from '../publish/catalog/stac.ts';
import { nameCollection, type Vocabulary } from '../publish/catalog/vocabulary.ts';
import type { Output } from './output.ts';
import type { ReleasePlan } from './plan-release.ts';
import type { Tables } from './tables.ts';
import { toJson } from './to-json.ts';

/** What the configuration has to say for a catalogue, and does not. */
function listMissing({ publisher, provenance }: Settings): string[] {
  return [
    ...(publisher?.name === undefined ? ['publisher.name'] : []),
    ...(publisher?.contact === undefined ? ['publisher.contact'] : []),
    ...(provenance === undefined ? ['provenance'] : []),
  ];
}

/** The facts of the catalogue of an output; `undefined` where the configuration says too little. */
function readFacts(
  folder: string,
  settings: Settings,
  { tables }: Context,
  vocabulary: Vocabulary,
  extent: Pick<CatalogSource, 'bounds' | 'periods'>,
): CatalogFacts | undefined {
  const { publisher, provenance, siteUrl, schemaBase } = settings;
  if (publisher?.contact === undefined || provenance === undefined) return undefined;
  const data = path.join(folder, 'data');
  const { releases } = readJson(path.join(data, 'releases.json')) as Releases;
  const newest = releases[0]?.release ?? '';
  const { name, url, type, contact } = publisher;
  const who: Publisher = {
    name,
    contact,
    ...(url === undefined ? {} : { url }),
    ...(type === undefined ? {} : { type }),
  };
  return collectFacts(
    {
      siteUrl,
      schemaBase,
      hasSite: settings.site,
      publisher: who,
      provenance,
      manifest: readJson(path.join(data, newest, 'manifest.json')) as Manifest,
      tables,
      releases: [...releases].reverse().map((each) => ({
        release: each.release,
        archiveBytes: each.archive_bytes ?? 0,
        archiveSha256: each.archive_sha256 ?? '',
      })),
      ...extent,
    },
    vocabulary,
  );
}

/**
 * The catalogue beside the data: DCAT-AP in two versions, the versions of the data, what search engines and STAC read, the description
 * of the API, and how good the catalogue is by the official measures. Says what is missing where none is made.
 */
export async function writeCatalog(
  plan: ReleasePlan,
  settings: Settings,
  context: Context,
  tables: Tables,
  { folder }: Output,
  progress: Progress,
): Promise<void> {
  const put = (name: string, content: string): void => writeFile(path.join(folder, name), content);
  linkOrCopy(path.join(folder, 'data', `${plan.name}.zip`), path.join(folder, 'data', 'latest.zip'));
  const addresses = createAddresses(settings.siteUrl);
  put('api/openapi.json', toJson(describeApi(context.schemas, context.tables, addresses, plan.name)));
  const extent = { bounds: measureBounds(context.vintage), periods: measurePeriods(tables.data) };
  const vocabulary = nameCollection(context.catalog.vocabulary, settings.collection);
  const facts = readFacts(folder, settings, context, vocabulary, extent);
  if (facts === undefined) {
    progress.say(`no catalogue is made: ${listMissing(settings).join(', ')} missing in hankekartta.config.json`);
    return;
  }
  if (settings.siteUrl === ADDRESS)
    progress.say(`the catalogue's addresses are placeholders (${ADDRESS}): siteUrl missing in hankekartta.config.json`);
  const graphs = new Map(
    DCAT_AP_VERSIONS.map((version) => [
      version === '3.0.1' ? 'catalog' : `catalog-${version}`,
      describeCatalog(facts, vocabulary, version),
    ]),
  );
  graphs.set('catalog-versions', describeVersions(facts, vocabulary));
  for (const [name, statements] of graphs) {
    put(`${name}.ttl`, writeTurtle(statements));
    put(`${name}.jsonld`, await writeJsonLd(statements));
    put(`${name}.rdf`, writeRdfXml(statements));
  }
  for (const language of LANGUAGES) put(`dataset.${language}.jsonld`, toJson(describeForSearch(facts, language)));
  const isPublished = (url: string): boolean =>
    url.startsWith(addresses.base) && exists(path.join(folder, decodeURIComponent(url.slice(addresses.base.length))));
  put('ckan-packages.json', toJson(createPackages(facts, vocabulary)));
  put('stac-collection.json', toJson(describeCollection(facts)));
  put('catalog-quality.json', toJson(await assessCatalog(facts, context.catalog, isPublished)));
}
