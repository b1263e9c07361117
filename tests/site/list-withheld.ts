import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './make-site.ts';

/** What `check --withheld` lists of a publisher's folder, as the documents have it. */
export function listWithheld(folder: string): ReadonlySet<string> {
  const cli = path.join(ROOT, 'pipeline', 'hankekartta.js');
  const listed = execFileSync(process.execPath, [cli, 'check', '--withheld'], { cwd: folder, encoding: 'utf8' });
  const originals = new Set<string>();
  for (const [, kind, text] of listed.matchAll(/^\S+:\d+:\d+ (\w+) [^:]*: (.*) \[[0-9a-f]+\]$/gm)) {
    originals.add(text!);
    // A team is a passage of its own: no two names of it side by side either.
    if (kind === 'project_team')
      for (const [pair] of text!.matchAll(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu)) originals.add(pair);
  }
  return originals;
}
