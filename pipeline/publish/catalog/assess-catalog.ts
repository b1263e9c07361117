import type { CatalogContext } from './context.ts';
import { DCAT_AP_VERSIONS, describeCatalog } from './dcat-ap.ts';
import type { CatalogFacts } from './facts.ts';
import { assessMetadata, type Assessment } from './metadata-quality.ts';
import { checkShapes, type ShapeException, type ShapeResult } from './shapes.ts';

interface ShapeReport {
  readonly profile: string;
  readonly violations: number;
  readonly warnings: number;
  readonly results: readonly ShapeResult[];
  /** Results that a named defect of the shapes explains; not counted above. */
  readonly exceptions: readonly (ShapeException & { readonly count: number })[];
}

/** How good the catalogue is by the measures of those who harvest it; `catalog-quality.json`. */
export interface CatalogQuality {
  readonly release: string;
  readonly shapes: readonly ShapeReport[];
  readonly metadata_quality: Assessment & { readonly graph: string; readonly reachability: string };
}

/**
 * Holds both graphs against the official shapes' constraints and counts the points of the Metadata Quality Assessment on the graph
 * that the European portal makes of every feed.
 * @param isPublished whether an address leads to a file of the published folder
 */
export async function assessCatalog(
  facts: CatalogFacts,
  { vocabulary, shapeConstraints, shapeExceptions }: CatalogContext,
  isPublished: (url: string) => boolean,
): Promise<CatalogQuality> {
  const shapes: ShapeReport[] = [];
  for (const version of DCAT_AP_VERSIONS) {
    const results = await checkShapes(
      describeCatalog(facts, vocabulary, version),
      shapeConstraints.filter((constraint) => constraint.version === version),
    );
    const known = shapeExceptions.filter((exception) => exception.version === version);
    const find = ({ severity, path, component }: ShapeResult): ShapeException | undefined =>
      known.find((each) => each.severity === severity && each.path === path && each.component === component);
    const open = results.filter((result) => find(result) === undefined);
    const count = (severity: ShapeResult['severity']): number =>
      open.filter((result) => result.severity === severity).reduce((sum, result) => sum + result.count, 0);
    shapes.push({
      profile: `DCAT-AP ${version}`,
      violations: count('Violation'),
      warnings: count('Warning'),
      results: open,
      exceptions: results.flatMap((result) => {
        const exception = find(result);
        return exception === undefined ? [] : [{ ...exception, count: result.count }];
      }),
    });
  }
  const isCompliant = shapes.every(({ violations }) => violations === 0);
  const fileTypes = (isWanted: (format: (typeof vocabulary.formats)[number]) => boolean): ReadonlySet<string> =>
    new Set(vocabulary.formats.filter(isWanted).flatMap(({ fileType }) => fileType ?? []));
  const assessment = assessMetadata(describeCatalog(facts, vocabulary, '2.1.1'), {
    nonProprietary: fileTypes((format) => format.isNonProprietary),
    machineReadable: fileTypes((format) => format.isMachineReadable),
    members: new Set([...vocabulary.terms.map(({ iri }) => iri), ...fileTypes(() => true)]),
    isReachable: isPublished,
    isCompliant,
  });
  return {
    release: facts.release,
    shapes,
    metadata_quality: {
      graph: 'catalog-2.1.1',
      reachability: 'The file is in the published folder; a portal asks the server instead.',
      ...assessment,
    },
  };
}
