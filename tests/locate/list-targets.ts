import { locate } from '../../pipeline/locate/index.ts';
import type { Fields } from '../../pipeline/model/project.ts';
import type { ProjectArea } from '../../pipeline/model/area.ts';
import type { StatedNames } from './make-project.ts';
import { makeProject } from './make-project.ts';
import { expectVintage, readGazetteer } from './read-gazetteer.ts';

const gazetteer = readGazetteer();

/** `1`, `0` or `1/3`. */
export function writeShare(row: ProjectArea): string {
  const { numerator, denominator } = row.shareEqual;
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}

/** One line per target row: level, code, name in source or `-`, evidence, match, equal share. */
export function listTargets(
  stated: StatedNames,
  fields: Partial<Fields> = {},
  year = 2026,
): { rows: string[]; issues: string[] } {
  const { value, issues } = locate(makeProject(stated, fields), gazetteer, expectVintage(gazetteer, year));
  const rows = value.located.filter((row) => row.role === 'target');
  return {
    rows: rows.map((row) =>
      [row.level, row.code, row.nameInSource ?? '-', row.evidence, row.match, writeShare(row)].join(' '),
    ),
    issues: issues.map((issue) => [issue.severity, issue.code, issue.found, issue.line].join(' ')),
  };
}
