/**
 * The persons of the real documents are nowhere in what is published or printed. Who they are is read from the documents when the test
 * runs, and stands in no file of the repository.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { lookFor, SHARED } from '../missing.ts';
import { createWorkspace, ROOT } from './workspace.ts';

const DOCUMENTS = path.join(SHARED, 'documents');
const CONTACT_LABEL =
  /^(?:Puhelinnumero|Hankkeen yhteyshenkilön nimi|Yhteyshenkilön (?:asema hakijaorganisaatiossa|sähköpost\w+|puhelinnumero)):[ \t]*(\S.*)$/gmu;
/** Capitalised names of two words in a card's project team, and the words for what they do. */
const TEAM = /^Projektitiimi:\s+([\s\S]*?)\s+^Tietoja hankkeesta:/mu;
const NAME_AND_ROLES =
  /(\p{L}+na) toimii [^,.]*? (\p{Ll}+) (\p{Lu}\p{Ll}+ \p{Lu}[\p{L}-]+) ja (\p{L}+na) (\p{Ll}+) (\p{Lu}\p{Ll}+ \p{Lu}[\p{L}-]+)/u;

/** Values as written, and in the forms in which they could come out. */
function listPersonal(text: string): string[] {
  const values = [...text.matchAll(CONTACT_LABEL)].map(([, value = '']) => value.trim());
  const team = TEAM.exec(text)?.[1] ?? '';
  const named = NAME_AND_ROLES.exec(team)?.slice(1) ?? [];
  return [...values, ...named].flatMap((value) => {
    const words = value.split(/\s+/);
    const isName = words.length === 2 && words.every((word) => /^\p{Lu}/u.test(word));
    const compact = value.replaceAll(/[\s-]/g, '');
    return [
      value,
      ...(isName
        ? [words.toReversed().join(' '), words.toReversed().join(', '), words.join('.'), words.at(-1) ?? '']
        : []),
      ...(/^\+?\d{6,}$/.test(compact) ? [compact] : []),
      ...(/@|\(at\)/.test(value) ? [value.replace('(at)', '@'), value.split(/@|\(at\)/)[0] ?? ''] : []),
    ];
  });
}

/** Every byte of a folder's files and what is packed or compressed in them, with their names. */
async function readEverything(folder: string): Promise<(readonly [name: string, content: string])[]> {
  const contents: (readonly [string, string])[] = [];
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const name = path.join(file.parentPath, file.name);
    const bytes = readFileSync(name);
    contents.push([name, `${file.name}\n${bytes.toString('utf8')}`]);
    const members = /\.(?:zip|xlsx)$/.test(name) ? unzipSync(bytes) : {};
    for (const [member, content] of Object.entries(members))
      contents.push([`${name}/${member}`, `${member}\n${Buffer.from(content).toString('utf8')}`]);
    if (!name.endsWith('.parquet')) continue;
    const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
    const asText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
    contents.push([`${name} (rows)`, JSON.stringify(rows, asText)]);
  }
  return contents;
}

const real = lookFor('documents');
describe.skipIf(real.isMissing)(`the persons of the real documents${real.note}`, () => {
  const names = real.isMissing ? [] : readdirSync(DOCUMENTS);
  const texts = names.map((name) => readFileSync(path.join(DOCUMENTS, name), 'utf8'));
  const personal = [...new Set(texts.flatMap(listPersonal))];
  const findLeaks = (content: string): number[] => {
    const lower = content.normalize('NFC').toLowerCase();
    // Their places in the list: a message of this test is a log too.
    return personal.flatMap((value, index) => (lower.includes(value.toLowerCase()) ? [index] : []));
  };

  it('are found by this test in the documents themselves', () => {
    // Pages with five values each, one card with two names and two roles each.
    expect(texts.flatMap(listPersonal).length).toBeGreaterThanOrEqual(16);
    expect(texts.every((text) => findLeaks(text).length > 0)).toBe(true);
  });

  it('are nowhere in the published folder and the log', { timeout: 120_000 }, async () => {
    const workspace = createWorkspace();
    const build = await workspace.run('build', '--documents', DOCUMENTS, '--release', '2026-01-02');
    const check = await workspace.run('check', DOCUMENTS);
    const explain = await workspace.run('explain', 'S22188', '--documents', DOCUMENTS, '--format', 'json');
    const outputs = [build, check, explain].map(({ stdout, stderr }) => stdout + stderr);
    expect(build.status).toBe(0);
    expect(outputs.flatMap(findLeaks)).toEqual([]);
    const files = await readEverything(path.join(workspace.folder, 'dist'));
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(([name, content]) => findLeaks(content).map((index) => `${name}: value ${index}`))).toEqual(
      [],
    );
    expect(workspace.readJson('redactions.json')).toMatchObject({ rule_version: expect.any(String) as string });
  });

  it('are nowhere in the repository’s own documents', async () => {
    const own = await readEverything(path.join(ROOT, 'data/documents'));
    expect(own.flatMap(([name, content]) => findLeaks(content).map((index) => `${name}: value ${index}`))).toEqual([]);
  });
});
