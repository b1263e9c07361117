import { type Content, type Html, html } from './html.ts';
import type { Texts } from './texts.ts';

/**
 * Free text of a source: an empty line between paragraphs, `\n` for a break inside one. Nothing in it is markup; the marks
 * of withheld data are put into the site's language.
 */
export function renderText(texts: Texts, text: string): readonly Html[] {
  return text.split('\n\n').map((paragraph) => html`<p>${renderLines(texts, paragraph)}</p>`);
}

function renderLines(texts: Texts, paragraph: string): readonly Content[] {
  return paragraph
    .split('\n')
    .flatMap((line, index) => [index === 0 ? undefined : html`<br />`, renderMarks(texts, line)]);
}

function renderMarks(texts: Texts, line: string): readonly Content[] {
  return line.split(/(\[withheld: (?:e-mail|phone|name)\])/).map((part) => {
    const kind = /^\[withheld: (e-mail|phone|name)\]$/.exec(part)?.[1] as keyof Texts['withheld'] | undefined;
    return kind === undefined ? part : html`<span class="withheld">[${texts.withheld[kind]}]</span>`;
  });
}
