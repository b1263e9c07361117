/** Shares of the documents, read apart, and the release of all of them: the same bytes as one run, or one sentence that says why not. */
import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createShardFile, openShardFile } from '../../pipeline/effects/shard-file.ts';
import { shareOf, type ShardHead } from '../../pipeline/read/shard.ts';
import { createWorkspace, readDocuments, ROOT, writePage, type Outcome, type Workspace } from './workspace.ts';

vi.setConfig({ testTimeout: 600_000 });

const GOLDEN = path.join(ROOT, 'tests/golden/release/documents');
/** What the golden documents lack: one that nobody can read, the same name twice, no document, facts of another source. */
const MORE = {
  'documents/sivut/liian.txt': writePage('S30001', 'Kansion tilalla'),
  'documents/e\u0301.txt': writePage('S30002', 'Hajotettu'),
  'documents/\u00e9.txt': writePage('S30003', 'Koottu'),
  'documents/kuva.png': 'x',
  'documents/rikki.txt': 'Hanke\u0000koodi: S30004',
};
const RELEASE = ['--release', '2026-02-03'];

function openGolden(): Workspace {
  const workspace = createWorkspace();
  cpSync(GOLDEN, path.join(workspace.folder, 'documents'), { recursive: true });
  workspace.write(MORE);
  return workspace;
}

