import { createVintage, listDerivedYears } from './create-vintage.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';

/** One line of `boundaries list`. */
export interface VintageSummary {
  readonly year: number;
  readonly municipalities: number;
  readonly subRegions: number;
  readonly regions: number;
  readonly origin: 'derived' | 'imported';
  /** Source, scale and what it is not for; for damaged imported boundaries, the reason why they cannot be used. */
  readonly note: string;
  readonly usable: boolean;
}

/** The vintages at hand, oldest first. An imported one stands in the place of the derived one of its year. */
export function listVintages(gazetteer: Gazetteer): readonly VintageSummary[] {
  const years = [...new Set([...listDerivedYears(gazetteer), ...gazetteer.imported.keys()])].sort((a, b) => a - b);
  return years.map((year) => {
    const key = gazetteer.keys.get(year);
    const counts = {
      year,
      municipalities: key?.municipalities.size ?? 0,
      subRegions: key?.subRegions.size ?? 0,
      regions: key?.regions.size ?? 0,
    };
    const result = createVintage(gazetteer, year);
    if ('problem' in result) return { ...counts, origin: 'imported', note: result.problem.reason, usable: false };
    return { ...counts, origin: result.vintage.origin, note: result.vintage.note.en, usable: true };
  });
}
