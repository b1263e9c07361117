import type { Issue } from '../model/issue.ts';
import type { Entry, FieldName } from '../model/project.ts';

/** Long texts are named, not quoted. */
const MAX_QUOTED = 200;

/** What another source of the project says otherwise than the one that won: one issue a field, at the other's place. */
export function reportDifferences(winner: Entry, other: Entry): Issue[] {
  return Object.entries(other.fields).flatMap(([name, value]): Issue[] => {
    const won = winner.fields[name as FieldName];
    if (won === undefined || won === value) return [];
    const place = other.origins[name] ?? other.place;
    return [
      {
        code: 'merge/value-differs',
        severity: 'info',
        document: other.document,
        line: place.line,
        column: place.column,
        message: `unexpected other value of ${name} for ${winner.projectId}, expected ${quote(name, won)} as in ${winner.document}`,
        found: quote(name, value),
        count: 1,
      },
    ];
  });
}

/** Money is in cents here and is written in EUR. */
function quote(name: string, value: string | number | boolean): string {
  if (typeof value === 'number' && /^(?:funding|budget)_/.test(name)) return String(value / 100);
  const text = String(value);
  return text.length > MAX_QUOTED ? `a text of ${String(text.length)} characters` : text;
}
