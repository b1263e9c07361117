/** The families as others use them: plugins of unified whose nodes say where they stand. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../pipeline/parse/index.ts';
import * as families from '../../pipeline/parse/plugins.ts';
import { readParseContext } from './read-context.ts';

const { eura2014, readEntries } = families;
const CASES = path.join(import.meta.dirname, 'cases');

function readCase(family: string): VFile {
  const folder = path.join(CASES, family);
  const name = readdirSync(folder).find((file) => !file.endsWith('.expected.json')) ?? '';
  return new VFile({ path: path.join(folder, name), value: readFileSync(path.join(folder, name), 'utf8') });
}

it('every family is exported', () => {
  const exported = new Set<unknown>(Object.values(families));
  expect(FAMILIES.filter(({ plugin }) => !exported.has(plugin)).map(({ name }) => name)).toEqual([]);
});

describe.each(FAMILIES)('$name', ({ name, plugin }) => {
  it('parses with unified, and every node leads back to its text', () => {
    const file = readCase(name);
    const text = String(file);
    const lines = text.split(/\r\n|\n|\r/);
    const tree = unified().use(plugin).parse(file);
    let nodes = 0;
    visit(tree, (node) => {
      nodes += 1;
      const { start, end } = node.position ?? {};
      expect(node.position, node.type).toBeDefined();
      if (node.type !== 'document') expect([start?.offset, end?.offset]).toEqual([node.start, node.end]);
      if (node.type === 'document' || text.slice(node.start, node.end).trim() === '') return;
      const line = lines[(start?.line ?? 0) - 1] ?? '';
      expect(text.slice(node.start)).toSatisfy((rest: string) => rest.startsWith(line.slice((start?.column ?? 1) - 1)));
    });
    expect(nodes).toBeGreaterThan(3);
  });
});

it('entries and issues come with the file, as vfile messages at their lines', async () => {
  const file = new VFile({
    path: 'sivu.txt',
    value:
      'Euroopan sosiaalirahaston (ESR) rahoittaman hankkeen kuvaus\n\n1 Hanke\n\nHankekoodi: S10001\n\nHankkeen nimi: Kokeilu\n\nLempinimi: Koe\n',
  });
  const processor = unified().use(eura2014).use(readEntries, readParseContext());
  await processor.run(processor.parse(file), file);
  expect(file.data.entries?.map(({ projectId, fields }) => [projectId, fields.name])).toEqual([['S10001', 'Kokeilu']]);
  const [message] = file.messages.filter(({ ruleId }) => ruleId === 'unknown-label');
  expect(message).toMatchObject({ source: 'parse', line: 9, column: 1, fatal: false });
});
