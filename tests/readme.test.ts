/** The README names only what exists: npm scripts and commands of the program. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.dirname(import.meta.dirname);
const README = path.join(ROOT, 'README.md');
/** Scripts that npm runs without `run`. */
const SHORT = ['start', 'test'];

/** The text between backticks and in code blocks, one piece each. */
function listCode(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```.*\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');
  const spans = [...markdown.replaceAll(/^```.*\n[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    (match) => match[1] ?? '',
  );
  return [...blocks.flatMap((block) => block.split('\n')), ...spans];
}

function findAll(code: readonly string[], pattern: RegExp): string[] {
  return [...new Set(code.flatMap((piece) => [...piece.matchAll(pattern)].map((match) => match[1] ?? '')))];
}

describe('README.md', () => {
  const code = listCode(readFileSync(README, 'utf8'));

  it('names npm scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...findAll(code, /\bnpm run ([\w:-]+)/g), ...findAll(code, /\bnpm (start|test)\b/g)];
    expect(named).toEqual(expect.arrayContaining(SHORT));
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('names commands that the program has', () => {
    const help = execFileSync(process.execPath, [path.join(ROOT, 'pipeline/hankekartta.js'), '--help'], {
      encoding: 'utf8',
    });
    const commands = findAll(help.split('Commands:')[1]?.split('\n') ?? [], /^ {2}([a-z]+)/g);
    const named = findAll(code, /(?:^|\bnpx |\bnode pipeline\/)hankekartta(?:\.js)? ([a-z]+)/g);
    expect(named).toContain('build');
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
  });
});
