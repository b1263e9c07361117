import type { Issue, Staged } from '../../model/issue.ts';
import type { CoverageFault } from './check-coverage.ts';
import { checkCoverage } from './check-coverage.ts';
import type { ClassificationKey } from '../gazetteer/classification-key.ts';
import { clusterVertices } from './cluster-vertices.ts';
import { compareCodeUnits } from '../../model/compare-code-units.ts';
import { checkAreas, checkLocalities, detectCoast } from './compare-with-built-in.ts';
import type { Gazetteer, MunicipalityPolygons } from '../gazetteer/gazetteer.ts';
import { createMerger } from '../vintage/municipality-topology.ts';
import type { BoundaryFault, BoundaryFile } from './read-boundary-file.ts';
import { readBoundaryFile, TOLERANCE_METRES } from './read-boundary-file.ts';
import { measureArea } from '../vintage/rings.ts';
import type { StoredMetadata } from '../vintage/stored-boundaries.ts';
import { formatStoredBoundaries } from '../vintage/stored-boundaries.ts';

export interface ImportRequest {
  readonly text: string;
  /** Classification year that the file is checked against. */
  readonly year: number;
  /** Coordinate system, where the file does not say it. */
  readonly crs?: string;
  /** Property that holds the codes, where it is not found by its values. */
  readonly codeProperty?: string;
  /** Name of the file for issues and metadata, without its folder. */
  readonly sourceName?: string;
  /** Hexadecimal SHA-256 of the file. */
  readonly sourceSha256?: string;
}

/** A file that passed: its text goes to `<geo dir>/<year>.geojson`. */
export interface ImportedBoundaries {
  readonly text: string;
  readonly metadata: StoredMetadata;
}

function checkCodes(key: ClassificationKey, polygons: MunicipalityPolygons): readonly BoundaryFault[] {
  const missing = [...key.municipalities.values()].filter(({ code }) => !polygons.has(code));
  const unexpected = [...polygons.keys()].filter((code) => !key.municipalities.has(code));
  return [
    ...missing.map(({ code, nameFi }) => ({
      problem: 'missing-code' as const,
      message: `unexpected absence of ${code} ${nameFi}, expected every municipality of ${key.year}`,
      found: code,
    })),
    ...unexpected.map((code) => ({
      problem: 'unexpected-code' as const,
      message: `unexpected code ${code}, expected one of ${key.year}`,
      found: code,
    })),
  ].sort((a, b) => compareCodeUnits(a.found, b.found));
}

function describeFault({ kind, codes, area, at, count }: CoverageFault): BoundaryFault {
  const between =
    codes.length > 4 ? `${codes.slice(0, 4).join(', ')} and ${codes.length - 4} more` : codes.join(' and ');
  const place = `near ${Math.round(at[0])} ${Math.round(at[1])} (EPSG:3067)`;
  const size = area >= 1e5 ? `${(area / 1e6).toFixed(1)} km²` : `${area.toFixed(1)} m²`;
  const words = {
    gap: `unexpected gap of ${size} between ${between}`,
    overlap:
      area === 0 ? `unexpected overlap of ${between}` : `unexpected overlap of ${size} on the border of ${between}`,
    crossing:
      codes.length === 1
        ? `unexpected ring of ${between} that crosses itself`
        : `unexpected overlap of ${between}, whose borders cross ${count} times`,
  };
  const message = `${words[kind]} ${place}, expected neighbours that share their vertices to within ${TOLERANCE_METRES * 1000} mm`;
  return { problem: kind, message, found: codes.join(' ') };
}

/** Exact if possible, else with vertices joined within the tolerance; the faults that remain either way. */
function fit(polygons: MunicipalityPolygons): {
  readonly polygons: MunicipalityPolygons;
  readonly faults: readonly CoverageFault[];
  readonly joinedVertices: boolean;
} {
  const exact = checkCoverage(polygons);
  if (exact.length === 0) return { polygons, faults: exact, joinedVertices: false };
  const clustered = clusterVertices(polygons, TOLERANCE_METRES);
  const faults = checkCoverage(clustered);
  return faults.length < exact.length
    ? { polygons: clustered, faults, joinedVertices: true }
    : { polygons, faults: exact, joinedVertices: false };
}

