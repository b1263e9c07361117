import type { Staged } from '../model/issue.ts';
import type { Clean } from '../model/redacted.ts';
import type { LocatedProject, Project } from '../model/project.ts';
import type { ProjectArea, Vintage } from '../model/area.ts';
import { compareCodeUnits } from '../model/compare-code-units.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { coarsen } from './coarsen.ts';
import { LEVELS } from '../model/levels.ts';
import { locateBeneficiary } from './locate-beneficiary.ts';
import { locatePlace } from './locate-place.ts';
import { locateTargets } from './locate-targets.ts';

export { listAreaHistory } from './gazetteer/area-history.ts';
export { listAreaChanges } from './gazetteer/area-changes.ts';
export { createVintage } from './vintage/create-vintage.ts';
export { createGazetteer, type Gazetteer } from './gazetteer/gazetteer.ts';
export { listVintages } from './vintage/list-vintages.ts';

const ROLES = ['target', 'beneficiary', 'place'] as const;

function compareRows(a: ProjectArea, b: ProjectArea): number {
  return (
    ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    compareCodeUnits(a.code, b.code)
  );
}

/**
 * Joins a project to the areas of a boundary vintage: where it works (the names that its document states) and where its
 * beneficiary is and the single place of work that it states. Within a role and level the shares sum to exactly 1. Every name that cannot be resolved, every ended area and
 * every contradiction between the stated levels is an issue.
 */
export function locate(project: Clean<Project>, gazetteer: Gazetteer, vintage: Vintage): Staged<LocatedProject> {
  const targets = locateTargets(project, gazetteer, vintage);
  if (project.isNaturalPerson === true)
    return { value: { ...project, areas: [], located: coarsen(targets.value) }, issues: [] };
  const place = locatePlace(project, gazetteer, vintage);
  const seat = locateBeneficiary(project.fields, gazetteer, vintage);
  const located = [...targets.value, ...seat, ...place.value].sort(compareRows);
  return { value: { ...project, located }, issues: [...targets.issues, ...place.issues] };
}
