import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Issues, Projects } from '../../pipeline/model/schema-types.ts';
import type { LanguageCode } from '../language/language.ts';

/** What a code of the list of issues means and what to do about it, in one language. */
export interface IssueWords {
  readonly title: string;
  readonly description: string;
  readonly advice: string;
}

/** How grave an issue is, the gravest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Issues['severity'][];

/** The published issues and their words. */
export interface Findings {
  readonly issues: readonly Issues[];
  /** `undefined` for a code that the newest list does not have. */
  readonly wordsOf: (code: string, language: LanguageCode) => IssueWords | undefined;
}

/** Issues of one kind, in the order of documents and lines. */
export interface IssueGroup {
  readonly key: string;
  readonly issues: readonly Issues[];
  /** How often it was found: an issue can stand for several places of its document. */
  readonly count: number;
}

/** @param folder of the newest version of the published schemas; without it codes have no words */
export function readFindings(issues: readonly Issues[], folder: string | undefined): Findings {
  const file = folder === undefined ? undefined : path.join(folder, 'codelists', 'issue-code.csv');
  const rows: Record<string, string>[] =
    file !== undefined && existsSync(file) ? parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) : [];
  const byCode = new Map(rows.map((row) => [row['code'] ?? '', row]));
  return {
    issues,
    wordsOf(code, language) {
      const row = byCode.get(code);
      if (row === undefined) return undefined;
      const take = (name: string): string => row[`${name}_${language}`] ?? '';
      return { title: take('title'), description: take('description'), advice: take('advice') };
    },
  };
}

/** @param keyOf where an issue belongs; those that belong nowhere get the key `''` */
export function groupIssues(issues: readonly Issues[], keyOf: (issue: Issues) => string | undefined): IssueGroup[] {
  const groups = new Map<string, Issues[]>();
  for (const issue of issues) {
    const key = keyOf(issue) ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [issue]);
    else group.push(issue);
  }
  return [...groups]
    .map(([key, own]) => ({ key, issues: own, count: own.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** The field that an issue's message names: *unexpected second value of start_date*. A plain word that happens to be a field's name is none. */
export function findField({ message }: Issues, fields: ReadonlySet<string>): string | undefined {
  const field = /^unexpected (?:\w+ )?value of (\w+)|^unexpected (\w+) above /.exec(message);
  const name = field?.[1] ?? field?.[2];
  return name !== undefined && fields.has(name) ? name : undefined;
}

/** What the published projects of a document have in common. */
export interface DocumentFacts {
  readonly family?: Projects['family'] | undefined;
  readonly responsible_authority?: string | undefined;
  readonly project_id?: string | undefined;
}

/** Facts by document: only those in which all its projects agree. */
export function createDocumentIndex(projects: readonly Projects[]): (document: string) => DocumentFacts {
  const facts = new Map<string, DocumentFacts>();
  for (const { source_document: document, family, responsible_authority: authority, project_id: id } of projects) {
    const known = facts.get(document) ?? { family, responsible_authority: authority, project_id: id };
    facts.set(document, {
      family: known.family === family ? family : undefined,
      responsible_authority: known.responsible_authority === authority ? authority : undefined,
      project_id: known.project_id === id ? id : undefined,
    });
  }
  return (document) => facts.get(document) ?? {};
}
