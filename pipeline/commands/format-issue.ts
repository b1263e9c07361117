import { showInLine } from '../model/show.ts';
import type { PublishedIssue } from '../model/issue.ts';

/** `path:line:column severity code message (found: …)`, as editors and terminals make links of; one line whatever it quotes. */
export function formatIssue({ document, line, column, severity, code, message, found, count }: PublishedIssue): string {
  const quoted = found === undefined ? '' : ` (found: ${found})`;
  const times = count > 1 ? ` ×${String(count)}` : '';
  return showInLine(`${document}:${String(line)}:${String(column)} ${severity} ${code} ${message}${quoted}${times}`);
}
