/** What strangers named and wrote is shown on a terminal so that it can forge no line, move no cursor and turn no text around. */
import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../pipeline/commands/format-issue.ts';
import { showOnTerminal } from '../../pipeline/model/show.ts';
import type { PublishedIssue } from '../../pipeline/model/issue.ts';
import { createRedactor } from '../../pipeline/redact/redactor.ts';
import { redaction } from '../redact/read-redaction.ts';

const { redact } = createRedactor([], redaction);

const issue = (document: string, found: string): PublishedIssue => ({
  code: 'parse/unknown-status',
  severity: 'warning',
  document: redact(document),
  line: 1,
  column: 1,
  message: redact('unexpected status'),
  found: redact(found),
  count: 1,
});

describe('an issue on a terminal', () => {
  it.each([
    ['a line feed', '\n', '\\u000a'],
    ['a carriage return', '\r', '\\u000d'],
    ['a next-line character', '\u0085', '\\u0085'],
    ['a line separator', '\u2028', '\\u2028'],
    ['an escape sequence', '\u001b[2J', '\\u001b[2J'],
    ['a one-byte escape sequence', '\u009b2J', '\\u009b2J'],
    ['a bell', '\u0007', '\\u0007'],
    ['a right-to-left override', '\u202e', '\\u202e'],
    ['an isolate', '\u2067', '\\u2067'],
  ])('shows %s in a name and in a quote', (_, hostile, shown) => {
    const line = formatIssue(issue(`a${hostile}b.txt`, `c${hostile}d`));
    expect(line).toBe(`a${shown}b.txt:1:1 warning parse/unknown-status unexpected status (found: c${shown}d)`);
  });

  it('leaves letters of every script as they are', () => {
    expect(formatIssue(issue('hankkeet/Tyo\u0308 äö.txt', 'Ålands 日本 😀'))).toContain(
      'hankkeet/Tyo\u0308 äö.txt:1:1',
    );
  });
});

describe('any line on a terminal', () => {
  it('keeps its own line breaks and tabs, and nothing else that steers', () => {
    expect(showOnTerminal('a\n\tb\u001b]0;x\u0007\u202ec\r')).toBe('a\n\tb\\u001b]0;x\\u0007\\u202ec\\u000d');
  });

  it('is still the same JSON', () => {
    const value = { text: 'a\u202eb\u009bc\u2028' };
    expect(JSON.parse(showOnTerminal(JSON.stringify(value, undefined, 2)))).toEqual(value);
  });
});
