/** Places: what a document states, the areas of a boundary vintage, and how a project is joined to them. */
import type { Place } from './issue.ts';
import type { ProjectAreas } from './schema-types.ts';
import type { Translations } from './table.ts';

export type AreaLevel = ProjectAreas['area_level'];

/** A place name under a label that says which level is meant. */
export interface StatedArea {
  readonly level: AreaLevel;
  /** White space and Unicode normalised, otherwise as written. */
  readonly name: string;
  readonly place: Place;
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
  readonly note: Translations;
  readonly attribution: Translations;
  /** Areas of one level in code order. */
  areas(level: AreaLevel): readonly Area[];
  area(level: AreaLevel, code: string): Area | undefined;
  /** Union of one level's areas in EPSG:3067 metres; equal sets of codes are merged once. */
  geometry(level: AreaLevel, codes: readonly string[]): MultiPolygon;
  /** The same as WGS84 longitude and latitude in degrees. */
  geometryWgs84(level: AreaLevel, codes: readonly string[]): MultiPolygon;
}

/** An area of any year since the first classification key. */
export interface AreaHistory {
  readonly level: AreaLevel;
  readonly code: string;
  /** Newest name. */
  readonly name: Translations;
  /** First day in force; absent where it was there before our first key. */
  readonly validFrom?: string;
  /** Last day in force; absent for an area of the newest key. */
  readonly validTo?: string;
  /** Areas that took its place, by code of the same level. */
  readonly replacedBy: readonly string[];
  /** Areas that hold it, coarser ones last, in the newest key that knows it. */
  readonly within: readonly { readonly level: AreaLevel; readonly code: string }[];
  /** NUTS 3 area that it is the same as. */
  readonly nuts3Code?: string;
  /** Whether it is in the classifications of 1 January 2024, which suomi.fi has. */
  readonly isInSuomiFi: boolean;
}
