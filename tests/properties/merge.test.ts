/** In what order documents are read does not matter: the same ones win, the same ones are set aside. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMergePlan, keyEntry, merge } from '../../pipeline/merge/index.ts';
import type { Entry } from '../../pipeline/model/project.ts';
import { contradict, listContradicting } from '../../pipeline/merge/rank.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { listRow, writeEuraList } from '../demo/eura-list.ts';
import { eura2014Page, writeEura2014Page } from '../demo/eura2014-page.ts';
import { handWritten, writeHandWritten } from '../demo/hand-written.ts';
import { projectCard, writeProjectCard } from '../demo/project-card.ts';
import { renumber } from '../demo/project.ts';
import { parseContext, places, RUNS, toFile } from './generated.ts';

/** Few projects, days and statuses: documents that meet, agree and disagree. */
const number = fc.integer({ min: 40_000, max: 40_002 });
const layout = { period: '2014-2020', quoting: 'all', hasTail: false, encoding: 'utf-8' } as const;
const text = fc.oneof(
  fc
    .tuple(eura2014Page(places), number)
    .map(([page, to]) => ['txt', writeEura2014Page({ ...renumber(page, to), fund: 'ESR' })]),
  fc
    .tuple(projectCard(places), number)
    .map(([card, to]) => ['txt', writeProjectCard({ ...renumber(card, to), identity: 'project code' })]),
  fc.tuple(handWritten(places), number).map(([note, to]) => ['md', writeHandWritten(renumber(note, to))]),
  fc
    .uniqueArray(fc.tuple(listRow(places, '2014-2020'), number), {
      minLength: 1,
      maxLength: 3,
      selector: ([, to]) => to,
    })
    .map((rows) => ['csv', writeEuraList({ layout, rows: rows.map(([row, to]) => renumber(row, to)) })]),
);
const day = fc.option(fc.constantFrom('2019-05-15', '2021-01-31'), { freq: 2 });

/** Entries of several documents; the same text may come twice, under two paths. */
const entries: fc.Arbitrary<Entry[]> = fc
  .array(fc.tuple(text, fc.array(day, { minLength: 1, maxLength: 2 })), { minLength: 1, maxLength: 5 })
  .map((documents) =>
    documents.flatMap(([[ending = '', content = ''], days], index) =>
      days.flatMap((retrieved, copy) => {
        const file = toFile(`${'edcba'.charAt(index)}/${copy}.${ending}`, content);
        return parse({ ...file, ...(retrieved === null ? {} : { retrieved }) }, parseContext).value;
      }),
    ),
  );
const shuffled = entries.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
);

/** The plan with the entries' places for their indexes, and where its issues are. */
function plan(all: readonly Entry[]): object {
  const { groups, quarantined, issues } = createMergePlan(all.map(keyEntry));
  const placeOf = (index: number): string => `${all[index]?.document ?? ''}:${all[index]?.place.line ?? 0}`;
  return {
    groups: groups.map(({ projectId, members }) => [projectId, ...members.map(placeOf)]),
    quarantined,
    issues: issues.map(({ code, document, line }) => `${code} ${document}:${line}`).sort(),
  };
}

describe('the order of documents', () => {
  it('does not change who is merged with whom', () => {
    fc.assert(
      fc.property(shuffled, ([inOrder, inDisorder]) => {
        expect(plan(inDisorder)).toEqual(plan(inOrder));
      }),
      RUNS,
    );
  });

  it('does not change what they make together', () => {
    fc.assert(
      fc.property(shuffled, ([inOrder, inDisorder]) => {
        const [first, ...rest] = inOrder;
        const [another, ...others] = inDisorder;
        if (first === undefined || another === undefined) return;
        expect(merge([another, ...others])).toEqual(merge([first, ...rest]));
      }),
      RUNS,
    );
  });
});

it('each entry is a member of one project, a repetition, or set aside', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const { groups, quarantined, issues } = createMergePlan(all.map(keyEntry));
      const members = groups.flatMap((group) => group.members);
      const repeated = issues.filter(({ code }) => code === 'merge/duplicate-document').length;
      expect(new Set(members).size).toBe(members.length);
      expect(members.length + repeated + quarantined).toBe(all.length);
      for (const { projectId, members: group } of groups)
        expect(group.map((index) => all[index]?.projectId)).toEqual(group.map(() => projectId));
    }),
    RUNS,
  );
});

it('those that contradict another are found as if each were held against each', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const keys = all.map(keyEntry);
      expect(listContradicting(keys)).toEqual(keys.filter((one) => keys.some((other) => contradict(one, other))));
    }),
    RUNS,
  );
});

it('a list that says one project in every row, each time otherwise, names a few of them in each issue', () => {
  const rows = Array.from({ length: 300 }, (_, index) => `S12345,ESR,Nimi ${index},5,Toiminnassa`).join('\n');
  const { value } = parse(toFile('a.csv', `Koodi,Rahasto,Hankkeen nimi,Tl,Tila\n${rows}\n`), parseContext);
  const { groups, quarantined, issues } = createMergePlan(value.map(keyEntry));
  expect([groups.length, quarantined, issues.length]).toEqual([0, 300, 300]);
  expect(issues.at(-1)?.message).toContain('(also a.csv:2, a.csv:3, a.csv:4, a.csv:5, a.csv:6, 294 more), expected');
});
