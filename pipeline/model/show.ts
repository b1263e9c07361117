/** Control characters, and those that turn the direction of text around (Unicode, UAX #9): a name or a quote could forge a line with them. */
const STEERING = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
/** What UTF-8 or XML cannot write. */
const UNWRITABLE = /[\p{Cs}\p{Noncharacter_Code_Point}]/gu;

const escape = (sign: string): string =>
  sign.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Text with everything that steers a terminal escaped as JSON would, but its own line breaks and tabs. */
export function showOnTerminal(text: string): string {
  return text.replace(STEERING, escape);
}

/** The same for what must not leave its line: the name of a file, a quote. */
export function showInLine(text: string): string {
  return showOnTerminal(text).replaceAll('\n', '\\u000a').replaceAll('\t', '\\u0009');
}

/** The name of a document as it is published; it has passed the redactor, which reads what is escaped here as the invisible signs that they are. */
export const showName = (name: string): string => showInLine(name).replace(UNWRITABLE, escape);
