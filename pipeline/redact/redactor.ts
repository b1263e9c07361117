import { createHash } from 'node:crypto';
import { ADDRESS_GATE, findAddresses } from './find-addresses.ts';
import type { Contact } from './contact.ts';
import { findContacts } from './find-contacts.ts';
import { findIdentityCodes } from './find-identity-codes.ts';
import { findInContext } from './find-in-context.ts';
import { createNameFinder, type NameFinder, type TextKind } from './find-names.ts';
import { findInAddresses } from './find-in-web-addresses.ts';
import { findNumbers, NUMBER_GATE } from './find-numbers.ts';
import { fold, normalise, toOriginal, type Normalised } from './normalise.ts';
import { findRuns } from './persons.ts';
import { showName } from '../model/show.ts';
import type { Person } from '../model/person.ts';
import type { Redacted } from '../model/redacted.ts';
import type { Span } from './span.ts';
import type { NameRegister } from './register.ts';

/** What is withheld in texts; codes of the codelist of withheld classes. */
export type TextClass =
  'text_name' | 'text_role' | 'text_email' | 'text_phone' | 'text_identity_code' | 'project_team' | 'denied';

const MARKS: Readonly<Record<TextClass, string>> = {
  text_name: 'name',
  text_role: 'role',
  text_email: 'e-mail',
  text_phone: 'phone',
  text_identity_code: 'identity code',
  project_team: 'team',
  denied: 'by request',
};

/** One withheld part of a text, in its own offsets. */
export interface Finding extends Span {
  readonly kind: TextClass;
  /** English, for the publisher's eyes alone: which rule it was. */
  readonly reason: string;
}

/** What the publisher allows and denies, as hashes, so that the lists name nobody. */
export interface RedactionPolicy {
  readonly allow: ReadonlySet<string>;
  readonly deny: ReadonlySet<string>;
  /** Whether natural persons who are beneficiaries are named. */
  readonly namesNaturalPersons: boolean;
}

/** What every redactor knows, whoever is in the documents. */
export interface Redaction {
  readonly register: NameRegister;
  readonly policy: RedactionPolicy;
}

/** Hexadecimal SHA-256 of a text without case, diacritics and doubled spaces: how the allow and deny lists name it. */
export function hashWithheld(text: string): string {
  const plain = fold(normalise(text).text).replaceAll(/\s+/g, ' ').trim();
  return createHash('sha256').update(plain).digest('hex');
}

/** Whether the publisher says that a text is nobody's. */
export function isAllowed(text: string, { allow }: RedactionPolicy): boolean {
  return allow.size > 0 && allow.has(hashWithheld(text));
}

/** Withholds personal data from texts. */
export interface Redactor {
  readonly find: (text: string, kind?: TextKind) => Finding[];
  /** The text with a mark for each part that is withheld; `counted`, when given, counts them by class. */
  readonly redact: (text: string, kind?: TextKind, counted?: Map<TextClass, number>) => Redacted;
  /** The same for what is no prose: a path, a name of a file, an address in the web; what steers a text is written out (`\u202e`). */
  readonly redactAddress: (text: string) => Redacted;
}

/** A redactor that knows some persons by name. Pure: the same text gives the same result. */
export function createRedactor(persons: readonly Person[], { register, policy }: Redaction): Redactor {
  const names = createNameFinder(persons, register);
  const find = (text: string, kind: TextKind = 'prose'): Finding[] => findAll(text, kind, names, register, policy);
  return {
    find,
    redact: (text, kind, counted) => {
      const findings = find(text, kind);
      if (findings.length === 0) return text as Redacted;
      for (const { kind } of findings) counted?.set(kind, (counted.get(kind) ?? 0) + 1);
      return replace(text, findings);
    },
    redactAddress: (text) => {
      const plain = normalise(text);
      const spans = findInAddresses(plain.text, persons.length === 0 ? undefined : names, register, true);
      const others = findAll(text, 'title', names, register, policy);
      const findings = spans.map((span): Finding => ({
        ...toOriginal(plain, span),
        kind: 'text_name',
        reason: 'a name in an address',
      }));
      const all = resolve([...others, ...findings]);
      // Written out behind the patterns, which read what steers a text as the invisible signs that they are.
      return showName(replace(text, all)) as Redacted;
    },
  };
}

/**
 * What an issue quotes is a cell or a label in the wrong place, and the person in it may be named nowhere else: two words with a capital
 * of which one is a first name are withheld there, whoever it is.
 */
export function withholdStrangers(text: Redacted, { register }: Redaction): Redacted {
  const plain = normalise(text);
  const found = findRuns(plain.text, register).map((span): Finding => ({
    ...toOriginal(plain, span),
    kind: 'text_name',
    reason: 'a name in an issue',
  }));
  return found.length === 0 ? text : replace(text, found);
}

function replace(text: string, findings: readonly Finding[]): Redacted {
  let result = '';
  let at = 0;
  for (const { start, end, kind } of findings) {
    result += `${text.slice(at, start)}[withheld: ${MARKS[kind]}]`;
    at = end;
  }
  return (result + text.slice(at)) as Redacted;
}

const OWN_MARK = /^\[withheld: [a-z -]+\]$/;
const LINK = /(?:https?:|www\.)|[\p{L}\d]\.[a-z]{2,12}\/|\.(?:fi|com|net|org|eu|example|test)\b/iu;
const PAIR_GATE = /[a-zåäö] [A-ZÅÄÖ]/;

