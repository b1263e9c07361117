import type { Settings } from '../config.ts';
import type { Context } from '../context.ts';
import type { Translations } from '../model/table.ts';
import { joinProjects } from '../publish/api.ts';
import { createAddresses } from '../publish/catalog/addresses.ts';
import { describeAreas } from '../publish/catalog/areas.ts';
import { describeKohesio, listKohesioTypes, writeKohesio, type KohesioReport } from '../publish/catalog/kohesio.ts';
import { toOperations } from '../publish/catalog/operations.ts';
import { writeJsonLd } from '../publish/catalog/rdf/json-ld.ts';
import { writeRdfXml } from '../publish/catalog/rdf/rdf-xml.ts';
import { writeTurtle } from '../publish/catalog/rdf/turtle.ts';
import { writeRecords, type ProjectRecord, type RecordContext } from '../publish/catalog/records.ts';
import type { Tables } from './tables.ts';
import { toJson } from './to-json.ts';

/** A file of a release that no table's format makes. */
export interface RecordFile {
  readonly name: string;
  readonly mediaType: string;
  readonly title: Translations;
  readonly content: Iterable<string>;
}

const AREAS: Translations = {
  en: 'Areas since 2013 as linked data',
  fi: 'Alueet vuodesta 2013 linkitettynä datana',
  sv: 'Områdena sedan 2013 som länkade data',
};

const KOHESIO: Translations = {
  en: 'Column types of the list of operations',
  fi: 'Toimien luettelon sarakkeiden tyypit',
  sv: 'Kolumntyper i förteckningen över insatser',
};

function withFormat(title: Translations, format: string): Translations {
  return { en: `${title.en} (${format})`, fi: `${title.fi} (${format})`, sv: `${title.sv} (${format})` };
}

function* toRecords({ data }: Tables): Generator<ProjectRecord> {
  for (const { project, children } of joinProjects(data))
    yield { project, areas: children.project_areas, partners: children.partners };
}

/** The list of operations for the Commission, what it leaves out, and the records as linked data; to be written in this order. */
export async function* listRecordFiles(
  settings: Settings,
  { areaHistory, catalog, tables: declared, vintage }: Context,
  tables: Tables,
): AsyncGenerator<RecordFile> {
  const addresses = createAddresses(settings.siteUrl);
  const funds = new Map([...catalog.funds].map(([code, { fi }]) => [code, fi]));
  let report: KohesioReport | undefined;
  const operations = writeKohesio(catalog.kohesioColumns, toOperations(toRecords(tables), vintage), funds);
  yield {
    name: 'kohesio.csv',
    mediaType: 'text/csv',
    title: {
      en: "List of operations for the Commission's Kohesio validator (CSV)",
      fi: 'Toimien luettelo komission Kohesio-tarkistusta varten (CSV)',
      sv: 'Förteckning över insatser för kommissionens Kohesio-validering (CSV)',
    },
    content: (function* () {
      report = yield* operations;
    })(),
  };
  yield {
    name: 'kohesio-omitted.json',
    mediaType: 'application/json',
    title: {
      en: 'What the list of operations leaves out, and why (JSON)',
      fi: 'Mitä toimien luettelosta puuttuu ja miksi (JSON)',
      sv: 'Vad förteckningen över insatser utelämnar, och varför (JSON)',
    },
    content: [toJson(report)],
  };
  yield {
    name: 'kohesio.csvw.json',
    mediaType: 'application/json',
    title: withFormat(KOHESIO, 'CSVW'),
    content: [toJson(describeKohesio(catalog.kohesioColumns))],
  };
  yield {
    name: 'kohesio.csvt',
    mediaType: 'text/plain',
    title: withFormat(KOHESIO, 'CSVT'),
    content: [listKohesioTypes(catalog.kohesioColumns)],
  };
  const context: RecordContext = {
    addresses,
    mappings: catalog.termMappings,
    funds: catalog.funds,
    titles: new Map(declared.get('projects')?.columns.map(({ name, title }) => [name, title])),
  };
  yield {
    name: 'projects.ttl',
    mediaType: 'text/turtle',
    title: withFormat(declared.get('projects')?.title ?? AREAS, 'RDF Turtle'),
    content: writeRecords(toRecords(tables), context),
  };
  const areas = describeAreas(areaHistory, addresses);
  yield {
    name: 'areas.ttl',
    mediaType: 'text/turtle',
    title: withFormat(AREAS, 'RDF Turtle'),
    content: [writeTurtle(areas)],
  };
  yield {
    name: 'areas.jsonld',
    mediaType: 'application/ld+json',
    title: withFormat(AREAS, 'JSON-LD'),
    content: [await writeJsonLd(areas)],
  };
  yield {
    name: 'areas.rdf',
    mediaType: 'application/rdf+xml',
    title: withFormat(AREAS, 'RDF/XML'),
    content: [writeRdfXml(areas)],
  };
}
