import type { Vintage } from '../../model/area.ts';
import type { Row } from '../../model/table.ts';
import { joinNutsCodes, type Operation } from './kohesio.ts';

/** The smallest NUTS area that holds all target regions of a project; nothing finer is guessed from a coarser area. */
function findNutsCode(areas: readonly Row[], vintage: Vintage): string | undefined {
  const targets = areas.filter((row) => row['role'] === 'target' && row['share_equal'] !== 0);
  const regions = targets.filter((row) => row['area_level'] === 'region');
  const placed = regions.length > 0 ? regions : targets.filter((row) => row['area_level'] === 'country');
  // A region of several NUTS 3 areas, and the country, are held by the country alone.
  return joinNutsCodes(placed.map((row) => vintage.area('region', String(row['area_code']))?.nuts3Code ?? 'FI'));
}

/** Projects as operations of the Commission's list. */
export function* toOperations(
  records: Iterable<{ readonly project: Row; readonly areas: readonly Row[] }>,
  vintage: Vintage,
): Generator<Operation> {
  for (const { project, areas } of records) {
    const nutsCode = findNutsCode(areas, vintage);
    yield { project, ...(nutsCode === undefined ? {} : { nutsCode }) };
  }
}
