import { type Content, type Html, html } from '../html.ts';
import type { View } from '../page-type.ts';

/** A mark that the redactor left: `[withheld: e-mail]`. */
const MARK = /(\[withheld: [a-z- ]+\])/;

/** Words that Swedish texts have and Finnish ones do not; a text of a source is in one of the two. */
const SWEDISH = /(?<!\p{L})(?:och|att|för|med|som|är|av|till|projektet|inom)(?!\p{L})/giu;
const FINNISH = /(?<!\p{L})(?:ja|on|sekä|että|ovat|hankkeen|hanke|myös|tai|joka)(?!\p{L})/giu;

/** Of the last texts: the pages of a project in the other languages ask again. */
const found = new Map<string, 'fi' | 'sv'>();
const MOST_FOUND = 2000;

/** The language of a source's text: Finnish, unless it is plainly Swedish. */
export function findTextLanguage(text: string): 'fi' | 'sv' {
  const known = found.get(text);
  if (known !== undefined) return known;
  if (found.size >= MOST_FOUND) found.clear();
  const language = guessLanguage(text);
  found.set(text, language);
  return language;
}

function guessLanguage(text: string): 'fi' | 'sv' {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return /[aou]ch|ä|å|ö| är | att /i.test(text) && count(SWEDISH) > 2 * count(FINNISH) + 1 ? 'sv' : 'fi';
}

/** `lang` where a source's text is in another language than the page. */
export function markTextLanguage({ language }: View, text: string): Html | undefined {
  const its = findTextLanguage(text);
  return its === language.code ? undefined : html` lang="${its}"`;
}

/**
 * Free text of a source: an empty line between paragraphs, `\n` for a break inside one. Nothing in it is markup; the marks
 * of withheld data are put into the site's language.
 */
export function renderText(view: View, text: string): Html {
  const paragraphs = text.split('\n\n').map((paragraph) => html`<p>${renderLines(view, paragraph)}</p>`);
  return html`<div class="prose" ${markTextLanguage(view, text)}>${paragraphs}</div>`;
}

function renderLines(view: View, paragraph: string): readonly Content[] {
  return paragraph
    .split('\n')
    .flatMap((line, index) => [index === 0 ? undefined : html`<br />`, renderMarks(view, line)]);
}

/** A short text of a source in a line of its own, its marks in the site's language. */
export function renderMarks({ t, language }: View, line: string): Content {
  if (!line.includes('[withheld: ')) return line;
  return line.split(MARK).map((part) => {
    if (!MARK.test(part)) return part;
    const kind = part.slice('[withheld: '.length, -1);
    const word =
      kind === 'e-mail'
        ? t.withheld.email
        : kind === 'phone'
          ? t.withheld.phone
          : kind === 'name'
            ? t.withheld.name
            : t.withheld.other;
    return html`<span class="withheld" lang="${language.code}">[${word}]</span>`;
  });
}

/** How many marks of withheld data a text has. */
export function countMarks(text: string | undefined): number {
  return text === undefined ? 0 : text.split('[withheld: ').length - 1;
}
