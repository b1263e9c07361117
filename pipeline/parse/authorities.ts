import { tidy } from './lines.ts';

/** An authority's name without commas, doubled spaces and capitals: how its spellings in the exports are one. */
export function authorityKey(text: string): string {
  return tidy(text.replaceAll(',', ' ')).toLowerCase();
}

/** A unit or a kind of aid behind an authority's name: a few words. */
const UNIT = /^\p{L}[\p{L} -]{1,60}$/u;
/** What stands between an authority and its unit: a comma, or the spaces that are left where a comma got lost. */
const GAP = /[\p{Zs}\t]*,[\p{Zs}\t]*|[\p{Zs}\t]{2,}/gu;

/**
 * The authority that a text names, with a unit behind it or without: `Keski-Suomen elinkeino-, liikenne- ja ympäristökeskus, yritystuet`.
 * @param known canonical name by `authorityKey` of its spellings
 */
export function findAuthority(
  text: string,
  known: ReadonlyMap<string, string>,
): { readonly name: string; readonly unit?: string } | undefined {
  const whole = known.get(authorityKey(text));
  if (whole !== undefined) return { name: whole };
  for (const gap of [...text.matchAll(GAP)].reverse()) {
    const name = known.get(authorityKey(text.slice(0, gap.index)));
    const unit = text.slice(gap.index + gap[0].length).trim();
    if (name !== undefined && UNIT.test(unit.normalize('NFC'))) return { name, unit };
  }
  return undefined;
}
