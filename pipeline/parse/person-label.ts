import type { WithheldClass } from '../model/project.ts';
import { classifyLabel, type LabelKind } from '../redact/labels.ts';
import type { Draft } from './draft.ts';
import { trimSpan, type Span } from './lines.ts';

/** Which class a label's value is withheld as; a group's text is no value of a person. */
const CLASSES: Readonly<Record<LabelKind, WithheldClass | undefined>> = {
  name: 'contact_name',
  role: 'contact_role',
  email: 'contact_email',
  phone: 'contact_phone',
  team: 'project_team',
  group: undefined,
};

/**
 * Withholds the value of a label that is about a person, however the label is spelt; says so where no table has the label.
 * @returns whether it was one
 */
export function withholdByLabel(draft: Draft, label: string, value: Span): boolean {
  const found = classifyLabel(label);
  const kind = found === undefined ? undefined : CLASSES[found.kind];
  if (found === undefined || kind === undefined) return false;
  draft.withhold(kind, value);
  if (!found.isKnown)
    draft.report(
      'parse/person-label',
      'info',
      value,
      'unexpected label that looks like a contact person’s, expected one that is known; its value is withheld',
      label,
    );
  return true;
}

/** The same for a whole line, `Label: value`. */
export function withholdLine(draft: Draft, line: Span): boolean {
  const raw = draft.text.slice(line.start, line.end);
  const separator = /[:：=]|\s[-–—]\s/u.exec(raw);
  if (separator === null) return withholdByLabel(draft, raw, { start: line.end, end: line.end });
  const value = trimSpan(draft.text, { start: line.start + separator.index + separator[0].length, end: line.end });
  return withholdByLabel(draft, raw.slice(0, separator.index), value);
}
