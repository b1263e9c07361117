import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, html } from '../../site/html.ts';
import { fillText, readLanguages } from '../../site/language/language.ts';
import type { View } from '../../site/page-type.ts';
import { findTextLanguage, renderText } from '../../site/parts/source-text.ts';
import { ROOT } from './make-site.ts';

/** What a browser makes of escaped text. */
function unescape(markup: string): string {
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return markup.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? '');
}

describe('html', () => {
  it('escapes values, not markup', () => {
    expect(html`<p title="${'"'}">${'<b>'}${html`<i>${'&'}</i>`}${undefined}${[1, ' ', 'ä']}</p>`.markup).toBe(
      '<p title="&quot;">&lt;b&gt;<i>&amp;</i>1 ä</p>',
    );
  });

  it('never lets a value open or close anything, and loses nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { markup } = html`<p>${text}</p>`;
        const inner = markup.slice(3, -4);
        expect(inner).not.toMatch(/[<>"']/);
        expect(unescape(inner)).toBe(text);
      }),
    );
  });
});

describe('texts with slots', () => {
  it('are filled once: what is put in is not looked at again', () => {
    expect(fillText('{a} ja {b}', { a: '{b}', b: '$&' })).toBe('{b} ja $&');
    expect(html`${fill('{a} < {c}', { a: html`<b>x</b>` })}`.markup).toBe('<b>x</b> &lt; {c}');
  });
});

describe('texts of sources', () => {
  const views = readLanguages(ROOT).map((language) => ({ language, t: language.texts }) as View);
  const text = 'Eka *rivi*\n- toka <b>\n\nUusi: [withheld: e-mail], [withheld: name], [withheld: muu]';

  it('have paragraphs and breaks, marks of withheld data in the language of the page, and nothing is taken for markup', () => {
    expect(views.map((view) => renderText(view, text).markup.replaceAll(/ (?=>)/g, ''))).toEqual(
      [
        ['', 'fi', 'sähköpostiosoite poistettu', 'nimi poistettu', 'tieto poistettu'],
        [' lang="fi"', 'sv', 'e-postadress borttagen', 'namn borttaget', 'uppgift borttagen'],
        [' lang="fi"', 'en', 'e-mail address removed', 'name removed', 'detail removed'],
      ].map(([own, code, email, name, other]) => {
        const mark = (word: string | undefined): string => `<span class="withheld" lang="${code!}">[${word!}]</span>`;
        return `<div class="prose"${own === '' ? ' ' : ` ${own!}`}><p>Eka *rivi*<br />- toka &lt;b&gt;</p><p>Uusi: ${mark(email)}, ${mark(name)}, ${mark(other)}</p></div>`.replaceAll(
          / (?=>)/g,
          '',
        );
      }),
    );
  });

  it('keep their own language: Finnish, or Swedish where they plainly are', () => {
    expect(findTextLanguage('Hankkeen tavoitteena on osallisuus ja työllistyminen.')).toBe('fi');
    expect(findTextLanguage('Projektet är till för unga och utvecklar stöd inom Österbotten.')).toBe('sv');
    expect(findTextLanguage('MUKAAN 2.0')).toBe('fi');
  });
});
