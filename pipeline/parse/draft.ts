import type { Point } from 'unist';
import { location } from 'vfile-location';
import type { Issue, Place, Severity } from '../model/issue.ts';
import type { Entry, FamilyName, FieldName, Fields, Restated, SourceFile, WithheldClass } from '../model/project.ts';
import type { StatedArea, AreaLevel } from '../model/area.ts';
import { isInvisible, keySpan, splitSpan, tidy, trimSpan, type Line, type Span } from './lines.ts';
import { createQuoter } from './quote.ts';
import { findNaturalPersons } from '../redact/officials.ts';
import { gatherPersons, mergePersons } from '../redact/gather-persons.ts';
import { gatherPeople, type People } from '../redact/people.ts';
import { findPersonsInProse, readPersons } from '../redact/persons.ts';
import { isAllowed, type Redaction, type TextClass } from '../redact/redactor.ts';
import { kindOfField } from '../redact/redact-project.ts';
import type { Person } from '../model/person.ts';
import { rowId, rowKey } from '../model/provenance-key.ts';
import { deriveProjectId } from './values.ts';

/** The rows of an entry that are not fields of the project. */
interface DraftRows {
  readonly partners: Entry['partners'][number][];
  readonly sections: Entry['sections'][number][];
  readonly sustainability: Entry['sustainability'][number][];
}
type RowTable = keyof DraftRows;
type RowOf<T extends RowTable> = DraftRows[T][number];

/** What is left of a document when it cannot be an entry, and what it is when it can. */
export interface FinishedDraft {
  readonly entry?: Entry;
  readonly issues: Issue[];
}

/** An entry while its document is read. Values are set with their spans; personal data goes in by `withhold` only. */
export interface Draft {
  readonly text: string;
  /** Tidied text of a span. */
  read(span: Span): string;
  /** Text of a span as it stands, a cell's quotes resolved. */
  readRaw(span: Span): string;
  setField<K extends FieldName>(name: K, value: Fields[K] | undefined, span: Span): void;
  hasField(name: FieldName): boolean;
  /** Takes a value that the document states in a second place: it counts where the first one is absent, else the two are compared. */
  restateOrSet<K extends FieldName>(name: K, value: Fields[K] | undefined, span: Span): void;
  /** Adds a row; `spans` has the place of each of its values. */
  addRow<T extends RowTable>(table: T, row: RowOf<T>, spans: Readonly<Record<string, Span>>): void;
  /** Position (from 1) of the next row of a table. */
  nextPosition(table: RowTable): number;
  addArea(level: AreaLevel, span: Span): void;
  hasAreas(): boolean;
  /** Compares the names of a second list of areas with the first; a name that only one of them has is reported. */
  restateAreas(span: Span): void;
  /** Counts a withheld value, which is not kept. A contact person's name is taken out of every text of the entry. */
  withhold(kind: WithheldClass, span: Span): void;
  /** `found` passes the redactor before it is published. */
  report(code: Issue['code'], severity: Severity, span: Span, message: string, found?: string): void;
  finish(span: Span): FinishedDraft;
}

/** Free text: `\n\n` between paragraphs, `\n` for a break inside one, runs of spaces made one; `-` or `Kesken.` alone is absent. */
export function joinText(lines: readonly Line[]): string | undefined {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.tidy === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line.tidy);
  }
  const text = paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join('\n'))
    .join('\n\n');
  return isAbsent(text) ? undefined : text;
}

/** What the forms write where there is nothing to say. */
export function isAbsent(text: string): boolean {
  return text === '' || text === '-' || text === '–' || text.toLowerCase() === 'kesken.';
}

/** From this length on it is worth a look whether a text was searched with its entry. In characters. */
const LONG = 120;

/** A decoded document and what all its entries share. */
export interface TextDocument {
  readonly file: SourceFile;
  readonly text: string;
  /** Line and column, both from 1, of an offset of the text. */
  readonly locate: (offset: number) => Point;
  /** Text of values whose quotes a parser resolved, by `keySpan` of their content. */
  readonly cells?: ReadonlyMap<string, string>;
  /** Whether the rest of a value's line is other values. */
  readonly isList?: boolean;
  readonly redaction: Redaction;
  /** Whom the whole document names, and what takes them out of texts; a list's rows name their own. */
  readonly people: () => People;
}

