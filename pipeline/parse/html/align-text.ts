import type { Text } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** A character (or a run of white space) of a text node, and where it stands in the source. */
export interface AlignedPiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const REFERENCE = /&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[a-zA-Z][a-zA-Z0-9]*);?/y;
const SPACES = /[ \t\n\r\f]+/y;
/** What begins an element, an end of one, a comment or a declaration: never a character of the text around it. */
const MARKUP = /<[a-zA-Z/!?][^>]*>/y;

/** Length of the white space that begins at an offset. */
const countSpaces = (text: string, from: number): number => countSigns(SPACES, text, from);

function countSigns(signs: RegExp, text: string, from: number): number {
  signs.lastIndex = from;
  return signs.exec(text)?.[0].length ?? 0;
}

/**
 * Length of the markup at an offset of the source that is no part of the text: the parser joins the texts on both sides of what it drops
 * (an end without a beginning, a second document type, a row of a table that text stands between). Inside `<title>` it is text.
 */
function countMarkup(source: string, at: number, value: string, index: number): number {
  if (source.charAt(at) !== '<' || source.slice(at, at + 2) === value.slice(index, index + 2)) return 0;
  return countSigns(MARKUP, source, at);
}

/**
 * The characters of a text node beside the source that they were written as. The parser gives the place of the whole node; inside it a
 * character is one of the source, or a reference (`&auml;`) that stands for one or more, or a line break that was two. White space on both
 * sides of markup that the parser dropped is one run.
 */
export function alignText(node: Text, source: string): AlignedPiece[] {
  const pieces: AlignedPiece[] = [];
  const limit = node.position?.end.offset ?? source.length;
  let at = node.position?.start.offset ?? 0;
  const { value } = node;
  for (let index = 0; index < value.length;) {
    const spaces = countSpaces(value, index);
    const dropped = countMarkup(source, at, value, index);
    if (dropped > 0 && at + dropped < limit) {
      at += dropped;
      continue;
    }
    const written = countSpaces(source, at);
    if (spaces === 0 && written > 0 && at + written < limit) {
      at += written;
      continue;
    }
    if (spaces > 0 && written > 0) {
      // One run is the other, whatever its line breaks were.
      const end = Math.min(at + written, limit);
      pieces.push({ text: value.slice(index, index + spaces), start: at, end });
      at = end;
      index += spaces;
      continue;
    }
    const reference = source.charAt(at) === '&' ? readReference(source, at) : undefined;
    const text =
      reference === undefined
        ? String.fromCodePoint(value.codePointAt(index) ?? 0)
        : value.slice(index, index + reference.decoded);
    const taken = reference?.raw ?? text.length;
    pieces.push({ text, start: at, end: Math.min(at + taken, limit) });
    at = Math.min(at + taken, limit);
    index += Math.max(1, text.length);
  }
  return pieces;
}

const rehype = unified().use(rehypeParse, { fragment: true }).freeze();
const decoded = new Map<string, string>();

/** How long a reference is in the source, and how many characters it stands for; `undefined` where `&` is a letter like others. */
function readReference(source: string, at: number): { readonly raw: number; readonly decoded: number } | undefined {
  REFERENCE.lastIndex = at;
  const [raw] = REFERENCE.exec(source) ?? [];
  if (raw === undefined) return undefined;
  // Without its `;`, a name may be longer than the reference in it (`&ampx`): the parser says what it stands for.
  const value = decode(raw);
  if (value === raw) return undefined;
  for (let length = 2; length < raw.length; length += 1) {
    const [name, rest] = [raw.slice(0, length), raw.slice(length)];
    const character = decode(name);
    if (character !== name && character + rest === value) return { raw: length, decoded: character.length };
  }
  return { raw: raw.length, decoded: value.length };
}

function decode(reference: string): string {
  const known = decoded.get(reference);
  if (known !== undefined) return known;
  const [node] = rehype.parse(reference).children;
  const value = node?.type === 'text' ? node.value : reference;
  // A page can hold any number of different references; those that pages do hold are few.
  if (decoded.size < 1000) decoded.set(reference, value);
  return value;
}
