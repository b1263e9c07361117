import type { Issue } from '../../model/issue.ts';
import type { Sustainability } from '../../model/schema-types.ts';
import { joinText, type Draft } from '../draft.ts';
import { splitLines, splitSpan, type Span } from '../lines.ts';
import { readValue, reportUnreadable, type Reader } from '../readers.ts';
import type { EntryNode, Leaf } from '../tree.ts';
import { withholdLine } from '../person-label.ts';
import { readFlag } from '../values.ts';
import { BENEFICIARY_LABELS, HEADER_FUND, LANDMARKS, SECTIONS, readHeaderFund, type Landmark } from './form.ts';

/** What the form's own name says: the service and this form are of the 2014–2020 period. */
const PROGRAMMING_PERIOD = '2014-2020';

const BY_ID = new Map(LANDMARKS.map((landmark) => [landmark.id, landmark]));

/** Reads one page's tree into a draft. `organisationTypes` are the known types (lower case). */
export function readEura2014(draft: Draft, page: EntryNode, organisationTypes: ReadonlySet<string>): void {
  const parts: { landmark: Landmark; heading: Leaf; lines: Leaf[] }[] = [];
  for (const leaf of page.children) {
    const landmark = BY_ID.get(leaf.part);
    if (leaf.type === 'heading' && landmark !== undefined) parts.push({ landmark, heading: leaf, lines: [] });
    else parts.at(-1)?.lines.push(leaf);
  }
  let dimension: Sustainability['dimension'] | undefined;
  for (const { landmark, heading, lines } of parts) {
    const { opens } = landmark;
    if (opens.kind === 'dimension') dimension = opens.dimension;
    if (opens.kind === 'criterion') readCriterion(draft, opens.criterion, dimension, heading, lines);
    if (opens.kind === 'question') readQuestion(draft, opens.field, landmark.title, heading, lines);
    if (opens.kind === 'partners') {
      readPartners(draft, opens.role, lines, organisationTypes);
      readLabels(draft, BENEFICIARY_LABELS, lines);
    }
    if (opens.kind === 'text') {
      const text = readText(draft, lines);
      draft.setField(opens.field, text.value, text.span);
    }
    if (opens.kind === 'labels') {
      if (landmark.id === '0') readHeader(draft, heading);
      readLabels(draft, opens.labels, lines);
    }
    for (const line of lines.filter(({ type }) => type === 'unknown')) reportUnknownLine(draft, line);
  }
  reportMissingSections(
    draft,
    page,
    parts.map(({ landmark }) => landmark.id),
  );
}

const contentOf = (leaf: Leaf): Span => leaf.content ?? { start: leaf.start, end: leaf.start };

function readHeader(draft: Draft, heading: Leaf): void {
  const span = contentOf(heading);
  const fund = HEADER_FUND.exec(draft.text.slice(span.start, span.end));
  if (fund?.[1] !== undefined) {
    const start = span.start + fund.index + 1;
    readHeaderFund(draft, { start, end: start + fund[1].length });
  }
  draft.setField('programming_period', PROGRAMMING_PERIOD, span);
}

function readLabels(draft: Draft, labels: Readonly<Record<string, Reader>>, lines: readonly Leaf[]): void {
  const seen = new Set<string>();
  for (const line of lines) {
    if (line.type !== 'field' || line.key === undefined) continue;
    if (seen.has(line.key))
      draft.report(
        'parse/repeated-label',
        'warning',
        line,
        'unexpected second line with this label, expected one',
        line.key,
      );
    seen.add(line.key);
    labels[line.key]?.(draft, contentOf(line));
  }
}

/** The joined text of lines, and the span from its first to its last character. */
function readText(draft: Draft, lines: readonly Leaf[]): { value: string | undefined; span: Span } {
  const filled = lines.filter(({ type }) => type === 'text');
  const span = { start: contentOf(filled[0] ?? EMPTY).start, end: contentOf(filled.at(-1) ?? EMPTY).end };
  return { value: joinText(splitLines(draft.text, span.start, span.end)), span };
}
const EMPTY: Leaf = { type: 'blank', part: '', start: 0, end: 0 };

function readQuestion(
  draft: Draft,
  field: 'gender_analysis' | 'gender_mainstreaming' | 'gender_main_objective',
  title: string,
  heading: Leaf,
  lines: readonly Leaf[],
): void {
  const span = contentOf(heading);
  // The title may be written with other spaces than ours, so its colon is found in the raw line.
  const colons = title.split(':').length;
  let colon = span.start;
  for (let count = 0; count < colons; count += 1) colon = draft.text.indexOf(':', colon) + 1;
  const [answer] = splitSpan(draft.text, { start: colon, end: span.end }, /[\r\n]/);
  if (answer !== undefined) readValue(field, readFlag, 'Kyllä or Ei')(draft, answer);
  const reason = readText(draft, lines);
  draft.setField(`${field}_reason`, reason.value, reason.span);
}

