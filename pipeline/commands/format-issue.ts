import type { PublishedIssue } from '../model/issue.ts';

/** `path:line:column severity code message (found: …)`, as editors and terminals make links of. */
export function formatIssue({ document, line, column, severity, code, message, found, count }: PublishedIssue): string {
  const quoted = found === undefined ? '' : ` (found: ${found.replaceAll('\n', ' ')})`;
  const times = count > 1 ? ` ×${String(count)}` : '';
  return `${document}:${String(line)}:${String(column)} ${severity} ${code} ${message}${quoted}${times}`;
}
