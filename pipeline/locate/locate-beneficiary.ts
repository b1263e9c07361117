import type { AreaLevel, ProjectArea, Vintage } from '../model/area.ts';
import type { Fields } from '../model/project.ts';
import { findSeat } from './find-seat.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { computeShares } from './shares.ts';

/** The beneficiary's municipality and the coarser areas that follow from it; nothing where the seat cannot be told. */
export function locateBeneficiary(fields: Fields, gazetteer: Gazetteer, vintage: Vintage): readonly ProjectArea[] {
  const seat = findSeat(fields, gazetteer, vintage);
  const municipality = seat === undefined ? undefined : vintage.area('municipality', seat.code);
  if (seat === undefined || municipality === undefined) return [];
  const weight = { carriers: 1, population: municipality.population };
  const codes: readonly (readonly [AreaLevel, string | undefined])[] = [
    ['municipality', municipality.code],
    ['sub_region', municipality.subRegionCode],
    ['region', municipality.regionCode],
    ['country', 'FI'],
  ];
  return codes.flatMap(([level, code]): readonly ProjectArea[] => {
    const area = code === undefined ? undefined : vintage.area(level, code);
    if (area === undefined) return [];
    return [
      {
        level,
        code: area.code,
        name: area.nameFi,
        role: 'beneficiary',
        evidence: 'derived',
        match: level === 'municipality' ? seat.match : 'municipality',
        ...computeShares(weight, weight),
        places: [],
      },
    ];
  });
}
