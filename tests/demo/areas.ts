import fc from 'fast-check';
import type { Municipality, Places } from './places.ts';

/** What a document says under its labels for areas. */
export interface AreaNames {
  readonly regions: readonly string[];
  /** In the genitive. */
  readonly subRegions: readonly string[];
  readonly municipalities: readonly string[];
}

const DETAILS = ['municipalities', 'municipalities', 'municipalities', 'sub-regions', 'regions'] as const;
const SPELLINGS = {
  finnish: ({ name }) => name,
  capitals: ({ name }) => name.toUpperCase(),
  swedish: ({ nameSv }) => nameSv,
  bilingual: ({ name, nameSv }) => (name === nameSv ? name : `${name} (${nameSv})`),
} satisfies Record<string, (municipality: Municipality) => string>;
const spelling = fc.oneof(
  { arbitrary: fc.constant('finnish' as const), weight: 8 },
  { arbitrary: fc.constantFrom('capitals', 'swedish', 'bilingual'), weight: 2 },
);

/** Areas of one to three regions, or of the whole country; a municipality that has since merged among them now and then. */
export function areaNames({ municipalities, former }: Places): fc.Arbitrary<AreaNames> {
  const regions = [...new Set(municipalities.map(({ region }) => region))];
  const inRegion = (region: string): readonly Municipality[] =>
    municipalities.filter((municipality) => municipality.region === region);
  const someOf = (region: string): fc.Arbitrary<Municipality[]> =>
    fc.shuffledSubarray([...inRegion(region)], { minLength: 1, maxLength: Math.min(8, inRegion(region).length) });
  const someOfRegion = new Map(regions.map((region) => [region, someOf(region)]));
  const someOfRegions = fc
    .shuffledSubarray(regions, { minLength: 1, maxLength: 3 })
    .chain((chosen) => fc.tuple(...chosen.map((region) => someOfRegion.get(region) ?? fc.constant([]))))
    .map((groups) => groups.flat());
  const wholeSubRegion = fc
    .constantFrom(...new Set(municipalities.map(({ subRegion }) => subRegion)))
    .map((subRegion) => municipalities.filter((municipality) => municipality.subRegion === subRegion));
  const chosen = fc.oneof(
    { arbitrary: someOfRegions, weight: 12 },
    { arbitrary: wholeSubRegion, weight: 6 },
    { arbitrary: fc.constant([...municipalities]), weight: 1 },
  );
  const merged = fc.option(fc.constantFrom(...former), { freq: 8, nil: undefined });
  return fc
    .tuple(chosen, merged, fc.constantFrom(...DETAILS), spelling)
    .map(([current, ended, detail, spell]) => nameAreas([...current, ...(ended ? [ended] : [])], detail, spell));
}

function nameAreas(
  chosen: readonly Municipality[],
  detail: (typeof DETAILS)[number],
  spell: keyof typeof SPELLINGS,
): AreaNames {
  const unique = (names: readonly string[]): string[] =>
    [...new Set(names)].map((name) => (spell === 'capitals' ? name.toUpperCase() : name));
  return {
    regions: unique(chosen.map(({ region }) => region)),
    subRegions: detail === 'regions' ? [] : unique(chosen.map(({ subRegion }) => subRegion)),
    municipalities: detail === 'municipalities' ? chosen.map(SPELLINGS[spell]) : [],
  };
}
