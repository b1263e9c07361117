import { LEVELS, type CoveredLevel } from '../model/levels.ts';
import type { AreaLevel, Area, ProjectArea, Vintage } from '../model/area.ts';
import type { LocatedProject } from '../model/project.ts';
import { addCents, NO_MONEY, subtractCents, toCents, toEuros, type Cents } from '../model/cents.ts';
import { SUM_FIELDS, type CoverageSummary, type SumField } from '../model/schema-types.ts';
import type { Row } from '../model/table.ts';
import { apportion } from './apportion.ts';

type Sums = Record<SumField, Cents>;

interface AreaSums extends Sums {
  project_count: number;
  ongoing_count: number;
  cancelled_count: number;
  beneficiary_project_count: number;
}

const noMoney = (): Sums => mapSums(() => NO_MONEY);
const nothing = (): AreaSums => ({
  project_count: 0,
  ongoing_count: 0,
  cancelled_count: 0,
  beneficiary_project_count: 0,
  ...noMoney(),
});

/** Sums of all projects by area; holds one record an area, whatever the number of projects. */
export interface Coverage {
  /** @param project counted once; a cancelled one in `cancelled_count` only */
  add(project: LocatedProject): void;
  /** Rows of a coverage table: one per area of the level, areas without projects too, in code order; money in EUR. */
  areaRows(level: CoveredLevel): Row[];
  /** Three rows a level: everything, what lies in an area of the level, what could not be placed there; money in EUR. */
  summaryRows(): CoverageSummary[];
}

/**
 * @param release the release's name; a project is ongoing when its status says so and its end date is not before the release's date
 */
export function createCoverage(vintage: Vintage, release: string): Coverage {
  const releaseDate = release.slice(0, 10);
  const sums = new Map<string, AreaSums>();
  const all = { project_count: 0, ...noMoney() };
  const placed = new Map(LEVELS.map((level) => [level, { project_count: 0, ...noMoney() }]));
  const sumOf = (level: AreaLevel, code: string): AreaSums => {
    const key = `${level}/${code}`;
    const found = sums.get(key) ?? nothing();
    sums.set(key, found);
    return found;
  };

  const addTargets = (project: LocatedProject, level: AreaLevel, areas: readonly ProjectArea[]): void => {
    const { fields } = project;
    const ongoing = fields.status === 'ongoing' && (fields.end_date === undefined || fields.end_date >= releaseDate);
    const total = placed.get(level);
    // An area that ended without a successor keeps its part of the money, but it is no row of the level's table.
    const isInTable = ({ code }: ProjectArea): boolean => vintage.area(level, code) !== undefined;
    if (total === undefined || !areas.some(isInTable)) return;
    total.project_count += 1;
    for (const { code } of areas.filter(isInTable)) {
      const sum = sumOf(level, code);
      sum.project_count += 1;
      if (ongoing) sum.ongoing_count += 1;
    }
    for (const name of SUM_FIELDS) {
      const parts = apportion(
        fields[name] ?? NO_MONEY,
        areas.map(({ shareEqual }) => shareEqual),
      );
      areas.forEach((area, index) => {
        if (!isInTable(area)) return;
        const part = parts[index] ?? NO_MONEY;
        const sum = sumOf(level, area.code);
        sum[name] = addCents(sum[name], part);
        total[name] = addCents(total[name], part);
      });
    }
  };

  return {
    add(project) {
      const cancelled = project.fields.status === 'cancelled';
      if (!cancelled) {
        all.project_count += 1;
        for (const name of SUM_FIELDS) all[name] = addCents(all[name], project.fields[name] ?? NO_MONEY);
      }
      for (const level of LEVELS) {
        // A stated area that the project no longer lies in has share 0 and counts for nothing.
        const areas = project.located.filter((area) => area.level === level && area.shareEqual.numerator > 0);
        const targets = areas.filter(({ role }) => role === 'target');
        if (cancelled) for (const { code } of targets) sumOf(level, code).cancelled_count += 1;
        else {
          addTargets(project, level, targets);
          for (const { code, role } of areas)
            if (role === 'beneficiary') sumOf(level, code).beneficiary_project_count += 1;
        }
      }
    },
    areaRows: (level) =>
      vintage.areas(level).map((area) => toAreaRow(area, sums.get(`${level}/${area.code}`) ?? nothing(), vintage)),
    // Coarsest first: from the country down.
    summaryRows: () =>
      LEVELS.toReversed().flatMap((level) => {
        const here = placed.get(level) ?? { project_count: 0, ...noMoney() };
        const unplaced = { project_count: all.project_count - here.project_count, ...noMoney() };
        for (const name of SUM_FIELDS) unplaced[name] = subtractCents(all[name], here[name]);
        const rows = { all, placed: here, unplaced };
        return (['all', 'placed', 'unplaced'] as const).map((row) => ({
          level,
          row,
          project_count: rows[row].project_count,
          ...inEuros(rows[row]),
        }));
      }),
  };
}

function mapSums<T>(valueOf: (name: SumField) => T): Record<SumField, T> {
  return Object.fromEntries(SUM_FIELDS.map((name) => [name, valueOf(name)])) as Record<SumField, T>;
}

function inEuros(sums: Sums): Record<SumField, number> {
  return mapSums((name) => toEuros(sums[name]));
}

/** Rounded half away from zero to whole cents; 0 is never negative. */
function divide(amount: Cents, people: number): Cents {
  const quotient = Math.round(Math.abs(amount) / people);
  return toCents(amount < 0 && quotient > 0 ? -quotient : quotient);
}

function toAreaRow(area: Area, sums: AreaSums, vintage: Vintage): Row {
  const { population } = area;
  const perInhabitant =
    population === undefined || population === 0
      ? undefined
      : toEuros(divide(sums.funding_realised_public, population));
  return {
    code: area.code,
    name_fi: area.nameFi,
    name_sv: area.nameSv,
    name_en: area.nameEn,
    ...(area.level === 'municipality' ? { sub_region_code: area.subRegionCode } : {}),
    ...(area.level === 'region' ? {} : { region_code: area.regionCode }),
    wellbeing_county_code: area.wellbeingCountyCode,
    nuts3_code: area.nuts3Code,
    nuts_version: area.nuts3Code === undefined ? undefined : vintage.nutsVersion,
    boundary_vintage: vintage.year,
    population,
    population_year: population === undefined ? undefined : vintage.populationYear,
    project_count: sums.project_count,
    ongoing_count: sums.ongoing_count,
    cancelled_count: sums.cancelled_count,
    beneficiary_project_count: sums.beneficiary_project_count,
    ...inEuros(sums),
    funding_realised_public_per_inhabitant: perInhabitant,
  };
}
