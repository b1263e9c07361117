/** The vocabularies that we write in, with the prefixes that they are known by. */
export const PREFIXES = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  eukg: 'https://linkedopendata.eu/prop/direct/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export type Prefix = keyof typeof PREFIXES;
/** `dct:title` */
export type Name = `${Prefix}:${string}`;

/** `dct:title` → `http://purl.org/dc/terms/title` */
export function expand(name: Name): string {
  const colon = name.indexOf(':');
  return `${PREFIXES[name.slice(0, colon) as Prefix]}${name.slice(colon + 1)}`;
}

/** The prefix and the rest of an IRI; throws for one that is in none of our vocabularies: it could be no name in XML. */
export function shorten(iri: string): Name {
  for (const [prefix, base] of Object.entries(PREFIXES))
    if (iri.startsWith(base) && /^[A-Za-z_][\w.-]*$/u.test(iri.slice(base.length)))
      return `${prefix as Prefix}:${iri.slice(base.length)}`;
  throw new Error(`${iri} is in no vocabulary of the catalogue`);
}

/** The prefixes that some names need. */
export function pickPrefixes(iris: Iterable<string>): Readonly<Record<string, string>> {
  const used = [...iris];
  return Object.fromEntries(Object.entries(PREFIXES).filter(([, base]) => used.some((iri) => iri.startsWith(base))));
}
