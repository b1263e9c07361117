import type { AreaChanges } from '../../model/schema-types.ts';
import type { ClassificationKey, KeyMunicipality } from './classification-key.ts';
import { compareCodeUnits } from '../../model/compare-code-units.ts';
import type { Gazetteer } from './gazetteer.ts';
import { transferYear, type Transfer } from './succession.ts';

function describeSubRegion(key: ClassificationKey, code: string): string {
  return `sub-region ${key.subRegions.get(code)?.nameFi ?? ''} (${code})`;
}

function describeRegion(key: ClassificationKey, code: string): string {
  return `region ${key.regions.get(code)?.nameFi ?? ''} (${code})`;
}

/** What a merger did to the coarser levels: until 2016 Juankoski, for one, lay in another sub-region than Kuopio. */
function describeMerger(
  before: ClassificationKey,
  after: ClassificationKey,
  { fromCode, toCode }: Transfer,
): string | undefined {
  const old = before.municipalities.get(fromCode);
  const successor = after.municipalities.get(toCode);
  if (old === undefined || successor === undefined) return undefined;
  const moves = [
    ...(old.regionCode === successor.regionCode
      ? []
      : [`from ${describeRegion(before, old.regionCode)} to ${describeRegion(after, successor.regionCode)}`]),
    ...(old.subRegionCode === successor.subRegionCode
      ? []
      : [
          `from ${describeSubRegion(before, old.subRegionCode)} to ${describeSubRegion(after, successor.subRegionCode)}`,
        ]),
  ];
  return moves.length === 0 ? undefined : `The area moved ${moves.join(' and ')}`;
}

function listTransfers(
  gazetteer: Gazetteer,
  transfers: readonly Transfer[],
  kind: 'merger' | 'partial_transfer',
): AreaChanges[] {
  return transfers.map((transfer) => {
    const before = gazetteer.keys.get(transferYear(transfer) - 1);
    const after = gazetteer.keys.get(transferYear(transfer));
    const derived = kind === 'merger' && before && after ? describeMerger(before, after, transfer) : undefined;
    const note = transfer.note ?? derived;
    return {
      old_code: transfer.fromCode,
      old_name: transfer.fromName,
      new_code: transfer.toCode,
      new_name: transfer.toName,
      date: transfer.date,
      kind,
      area_level: 'municipality',
      ...(note === undefined ? {} : { note }),
    };
  });
}

/** Municipalities that stayed but belong elsewhere; a region change says in its note which sub-region changed with it. */
function listMoves(before: ClassificationKey, after: ClassificationKey): AreaChanges[] {
  const row = (old: KeyMunicipality, now: KeyMunicipality, kind: AreaChanges['kind'], note: string): AreaChanges => ({
    old_code: old.code,
    old_name: old.nameFi,
    new_code: now.code,
    new_name: now.nameFi,
    date: `${after.year}-01-01`,
    kind,
    area_level: 'municipality',
    note,
  });
  return [...before.municipalities.values()].flatMap((old) => {
    const now = after.municipalities.get(old.code);
    if (now === undefined) return [];
    const region = `From ${describeRegion(before, old.regionCode)} to ${describeRegion(after, now.regionCode)}`;
    const subRegion = `From ${describeSubRegion(before, old.subRegionCode)} to ${describeSubRegion(after, now.subRegionCode)}`;
    return [
      ...(old.regionCode === now.regionCode ? [] : [row(old, now, 'region_change', region)]),
      ...(old.subRegionCode === now.subRegionCode ? [] : [row(old, now, 'sub_region_change', subRegion)]),
    ];
  });
}

/**
 * Every change of the regional division since the oldest key: mergers and partial transfers as the tables state them,
 * region and sub-region changes as two successive keys show them. Ordered by date, old code and kind.
 */
export function listAreaChanges(gazetteer: Gazetteer): readonly AreaChanges[] {
  const keys = [...gazetteer.keys.values()];
  const rows = [
    ...listTransfers(gazetteer, gazetteer.mergers, 'merger'),
    ...listTransfers(gazetteer, gazetteer.partialTransfers, 'partial_transfer'),
    ...keys.slice(1).flatMap((after, i) => {
      const before = keys[i];
      return before === undefined ? [] : listMoves(before, after);
    }),
  ];
  return rows.sort(
    (a, b) =>
      compareCodeUnits(a.date, b.date) || compareCodeUnits(a.old_code, b.old_code) || compareCodeUnits(a.kind, b.kind),
  );
}
