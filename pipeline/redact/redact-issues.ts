import type { Issue, PublishedIssue } from '../model/issue.ts';
import type { PersonIndex } from './person-index.ts';
import { createRedactor, withholdStrangers, type Redaction } from './redactor.ts';

/** The one door for issues: what they quote, and the names of the documents that they are about. */
export function redactIssues(issues: readonly Issue[], people: PersonIndex, redaction: Redaction): PublishedIssue[] {
  const redactors = new Map<string, ReturnType<typeof createRedactor>>();
  const redactorOf = (document: string): ReturnType<typeof createRedactor> => {
    const known = redactors.get(document);
    if (known !== undefined) return known;
    const made = createRedactor(people.ofDocument(document), redaction);
    redactors.set(document, made);
    return made;
  };
  const paths = new Map(issues.map(({ document }) => [document, redactorOf(document).redactAddress(document)]));
  const renamed = [...paths].filter(([document, path]) => document !== path);
  // A message can name another document of the same project.
  const rename = (text: string): string =>
    renamed.reduce((result, [document, path]) => result.replaceAll(document, path), text);
  return issues.map(({ document, message, found, project_id: projectId, ...rest }): PublishedIssue => {
    const { redact, redactAddress } = redactorOf(document);
    return {
      ...rest,
      document: paths.get(document) ?? redactAddress(document),
      message: redact(rename(message)),
      // An identity that would be withheld in a text names nobody here either.
      ...(projectId === undefined || redact(projectId) !== projectId ? {} : { project_id: projectId }),
      ...(found === undefined ? {} : { found: withholdStrangers(redact(rename(found)), redaction) }),
    };
  });
}
