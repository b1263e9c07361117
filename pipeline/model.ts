/**
 * The values that flow through the pipeline, in flow order:
 * `SourceFile` → `Entry` → `Project` → `LocatedProject` → rows of tables → files.
 * Fields are declared in the JSON Schemas under `schemas/`; the types here derive from them.
 */
import type { Place } from './issue.ts';
import type { Partners, ProjectAreas, Projects, Redactions, Sections, Sustainability } from './schema-types.ts';

/** One file of a documents folder, as read. */
export interface SourceFile {
  /** Path relative to its documents folder, NFC, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Hexadecimal SHA-256 of the bytes. */
  readonly sha256: string;
  /** ISO date on which the document was saved, from `sources.json`. */
  readonly retrieved?: string;
  readonly sourceUrl?: string;
}

/** The document families; each is a folder of `parse/`. */
export type FamilyName = Projects['family'];

/** Fields of a project that a document states. Money (EUR columns) is in integer cents here. */
export type Fields = Omit<
  Projects,
  'project_id' | 'family' | 'source_document' | 'source_sha256' | 'source_url' | 'source_retrieved'
>;
export type FieldName = keyof Fields;

export type AreaLevel = ProjectAreas['area_level'];

/** A place name under a label that says which level is meant. */
export interface StatedArea {
  readonly level: AreaLevel;
  /** White space and Unicode normalised, otherwise as written. */
  readonly name: string;
  readonly place: Place;
}

/** Classes of withheld personal data, counted in `redactions.json`; the values are never kept. */
export type WithheldClass = Redactions['classes'][number]['class'];

/** The unit of the pipeline: one page, or one row of a list. Nothing in it is withheld data. */
export interface Entry {
  readonly document: string;
  readonly sha256: string;
  readonly retrieved?: string;
  readonly sourceUrl?: string;
  readonly family: FamilyName;
  /** Higher wins where several documents describe one project. */
  readonly rank: number;
  readonly projectId: string;
  /** Where the entry begins in its document. */
  readonly place: Place;
  readonly fields: Fields;
  readonly partners: readonly Omit<Partners, 'project_id'>[];
  readonly sections: readonly Omit<Sections, 'project_id'>[];
  readonly sustainability: readonly Omit<Sustainability, 'project_id'>[];
  readonly areas: readonly StatedArea[];
  /** Place of each value: key = field name, or `partners/1/name`, `sections/2/text`, `sustainability/wellbeing/direct`. */
  readonly origins: Readonly<Record<string, Place>>;
  /** Values that the document states again elsewhere, for the rule that compares them. */
  readonly restated: readonly Restated[];
  readonly withheld: Readonly<Partial<Record<WithheldClass, number>>>;
}

/** A field's value at a second place of the same document. */
export interface Restated {
  readonly field: FieldName;
  readonly value: string | number | boolean;
  readonly place: Place;
}

/** Where a published value came from: an index into `Project.sources` and a place there. */
export interface Origin extends Place {
  readonly source: number;
}

export interface ProjectSource {
  readonly document: string;
  readonly sha256: string;
  readonly retrieved?: string;
}

/** One project, from one or several entries; `sources[0]` is the document that won. */
export interface Project {
  readonly projectId: string;
  readonly family: FamilyName;
  readonly sourceUrl?: string;
  readonly sources: readonly ProjectSource[];
  readonly fields: Fields;
  readonly partners: Entry['partners'];
  readonly sections: Entry['sections'];
  readonly sustainability: Entry['sustainability'];
  readonly areas: readonly StatedArea[];
  /** The source index of `areas`. */
  readonly areasSource: number;
  readonly origins: Readonly<Record<string, Origin>>;
}

/** An exact share, `numerator/denominator`. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export type AreaRole = ProjectAreas['role'];
export type Evidence = ProjectAreas['evidence'];
/** How a name was resolved (`contract.md`); the last two: a coarser area that follows from a sub-region or a region. */
export type Match = ProjectAreas['match'];

/** One row of `project_areas`, still without geometry and without decimals. */
export interface ProjectArea {
  readonly level: AreaLevel;
  readonly code: string;
  /** Finnish name in the release's vintage. */
  readonly name: string;
  /** Names as the source wrote them, joined with ` | `; absent on derived rows. */
  readonly nameInSource?: string;
  readonly role: AreaRole;
  readonly evidence: Evidence;
  readonly match: Match;
  readonly shareEqual: Share;
  /** Absent where an area of the project has no population figure. */
  readonly sharePopulation?: Share;
  /** The names' places, one per stated name that led here. */
  readonly places: readonly Place[];
}

export interface LocatedProject extends Project {
  /** Sorted by role (target first), level (municipality, sub_region, region, country), code. */
  readonly located: readonly ProjectArea[];
}

/** One municipality, sub-region, region or the country in a boundary vintage. */
export interface Area {
  readonly level: AreaLevel;
  readonly code: string;
  readonly nameFi: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** Absent where the level has none, or where the area spans several. */
  readonly subRegionCode?: string;
  readonly regionCode?: string;
  readonly wellbeingCountyCode?: string;
  readonly nuts3Code?: string;
  /** Inhabitants; absent where there is no figure for this vintage. */
  readonly population?: number;
}

/** MultiPolygon coordinates, exterior rings counter-clockwise. */
export type MultiPolygon = number[][][][];

/** The areas of one year and their geometry. Levels are merged from the municipalities, so they never disagree at a border. */
export interface Vintage {
  /** The classification year, published as `boundary_vintage`. */
  readonly year: number;
  /** NUTS version of the codes, for example `2024`. */
  readonly nutsVersion?: string;
  readonly populationYear?: number;
  /** `derived` from the built-in polygons, or `imported` from a user's boundary file. */
  readonly origin: 'derived' | 'imported';
  /** One sentence for metadata: source, scale and what it is not for. */
  readonly note: string;
  readonly attribution: string;
  /** Areas of one level in code order. */
  areas(level: AreaLevel): readonly Area[];
  area(level: AreaLevel, code: string): Area | undefined;
  /** Union of one level's areas in EPSG:3067 metres; equal sets of codes are merged once. */
  geometry(level: AreaLevel, codes: readonly string[]): MultiPolygon;
  /** The same as WGS84 longitude and latitude in degrees. */
  geometryWgs84(level: AreaLevel, codes: readonly string[]): MultiPolygon;
}