/** @param locate where the offsets of a text stand that was made out of something else than text */
export function openDocument(
  file: SourceFile,
  text: string,
  redaction: Redaction,
  locate?: TextDocument['locate'],
): TextDocument {
  let people: People | undefined;
  return {
    file,
    text,
    redaction,
    people: () => (people ??= gatherPeople(gatherPersons(text, redaction.register), redaction)),
    locate: locate ?? locateInText(text),
  };
}

function locateInText(text: string): TextDocument['locate'] {
  const points = location(text);
  const last: Point = { line: 1, column: 1 };
  return (offset) => points.toPoint(offset) ?? last;
}

/** Starts the entry that a page or a row of a document becomes. */
export function createDraft(
  { file, text, locate, cells, isList = false, redaction, people }: TextDocument,
  family: FamilyName,
  rank: number,
): Draft {
  const fields: { -readonly [K in FieldName]?: Fields[K] } = {};
  const rows: DraftRows = { partners: [], sections: [], sustainability: [] };
  const origins: Record<string, Place> = {};
  const restated: Restated[] = [];
  const areas: StatedArea[] = [];
  const withheld: Partial<Record<WithheldClass, number>> = {};
  const named: Person[] = [];
  const { register, policy } = redaction;
  const withheldSpans: Span[] = [];
  const withheldAt: Entry['withheldAt'][number][] = [];
  /** Spans of the places that values come from. */
  const spanOf = new Map<Place, Span>();
  const reports: { code: Issue['code']; severity: Severity; place: Place; message: string; found?: string }[] = [];

  const toPlace = (span: Span): Place => {
    const start = locate(span.start);
    const end = locate(span.end);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
  const toOrigin = (span: Span): Place => {
    const place = toPlace(span);
    spanOf.set(place, span);
    return place;
  };
  const report: Draft['report'] = (code, severity, span, message, found) => {
    reports.push({ code, severity, place: toPlace(span), message, ...(found === undefined ? {} : { found }) });
  };

  const readRaw: Draft['readRaw'] = (span) => cells?.get(keySpan(span)) ?? text.slice(span.start, span.end);
  const read: Draft['read'] = (span) => tidy(readRaw(span).replace(/[\r\n\u0085\u2028\u2029]+/g, ' '));

  return {
    text,
    read,
    readRaw,
    report,
    setField(name, value, span) {
      if (value === undefined) return;
      if (fields[name] !== undefined) {
        if (fields[name] !== value)
          report(
            'parse/repeated-value',
            'warning',
            span,
            `unexpected second value of ${name}, expected one`,
            read(span),
          );
        return;
      }
      fields[name] = value;
      origins[name] = toOrigin(trimSpan(text, span));
    },
    hasField: (name) => fields[name] !== undefined,
    restateOrSet(name, value, span) {
      if (value === undefined) return;
      if (fields[name] === undefined) this.setField(name, value, span);
      else restated.push({ field: name, value, place: toPlace(trimSpan(text, span)) });
    },
    addRow(table, row, spans) {
      (rows[table] as RowOf<typeof table>[]).push(row);
      for (const [name, span] of Object.entries(spans))
        origins[rowKey(table, rowId(row), name)] = toOrigin(trimSpan(text, span));
    },
    nextPosition: (table) => rows[table].length + 1,
    addArea(level, span) {
      areas.push({ level, name: read(span), place: toOrigin(span) });
    },
    hasAreas: () => areas.length > 0,
    restateAreas(span) {
      const again = new Set(splitSpan(text, span, /,/).map(read));
      const stated = new Set(areas.map(({ name }) => name));
      const differs = [...again].some((name) => !stated.has(name)) || [...stated].some((name) => !again.has(name));
      if (!differs) return;
      const message = `unexpected second statement of the areas, expected ${[...stated].join(', ')} as its labels say`;
      report('parse/stated-twice', 'warning', span, message, [...again].join(', '));
    },
    withhold(kind, span) {
      const value = read(span);
      if (value === '') return;
      withheld[kind] = (withheld[kind] ?? 0) + 1;
      withheldSpans.push(span);
      withheldAt.push({ kind, place: toPlace(trimSpan(text, span)) });
      if (kind === 'contact_name') named.push(...readPersons(value, register));
      else if (kind === 'project_team') named.push(...findPersonsInProse(value, register));
      else if (kind === 'contact_email') named.push(...gatherPersons(value, register));
    },
    finish(span) {
      const shared = isList ? undefined : people();
      // The pages of a document share what names the same persons: not each of them makes a list of all anew.
      const { persons: known, redactor } = shared?.includesAll(named)
        ? shared
        : gatherPeople([...named, ...(shared?.persons ?? gatherPersons(readRaw(span), register))], redaction);
      const counted = new Map<TextClass, number>();
      const { quote, isHarmless } = createQuoter({
        text,
        entry: span,
        withheld: withheldSpans,
        isList,
        redact: (part: string) => redactor.redact(part),
        find: (part: string) => redactor.find(part),
      });
      const clean = <T>(name: string, value: T): T => {
        // Whether a beneficiary is a natural person is told by the name, when all documents of the project are known.
        if (typeof value !== 'string' || name === 'beneficiary_name') return value;
        if (value.length >= LONG && isHarmless(value)) return value;
        return redactor.redact(value, kindOfField(name), counted) as string as T;
      };
      const cleanRow = <T extends object>(row: T): T =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]: [string, unknown]) => [name, clean(name, value)]),
        ) as T;

      const cleanFields = cleanRow(fields);
      const entryRows = {
        partners: rows.partners.map((row) => ({ ...cleanRow(row), name: row.name })),
        sections: rows.sections.map(cleanRow),
        sustainability: rows.sustainability.map(cleanRow),
        areas: areas.map((area) => ({ ...area, name: redactor.redact(area.name, 'title', counted) })),
        restated: restated.map(cleanRow),
      };
      // What the issues quote is redacted too, but it is no published value: it is not counted.
      const counts = Object.fromEntries(counted);
      const projectId = deriveProjectId(cleanFields.project_code, cleanFields.journal_number);
      if (projectId === undefined)
        report(
          'parse/no-identity',
          'error',
          { start: span.start, end: span.start },
          'unexpected absence of a project identity, expected a project code or a journal number',
        );
      const issues = reports.map(({ code, severity, place, message, found = '' }): Issue => ({
        code,
        severity,
        document: file.path,
        line: place.line,
        column: place.column,
        message: redactor.redact(tidy(message)),
        ...(isInvisible(found) ? {} : { found: redactor.redact(tidy(found)) }),
        count: 1,
        ...(severity === 'error' && projectId !== undefined ? { project_id: projectId } : {}),
      }));
      if (projectId === undefined || issues.some((issue) => issue.severity === 'error')) return { issues };
      for (const [kind, count] of Object.entries(counts)) {
        const name = kind as WithheldClass;
        withheld[name] = (withheld[name] ?? 0) + count;
      }
      const addQuote = (place: Place): Place => {
        const from = spanOf.get(place);
        return from === undefined ? place : { ...place, quote: quote(from) };
      };
      const natural = policy.namesNaturalPersons
        ? []
        : findNaturalPersons(fields, rows.partners, { register, isAllowed: (name) => isAllowed(name, policy) });
      const all = natural.length === 0 ? known : mergePersons([...known, ...natural]);
      const entry: Entry = {
        document: file.path,
        sha256: file.sha256,
        ...(file.retrieved === undefined ? {} : { retrieved: file.retrieved }),
        ...(file.sourceUrl === undefined ? {} : { sourceUrl: file.sourceUrl }),
        family,
        rank,
        projectId,
        place: toPlace(span),
        fields: cleanFields,
        ...entryRows,
        areas: entryRows.areas.map((area) => ({ ...area, place: addQuote(area.place) })),
        origins: Object.fromEntries(Object.entries(origins).map(([key, place]) => [key, addQuote(place)])),
        withheld,
        withheldAt,
        persons: all,
        unwithheld: all.slice(known.length),
      };
      return { entry, issues };
    },
  };
}
