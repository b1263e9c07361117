import { joinText, type Draft } from '../draft.ts';
import { splitLines, splitSpan, type Span } from '../lines.ts';
import { readAreas, readName, readStatusWords, reportUnreadable } from '../readers.ts';
import type { EntryNode, Leaf } from '../tree.ts';
import { withholdLine } from '../person-label.ts';
import { readDate, readFund } from '../values.ts';
import { findAxis } from './readers.ts';
import { findHeading } from './scan.ts';

const contentOf = (leaf: Leaf): Span => leaf.content ?? { start: leaf.start, end: leaf.start };

/** Reads a card's tree into a draft. */
export function readProjectCard(draft: Draft, card: EntryNode): void {
  const intro = (part: string): Leaf[] => card.children.filter((leaf) => leaf.type === 'item' && leaf.part === part);
  const parts: { title: string; lines: Leaf[] }[] = [];
  for (const leaf of card.children) {
    if (leaf.type === 'heading') parts.push({ title: leaf.part, lines: [] });
    else parts.at(-1)?.lines.push(leaf);
  }
  for (const line of intro('name')) readName('name')(draft, contentOf(line));
  const tagline = readText(draft, intro('tagline'));
  draft.setField('tagline', tagline.value, tagline.span);

  let group: { title: string; members: readonly string[] } | undefined;
  for (const { title, lines } of parts) {
    const opens = findHeading(title)?.opens;
    const text = readText(
      draft,
      lines.filter(({ type }) => type === 'text'),
    );
    if (opens?.kind === 'group') group = { title, members: opens.members };
    else if (group?.members.includes(title) !== true) group = undefined;
    if (opens?.kind === 'labels') readLabels(draft, opens.labels, lines);
    else if (opens?.kind === 'team') {
      if (text.value !== undefined) draft.withhold('project_team', text.span);
    } else if (opens?.kind === 'summary') draft.setField('summary', text.value, text.span);
    else if (text.value !== undefined) {
      const heading = group === undefined || group.title === title ? title : `${group.title} – ${title}`;
      draft.addRow(
        'sections',
        { position: draft.nextPosition('sections'), heading, text: text.value },
        { text: text.span },
      );
    }
  }
  for (const line of intro('status')) readStatusWords(draft, contentOf(line));
  for (const line of intro('header')) readHeader(draft, contentOf(line));
}

function readText(draft: Draft, lines: readonly Leaf[]): { value: string | undefined; span: Span } {
  const [first, last] = [lines[0], lines.at(-1)];
  const span = {
    start: first === undefined ? 0 : contentOf(first).start,
    end: last === undefined ? 0 : contentOf(last).end,
  };
  return { value: joinText(splitLines(draft.text, span.start, span.end)), span };
}

type Labels = Extract<NonNullable<ReturnType<typeof findHeading>>['opens'], { kind: 'labels' }>['labels'];

function readLabels(draft: Draft, labels: Labels, lines: readonly Leaf[]): void {
  let label = '';
  for (const line of lines) {
    if (line.type === 'field') label = line.key ?? '';
    if (line.type === 'field' || line.type === 'item') labels[label]?.(draft, contentOf(line));
    if (line.type !== 'unknown' || withholdLine(draft, contentOf(line))) continue;
    const text = draft.read(contentOf(line));
    const colon = text.indexOf(':');
    // Only the label is quoted: its value could be personal.
    if (colon > 0)
      draft.report(
        'parse/unknown-label',
        'warning',
        contentOf(line),
        'unexpected label, expected one of the card',
        text.slice(0, colon),
      );
    else
      draft.report(
        'parse/unexpected-text',
        'warning',
        contentOf(line),
        'unexpected line, expected a label of the card',
      );
  }
}

/** `Toimintalinja 5 (ESR) | 01.05.2017 – 30.04.2020 | Pohjanmaa`: what the labels state too, so only where they do not does it count. */
function readHeader(draft: Draft, span: Span): void {
  const [axisSpan, periodSpan, areaSpan] = splitSpan(draft.text, span, /\|/);
  const axis =
    axisSpan === undefined ? undefined : findAxis(draft.text.slice(axisSpan.start, axisSpan.end), axisSpan.start);
  if (axis !== undefined) {
    draft.restateOrSet('priority_axis_code', draft.read(axis.code), axis.code);
    if (axis.fund !== undefined) draft.restateOrSet('fund', readFund(draft.read(axis.fund)), axis.fund);
  }
  const days = periodSpan === undefined ? [] : splitSpan(draft.text, periodSpan, /[-–—]/);
  (['start_date', 'end_date'] as const).forEach((field, index) => {
    const day = days[index];
    if (day === undefined) return;
    const value = readDate(draft.read(day));
    if (value === undefined) reportUnreadable(draft, day, 'a date such as 01.05.2017');
    draft.restateOrSet(field, value, day);
  });
  if (areaSpan === undefined) return;
  if (!draft.hasAreas()) readAreas('region')(draft, areaSpan);
  else draft.restateAreas(areaSpan);
}
