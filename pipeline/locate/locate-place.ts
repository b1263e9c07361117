import type { Issue, Staged } from '../model/issue.ts';
import type { AreaLevel, Match, ProjectArea, Vintage } from '../model/area.ts';
import type { Project } from '../model/project.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { normaliseName } from './gazetteer/normalise-name.ts';
import { findMunicipalityOfAddress } from './find-seat.ts';
import { findAreaName } from './membership.ts';
import { computeShares } from './shares.ts';

/** The region that a NUTS 3 code and its name stand for; the code alone only where it has meant one region in every key. */
function findRegion(
  { place_nuts3_code: code, place_nuts3_name: name }: Project['fields'],
  gazetteer: Gazetteer,
): string | undefined {
  const named = name === undefined ? undefined : gazetteer.names.region.get(normaliseName(name));
  if (named !== undefined) return named.code;
  const regions = new Set<string>();
  if (code !== undefined)
    for (const key of gazetteer.keys.values())
      for (const { nuts3Code, regionCode } of key.municipalities.values())
        if (nuts3Code === code) regions.add(regionCode);
  const [only] = regions;
  return regions.size === 1 ? only : undefined;
}

/**
 * The single place where the work is done, as a page's address or a list's postal code says it, and the region that a list states by
 * NUTS 3. The municipality of the address carries the share; a stated region in which it does not lie stays with share 0.
 */
export function locatePlace(project: Project, gazetteer: Gazetteer, vintage: Vintage): Staged<readonly ProjectArea[]> {
  const { fields, origins } = project;
  const seat = findMunicipalityOfAddress(fields.place_postal_code, fields.place_post_office, gazetteer, vintage);
  const stated = findRegion(fields, gazetteer);
  const issues: Issue[] = [];
  const report = (code: Issue['code'], message: string, found: string): void => {
    const origin = origins['place_nuts3_code'];
    const document = project.sources[origin?.source ?? 0]?.document ?? '';
    const { line = 1, column = 1 } = origin ?? {};
    issues.push({ code, severity: 'warning', document, line, column, message, found, count: 1 });
  };
  const label = [fields.place_nuts3_code, fields.place_nuts3_name].filter((part) => part !== undefined).join(' ');
  if (label !== '' && stated === undefined)
    report('locate/unknown-name', 'unexpected NUTS 3 area, expected one of Finland', label);

  const municipality = seat === undefined ? undefined : vintage.area('municipality', seat.code);
  const region = municipality?.regionCode ?? stated;
  if (region === undefined) return { value: [], issues };
  if (stated !== undefined && stated !== region)
    report(
      'locate/place-outside-region',
      `unexpected region of the place of work, expected ${findAreaName(gazetteer, 'region', region)} (${region}), in which its address lies; it stays with share 0`,
      label,
    );

  const population = municipality?.population ?? vintage.area('region', region)?.population;
  const whole = { carriers: 1, population };
  const row = (level: AreaLevel, code: string | undefined, match: Match): readonly ProjectArea[] => {
    const area = code === undefined ? undefined : vintage.area(level, code);
    if (area === undefined) return [];
    const isStated = level === 'region' && code === stated;
    const carried = level !== 'region' || code === region;
    return [
      {
        level,
        code: area.code,
        name: area.nameFi,
        ...(isStated && label !== '' ? { nameInSource: label } : {}),
        role: 'place',
        evidence: isStated ? 'stated' : 'derived',
        match: isStated ? 'nuts3' : match,
        ...computeShares(
          carried ? whole : { carriers: 0, population: population === undefined ? undefined : 0 },
          whole,
        ),
        places: [],
      },
    ];
  };
  const follows: Match = municipality === undefined ? 'region' : 'municipality';
  return {
    value: [
      ...row('municipality', municipality?.code, seat?.match ?? 'postal_code'),
      ...row('sub_region', municipality?.subRegionCode, follows),
      ...row('region', region, follows),
      ...(stated === region ? [] : row('region', stated, follows)),
      ...row('country', 'FI', follows),
    ],
    issues,
  };
}
