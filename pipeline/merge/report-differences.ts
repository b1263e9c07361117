import { fieldsInEuros } from '../model/cents.ts';
import type { Issue } from '../model/issue.ts';
import { listFieldNames, type Entry } from '../model/project.ts';

/** Long texts are named, not quoted. */
const MAX_QUOTED = 200;

/** What another source of the project says otherwise than the one that won: one issue a field, at the other's place. */
export function reportDifferences(winner: Entry, other: Entry): Issue[] {
  const published = fieldsInEuros(winner.fields);
  const others = fieldsInEuros(other.fields);
  return listFieldNames(other.fields).flatMap((name): Issue[] => {
    const [won, value] = [published[name], others[name]];
    if (won === undefined || value === undefined || won === value) return [];
    const place = other.origins[name] ?? other.place;
    return [
      {
        code: 'merge/value-differs',
        severity: 'info',
        document: other.document,
        line: place.line,
        column: place.column,
        message: `unexpected other value of ${name} for ${winner.projectId}, expected ${quote(won)} as in ${winner.document}`,
        found: quote(value),
        count: 1,
      },
    ];
  });
}

function quote(value: string | number | boolean): string {
  const text = String(value);
  return text.length > MAX_QUOTED ? `a text of ${String(text.length)} characters` : text;
}
