import { listTree, readText, type DocumentFile } from '../effects/files.ts';
import { UsageError } from '../effects/usage-error.ts';
import type { CheckSources, JsonFault } from '../model/describe-faults.ts';
import type { Issue } from '../model/issue.ts';
import { showName } from '../model/show.ts';
import { createGlob } from './match-glob.ts';

/** Documents are told by their endings, in any case; everything else in a folder is only mentioned. */
const ENDINGS = ['.txt', '.md', '.csv', '.tsv', '.html', '.htm', '.xhtml', '.xlsx', '.xlsm'];
const isDocument = (path: string): boolean => ENDINGS.some((ending) => path.toLowerCase().endsWith(ending));
const SOURCES_FILE = 'sources.json';

/** A document that is still to be read. */
export interface DocumentReference extends DocumentFile {
  readonly retrieved?: string;
  readonly sourceUrl?: string;
}

export interface DocumentList {
  /** In the order of their paths. */
  readonly documents: readonly DocumentReference[];
  readonly issues: readonly Issue[];
}

/**
 * The documents of the folders. Throws `UsageError` where a folder cannot be read or two folders hold the same relative path: the
 * output could not tell the two apart.
 */
export function listDocuments(folders: readonly string[], checkSources: CheckSources): DocumentList {
  const issues: Issue[] = [];
  const documents: DocumentReference[] = [];
  const seen = new Map<string, string>();
  for (const folder of folders) {
    const { files, others, unreadable } = listTree(folder);
    const names = new Set<string>();
    // Names that differ in the form of their letters alone: the output could not tell the two apart.
    const twice = new Set(files.map(({ path }) => path).filter((path) => names.size === names.add(path).size));
    const sources = files
      .filter(({ path }) => isSourcesFile(path))
      .flatMap((file) => readSources(file, checkSources, issues));
    for (const other of others) {
      const message = 'unexpected link, pipe or device, expected a file: what it leads to is not read';
      issues.push(mention(other, 'read/ignored-file', message));
    }
    for (const { reason, ...place } of unreadable) {
      const message = `unexpected folder that cannot be read (${reason}), expected the right to read it`;
      issues.push({ ...mention(place, 'read/unreadable-file', message), severity: 'error' });
    }
    for (const file of files) {
      if (isSourcesFile(file.path)) continue;
      if (!isDocument(file.path)) {
        const message = `unexpected kind of file, expected one of ${ENDINGS.join(', ')}`;
        issues.push(mention(file, 'read/ignored-file', message));
        continue;
      }
      if (twice.has(file.path)) {
        const message =
          'unexpected second file of this name in other Unicode letters, expected one; rename one of them';
        issues.push({ ...mention(file, 'read/same-name', message), severity: 'error' });
        continue;
      }
      const before = seen.get(file.path);
      if (before !== undefined)
        throw new UsageError(
          `${file.path} is in ${before} and in ${folder}: a path must be in one documents folder only`,
        );
      seen.set(file.path, folder);
      const source = sources.findLast(({ matches }) => matches(file.path));
      documents.push({ ...file, ...source?.facts });
    }
  }
  return { documents: documents.sort((a, b) => (a.path < b.path ? -1 : 1)), issues };
}

const isSourcesFile = (path: string): boolean => path === SOURCES_FILE || path.endsWith(`/${SOURCES_FILE}`);

interface SourceRule {
  readonly matches: (path: string) => boolean;
  readonly facts: { readonly retrieved?: string; readonly sourceUrl?: string };
}

/** Rules of one `sources.json`; its patterns are relative to its own folder. */
function readSources(file: DocumentFile, checkSources: CheckSources, issues: Issue[]): SourceRule[] {
  const folder = file.path.slice(0, -SOURCES_FILE.length);
  const refuse = ({ message, found }: JsonFault): void => {
    const quoted = found === undefined ? {} : { found };
    issues.push({ ...mention(file, 'read/unreadable-sources', message), severity: 'warning', ...quoted });
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(readText(file.file));
  } catch {
    refuse({ message: 'unexpected content, expected JSON as sources.schema.json says' });
    return [];
  }
  const faults: JsonFault[] = [];
  if (!checkSources(parsed, faults)) {
    faults.forEach(refuse);
    return [];
  }
  return parsed.sources.flatMap(({ match, retrieved, source_url: sourceUrl }) => {
    const matches = createGlob(match.normalize('NFC'));
    if (matches === undefined) {
      const message = 'unexpected pattern, expected a path with *, **, ?, [a-z] or {a,b}, of few alternatives';
      refuse({ message, found: showName(match) });
      return [];
    }
    return {
      matches: (path) => path.startsWith(folder) && matches(path.slice(folder.length)),
      facts: { ...(retrieved === undefined ? {} : { retrieved }), ...(sourceUrl === undefined ? {} : { sourceUrl }) },
    };
  });
}

function mention({ path }: Pick<DocumentFile, 'path'>, code: Issue['code'], message: string): Issue {
  return { code, severity: 'info', document: path, line: 1, column: 1, message, count: 1 };
}