function describeRepairs(
  file: BoundaryFile,
  coast: StoredMetadata['coast'],
  joinedVertices: boolean,
): readonly BoundaryFault[] {
  const sea = coast === 'sea' ? 'territorial waters are included' : 'the sea is not included';
  return [
    {
      problem: 'coast',
      message: `the file's codes are in ${file.codeProperty}, its coordinates in ${file.crs}; ${sea}`,
      found: coast,
    },
    ...(file.rewound === 0
      ? []
      : [
          {
            problem: 'winding' as const,
            message: `unexpected direction of ${file.rewound} rings, expected RFC 7946's; repaired`,
          },
        ]),
    ...file.joined.map((code) => ({
      problem: 'joined' as const,
      message: `unexpected number of features of ${code}, expected one; joined`,
      found: code,
    })),
    ...(joinedVertices
      ? [
          {
            problem: 'vertices' as const,
            message: `unexpected small differences between neighbours, expected shared vertices; joined within ${TOLERANCE_METRES * 1000} mm`,
          },
        ]
      : []),
  ];
}

/**
 * Checks a user's official boundary file against the classification key of its year and makes the file that the pipeline keeps.
 * Every fault is an error and named; with any error there is no value. Repairs are told as `info`.
 * @returns issues with codes `locate/boundaries-…`
 */
export function importBoundaries(request: ImportRequest, gazetteer: Gazetteer): Staged<ImportedBoundaries | undefined> {
  const document = request.sourceName ?? 'boundaries';
  const toIssues = (faults: readonly BoundaryFault[], severity: Issue['severity']) =>
    faults.map(({ problem, message, found }): Issue => {
      const at = { document, line: 1, column: 1, count: 1 };
      return {
        code: `locate/boundaries-${problem}`,
        severity,
        message,
        ...(found === undefined ? {} : { found }),
        ...at,
      };
    });
  const key = gazetteer.keys.get(request.year);
  if (key === undefined) {
    const years = [...gazetteer.keys.keys()];
    const message = `unexpected year ${request.year}, expected one with a classification key: ${String(years[0])}–${String(years.at(-1))}`;
    return { value: undefined, issues: toIssues([{ problem: 'year', message, found: String(request.year) }], 'error') };
  }
  const { file, faults } = readBoundaryFile(request.text, key, request);
  if (file === undefined) return { value: undefined, issues: toIssues(faults, 'error') };

  const fitted = fit(file.polygons);
  const errors = toIssues(
    [
      ...faults,
      ...checkCodes(key, fitted.polygons),
      ...fitted.faults.map(describeFault),
      ...checkLocalities(gazetteer, key, fitted.polygons),
      ...checkAreas(gazetteer, key, fitted.polygons),
    ],
    'error',
  );
  const coast = detectCoast(gazetteer, fitted.polygons);
  const issues = [...errors, ...toIssues(describeRepairs(file, coast, fitted.joinedVertices), 'info')];
  if (errors.length > 0) return { value: undefined, issues };

  // Parts of one municipality that touch become one polygon.
  const merge = createMerger(fitted.polygons);
  const polygons = new Map([...fitted.polygons.keys()].map((code) => [code, merge([code])]));
  const area = [...polygons.values()].reduce((sum, multi) => sum + measureArea(multi), 0);
  const metadata: StoredMetadata = {
    year: key.year,
    coast,
    ...(request.sourceName === undefined ? {} : { source_name: request.sourceName }),
    ...(request.sourceSha256 === undefined ? {} : { source_sha256: request.sourceSha256 }),
    municipalities: polygons.size,
    area_km2: Math.round(area / 1e6),
  };
  return { value: { text: formatStoredBoundaries(metadata, polygons), metadata }, issues };
}
