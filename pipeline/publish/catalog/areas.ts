import type { Quad } from 'n3';
import type { AreaHistory, AreaLevel } from '../../model/area.ts';
import type { Addresses } from './addresses.ts';
import { describe, distinct, iri, plain, text, typed } from './rdf/statements.ts';

/**
 * Schemes of the code lists on suomi.fi whose addresses have been seen in public data; no address of a sub-region has, and none of
 * Statistics Finland's own.
 */
const SUOMI_FI: Readonly<Partial<Record<AreaLevel, string>>> = {
  municipality: 'http://uri.suomi.fi/codelist/jhs/kunta_1_20240101',
  region: 'http://uri.suomi.fi/codelist/jhs/maakunta_1_20240101',
};

function listMatches({ level, code, nuts3Code, isInSuomiFi }: AreaHistory): string[] {
  const scheme = SUOMI_FI[level];
  return [
    ...(scheme === undefined || !isInSuomiFi ? [] : [`${scheme}/code/${code}`]),
    ...(nuts3Code === undefined ? [] : [`http://data.europa.eu/nuts/code/${nuts3Code}`]),
  ];
}

/** Municipalities, sub-regions and regions since 2013 as linked data: names, validity, what they lie in, what took their place. */
export function describeAreas(areas: readonly AreaHistory[], addresses: Addresses): Quad[] {
  return distinct(
    areas.flatMap((area) => {
      const { level, code, name, validFrom, validTo, replacedBy, within } = area;
      const address = addresses.area(level, code);
      const validity = address.replace(/#area$/u, '#validity');
      const hasValidity = validFrom !== undefined || validTo !== undefined;
      return [
        ...describe(address, ['schema:AdministrativeArea', 'dct:Location'], {
          'schema:name': text(name),
          'skos:prefLabel': text(name),
          'dct:identifier': plain(code),
          'schema:additionalType': plain(level),
          'schema:containedInPlace': within.map((outer) => iri(addresses.area(outer.level, outer.code))),
          'dct:temporal': hasValidity ? iri(validity) : undefined,
          'dct:isReplacedBy': replacedBy.map((successor) => iri(addresses.area(level, successor))),
          'skos:exactMatch': listMatches(area).map(iri),
        }),
        ...(hasValidity
          ? describe(validity, ['dct:PeriodOfTime'], {
              'dcat:startDate': validFrom === undefined ? undefined : typed(validFrom, 'xsd:date'),
              'dcat:endDate': validTo === undefined ? undefined : typed(validTo, 'xsd:date'),
            })
          : []),
      ];
    }),
  );
}