/** Short texts come back in document after document (`Kyllä`, a place, a type of organisation). In characters. */
const SHORT = 120;
const MOST_QUIET = 20_000;
/** Of short texts in which nothing is found whoever is looked for, what the patterns read. */
const quietTexts = new WeakMap<NameRegister, Map<string, string>>();

/** The same in memory of its own: what was cut out of a text keeps all of that text as long as it lasts itself. */
const detach = (part: string): string => ` ${part}`.slice(1);

function rememberQuiet(register: NameRegister, { original, text }: Normalised): void {
  const known = quietTexts.get(register) ?? new Map<string, string>();
  if (known.size >= MOST_QUIET) known.clear();
  const own = detach(original);
  known.set(own, text === original ? own : detach(text));
  quietTexts.set(register, known);
}

function findAll(
  original: string,
  kind: TextKind,
  names: NameFinder,
  register: NameRegister,
  policy: RedactionPolicy,
): Finding[] {
  const isShort = original.length < SHORT && policy.deny.size === 0;
  const quiet = isShort ? quietTexts.get(register)?.get(original) : undefined;
  const plain = quiet === undefined ? normalise(original) : { text: quiet, original };
  const { text } = plain;
  const found: Finding[] = [];
  const add = (withheld: TextClass, reason: string, spans: readonly Span[]): void => {
    for (const span of spans) found.push({ ...span, kind: withheld, reason });
  };
  const addNamed = (rest: string): void => {
    add('text_name', 'a person whom the documents name', names.find(rest, kind));
    if (LINK.test(rest))
      add(
        'text_name',
        'a person whom the documents name, in an address',
        findInAddresses(rest, names, register, false),
      );
  };
  if (quiet !== undefined) {
    addNamed(text);
    return finish(plain, found, policy);
  }
  const hasNumbers = NUMBER_GATE.test(text);
  if (/\d{3}/.test(text)) add('text_identity_code', 'a personal identity code', findIdentityCodes(text));
  if (ADDRESS_GATE.test(text)) add('text_email', 'an e-mail address', findAddresses(text, register));
  if (hasNumbers) add('text_phone', 'a phone number', findNumbers(text));
  const reached = [...found];
  for (const contact of findContacts(text, register)) addContact(contact, text, add);
  const rest = blank(text, reached);
  const inContext = PAIR_GATE.test(rest) ? findInContext(rest, reached, register) : [];
  if (isShort && found.length + inContext.length === 0 && plain.offsets === undefined) rememberQuiet(register, plain);
  addNamed(rest);
  add('text_name', 'a name beside a title, an address or a number', inContext);
  if (policy.deny.size > 0) add('denied', 'on the list of what is denied', findDenied(text, policy.deny));
  return finish(plain, found, policy);
}

/** What is not allowed, in order and apart, in offsets of the original. */
function finish(plain: Normalised, found: readonly Finding[], policy: RedactionPolicy): Finding[] {
  if (found.length === 0) return [];
  const { text } = plain;
  const allowed = found.filter(({ start, end }) => !isAllowed(text.slice(start, end), policy));
  return resolve(allowed).map((finding) => ({ ...finding, ...toOriginal(plain, finding) }));
}

/** The text with what is found already made unreadable, so that a name ends where an address begins. */
function blank(text: string, spans: readonly Span[]): string {
  let result = '';
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= result.length) continue;
    result += text.slice(result.length, Math.max(start, result.length));
    result += '\u0001'.repeat(end - result.length);
  }
  return result + text.slice(result.length);
}

function addContact(
  contact: Contact,
  text: string,
  add: (kind: TextClass, reason: string, spans: readonly Span[]) => void,
): void {
  const { kind, isKnown, value } = contact;
  const written = text.slice(value.start, value.end);
  if (value.end <= value.start || OWN_MARK.test(written)) return;
  const reason = isKnown ? 'behind a label of a contact person' : 'behind a label that looks like a contact person’s';
  if (kind === 'team') add('project_team', 'the text of a project team', [value]);
  else if (kind === 'role') add('text_role', reason, [value]);
  else if (kind === 'email') add('text_email', reason, /[@\d(]| at | ät /i.test(written) || !isKnown ? [value] : []);
  else if (kind === 'phone') add('text_phone', reason, /\d{3}/.test(written) || !isKnown ? [value] : []);
  else add('text_name', reason, [value]);
}

/** Runs of one to four words whose hash is on the list. */
function findDenied(text: string, deny: ReadonlySet<string>): Span[] {
  const words = [...text.matchAll(/[\p{L}\d][\p{L}\d'.@-]*[\p{L}\d]|[\p{L}\d]/gu)];
  return words.flatMap((word, index) =>
    [1, 2, 3, 4].flatMap((count) => {
      const last = words[index + count - 1];
      if (last === undefined) return [];
      const span = { start: word.index, end: last.index + last[0].length };
      return deny.has(hashWithheld(text.slice(span.start, span.end))) ? [span] : [];
    }),
  );
}

/** In order and apart; what overlaps becomes one, of the class that begins first and reaches furthest. */
function resolve(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Finding[] = [];
  for (const finding of sorted) {
    const last = result.at(-1);
    if (last === undefined || finding.start >= last.end) result.push(finding);
    else if (finding.end > last.end) result[result.length - 1] = { ...last, end: finding.end };
  }
  return result;
}
