import { classifyLabel } from '../../redact/labels.ts';
import { splitLines, trimSpan, type Line, type Span } from '../lines.ts';
import { valueSpan } from '../readers.ts';
import type { DocumentTree, Leaf } from '../tree.ts';
import { HEADINGS, type Heading } from './form.ts';

const BY_TITLE = new Map(HEADINGS.flatMap((heading) => heading.titles.map((title) => [title, heading] as const)));

/** `5 (ESR) | 01.05.2017 – 30.04.2020 | Pohjanmaa` behind the word for the priority axis. */
const HEADER = /^Toimintalinja \d+.*\|/;
const STATUS = /^Hanke \p{L}+$/u;

/** Opens what follows the team's text at the beginning of a card. */
const AFTER_TEAM = 'Tietoja hankkeesta';
const TEAM = 'Projektitiimi';

/** The heading that a line is, without its colon; a heading stands alone on its line. */
export function findHeading(tidy: string): Heading | undefined {
  return BY_TITLE.get(tidy.replace(/ ?:$/, ''));
}

/** A team's heading, however it is written, also with text behind it: what it opens is withheld. */
function isTeamHeading(tidy: string): boolean {
  const label = tidy.replace(/[:：].*$/u, '').trim();
  return label !== '' && classifyLabel(label)?.kind === 'team';
}

/** A project card as a tree that covers it. Before the first heading: name, tagline, header line, status line, a link's text. */
export function scanProjectCard(text: string): DocumentTree {
  const lines = splitLines(text);
  const isHeading = (line: Line): boolean => findHeading(line.tidy) !== undefined || isTeamHeading(line.tidy);
  const first = lines.findIndex(isHeading);
  const end = lines.findLastIndex(({ tidy }) => tidy.replace(/ ?:$/, '') === AFTER_TEAM);
  const intro = lines.slice(0, first < 0 ? lines.length : first);
  let title = '';
  let heading: Heading | undefined;
  let list = false;
  const body = lines.slice(intro.length).map((line, index): Leaf => {
    const span: Span = { start: line.start, end: line.next };
    const content = trimSpan(text, { start: line.start, end: line.end });
    // A heading's word inside the first team's text is a word of that text.
    const inTeam = heading?.opens.kind === 'team' && intro.length + index < end;
    const found = inTeam ? undefined : isTeamHeading(line.tidy) ? BY_TITLE.get(TEAM) : findHeading(line.tidy);
    if (found !== undefined) {
      heading = found;
      title = found.opens.kind === 'team' ? TEAM : line.tidy.replace(/ ?:$/, '');
      list = false;
      return { type: 'heading', part: title, content, ...span };
    }
    if (line.tidy === '') {
      list = false;
      return { type: 'blank', part: title, ...span };
    }
    if (heading?.opens.kind !== 'labels') return { type: 'text', part: title, content, ...span };
    const label = line.tidy.slice(0, Math.max(0, line.tidy.indexOf(':'))).trim();
    if (Object.hasOwn(heading.opens.labels, label)) {
      list = label.startsWith('Toteuttajaorganisaatio') || label.startsWith('Maakun');
      return { type: 'field', part: title, key: label, content: valueSpan(text, line), ...span };
    }
    // Further names of a list stand below its label, without one of their own.
    return { type: list && !line.tidy.includes(':') ? 'item' : 'unknown', part: title, content, ...span };
  });
  const children = [...scanIntro(text, intro), ...body];
  return {
    type: 'document',
    family: 'project-card',
    children: [{ type: 'entry', start: 0, end: text.length, children }],
  };
}

function scanIntro(text: string, lines: readonly Line[]): Leaf[] {
  const filled = lines.filter(({ tidy }) => tidy !== '');
  const header = filled.find(({ tidy }) => HEADER.test(tidy));
  const status = filled.find(({ tidy, start }) => STATUS.test(tidy) && start > (header?.start ?? 0));
  const partOf = (line: Line): string => {
    if (line === header) return 'header';
    if (line === status) return 'status';
    if (line === filled[0]) return 'name';
    return header === undefined || line.start < header.start ? 'tagline' : '';
  };
  return lines.map((line): Leaf => {
    const span: Span = { start: line.start, end: line.next };
    if (line.tidy === '') return { type: 'blank', part: '', ...span };
    const part = partOf(line);
    const content = trimSpan(text, { start: line.start, end: line.end });
    return { type: part === '' ? 'furniture' : 'item', part, content, ...span };
  });
}