const shares = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index + 1}/${count}`);
const shard = (workspace: Workspace, share: string): Promise<Outcome> =>
  workspace.run('build', '--shard', share, '--out', 'osat');
const assemble = (workspace: Workspace): Promise<Outcome> => workspace.run('assemble', 'osat', ...RELEASE);
const listShards = (workspace: Workspace): string[] => readdirSync(path.join(workspace.folder, 'osat')).sort();
const placeShard = (workspace: Workspace, position: number): string =>
  path.join(workspace.folder, 'osat', listShards(workspace)[position] ?? '');
/** What a run says, but where it put it. */
const words = ({ status, stdout, stderr }: Outcome): unknown => ({
  status,
  stdout,
  errors: stderr.split('\n').filter((line) => line.includes(' error ')),
});

describe('n shards and one run', () => {
  let one: Workspace;
  let whole: Outcome;
  beforeAll(async () => {
    one = openGolden();
    whole = await one.run('build', ...RELEASE);
    expect(whole.status).toBe(0);
    // There is something to quarantine, and documents without an entry.
    expect(one.readJson('issues.json')).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'read/same-name' })]),
    );
  }, 120_000);

  it(
    'are the same bytes and words, however many they are and in whatever order they are made',
    { timeout: 600_000 },
    async () => {
      const orders = fc
        .integer({ min: 1, max: 7 })
        .chain((count) => fc.shuffledSubarray(shares(count), { minLength: count }));
      // Every number once, each in an order of its own.
      const tried = new Map(fc.sample(orders, 100).map((each) => [each.length, each]));
      expect([...tried.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
      for (const order of tried.values()) {
        const workspace = openGolden();
        for (const share of order) expect(await shard(workspace, share)).toMatchObject({ status: 0 });
        expect(workspace.exists('dist')).toBe(false);
        const assembled = await assemble(workspace);
        expect(words(assembled)).toEqual(words(whole));
        expect(workspace.hash('dist')).toEqual(one.hash('dist'));
        // What was assembled is known as what a build makes.
        const again = await workspace.run('build', ...RELEASE);
        expect(again.stdout).toContain('nothing changed');
      }
    },
  );

  it('every document is in one share, and shares are of like size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.string(), (count, document) => {
        const share = shareOf(document, count);
        expect(Number.isInteger(share) && share >= 1 && share <= count).toBe(true);
      }),
    );
    const counts = Array.from({ length: 4 }, () => 0);
    for (let index = 0; index < 10_000; index += 1) {
      const at = shareOf(`S${index}.txt`, 4) - 1;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(200);
    // The rule is a promise: another one would take other shards for these.
    expect(['a.txt', 'b.txt', 'eura2014/S20154.txt'].map((name) => shareOf(name, 7))).toEqual([5, 3, 6]);
  });
});

describe('what a shard is', () => {
  it('for its owner alone, and nothing else lies beside it', async () => {
    const workspace = createWorkspace(readDocuments());
    expect(await shard(workspace, '2/10')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /^Documents {4}\d of 5\nShard {8}2\/10 in osat\/shard-02-of-10\.shard\n$/,
      ) as string,
    });
    expect(listShards(workspace)).toEqual(['shard-02-of-10.shard']);
    expect(statSync(placeShard(workspace, 0)).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(workspace.folder, 'osat')).mode & 0o777).toBe(0o700);
  });

  it('is the same bytes whoever makes it, and says what it is of', async () => {
    const [a, b] = [createWorkspace(readDocuments()), createWorkspace(readDocuments())];
    await shard(a, '1/1');
    expect(b.spawn(['build', '--shard', '1/1', '--out', 'osat', '--jobs', '2'])).toMatchObject({ status: 0 });
    expect(a.hash('osat')).toEqual(b.hash('osat'));
    const reader = openShardFile(placeShard(a, 0));
    const head = reader.head as ShardHead;
    reader.close();
    const sources = a.hash('documents');
    expect(head.share).toEqual({ index: 1, count: 1 });
    expect(Object.fromEntries(head.documents.map(({ path: name, sha256 }) => [name, sha256]))).toEqual(sources);
    expect(head.version).toBe(
      (JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
    );
  });

  it('lies in its own folder where none is named, and is never put among what is published', async () => {
    const workspace = createWorkspace(readDocuments());
    expect(await workspace.run('build', '--shard', '1/1')).toMatchObject({ status: 0 });
    expect(workspace.exists('.hankekartta/shards/shard-1-of-1.shard')).toBe(true);
    expect(await workspace.run('assemble', ...RELEASE)).toMatchObject({ status: 0 });
    expect(Object.keys(workspace.hash('dist')).filter((name) => name.endsWith('.shard'))).toEqual([]);
    for (const out of ['dist', 'dist/data/osat', 'dist/uusi/osat'])
      expect(await workspace.run('build', '--shard', '1/1', '--out', out)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('which is published') as string,
      });
    expect(await workspace.run('verify', 'dist')).toMatchObject({ status: 0 });
  });

  it.each(['0/4', '5/4', '4', '1/0', '1/1001', 'a/b', '-1/4', '1/4/2', '1.5/4'])(
    '--shard %s is wrong usage',
    async (share) => {
      expect(await createWorkspace(readDocuments()).run('build', '--shard', share)).toMatchObject({ status: 2 });
    },
  );
});

describe('shards that do not fit', () => {
  let made: Workspace;
  let before: Record<string, string>;
  beforeAll(async () => {
    made = createWorkspace(readDocuments());
    for (const share of ['1/3', '2/3', '3/3']) expect(await shard(made, share)).toMatchObject({ status: 0 });
    expect(await assemble(made)).toMatchObject({ status: 0 });
    before = made.hash('dist');
  }, 120_000);

  /** One sentence, status 2, and what was published is as it was. */
  async function refuse(change: (workspace: Workspace) => unknown, sentence: RegExp): Promise<void> {
    const workspace = made.copy();
    await change(workspace);
    const { status, stdout, stderr } = await assemble(workspace);
    const told = stderr.split('\n').filter((line) => line.startsWith('hankekartta:'));
    expect({ status, stdout, told }).toEqual({
      status: 2,
      stdout: '',
      told: [expect.stringMatching(sentence) as string],
    });
    expect(workspace.hash('dist')).toEqual(before);
    expect(readdirSync(workspace.folder).filter((name) => name.startsWith('dist.'))).toEqual([]);
  }
  /** Writes a shard again with another head. */
  function rewrite(workspace: Workspace, position: number, change: (head: ShardHead) => unknown): void {
    const file = placeShard(workspace, position);
    const { head, read, close } = openShardFile(file);
    const { documents } = head as ShardHead;
    const writer = createShardFile(file);
    for (const document of documents) writer.append(read(document));
    close();
    writer.finish(change(head as ShardHead));
    writer.discard();
  }
  const flip = (file: string): void => {
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  };

  it.each<[string, (workspace: Workspace) => unknown, RegExp]>([
    [
      'one is missing',
      (w) => rmSync(placeShard(w, 1)),
      /shard 2\/3 is missing; make it with: hankekartta build --shard 2\/3$/,
    ],
    [
      'two are missing',
      (w) => [2, 0].forEach((at) => rmSync(placeShard(w, at))),
      /shards 1\/3, 3\/3 are missing; make each with: hankekartta build --shard 1\/3$/,
    ],
    ['none is there', (w) => [2, 1, 0].forEach((at) => rmSync(placeShard(w, at))), /no shard in osat$/],
    [
      'one is there twice',
      (w) => cpSync(placeShard(w, 0), `${placeShard(w, 0)}.kopio.shard`),
      /osat\/shard-1-of-3\.shard and osat\/shard-1-of-3\.shard\.kopio\.shard are both shard 1\/3: expected each shard once$/,
    ],
    [
      'of another division',
      (w) => shard(w, '1/4'),
      /is shard 1\/3 and .*1-of-4\.shard is shard 1\/4: expected the shards of one division$/,
    ],
    [
      'a bit is wrong',
      (w) => flip(placeShard(w, 1)),
      /shard-2-of-3\.shard is damaged: its bytes do not fit its checksum/,
    ],
    ['cut short', (w) => truncateSync(placeShard(w, 2), 1000), /shard-3-of-3\.shard is damaged: it ends too early/],
    ['empty', (w) => truncateSync(placeShard(w, 2)), /shard-3-of-3\.shard is no shard/],
    ['another file', (w) => w.write({ 'osat/muu.shard': 'hankekartta on muuta' }), /muu\.shard is no shard/],
    [
      'of another version',
      (w) => rewrite(w, 0, (head) => ({ ...head, version: '0.0.1' })),
      /shard 1\/3 is of version 0\.0\.1 of the program, expected \d+\.\d+\.\d+; make it/,
    ],
    [
      'of other sources',
      (w) => rewrite(w, 2, (head) => ({ ...head, program: 'x' })),
      /shard 3\/3 is of another state of the program/,
    ],
    [
      'of another configuration',
      (w) => w.edit('hankekartta.config.json', '"site":false', '"site":false,"privacy":{"namesNaturalPersons":true}'),
      /shards 1\/3, 2\/3, 3\/3 are of another configuration \(privacy\)/,
    ],
    [
      'a document was changed',
      (w) => w.edit('documents/eura2014/S20154.txt', '280 681', '280 682'),
      /shard \d\/3 is not of these documents \(eura2014\/S20154\.txt was changed\); make it with/,
    ],
    [
      'a document is new',
      (w) => w.write({ 'documents/uusi.txt': writePage('S10001', 'Uusi') }),
      /\(uusi\.txt is new\)/,
    ],
    [
      'a document is gone',
      (w) => rmSync(w.place('documents/eura2014/S20154.txt')),
      /\(eura2014\/S20154\.txt is gone\)/,
    ],
    [
      'sources.json says otherwise',
      (w) => w.write({ 'documents/sources.json': '{"sources":[{"match":"**/S20154.txt","retrieved":"2026-01-01"}]}' }),
      /\(what sources\.json says of eura2014\/S20154\.txt was changed\)/,
    ],
    [
      'a folder that is not there',
      (w) => rmSync(w.place('osat'), { recursive: true }),
      /cannot use osat: no such file or folder/,
    ],
  ])('%s', (_, change, sentence) => refuse(change, sentence));

  it('any byte that is lost or changed is noticed', () => {
    const file = placeShard(made, 0);
    const whole = readFileSync(file);
    const other = path.join(made.folder, 'other.shard');
    const tryBytes = (bytes: Uint8Array): void => {
      writeFileSync(other, bytes);
      expect(() => openShardFile(other)).toThrow(/other\.shard is (damaged|no shard|of another version)/);
    };
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        tryBytes(whole.subarray(0, at));
        const bytes = Uint8Array.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        tryBytes(bytes);
        tryBytes(Buffer.concat([whole, whole.subarray(at)]));
      }),
    );
  });
});
