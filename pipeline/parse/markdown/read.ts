import { joinText, type Draft } from '../draft.ts';
import { splitLines, type Span } from '../lines.ts';
import { LIMITS } from '../limits.ts';
import { reportUnreadable } from '../readers.ts';
import type { EntryNode, Leaf } from '../tree.ts';
import { classifyLabel } from '../../redact/labels.ts';
import { withholdByLabel } from '../person-label.ts';
import { FRONT_MATTER, TEXT_HEADINGS } from './form.ts';
import { findTooDeep } from './scan.ts';
import { toPlainText } from './to-plain-text.ts';

const PARTNER_KEYS = ['name', 'organisation_type', 'business_id', 'partner_role'] as const;
const IS_PARTNER_KEY: ReadonlySet<string> = new Set(PARTNER_KEYS);
const CONTACT_KEY = /^contact_|_phone$/;
const PARTNER_ROLES = ['part_implementer', 'support_recipient', 'implementing_organisation'] as const;

/** Reads a hand-written document's tree into a draft. */
export function readMarkdown(draft: Draft, page: EntryNode): void {
  const { frontMatter } = page.data ?? {};
  if (frontMatter === undefined) {
    const message = 'unexpected nesting of quotations, lists or brackets, expected less than a person can read';
    draft.report('parse/too-deep', 'error', findTooDeep(draft.text) ?? page, message);
    return;
  }
  const { values, partners, fault } = frontMatter;
  if (fault !== undefined)
    draft.report('parse/unreadable-front-matter', 'warning', fault, 'unexpected front matter, expected YAML');
  if (values.length > LIMITS.keys) {
    const message = `unexpected front matter of ${String(values.length)} values, expected at most ${String(LIMITS.keys)}`;
    draft.report('parse/too-deep', 'error', values[LIMITS.keys] ?? page, message);
    return;
  }
  for (const { key, ...span } of values) {
    const read = Object.hasOwn(FRONT_MATTER, key) ? FRONT_MATTER[key] : undefined;
    // Only the key is quoted: its value could be personal.
    if (read !== undefined) read(draft, span);
    else if (!withholdByLabel(draft, key, span))
      draft.report(
        'parse/unknown-label',
        'warning',
        span,
        `unexpected key, expected one of ${Object.keys(FRONT_MATTER).join(', ')}`,
        key,
      );
  }
  for (const partner of partners) readPartner(draft, partner);

  // A heading that stands twice opens two parts.
  const parts: { heading: string; leaves: Leaf[] }[] = [{ heading: '', leaves: [] }];
  let team: number | undefined;
  for (const leaf of page.children) {
    if (leaf.type === 'heading') {
      const depth = depthOf(draft, leaf);
      // A team's text goes on under the headings below its own.
      if (team !== undefined && depth <= team) team = undefined;
      if (team === undefined && classifyLabel(leaf.part)?.kind === 'team') team = depth;
      if (team === undefined) parts.push({ heading: leaf.part, leaves: [] });
    }
    if (team !== undefined && leaf.type !== 'blank') draft.withhold('project_team', leaf);
    else if (leaf.type === 'text') parts.at(-1)?.leaves.push(leaf);
  }
  for (const { heading, leaves } of parts) {
    const span = { start: leaves[0]?.start ?? 0, end: leaves.at(-1)?.end ?? 0 };
    const blocks = leaves.flatMap(({ data }) => data?.block ?? []);
    const text = joinText(splitLines(toPlainText(blocks)));
    if (text === undefined) continue;
    // What stands above the first heading is the summary.
    const field = heading === '' ? 'summary' : TEXT_HEADINGS.get(heading);
    if (field !== undefined) draft.setField(field, text, span);
    else draft.addRow('sections', { position: draft.nextPosition('sections'), heading, text }, { text: span });
  }
}

/** A key of a partner that is none of a partner's: who can be reached there is withheld, the rest reported. */
function readStranger(draft: Draft, key: string, span: Span): void {
  const read = CONTACT_KEY.test(key) && Object.hasOwn(FRONT_MATTER, key) ? FRONT_MATTER[key] : undefined;
  if (read !== undefined) read(draft, span);
  else if (!withholdByLabel(draft, key, span)) {
    const message = `unexpected key of a partner, expected one of ${PARTNER_KEYS.join(', ')}`;
    draft.report('parse/unknown-label', 'warning', span, message, key);
  }
}

/** 1 to 6; an underlined heading is of 1 or 2. */
function depthOf(draft: Draft, heading: Leaf): number {
  const raw = draft.text.slice(heading.start, heading.end);
  return /^\s*(#{1,6})/.exec(raw)?.[1]?.length ?? (/\n\s*=+\s*$/.test(raw) ? 1 : 2);
}

function readPartner(draft: Draft, partner: ReadonlyMap<string, Span>): void {
  for (const [key, span] of partner) if (!IS_PARTNER_KEY.has(key)) readStranger(draft, key, span);
  const name = partner.get('name');
  if (name === undefined || draft.read(name) === '') {
    const [first] = partner.values();
    if (first !== undefined) reportUnreadable(draft, first, 'a partner with a name');
    return;
  }
  const role = partner.get('partner_role');
  const partnerRole = PARTNER_ROLES.find((code) => role !== undefined && draft.read(role) === code);
  if (role !== undefined && partnerRole === undefined) reportUnreadable(draft, role, PARTNER_ROLES.join(', '));
  const [type, id] = [partner.get('organisation_type'), partner.get('business_id')];
  const row = {
    position: draft.nextPosition('partners'),
    name: draft.read(name),
    ...(type === undefined ? {} : { organisation_type: draft.read(type) }),
    ...(id === undefined ? {} : { business_id: draft.read(id) }),
    partner_role: partnerRole ?? 'part_implementer',
  } as const;
  const spans = PARTNER_KEYS.flatMap((key) => {
    const span = partner.get(key);
    return span === undefined ? [] : [[key, span] as const];
  });
  draft.addRow('partners', row, Object.fromEntries(spans));
}
