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

/** Forms of companies, associations and other bodies: with one of them, an organisation is no unit of the municipality it is named after. */
const LEGAL_FORM =
  /(?<!\p{L})(?:oy|oyj|ab|abp|ky|tmi|ry|rf|rp|sr|säätiö|stiftelse|osk|osuuskunta|andelslag|kuntayhtymä|samkommun|seurakunta|församling|liikelaitoskuntayhtymä)(?!\p{L})/u;

/** A municipality's name, and what may stand behind it: a sign, or words that begin a unit or an office. */
const BEHIND = [
  /^(?<own>.+? (?:kaupunki|kunta|maalaiskunta|stad|kommun)(?!\p{L})) ?(?:[,/:;(-] ?)?(?<unit>.+)$/u,
  /^(?<own>staden [^,/;(]+?) ?[,/;(] ?(?<unit>.+)$/u,
];
const OF_THE_MUNICIPALITY = /^(?<own>.+? )(?<kind>kaupungin|kunnan) (?<unit>.+)$/u;

/** A municipality without its unit: `Oulun kaupunki / Oulun elinkeinoliikelaitos`, `Kajaanin kaupungin koulutusliikelaitos`. */
function dropUnit(name: string): string {
  const unitOf = (pattern: RegExp): { own: string; unit: string; kind: string | undefined } | undefined => {
    const { own, unit, kind } = pattern.exec(name)?.groups ?? {};
    return own === undefined || unit === undefined || LEGAL_FORM.test(unit) ? undefined : { own, unit, kind };
  };
  const part = BEHIND.map(unitOf).find((found) => found !== undefined);
  if (part !== undefined) return part.own;
  const genitive = unitOf(OF_THE_MUNICIPALITY);
  return genitive === undefined ? name : `${genitive.own}${genitive.kind === 'kunnan' ? 'kunta' : 'kaupunki'}`;
}

/**
 * The municipality that an organisation's name is the name of: `Vaasan kaupunki`, `Lestijärven kunta`, `Närpes stad`,
 * `Kimitoöns kommun`, `Staden Jakobstad`, with a unit of its own behind it or without. Nothing may stand before it, so joint authorities,
 * parishes, firms and municipal companies are left alone.
 */
export function findNamedMunicipality(organisation: string, gazetteer: Gazetteer): string | undefined {
  const name = dropUnit(normaliseName(organisation));
  const former = /(?:kunta|mlk)$/u.test(name) ? gazetteer.names.municipality.get(name) : undefined;
  if (former?.match === 'former_municipality') return former.code;
  const finnish = /^(.+) (?:kaupunki|kunta)$/u.exec(name)?.[1];
  const genitive = finnish === undefined ? undefined : gazetteer.municipalityGenitives.get(finnish);
  if (genitive !== undefined) return genitive;
  const swedish = /^(.+) (?:stad|kommun)$/u.exec(name)?.[1] ?? /^staden (.+)$/u.exec(name)?.[1];
  if (swedish === undefined) return undefined;
  const known = gazetteer.names.municipality;
  return (known.get(swedish) ?? (swedish.endsWith('s') ? known.get(swedish.slice(0, -1)) : undefined))?.code;
}

/** The municipality of a postal address: from its postal code, else from a post office that is a municipality's name. */
export function findMunicipalityOfAddress(
  postalCode: string | undefined,
  postOffice: string | undefined,
  gazetteer: Gazetteer,
  vintage: Vintage,
): Seat | undefined {
  const byPostalCode = findByPostalCode(postalCode, gazetteer, vintage);
  if (byPostalCode !== undefined) return { code: byPostalCode, match: 'postal_code' };
  const key = gazetteer.keys.get(vintage.year);
  const named = gazetteer.names.municipality.get(normaliseName(postOffice ?? ''));
  const code =
    named === undefined || key === undefined ? undefined : followSuccession(named.code, gazetteer.mergers, key);
  return code === undefined ? undefined : { code, match: 'post_office' };
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

  return findMunicipalityOfAddress(undefined, fields.beneficiary_post_office, gazetteer, vintage);
}