function readCriterion(
  draft: Draft,
  criterion: Sustainability['criterion'],
  dimension: Sustainability['dimension'] | undefined,
  heading: Leaf,
  lines: readonly Leaf[],
): void {
  const span = contentOf(heading);
  const numbers = splitSpan(draft.text, span, /[\p{Zs}\t]+/u).slice(-2);
  const [direct, indirect] = numbers.map((number) => Number(draft.text.slice(number.start, number.end)));
  const [directSpan, indirectSpan] = numbers;
  if (direct === undefined || indirect === undefined || directSpan === undefined || indirectSpan === undefined) return;
  if (direct > 10 || indirect > 10) {
    reportUnreadable(draft, { start: directSpan.start, end: indirectSpan.end }, 'two whole numbers from 0 to 10');
    return;
  }
  if (dimension === undefined) {
    draft.report(
      'parse/missing-heading',
      'warning',
      span,
      'unexpected row without a group line above it, expected one of the three',
    );
    return;
  }
  const reason = readText(draft, lines);
  draft.addRow(
    'sustainability',
    { criterion, dimension, direct, indirect, ...(reason.value === undefined ? {} : { reason: reason.value }) },
    { direct: directSpan, indirect: indirectSpan, ...(reason.value === undefined ? {} : { reason: reason.span }) },
  );
}

/** Lines `name, organisation type, business id`: the last part is the id, the part before it the type only if it is a known one. */
function readPartners(
  draft: Draft,
  role: 'part_implementer' | 'support_recipient',
  lines: readonly Leaf[],
  types: ReadonlySet<string>,
): void {
  for (const line of lines) {
    if (line.type !== 'item') continue;
    const span = contentOf(line);
    if (withholdLine(draft, span)) continue;
    const parts = splitSpan(draft.text, span, /,/);
    const textOf = (part: Span | undefined): string => (part === undefined ? '' : draft.read(part));
    const idSpan = /^\d{6,7}-\d$/.test(textOf(parts.at(-1))) ? parts.pop() : undefined;
    const typeSpan = parts.length > 1 && types.has(textOf(parts.at(-1)).toLowerCase()) ? parts.pop() : undefined;
    const nameSpan = { start: parts[0]?.start ?? span.start, end: parts.at(-1)?.end ?? span.end };
    if (idSpan === undefined)
      draft.report(
        'parse/missing-business-id',
        'warning',
        span,
        'unexpected partner without a business id, expected name, organisation type, business id',
        draft.read(span),
      );
    draft.addRow(
      'partners',
      {
        position: draft.nextPosition('partners'),
        name: draft.read(nameSpan),
        ...(typeSpan === undefined ? {} : { organisation_type: draft.read(typeSpan) }),
        ...(idSpan === undefined ? {} : { business_id: draft.read(idSpan) }),
        partner_role: role,
      },
      {
        name: nameSpan,
        ...(typeSpan === undefined ? {} : { organisation_type: typeSpan }),
        ...(idSpan === undefined ? {} : { business_id: idSpan }),
      },
    );
  }
}

/** A line that the form has no place for. Only its label is quoted: its value could be personal. */
function reportUnknownLine(draft: Draft, line: Leaf): void {
  const span = contentOf(line);
  if (withholdLine(draft, span)) return;
  const text = draft.read(span);
  const colon = text.indexOf(':');
  const label = colon > 0 && colon < 80;
  const code: Issue['code'] = label ? 'parse/unknown-label' : 'parse/unexpected-text';
  const expected = `expected a label of section ${line.part}`;
  draft.report(
    code,
    'warning',
    span,
    label ? `unexpected label, ${expected}` : `unexpected line, ${expected}`,
    label ? text.slice(0, colon) : undefined,
  );
}

function reportMissingSections(draft: Draft, page: EntryNode, found: readonly string[]): void {
  const missing = SECTIONS.filter(({ id }) => !found.includes(id)).map(({ title }) => title);
  if (missing.length === 0) return;
  const end = { start: page.end, end: page.end };
  draft.report(
    'parse/missing-section',
    'warning',
    end,
    `unexpected end of the page, expected also: ${missing.join('; ')}`,
  );
}
