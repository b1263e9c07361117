import { BULLET, findSign } from './find-labels.ts';
import { classifyLabel, type LabelKind } from './labels.ts';
import { trim, type TextLine } from './lines-of-text.ts';
import { readLeadingName } from './persons.ts';
import type { NameRegister } from './register.ts';
import type { Span } from './span.ts';

export const BLANK_VALUE = /^[\s|>+:*_"'-]*$/u;
/** A team's text ends with its paragraph. In lines. */
const LONGEST_TEAM = 30;
/** Empty lines between a label and its value. */
const LONGEST_GAP = 5;

/** The value below a label that stands alone: one line, a list's items, or a team's paragraph. */
export function findValueBelow(
  text: string,
  lines: readonly TextLine[],
  index: number,
  kind: LabelKind,
  inline: Span | undefined,
): Span | undefined {
  let first = index + 1;
  while (inline === undefined && first <= index + LONGEST_GAP && BLANK_VALUE.test(lines[first]?.text ?? '')) first += 1;
  let end: number | undefined = inline?.end;
  let start = inline?.start;
  const isBlock = kind === 'team' || kind === 'group';
  for (let at = first; at < Math.min(lines.length, first + LONGEST_TEAM); at += 1) {
    const line = lines[at];
    if (line === undefined || line.text.trim() === '') break;
    const isItem = /^\s+\S|^\s*[-*•]/.test(line.text);
    if (at > first && !isBlock && !isItem) break;
    const separator = findSign(line.text);
    // The next label; a nested one (`name: …` below `contact:`) is part of the value.
    if (
      separator !== null &&
      separator[0] === ':' &&
      separator.index > 0 &&
      !isItem &&
      (!isBlock || /^\p{Lu}[\p{L} -]{2,40}:$/u.test(line.text.trim()))
    )
      break;
    start ??= line.start;
    end = line.end;
  }
  return start === undefined || end === undefined ? undefined : trim(text, { start, end });
}

const FIRST_ALONE = /^\p{Lu}[\p{L}-]{2,}(?: \p{Lu}[\p{L}-]{2,}){0,2}$/u;
const SURNAME_NEXT = /^\s*\p{Lu}[\p{L}'-]+(?=\s*(?:$|[,;(.-]))/u;

/** A value whose line ends between a first name and a surname: it goes on to the surname. */
export function continueName(
  text: string,
  lines: readonly TextLine[],
  index: number,
  value: Span,
  register: NameRegister,
): Span {
  const word = text.slice(value.start, value.end);
  const next = lines[index + 1];
  if (next === undefined || !FIRST_ALONE.test(word) || !word.split(' ').every((name) => register.isFirstName(name)))
    return value;
  const surname = SURNAME_NEXT.exec(next.text)?.[0];
  const isInCapitals = (name: string): boolean => !/\p{Ll}/u.test(name);
  if (surname === undefined || isInCapitals(word) !== isInCapitals(surname)) return value;
  if (classifyLabel(surname) !== undefined || register.isOrganisation(surname.trim())) return value;
  return { start: value.start, end: next.start + surname.length };
}

/** `Yhteyshenkilöt`, `Kontaktpersoner`, `Contact persons`. */
const PLURAL = /(?:t|er|erna|s)$/iu;

/**
 * The lines below a label's value that are persons too.
 * @param isAnyone whether names that no register has count as well
 */
export function findFollowers(
  text: string,
  lines: readonly TextLine[],
  index: number,
  label: string,
  register: NameRegister,
  isAnyone = PLURAL.test(label.trim()),
): Span[] {
  const followers: Span[] = [];
  for (let at = index + 1; at < Math.min(lines.length, index + 1 + LONGEST_TEAM); at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const bullet = BULLET.exec(line.text)?.[0].length ?? 0;
    const written = line.text.slice(bullet).trimEnd();
    const leading = readLeadingName(written, register);
    const isNamed =
      leading !== undefined &&
      (isAnyone || leading.words.some((word) => register.isFirstName(word) && !register.isWord(word)));
    if (!isNamed || !/^(?:\s*(?:$|[,;(.|-])|\s{3})/.test(written.slice(leading.end))) break;
    followers.push(trim(text, { start: line.start + bullet, end: line.end }));
  }
  return followers;
}
