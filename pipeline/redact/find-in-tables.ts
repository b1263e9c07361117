import type { Contact } from './contact.ts';
import { classifyLabel, type PersonLabel } from './labels.ts';
import { trim, type TextLine } from './lines-of-text.ts';
import { readLeadingName, readPersons, toPerson } from './persons.ts';
import type { NameRegister } from './register.ts';
import type { Span } from './span.ts';

/** Rows of one table below its heading that are looked at; a list of persons that is longer is a family of its own. */
const MOST_ROWS = 200;
/** A column of names of anything, unless another one says what the named do. */
export const NAME_COLUMN = /\|[ *_]*(?:nimi|namn|name)[ *_]*\|/iu;
const OF_PERSONS =
  /^(?:rooli|tehtäv\p{L}*|tehtävänimike|asema|titteli|nimike|virka-?asema|ammatti|puhelin\p{L}*|puh|sähköposti\p{L}*|roll|uppgift|titel|befattning|telefon\p{L}*|e-post\p{L}*|role|title|position|job title|phone|e-?mail)\.?$/iu;
const RULER = /^[\s|:+=-]+$/;

function splitCells(line: TextLine): Span[] {
  const cells: Span[] = [];
  let start = 0;
  for (const part of line.text.split('|')) {
    cells.push({ start: line.start + start, end: line.start + start + part.length });
    start += part.length + 1;
  }
  return cells;
}

/** A table's heading row in which a cell asks for persons: the cells below it. */
export function findInTable(
  text: string,
  lines: readonly TextLine[],
  index: number,
  register: NameRegister,
): Contact[] {
  const heading = lines[index];
  const ruler = lines[index + 1];
  // Without its ruler a row can be the label and the value.
  if (heading === undefined || ruler === undefined || !RULER.test(ruler.text) || !ruler.text.includes('-')) return [];
  const headings = splitCells(heading).map(({ start, end }) =>
    text
      .slice(start, end)
      .replaceAll(/[\s*_]+/g, ' ')
      .trim(),
  );
  const areNamed = headings.some((written) => OF_PERSONS.test(written));
  const columns = headings.map((written): PersonLabel | undefined =>
    areNamed && /^(?:nimi|namn|name)$/iu.test(written) ? { kind: 'name', isKnown: true } : classifyLabel(written),
  );
  if (columns.every((column) => column === undefined)) return [];
  const contacts: Contact[] = [];
  for (let at = index + 2; at < Math.min(lines.length, index + 2 + MOST_ROWS); at += 1) {
    const line = lines[at];
    const below = lines[at + 1]?.text ?? '';
    // The next line is the ruler of another table; `| | |` and `| - | - |` are rows with nobody in them.
    if (!line?.text.includes('|') || (RULER.test(below) && below.includes('---'))) break;
    splitCells(line).forEach((cell, column) => {
      const label = columns[column];
      if (label?.kind === 'name' || label?.kind === 'role')
        contacts.push(...readCell(text, trim(text, cell), label, register));
    });
  }
  return contacts;
}

function readCell(text: string, value: Span, { kind, isKnown }: PersonLabel, register: NameRegister): Contact[] {
  const written = text.slice(value.start, value.end);
  if (kind === 'role') return written === '' ? [] : [{ kind, isKnown, value, persons: [] }];
  const named = readPersons(written, register);
  const leading = named.length > 0 ? undefined : readLeadingName(written, register);
  const persons = leading === undefined ? named : [toPerson(leading.words, register)];
  return persons.length === 0 ? [] : [{ kind, isKnown, value, persons }];
}
