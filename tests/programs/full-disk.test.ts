/**
 * A disk that really fills up (a small tmpfs in a name space of its own), at many moments of a build: what was published stays or the new
 * output is there whole, the sentence says what to do, and once there is space again the next build works.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace, ROOT, writePage } from '../flow/workspace.ts';

/** In kB. */
const DISK = 80_000;
/** What is left of it, in kB, when the build begins. */
const LEFT = [0, 64, 1000, 2500];
/** The same for a build with pages: the data find their place (they take some 17,000 kB), the pages do not. */
const LEFT_FOR_PAGES = [20_000, 24_000];

const canMount =
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs none /mnt'], { stdio: 'ignore' }).status === 0;
const note = canMount ? '' : ' (no right to mount a disk here)';

it.skipIf(!canMount)(`full at ${LEFT.length} moments${note}`, { timeout: 600_000 }, () => {
  const said = fill(LEFT, '--no-site');
  expect(said.length).toBeGreaterThan(1);
});

it.skipIf(!canMount)(`full while pages are written${note}`, { timeout: 600_000 }, () => {
  const said = fill(LEFT_FOR_PAGES);
  expect(said).toHaveLength(LEFT_FOR_PAGES.length);
  for (const text of said) expect(text).toMatch(/^making the site\n(?:.*\n)*hankekartta: /m);
});

/**
 * Builds on a disk with so much left, in kB.
 * @param options of those builds
 * @returns what those said that found no space
 */
function fill(lefts: readonly number[], ...options: readonly string[]): string[] {
  const workspace = createWorkspace({
    'first/documents/a.txt': writePage('S10001', 'Yksi'),
    'first/hankekartta.config.json': '{"documents":["documents"]}',
    'b.txt': writePage('S10002', 'Kaksi'),
    'fill.sh': FILL,
  });
  mkdirSync(workspace.place('disk'));
  const bin = path.join(ROOT, 'pipeline/hankekartta.js');
  const { stdout, stderr } = spawnSync(
    'unshare',
    [
      '-rm',
      'sh',
      workspace.place('fill.sh'),
      workspace.folder,
      process.execPath,
      bin,
      options.join(' '),
      ...lefts.map(String),
    ],
    { encoding: 'utf8' },
  );
  const outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  expect(
    outcomes.map(([left]) => Number(left)),
    stderr,
  ).toEqual(lefts);
  const failed: string[] = [];
  for (const [left = '', status, state, verified, next] of outcomes) {
    const said = readFileSync(workspace.place(`said-${left}.txt`), 'utf8');
    expect(said).not.toMatch(/\n {4}at /);
    if (status === '0') expect([left, state]).toEqual([left, 'new']);
    else {
      expect([left, status, state]).toEqual([left, '2', 'old']);
      expect(said).toMatch(
        /^hankekartta: cannot use (?:\/|a file of the output or of \/\S+ \(TMPDIR names another folder\)).*: no space left on the disk; free some.*untouched\.$/m,
      );
      failed.push(said);
    }
    expect([left, verified, next]).toEqual([left, '0', '0']);
  }
  return failed;
}

/** For each amount: a disk with one release, filled but for so much; a build; whether `dist` is the old or the new output, whole; space again, another build. */
const FILL = `folder=$1 node=$2 bin=$3 options=$4; shift 4
cd "$folder"
for left in "$@"; do
  mount -t tmpfs -o size=${String(DISK)}k none disk || exit 9
  cp -r first/. disk; cd disk; mkdir tmp
  "$node" "$bin" build --no-site --release 2026-01-01 >/dev/null 2>&1 || exit 8
  before=$(find dist -type f -exec sha256sum {} + | sort | sha256sum)
  cp ../b.txt documents/b.txt
  free=$(df -k --output=avail . | tail -1)
  dd if=/dev/zero of=ballast bs=1024 count=$((free - left)) 2>/dev/null
  TMPDIR=$PWD/tmp "$node" "$bin" build $options --release 2026-01-02 >/dev/null 2>"../said-$left.txt"; status=$?
  after=$(find dist -type f -exec sha256sum {} + | sort | sha256sum)
  if [ "$before" = "$after" ]; then state=old; elif [ -d dist/data/2026-01-02 ]; then state=new; else state=broken; fi
  [ -z "$(ls tmp)" ] || state="$state-and-tmp"
  ls -d dist.* >/dev/null 2>&1 && state="$state-and-more"
  rm ballast
  "$node" "$bin" verify dist >/dev/null 2>&1; verified=$?
  "$node" "$bin" build --no-site --release 2026-01-02 >/dev/null 2>&1; next=$?
  echo "$left $status $state $verified $next"
  cd ..; umount disk
done
`;
