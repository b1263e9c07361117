import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { format } from 'prettier';

/** The page, relative to the repository. */
export const ISSUE_REFERENCE = 'schemas/ISSUES.md';

interface IssueKind {
  readonly code: string;
  readonly severity: string;
  readonly title_en: string;
  readonly description_en: string;
  readonly advice_en: string;
}

const STAGES: Readonly<Record<string, string>> = {
  read: 'Listing and reading files',
  parse: 'Parsing',
  validate: 'Validating',
  merge: 'Merging',
  locate: 'Locating',
  internal: 'Bugs of ours',
};

/** A page of everything that can be found wrong, from the codelist. @param folder of the schema version */
export async function generateIssueReference(folder: string): Promise<string> {
  const kinds = parse<IssueKind>(await readFile(join(folder, 'codelists', 'issue-code.csv'), 'utf8'), {
    columns: true,
  });
  const sections = Object.entries(STAGES).map(([stage, title]) => {
    const rows = kinds
      .filter(({ code }) => code.startsWith(`${stage}/`))
      .map((kind) => [`\`${kind.code}\``, kind.severity, kind.title_en, kind.description_en, kind.advice_en])
      .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
    return `## ${title}\n\n| code | severity | what | why | what to do |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const head =
    '# Issues\n\nEverything that can be found wrong in documents. Made from `schemas/1.0/codelists/issue-code.csv`, which says the same in Finnish and\nSwedish: change that file and run `npm run types`. The severity is the usual one; an error keeps its page or list row out of the release.\n\n';
  return format(head + sections.join('\n'), { parser: 'markdown', printWidth: 150 });
}
