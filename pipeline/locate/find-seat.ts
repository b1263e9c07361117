import type { Fields } from '../model/project.ts';
import type { Match, Vintage } from '../model/area.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { normaliseName } from './gazetteer/normalise-name.ts';
import { followSuccession, transferYear } from './gazetteer/succession.ts';

/** The municipality of a beneficiary and the rule that told. */
export interface Seat {
  readonly code: string;
  readonly match: Extract<Match, 'postal_code' | 'organisation_name' | 'post_office'>;
}

/**
 * The vintage's municipality of a code of another year. Backwards only where nothing merged into it since:
 * a postal code in Kuopio of 2024 may have been in Maaninka in 2013.
 */
function toVintage(code: string, year: number, gazetteer: Gazetteer, vintage: Vintage): string | undefined {
  const key = gazetteer.keys.get(vintage.year);
  if (key === undefined) return undefined;
  const grown = gazetteer.mergers.some(
    (merger) => merger.toCode === code && transferYear(merger) > vintage.year && transferYear(merger) <= year,
  );
  return grown ? undefined : followSuccession(code, gazetteer.mergers, key);
}

function findByPostalCode(postalCode: string | undefined, gazetteer: Gazetteer, vintage: Vintage): string | undefined {
  const code = postalCode === undefined ? undefined : gazetteer.postalCodes.get(postalCode);
  return code === undefined ? undefined : toVintage(code, gazetteer.postalCodesYear, gazetteer, vintage);
}

/**
 * The municipality that an organisation's name is the name of: `Vaasan kaupunki`, `Lestijärven kunta`, `Närpes stad`,
 * `Kimitoöns kommun`, `Staden Jakobstad`. Nothing may stand before or after it, so joint authorities, parishes, firms and
 * municipal companies are left alone.
 */
export function findNamedMunicipality(organisation: string, gazetteer: Gazetteer): string | undefined {
  const name = normaliseName(organisation);
  const finnish = /^(.+) (?:kaupunki|kunta)$/u.exec(name)?.[1];
  const genitive = finnish === undefined ? undefined : gazetteer.municipalityGenitives.get(finnish);
  if (genitive !== undefined) return genitive;
  const swedish = /^(.+) (?:stad|kommun)$/u.exec(name)?.[1] ?? /^staden (.+)$/u.exec(name)?.[1];
  if (swedish === undefined) return undefined;
  const known = gazetteer.names.municipality;
  return (known.get(swedish) ?? (swedish.endsWith('s') ? known.get(swedish.slice(0, -1)) : undefined))?.code;
}

/** The seat of a project's beneficiary: from the postal code, else the organisation's name, else a post office that is a municipality's name. */
export function findSeat(fields: Fields, gazetteer: Gazetteer, vintage: Vintage): Seat | undefined {
  const key = gazetteer.keys.get(vintage.year);
  const byPostalCode = findByPostalCode(fields.beneficiary_postal_code, gazetteer, vintage);
  if (byPostalCode !== undefined) return { code: byPostalCode, match: 'postal_code' };

  const follow = (code: string | undefined) =>
    code === undefined || key === undefined ? undefined : followSuccession(code, gazetteer.mergers, key);
  const byName = follow(findNamedMunicipality(fields.beneficiary_name ?? '', gazetteer));
  if (byName !== undefined) return { code: byName, match: 'organisation_name' };

  const byPostOffice = follow(
    gazetteer.names.municipality.get(normaliseName(fields.beneficiary_post_office ?? ''))?.code,
  );
  return byPostOffice === undefined ? undefined : { code: byPostOffice, match: 'post_office' };
}
