import type { Area, AreaLevel } from '../../model/area.ts';
import type { AreaNames, ClassificationKey, KeyMunicipality } from '../gazetteer/classification-key.ts';
import { compareCodeUnits } from '../../model/compare-code-units.ts';

/** An area and the municipalities that make it up. */
export interface ComposedArea {
  readonly area: Area;
  readonly municipalities: readonly string[];
}

type Counter = (codes: readonly string[]) => number | undefined;

/** The value that all have, or undefined where they differ or one has none. */
function common(values: readonly (string | undefined)[]): string | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

function compose(
  level: AreaLevel,
  names: AreaNames,
  members: readonly KeyMunicipality[],
  count: Counter,
): ComposedArea {
  const codes = members.map((member) => member.code);
  const subRegionCode = level === 'municipality' ? common(members.map((member) => member.subRegionCode)) : undefined;
  const regionCode =
    level === 'municipality' || level === 'sub_region' ? common(members.map((member) => member.regionCode)) : undefined;
  const wellbeingCountyCode = common(members.map((member) => member.wellbeingCountyCode));
  const nuts3Code = common(members.map((member) => member.nuts3Code));
  const population = count(codes);
  return {
    area: {
      level,
      code: names.code,
      nameFi: names.nameFi,
      nameSv: names.nameSv,
      nameEn: names.nameEn,
      ...(subRegionCode === undefined ? {} : { subRegionCode }),
      ...(regionCode === undefined ? {} : { regionCode }),
      ...(wellbeingCountyCode === undefined ? {} : { wellbeingCountyCode }),
      ...(nuts3Code === undefined ? {} : { nuts3Code }),
      ...(population === undefined ? {} : { population }),
    },
    municipalities: codes,
  };
}

/** The areas of every level in one year's key, in code order. */
export function composeAreas(
  key: ClassificationKey,
  count: Counter,
): Readonly<Record<AreaLevel, readonly ComposedArea[]>> {
  const municipalities = [...key.municipalities.values()].sort((a, b) => compareCodeUnits(a.code, b.code));
  const groups = (level: AreaLevel, all: Iterable<AreaNames>, codeOf: (member: KeyMunicipality) => string) =>
    [...all]
      .sort((a, b) => compareCodeUnits(a.code, b.code))
      .map((names) =>
        compose(
          level,
          names,
          municipalities.filter((member) => codeOf(member) === names.code),
          count,
        ),
      );
  const country = { code: 'FI', nameFi: 'Suomi', nameSv: 'Finland', nameEn: 'Finland' };
  return {
    municipality: municipalities.map((member) => compose('municipality', member, [member], count)),
    sub_region: groups('sub_region', key.subRegions.values(), (member) => member.subRegionCode),
    region: groups('region', key.regions.values(), (member) => member.regionCode),
    country: [compose('country', country, municipalities, count)],
  };
}
