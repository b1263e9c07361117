import type { AreaHistory } from '../../model/area.ts';
import { compareCodeUnits } from '../../model/compare-code-units.ts';
import { COVERAGE, type CoveredLevel } from '../../model/levels.ts';
import type { AreaNames, ClassificationKey } from './classification-key.ts';
import type { Gazetteer } from './gazetteer.ts';

/** The year of the classifications that suomi.fi has. */
const SUOMI_FI_YEAR = 2024;

function areasOf(key: ClassificationKey, level: CoveredLevel): ReadonlyMap<string, AreaNames> {
  return { municipality: key.municipalities, sub_region: key.subRegions, region: key.regions }[level];
}

function listHolders(key: ClassificationKey, level: CoveredLevel, code: string): AreaHistory['within'] {
  const finland = { level: 'country', code: 'FI' } as const;
  if (level === 'region') return [finland];
  const regionCode =
    level === 'municipality' ? key.municipalities.get(code)?.regionCode : key.subRegions.get(code)?.regionCode;
  const region = regionCode === undefined ? [] : [{ level: 'region', code: regionCode } as const];
  const subRegionCode = level === 'municipality' ? key.municipalities.get(code)?.subRegionCode : undefined;
  const subRegion = subRegionCode === undefined ? [] : [{ level: 'sub_region', code: subRegionCode } as const];
  return [...subRegion, ...region, finland];
}

/** The NUTS 3 area that is exactly one region: all its municipalities lie in it, and no other region's do. */
function findNuts3(key: ClassificationKey, regionCode: string): string | undefined {
  const municipalities = [...key.municipalities.values()];
  const codes = new Set(municipalities.filter((each) => each.regionCode === regionCode).map((each) => each.nuts3Code));
  const [code] = codes;
  if (codes.size !== 1 || code === undefined) return undefined;
  return municipalities.some((each) => each.nuts3Code === code && each.regionCode !== regionCode) ? undefined : code;
}

/** Every area of the classification keys: since when and until when it is in them, where it lies, what took its place. */
export function listAreaHistory({ keys, mergers }: Gazetteer): AreaHistory[] {
  const years = [...keys.keys()].sort((a, b) => a - b);
  const newest = years.at(-1);
  return COVERAGE.flatMap(({ level }) => {
    const codes = new Set([...keys.values()].flatMap((key) => [...areasOf(key, level).keys()]));
    return [...codes].sort(compareCodeUnits).flatMap((code): AreaHistory[] => {
      const known = years.filter((year) => {
        const key = keys.get(year);
        return key !== undefined && areasOf(key, level).has(code);
      });
      const [first = 0, last = 0] = [known[0], known.at(-1)];
      const key = keys.get(last);
      const names = key === undefined ? undefined : areasOf(key, level).get(code);
      if (key === undefined || names === undefined) return [];
      const nuts3Code = level === 'region' && last === newest ? findNuts3(key, code) : undefined;
      return [
        {
          level,
          code,
          name: { fi: names.nameFi, sv: names.nameSv, en: names.nameEn },
          ...(first === years[0] ? {} : { validFrom: `${first}-01-01` }),
          ...(last === newest ? {} : { validTo: `${last}-12-31` }),
          replacedBy:
            level === 'municipality' && last !== newest
              ? [...new Set(mergers.filter(({ fromCode }) => fromCode === code).map(({ toCode }) => toCode))]
              : [],
          within: listHolders(key, level, code),
          ...(nuts3Code === undefined ? {} : { nuts3Code }),
          isInSuomiFi: known.includes(SUOMI_FI_YEAR),
        },
      ];
    });
  });
}
