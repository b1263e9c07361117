import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, html } from '../../site/html.ts';
import { renderText } from '../../site/text.ts';
import { FINNISH } from '../../site/texts.ts';
import { fillText } from '../../site/words.ts';

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

describe('renderText', () => {
  it('makes paragraphs and breaks, translates the marks of withheld data, and takes nothing for markup', () => {
    const text = 'Eka *rivi*\n- toka <b>\n\nUusi: [withheld: e-mail], [withheld: name], [withheld: muu]';
    expect(renderText(FINNISH, text).map(({ markup }) => markup)).toEqual([
      '<p>Eka *rivi*<br />- toka &lt;b&gt;</p>',
      '<p>Uusi: <span class="withheld">[sähköpostiosoite poistettu]</span>, <span class="withheld">[nimi poistettu]</span>, [withheld: muu]</p>',
    ]);
  });
});
