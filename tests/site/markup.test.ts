/** Valid HTML, hostile input included; nothing inline; no words that belong to persons. */
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeSite, makeSite, PAGE_TYPES } from './make-site.ts';

let site: MadeSite;

beforeAll(async () => {
  site = await makeSite();
});

afterAll(() => site.remove());

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Void elements are written as Prettier writes them.
    'void-style': ['error', { style: 'selfclose' }],
    'doctype-style': ['error', { style: 'lowercase' }],
    // A project's own name is the title, however long.
    'long-title': 'off',
    'attr-spacing': 'error',
    'no-inline-style': 'error',
    // A table that scrolls is a region and no section: it has a caption and no heading, which the W3C's checker wants of a section.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    'require-csp-nonce': 'off',
    'require-sri': 'off',
    // Numbers stand with no-break spaces as they do in Finnish; telephone numbers do not occur.
    'tel-non-breaking': 'off',
    'no-trailing-whitespace': 'off',
  },
});

describe.each(PAGE_TYPES)('%s', (file) => {
  it('is valid', async () => {
    const { results } = await validator.validateString(site.read(file), file);
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('all pages', () => {
  it('have no inline script, style or handler, and a policy that would stop them', () => {
    for (const page of site.list()) {
      const html = site.read(page);
      // A tag without what stands between its quotes.
      const tags = html.replaceAll(/"[^"]*"/g, '""');
      // A block of JSON is data: no browser runs it.
      expect(html, page).not.toMatch(/<script(?![^>]* src=)(?! type="application\/ld\+json">)/);
      expect(html, page).not.toMatch(/<style|\sstyle=/);
      expect(tags, page).not.toMatch(/<[^>]*\son[a-z]+=/);
      expect(html, page).toContain(
        'default-src &#39;none&#39;; style-src &#39;self&#39;; script-src &#39;self&#39;; img-src &#39;self&#39;',
      );
    }
  });

  it('on projects and areas name no release, so that a release changes only what it changed', () => {
    const lasting = site
      .list()
      .filter((page) => /(?:hankkeet|kunnat|seutukunnat|maakunnat|organisaatiot)\//.test(page));
    const naming = lasting.filter((page) => /2026-0[12]-01|1\.2\.2026|1 February 2026/.test(site.read(page)));
    // Those that the release changed say what it changed; a withdrawn one says where it was last.
    expect(naming.map((page) => page.replace(/^(?:sv|en)\//, ''))).toEqual(
      Array.from({ length: 3 }, () => ['hankkeet/S90001.html', 'hankkeet/S90005.html', 'hankkeet/S90009.html']).flat(),
    );
    expect(lasting.length).toBeGreaterThan(30);
  });

  it('show hostile text as text', () => {
    const html = site.read('hankkeet/S90002.html');
    expect(html).toContain(
      '>&lt;script&gt;self.owned = 1&lt;/script&gt; &amp; &quot;lainaus&quot; &#39;x&#39; {name} $&amp; &lt;/title&gt;</h1>',
    );
    expect(html).toContain('<div class="value">javascript:self.owned=1</div>');
    expect(html).not.toMatch(/<script (?!type="application\/ld\+json">)/);
  });
});
