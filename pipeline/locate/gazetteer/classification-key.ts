import { cell, readTable } from './read-table.ts';

/** Names of an area in one year's key. */
export interface AreaNames {
  readonly code: string;
  readonly nameFi: string;
  readonly nameSv: string;
  readonly nameEn: string;
}

/** A municipality (*kunta*) and what it belongs to in one year. */
export interface KeyMunicipality extends AreaNames {
  readonly subRegionCode: string;
  readonly regionCode: string;
  readonly wellbeingCountyCode?: string;
  readonly nuts3Code?: string;
}

/** A sub-region (*seutukunta*); each lies in one region in every year. */
export interface KeySubRegion extends AreaNames {
  readonly regionCode: string;
}

/** Statistics Finland's classification key of one year: the regional division in force on 1 January. */
export interface ClassificationKey {
  readonly year: number;
  readonly municipalities: ReadonlyMap<string, KeyMunicipality>;
  readonly subRegions: ReadonlyMap<string, KeySubRegion>;
  /** Regions (*maakunta*). */
  readonly regions: ReadonlyMap<string, AreaNames>;
}

type Row = Readonly<Record<string, string>>;

function readNames(row: Row, level: string): AreaNames {
  return {
    code: cell(row, `${level}_code`),
    nameFi: cell(row, `${level}_name_fi`),
    nameSv: cell(row, `${level}_name_sv`),
    // The oldest keys write English sub-region names as `Lahti sub-regional unit`.
    nameEn: cell(row, `${level}_name_en`).replace(/\s+sub-regional unit$/u, ''),
  };
}

/** Reads one `keys/<year>.csv` (see `geo/SOURCES.md` for the columns of each year). */
export function readClassificationKey(year: number, text: string): ClassificationKey {
  const municipalities = new Map<string, KeyMunicipality>();
  const subRegions = new Map<string, KeySubRegion>();
  const regions = new Map<string, AreaNames>();
  for (const row of readTable(text)) {
    const names = readNames(row, 'municipality');
    const subRegion = readNames(row, 'sub_region');
    const region = readNames(row, 'region');
    const county = row['wellbeing_county_code'];
    const nuts3 = row['nuts3_code'];
    municipalities.set(names.code, {
      ...names,
      subRegionCode: subRegion.code,
      regionCode: region.code,
      ...(county ? { wellbeingCountyCode: county } : {}),
      ...(nuts3 ? { nuts3Code: nuts3 } : {}),
    });
    subRegions.set(subRegion.code, { ...subRegion, regionCode: region.code });
    regions.set(region.code, region);
  }
  return { year, municipalities, subRegions, regions };
}
