import type { Quad } from 'n3';
import type { Name } from './rdf/prefixes.ts';
import { describe, iri, plain, tagged, text } from './rdf/statements.ts';
import { AUTHORITY, type FileFormat, type Term } from './vocabulary.ts';

/** What a concept of a vocabulary is besides a concept: the official shapes ask for a class on every node. */
const CLASSES: Readonly<Record<string, readonly Name[]>> = {
  'access-right': ['dct:RightsStatement'],
  country: ['dct:Location'],
  'file-type': ['dct:MediaTypeOrExtent'],
  frequency: ['dct:Frequency'],
  language: ['dct:LinguisticSystem'],
  licence: ['dct:LicenseDocument'],
};

const SCHEME_TITLES: Readonly<Record<string, string>> = {
  'access-right': 'Access right',
  country: 'Country',
  'data-theme': 'Data theme',
  'file-type': 'File type',
  frequency: 'Frequency',
  language: 'Language',
  licence: 'Licence',
  'planned-availability': 'Planned availability',
};

function describeScheme(vocabulary: string): Quad[] {
  const title = SCHEME_TITLES[vocabulary] ?? vocabulary;
  return describe(`${AUTHORITY}${vocabulary}`, ['skos:ConceptScheme'], { 'dct:title': tagged(title, 'en') });
}

/**
 * A concept of an EU authority table and its scheme. No `rdfs:label`: CKAN would put the label in the place of the IRI. The title
 * of a licence is what CKAN finds its own licence by.
 */
export function describeTerm({ iri: address, vocabulary, title }: Term): Quad[] {
  return [
    ...describe(address, ['skos:Concept', ...(CLASSES[vocabulary] ?? [])], {
      'skos:prefLabel': text(title),
      'skos:inScheme': iri(`${AUTHORITY}${vocabulary}`),
      'dct:title': vocabulary === 'licence' ? plain(title.en) : undefined,
    }),
    ...describeScheme(vocabulary),
  ];
}

/** A concept of the vocabularies that ADMS brought along: what a licence asks for, what kind a publisher is. */
export function describeAdmsType({ iri: address, vocabulary, title }: Term): Quad[] {
  const scheme = `http://purl.org/adms/${vocabulary}/1.0`;
  return [
    ...describe(address, ['skos:Concept'], { 'skos:prefLabel': text(title), 'skos:inScheme': iri(scheme) }),
    ...describe(scheme, ['skos:ConceptScheme'], { 'dct:title': tagged(`ADMS ${vocabulary} 1.0`, 'en') }),
  ];
}

export function describeFileType({ fileType, title }: FileFormat): Quad[] {
  return fileType === undefined ? [] : describeTerm({ iri: fileType, vocabulary: 'file-type', title });
}

/** IANA's address of a registered media type. */
export function mediaTypeIri(mediaType: string): string {
  return `http://www.iana.org/assignments/media-types/${mediaType}`;
}

export function describeMediaType({ mediaType }: FileFormat): Quad[] {
  return mediaType === undefined
    ? []
    : describe(mediaTypeIri(mediaType), ['dct:MediaType', 'dct:MediaTypeOrExtent'], {});
}
