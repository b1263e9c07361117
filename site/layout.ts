import { type Content, type Html, fill, html } from './html.ts';
import { ABOUT, areaListPath, DATA, HOME, type Link, linkFrom, projectListPath } from './paths.ts';
import type { FrameTexts, Texts } from './texts.ts';

/** One page of the site: where it is, what it is called and what stands in it. */
export interface Page {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Item of the menu that the page belongs to. */
  readonly section?: keyof Texts['site']['menu'];
  /** Pages above this one, outermost first. */
  readonly above?: readonly {
    readonly name: string;
    readonly path: string;
    /** Where it can differ from this page's. */
    readonly language?: string;
  }[];
  readonly main: (link: Link) => Html;
  /** Paths of classic scripts: browsers load neither modules nor checksums from a disk. */
  readonly scripts?: readonly string[];
}

/** Nothing but our own files is loaded, and nothing inline runs or styles. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/deed.';

/** Most pages are in Finnish alone: a link to one says so where the page that it stands on is in another language. */
function markLanguage(texts: FrameTexts, target = 'fi'): Content {
  return target === texts.language ? undefined : html` hreflang="${target}"`;
}

/** The whole document of a page. */
export function renderPage(texts: FrameTexts, page: Page): string {
  const link = linkFrom(page.path);
  const { site } = texts;
  const inFinnish = markLanguage(texts);
  const title = page.path === HOME ? page.title : `${page.title} – ${site.name}`;
  const document = html`<!doctype html>
    <html lang="${texts.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${page.description}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="${link('images/icon.svg')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${link('styles/site.css')}" />
        ${page.scripts?.map((script) => html`<script src="${link(script)}" defer></script> `)}
      </head>
      <body>
        <a class="skip" href="#main">${site.skip}</a>
        <header class="site-header">
          <div class="wrap">
            <a class="brand" href="${link(HOME)}" ${inFinnish}
              ><span class="brand-mark" aria-hidden="true"></span><span class="brand-name">${site.name}</span></a
            >
            <nav aria-label="${site.navigation}">
              <ul>
                ${renderMenu(texts, page, link)}
              </ul>
            </nav>
          </div>
        </header>
        ${renderTrail(texts, page, link)}
        <main id="main" tabindex="-1" class="wrap">${page.main(link)}</main>
        <footer class="site-footer">
          <div class="wrap">
            <p>
              ${fill(site.footerData, { data: html`<a href="${link(DATA)}" ${inFinnish}>${site.footerDataLink}</a>` })}
              ${fill(site.footerLicence, {
                licence: html`<a href="${LICENCE}${texts.language}" rel="license">CC&nbsp;BY&nbsp;4.0</a>`,
              })}
            </p>
            <p><a href="${link(ABOUT)}" ${inFinnish}>${site.footerAbout}</a></p>
          </div>
        </footer>
      </body>
    </html>`;
  return `${document.markup}\n`;
}

function renderMenu(texts: FrameTexts, page: Page, link: Link): readonly Content[] {
  const targets: readonly (readonly [keyof Texts['site']['menu'], string])[] = [
    ['projects', projectListPath(1)],
    ['municipalities', areaListPath('municipality')],
    ['sub_regions', areaListPath('sub_region')],
    ['regions', areaListPath('region')],
    ['data', DATA],
    ['about', ABOUT],
  ];
  return targets.map(([section, target]) => {
    const current =
      target === page.path
        ? html` aria-current="page"`
        : section === page.section
          ? html` aria-current="true"`
          : undefined;
    return html`<li><a href="${link(target)}" ${markLanguage(texts)} ${current}>${texts.site.menu[section]}</a></li>`;
  });
}

function renderTrail(texts: FrameTexts, page: Page, link: Link): Content {
  if (page.above === undefined) return undefined;
  const steps: NonNullable<Page['above']> = [{ name: texts.site.menu.home, path: HOME, language: 'fi' }, ...page.above];
  const items = steps.map(
    ({ name, path, language = texts.language }) =>
      html`<li><a href="${link(path)}" ${markLanguage(texts, language)}>${name}</a></li>`,
  );
  return html`<nav class="trail wrap" aria-label="${texts.site.breadcrumb}">
    <ol>
      ${items}
    </ol>
  </nav>`;
}
