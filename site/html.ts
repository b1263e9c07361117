/** A piece of HTML that is safe to write as it stands. */
export interface Html {
  readonly markup: string;
}

/** What can stand in a template: strings are escaped, `undefined` writes nothing. */
export type Content = Html | string | number | undefined | readonly Content[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return /[&<>"']/.test(text) ? text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '') : text;
}

function toMarkup(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return String(content);
  if ('markup' in content) return content.markup;
  let markup = '';
  for (const each of content) markup += toMarkup(each);
  return markup;
}

/** Templates without the indentation that they have for people; `<pre>` gets its text as a value, which stays as it is. */
const tidied = new WeakMap<TemplateStringsArray, readonly string[]>();

function tidy(parts: TemplateStringsArray): readonly string[] {
  const known = tidied.get(parts);
  if (known !== undefined) return known;
  const made = parts.map((part) => part.replaceAll(/\s*\n\s*/g, '\n'));
  tidied.set(parts, made);
  return made;
}

/** Tagged template that escapes what is put into it; attribute values have to be quoted. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  const fixed = tidy(parts);
  let markup = fixed[0] ?? '';
  for (let index = 1; index < fixed.length; index += 1) markup += toMarkup(values[index - 1]) + (fixed[index] ?? '');
  return { markup };
}

/** What XML 1.0 cannot hold at all, not even escaped (section 2.2). */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Markup as XML that every reader takes; what XML cannot hold becomes U+FFFD. */
export function toXml({ markup }: Html): string {
  return markup.replaceAll(NOT_XML, '\ufffd');
}

/** Markup that this program made itself, such as the path data of a map. */
export function trustMarkup(markup: string): Html {
  return { markup };
}

/** A block of linked data, which no browser runs. In JSON an escaped sign is the same sign, so nothing in a text can end the block. */
export function renderJson(value: unknown): Html {
  const text = JSON.stringify(value).replaceAll('<', '\\u003c');
  return { markup: `<script type="application/ld+json">${text}</script>` };
}

/** Templates as they are divided: there are as many as the languages have texts. */
const divided = new Map<string, readonly string[]>();

/** A text with `{name}` in it, filled; other braces stay. */
export function fill(template: string, values: Readonly<Record<string, Content>>): readonly Content[] {
  const parts = divided.get(template) ?? template.split(/(\{\w+\})/);
  divided.set(template, parts);
  // Texts and slots take turns.
  return parts.map((part, index) => (index % 2 === 0 ? part : (values[part.slice(1, -1)] ?? part)));
}
