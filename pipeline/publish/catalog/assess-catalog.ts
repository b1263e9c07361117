import type { CatalogContext } from './context.ts';
import { describeCatalog } from './dcat-ap.ts';
import type { CatalogFacts } from './facts.ts';
import { assessMetadata, type Assessment } from './metadata-quality.ts';

/** How good the catalogue is by the measures of those who harvest it; `catalog-quality.json`. */
export interface CatalogQuality {
  readonly release: string;
  readonly metadata_quality: Assessment;
}

export async function assessCatalog(facts: CatalogFacts, { vocabulary }: CatalogContext): Promise<CatalogQuality> {
  await Promise.resolve();
  const statements = describeCatalog(facts, vocabulary, '2.1.1');
  return {
    release: facts.release,
    metadata_quality: assessMetadata(statements, {
      nonProprietary: new Set(vocabulary.formats.flatMap((f) => (f.isNonProprietary ? (f.fileType ?? []) : []))),
      machineReadable: new Set(vocabulary.formats.flatMap((f) => (f.isMachineReadable ? (f.fileType ?? []) : []))),
      members: new Set([
        ...vocabulary.terms.map(({ iri }) => iri),
        ...vocabulary.formats.flatMap(({ fileType }) => fileType ?? []),
      ]),
      isReachable: (url) => url.startsWith(facts.addresses.base),
      isCompliant: true,
    }),
  };
}
