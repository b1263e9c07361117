import type { Issue, Place } from '../../pipeline/model/issue.ts';
import type { Entry, SourceFile } from '../../pipeline/model/project.ts';
import { decodeDocument } from '../../pipeline/parse/decode.ts';
import { findFamily } from '../../pipeline/parse/index.ts';
import { listLeaves } from '../../pipeline/parse/tree.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where nodes that should lie side by side do not. */
function findGaps(nodes: readonly Span[], from: number, to: number): string[] {
  const ends = [from, ...nodes.map(({ end }) => end)];
  const starts = [...nodes.map(({ start }) => start), to];
  return ends.flatMap((end, index) => (end === starts[index] ? [] : [`${end} is followed by ${starts[index] ?? -1}`]));
}

/** What of a text belongs to no node of its family's tree, or to two; nothing where no family knows it. */
export function listTreeFaults(text: string, path: string): string[] {
  const family = findFamily(text, path);
  if (family === undefined) return [];
  const tree = family.scan(text);
  const leaves = listLeaves(tree);
  const entries = tree.children.filter((node) => node.type === 'entry');
  const outside = leaves.filter(({ start, end, content }) => content && (content.start < start || content.end > end));
  return [
    ...findGaps(leaves, 0, text.length),
    ...entries.flatMap(({ children, start, end }) => findGaps(children, start, end)),
    ...outside.map(({ start }) => `the content of the node at ${start} lies outside it`),
  ];
}

/** Places that are not in the text: lines and columns from 1, the column behind the last character included. */
function findOutside(text: string, places: readonly Place[]): Place[] {
  const lines = text.split(/\r\n|\n|\r/);
  const isInside = (line: number, column: number): boolean =>
    line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? '').length + 1;
  return places.filter(
    ({ line, column, endLine, endColumn }) =>
      !isInside(line, column) ||
      !isInside(endLine, endColumn) ||
      endLine < line ||
      (endLine === line && endColumn < column),
  );
}

const toPlace = ({ line, column }: Issue): Place => ({ line, column, endLine: line, endColumn: column });
const placesOf = ({ place, origins, areas, restated }: Entry): Place[] => [
  place,
  ...Object.values(origins),
  ...[...areas, ...restated].map((stated) => stated.place),
];

/** Whether entries have an identity, issues say something, and all their places lie in the document. */
export function listEntryFaults(file: SourceFile, entries: readonly Entry[], issues: readonly Issue[]): string[] {
  const decoded = decodeDocument(file);
  const text = 'text' in decoded ? decoded.text : new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
  const outside = findOutside(text, [...issues.map(toPlace), ...entries.flatMap(placesOf)]);
  return [
    ...outside.map((place) => `${JSON.stringify(place)} is not in the document`),
    ...entries.filter(({ projectId }) => projectId === '').map(() => 'an entry has no identity'),
    ...issues.filter(({ message, found }) => message === '' || found === '').map(({ code }) => `${code} says nothing`),
  ];
}
