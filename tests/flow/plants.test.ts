/**
 * Persons who do not exist, planted in more than a thousand documents, in every way of writing that has been seen and many that have
 * not: none of them may come out, in any byte of what is published or printed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { readGeopackageTexts } from '../golden/dump/geopackage.ts';
import { findTraces } from '../redact/make-person.ts';
import { KINDS, makePlants } from '../redact/plants.ts';
import { createWorkspace } from './workspace.ts';

const OF_EACH_KIND = 6;

/** The text in a file; in a binary one what can be read between the bytes of numbers and shapes. */
async function readText(name: string, bytes: Uint8Array): Promise<string> {
  const text = Buffer.from(bytes).toString('utf8');
  if (name.endsWith('.gpkg')) return readGeopackageTexts(bytes);
  if (!/\.(?:parquet|fgb|zip|xlsx|png|wasm)$/.test(name)) return text;
  return (text.match(/[\x20-\x7e\u00a0-\ufffc\n]{12,}/g) ?? []).join('\u0000');
}

/** Every file of a folder with its name, and what is packed or compressed in it. */
async function* readEverything(folder: string): AsyncGenerator<readonly [name: string, content: string]> {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const name = path.join(file.parentPath, file.name);
    const bytes = readFileSync(name);
    yield [name, `${file.name}\n${await readText(file.name, bytes)}`];
    if (/\.(?:zip|xlsx)$/.test(name))
      for (const [member, content] of Object.entries(unzipSync(bytes)))
        yield [`${name}/${member}`, `${member}\n${await readText(member, content)}`];
    if (!name.endsWith('.parquet')) continue;
    const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
    yield [
      `${name} (rows)`,
      JSON.stringify(rows, (key, value: unknown) =>
        key === 'geometry' ? undefined : typeof value === 'bigint' ? String(value) : value,
      ),
    ];
  }
}

it('nothing that is planted comes out', { timeout: 600_000 }, async () => {
  const plants = makePlants(OF_EACH_KIND);
  expect(plants.length).toBeGreaterThan(1000);
  const marks = new Map(
    plants.flatMap(({ person: { mark, phoneMark, codeMark } }, index) =>
      [mark, phoneMark, codeMark].map((trace) => [trace, index] as const),
    ),
  );
  // The test would see every plant where nothing was withheld.
  const seen = plants.filter(({ files }, index) =>
    Object.entries(files).some((file) => findTraces(file.join('\n'), marks).has(index)),
  );
  const unseen = plants.filter((plant) => !seen.includes(plant)).map(({ group, kind }) => `${group}: ${kind}`);
  expect(unseen).toEqual([]);

  const workspace = createWorkspace();
  for (const { files } of plants)
    workspace.write(Object.fromEntries(Object.entries(files).map(([name, content]) => [`documents/${name}`, content])));
  workspace.write({
    'hankekartta.config.json': JSON.stringify({
      documents: ['documents'],
      out: 'dist',
      releases: 'releases',
      geo: 'geo',
      site: true,
    }),
  });
  const leaks = new Map<number, Set<string>>();
  const look = (where: string, content: string): void => {
    // Checksums have any digits.
    for (const index of findTraces(content.replaceAll(/\b[0-9a-f]{32,}\b/g, ''), marks))
      leaks.set(index, (leaks.get(index) ?? new Set()).add(where));
  };
  // As a user does: a site of so many projects is made in a worker, which is compiled.
  const build = workspace.spawn(['build', '--release', '2026-01-02']);
  expect(build.status, build.stderr.slice(-500)).toBe(0);
  look('log of build', build.stdout + build.stderr);
  for (const format of ['text', 'json', 'sarif']) {
    const check = await workspace.run('check', '--format', format);
    look(`check as ${format}`, check.stdout + check.stderr);
  }
  for (const code of ['S20000', 'S20180', 'S20300']) {
    const explain = await workspace.run('explain', code, '--format', 'json');
    look('explain', explain.stdout + explain.stderr);
  }
  for await (const [name, content] of readEverything(path.join(workspace.folder, 'dist')))
    look(path.relative(workspace.folder, name), content);
  const table = KINDS.map(([group, kind], row) => {
    const found = Array.from({ length: OF_EACH_KIND }, (_, each) => row * OF_EACH_KIND + each).filter((index) =>
      leaks.has(index),
    );
    return {
      kind: `${group}: ${kind}`,
      leaked: found.length,
      where: [...new Set(found.flatMap((index) => [...(leaks.get(index) ?? [])]))].slice(0, 6),
    };
  }).filter(({ leaked }) => leaked > 0);
  if (process.env['PLANT_FIGURES'] !== undefined)
    console.log(JSON.stringify(table, null, 1), leaks.size, plants.length);
  expect(table).toEqual([]);
});
