import type { Settings } from '../config.ts';
import { loadContext, type Context } from '../context.ts';
import { print } from '../effects/process.ts';
import type { Entry, SourceFile } from '../model/project.ts';
import { openReadable, WORKBOOK } from '../parse/open-readable.ts';
import { splitLines } from '../parse/lines.ts';
import { listDocuments } from '../read/list-documents.ts';
import { readDocument } from '../read/read-document.ts';
import { readDocuments } from '../read/read-documents.ts';
import { classifyBeneficiary, isPersonType } from '../redact/natural-persons.ts';
import { findOfficial } from '../redact/officials.ts';
import { createPersonIndex } from '../redact/person-index.ts';
import { createRedactor, hashWithheld, isAllowed } from '../redact/redactor.ts';
import { toEntries } from '../run.ts';

/** One part of a document that is published nowhere. */
interface Withheld {
  readonly line: number;
  readonly column: number;
  /** Class of the codelist `withheld-class`. */
  readonly kind: string;
  readonly reason: string;
  readonly text: string;
}

/**
 * `hankekartta check --withheld`: what would be withheld and where, with the reason, and the SHA-256 that the configuration's `allow` and
 * `deny` know it by. For the publisher's eyes: it is printed, and written nowhere.
 */
export async function runCheckWithheld(settings: Settings): Promise<number> {
  const context = loadContext(settings);
  const { documents } = listDocuments(settings.documents, context.checkSources);
  const people = createPersonIndex();
  const entries = new Map<string, Entry[]>();
  for await (const read of readDocuments(documents, (source) => toEntries(source, context), settings)) {
    people.add(read.entries);
    for (const entry of read.entries) entries.set(entry.document, [...(entries.get(entry.document) ?? []), entry]);
  }
  let count = 0;
  for (const reference of documents) {
    const document = readDocument(reference);
    const own = entries.get(document.path) ?? [];
    const all = [
      ...listByLabel(document, own),
      ...listBeneficiaries(own, context),
      ...listInText(document, people.ofDocument(document.path), context),
    ];
    for (const { line, column, kind, reason, text } of keepFirst(all)) {
      print(
        `${document.path}:${String(line)}:${String(column)} ${kind} ${reason}: ${text.replaceAll(/\s+/g, ' ')} [${hashWithheld(text)}]`,
      );
      count += 1;
    }
  }
  print(`${String(documents.length)} documents, ${String(count)} parts withheld`);
  return 0;
}

function listByLabel(document: SourceFile, entries: readonly Entry[]): Withheld[] {
  const opened = openReadable(document);
  const isText = 'texts' in opened && !WORKBOOK.test(document.path);
  const raw = isText ? new TextDecoder().decode(document.bytes) : '';
  const lines = splitLines(raw);
  return entries.flatMap(({ withheldAt }) =>
    withheldAt.map(({ kind, place: { line, column, endLine, endColumn } }): Withheld => {
      const [from, to] = [lines[line - 1]?.start ?? 0, lines[endLine - 1]?.start ?? 0];
      return { line, column, kind, reason: 'its label', text: raw.slice(from + column - 1, to + endColumn - 1) };
    }),
  );
}

function listBeneficiaries(entries: readonly Entry[], { redaction }: Context): Withheld[] {
  const { register, policy } = redaction;
  if (policy.namesNaturalPersons) return [];
  return entries.flatMap(({ fields, partners, origins }) => {
    const named = [
      { key: 'beneficiary_name', name: fields.beneficiary_name ?? '', isTyped: isPersonType(fields.beneficiary_type) },
      ...partners.map(({ name }, index) => ({ key: `partners/${String(index + 1)}/name`, name, isTyped: false })),
    ];
    return named.flatMap(({ key, name, isTyped }): Withheld[] => {
      const { line = 1, column = 1 } = origins[key] ?? {};
      if (name === '' || isAllowed(name, policy)) return [];
      const found = classifyBeneficiary(name, register);
      if (found !== undefined || isTyped)
        return [
          { line, column, kind: 'natural_person', reason: found?.kind.replace('_', ' ') ?? 'its type', text: name },
        ];
      const official = findOfficial(name, register);
      return official === undefined
        ? []
        : [
            {
              line,
              column,
              kind: 'official',
              reason: 'behind an organisation',
              text: name.slice(official.start, official.end),
            },
          ];
    });
  });
}

function listInText(
  document: SourceFile,
  persons: Parameters<typeof createRedactor>[0],
  { redaction }: Context,
): Withheld[] {
  const opened = openReadable(document);
  if ('issue' in opened) return [];
  const { find } = createRedactor(persons, redaction);
  return opened.texts.flatMap(({ text, locate }) => {
    const lines = splitLines(text);
    return find(text).map(({ start, end, kind, reason }): Withheld => {
      const index = lines.findLastIndex((line) => line.start <= start);
      const own = { line: index + 1, column: start - (lines[index]?.start ?? 0) + 1 };
      const { line, column } = locate?.(start) ?? own;
      return { line, column, kind, reason, text: text.slice(start, end) };
    });
  });
}

/** In the order of the document; what two rules find at one place is told once. */
function keepFirst(all: readonly Withheld[]): Withheld[] {
  const seen = new Map<string, Withheld>();
  for (const each of all) {
    const key = `${String(each.line)}:${String(each.column)}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
