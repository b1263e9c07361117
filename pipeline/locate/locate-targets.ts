import type { Issue, Staged } from '../model/issue.ts';
import type { AreaLevel, Match, ProjectArea, Vintage } from '../model/area.ts';
import type { Project } from '../model/project.ts';
import { checkHierarchy } from './check-hierarchy.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { coarserLevels, LEVELS } from '../model/levels.ts';
import { findAreaName, findParent, listProjectYears } from './membership.ts';
import type { ResolvedName } from './resolve-names.ts';
import { resolveName, splitStatedName } from './resolve-names.ts';
import type { Weight } from './shares.ts';
import { addWeights, computeShares } from './shares.ts';

const NOTHING: Weight = { carriers: 0, population: 0 };

/** A name of its own says more than a form of it, and that more than what the area used to be. */
const MATCH_ORDER: readonly Match[] = [
  'name',
  'name_sv',
  'bilingual',
  'genitive',
  'inflected',
  'former_municipality',
  'former_area',
];

/** How rows that follow from the carriers' level are marked. */
const FOLLOWS: Readonly<Record<AreaLevel, Match>> = {
  municipality: 'municipality',
  sub_region: 'sub_region',
  region: 'region',
  country: 'name',
};

/** The same name stated twice is one name. */
function dropRepeats(names: readonly ResolvedName[]): readonly ResolvedName[] {
  const seen = new Set<string>();
  return names.filter(({ level, statedCode, name }) => {
    const key = `${level} ${statedCode} ${name}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The coarser area in the vintage; an ended sub-region lies where the last key that has it says. */
function findVintageParent(
  gazetteer: Gazetteer,
  vintage: Vintage,
  level: AreaLevel,
  code: string,
  parent: AreaLevel,
): string | undefined {
  if (parent === 'country') return 'FI';
  const area = vintage.area(level, code);
  if (area !== undefined) return parent === 'sub_region' ? area.subRegionCode : area.regionCode;
  const year = [...gazetteer.keys.keys()].findLast(
    (each) => findParent(gazetteer, level, code, parent, each) !== undefined,
  );
  return year === undefined ? undefined : findParent(gazetteer, level, code, parent, year);
}

/**
 * The finest stated level carries the shares. Its ended areas take part only where there is nothing else:
 * then they share the whole, since rows of one level always do.
 */
function chooseCarriers(
  names: readonly ResolvedName[],
  vintage: Vintage,
): { level: AreaLevel; codes: readonly string[] } | undefined {
  const level = LEVELS.find((each) => names.some((name) => name.level === each));
  if (level === undefined) return undefined;
  const codes = [...new Set(names.filter((name) => name.level === level).map((name) => name.code))];
  const current = codes.filter((code) => vintage.area(level, code) !== undefined);
  return { level, codes: current.length > 0 ? current : codes };
}

function weigh(vintage: Vintage, level: AreaLevel, code: string): Weight {
  return { carriers: 1, population: vintage.area(level, code)?.population };
}

/** Rows of every level from the carriers' up: what follows from the carriers, and what was stated besides. */
function buildRows(names: readonly ResolvedName[], gazetteer: Gazetteer, vintage: Vintage): readonly ProjectArea[] {
  const carriers = chooseCarriers(names, vintage);
  if (carriers === undefined) return [];
  const whole = addWeights(carriers.codes.map((code) => weigh(vintage, carriers.level, code)));
  return [carriers.level, ...coarserLevels(carriers.level)].flatMap((level) => {
    const held = new Map<string, Weight[]>();
    for (const code of carriers.codes) {
      const at = level === carriers.level ? code : findVintageParent(gazetteer, vintage, carriers.level, code, level);
      if (at !== undefined) held.set(at, [...(held.get(at) ?? []), weigh(vintage, carriers.level, code)]);
    }
    const stated = names.filter((name) => name.level === level);
    const codes = new Set([...held.keys(), ...stated.map((name) => name.code)]);
    return [...codes].map((code): ProjectArea => {
      const own = dropRepeats(stated.filter((name) => name.code === code));
      const match = MATCH_ORDER.find((each) => own.some((name) => name.match === each)) ?? FOLLOWS[carriers.level];
      const namesInSource = [...new Set(own.map((name) => name.name))];
      return {
        level,
        code,
        name: vintage.area(level, code)?.nameFi ?? findAreaName(gazetteer, level, code),
        ...(own.length === 0 ? {} : { nameInSource: namesInSource.join(' | ') }),
        role: 'target',
        evidence: own.length === 0 ? 'derived' : 'stated',
        match,
        ...computeShares(held.has(code) ? addWeights(held.get(code) ?? []) : NOTHING, whole),
        places: own.map((name) => name.place),
      };
    });
  });
}

/** One issue per code and name, with its number of times. */
function countIssues(issues: readonly Issue[]): readonly Issue[] {
  const counted = new Map<string, Issue>();
  for (const issue of issues) {
    const key = `${issue.code} ${issue.message}`;
    const known = counted.get(key);
    counted.set(key, known === undefined ? issue : { ...known, count: known.count + issue.count });
  }
  return [...counted.values()];
}

/** The areas where a project works, from the names that its document states. */
export function locateTargets(
  project: Project,
  gazetteer: Gazetteer,
  vintage: Vintage,
): Staged<readonly ProjectArea[]> {
  const document = project.sources[project.areasSource]?.document ?? '';
  const stated = project.areas.flatMap((area) => splitStatedName(area, gazetteer));
  const results = stated.map((area) => resolveName(area, gazetteer, vintage, document));
  const names = results.flatMap((result) => ('resolved' in result ? [result.resolved] : []));
  const rows = buildRows(names, gazetteer, vintage);

  const finest = LEVELS.find((level) => names.some((name) => name.level === level));
  const followed = (level: AreaLevel) =>
    new Set(rows.filter((row) => row.level === level && row.shareEqual.numerator > 0).map((row) => row.code));
  const issues = [
    ...results.flatMap((result) => result.issue ?? []),
    ...checkHierarchy(
      {
        gazetteer,
        vintage,
        document,
        years: listProjectYears(gazetteer, project.fields.start_date, project.fields.end_date),
      },
      dropRepeats(names.filter((name) => name.level === finest)),
      dropRepeats(names.filter((name) => name.level !== finest)),
      {
        municipality: followed('municipality'),
        sub_region: followed('sub_region'),
        region: followed('region'),
        country: followed('country'),
      },
    ),
  ];
  return { value: rows, issues: countIssues(issues) };
}
