import { addressOf, licenceOf } from './address.ts';
import { type Content, type Html, html, fill, renderJson } from './html.ts';
import type { Language, PublishedLanguage } from './language/language.ts';
import type { SiteData } from './model/site-data.ts';
import type { Codes, Page, View } from './page-type.ts';
import { renderFeedLink } from './pages/feed.ts';
import { describePicture, PICTURE_SIZE } from './pictures/picture.ts';
import {
  ABOUT,
  ACCESSIBILITY,
  areaListPath,
  DATA,
  GLOSSARY,
  WITHHELD,
  HOME,
  type Link,
  linkFrom,
  NOT_FOUND,
  projectListPath,
  REPORT,
} from './paths.ts';

/** Nothing but our own files is loaded, and nothing inline runs or styles. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The items of the menu and where each leads. */
const MENU = [
  ['explore', HOME],
  ['projects', projectListPath()],
  ['areas', areaListPath('region')],
  ['data', DATA],
  ['about', ABOUT],
] as const satisfies readonly (readonly [keyof View['t']['site']['menu'], string])[];

/** From the root of the host, for a page that is shown at any address. */
function linkFromRoot(homepage: string): Link {
  const { pathname } = new URL(homepage);
  return (target) => pathname + target.split('/').map(encodeURIComponent).join('/');
}

/**
 * What the page functions of a language are given.
 * @param path of the page without its language
 */
export function createView(language: Language, data: SiteData, codes: Codes, path: string, anywhere: boolean): View {
  const file = anywhere ? linkFromRoot(data.published.homepage) : linkFrom(language.prefix + path);
  return { language, t: language.texts, data, ...codes, file, link: (target) => file(language.prefix + target) };
}

/** The whole document of a page. */
export function renderPage(view: View, page: Page, path: string, languages: readonly Language[]): string {
  const { language, t, link, data } = view;
  const title = path === HOME ? page.title : `${page.title} – ${t.site.name}`;
  const { homepage } = data.published;
  const alternates = languages.map(
    ({ code, prefix }) =>
      html`<link rel="alternate" hreflang="${code}" href="${addressOf(homepage, prefix + path)}" />`,
  );
  const canonical = html`<link rel="canonical" href="${addressOf(homepage, language.prefix + path)}" />`;
  const document = html`<!doctype html>
    <html lang="${language.code}">
      <head>
        ${renderHead(view, page, title)}
        ${path === NOT_FOUND ? undefined : [canonical, alternates, renderPreview(view, page, path), renderTrailData(view, page, path)]}
        ${renderFiles(view, page)} ${page.head}
        ${path === HOME || page.section === 'data' ? renderFeedLink(view) : undefined} ${renderScripts(view, page)}
      </head>
      <body>
        <a class="skip" href="#main">${t.site.skip}</a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href="${link(HOME)}"
              ><span class="brand-mark" aria-hidden="true"></span><span>${t.site.name}</span></a
            >
            ${renderLanguages(view, path, languages)}
            <nav class="menu" aria-label="${t.site.navigation}">
              <ul>
                ${renderMenu(view, page, path)}
              </ul>
            </nav>
          </div>
        </header>
        ${renderTrail(view, page)}
        <main id="main" tabindex="-1" class="wrap${page.layout === undefined ? '' : ` ${page.layout}`}">
          ${page.main}
        </main>
        ${renderFooter(view)}
      </body>
    </html>`;
  return `${document.markup}\n`;
}

/** What every document's head begins with. */
function renderHead({ file }: View, page: Page, title: string): Html {
  return html`<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <meta name="description" content="${page.description}" />
    <meta name="referrer" content="no-referrer" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="${file('images/icon.svg')}" type="image/svg+xml" />
    <link rel="stylesheet" href="${file('styles/site.css')}" />
    ${page.styles?.map((style) => html`<link rel="stylesheet" href="${file(style)}" />`)}`;
}

function renderScripts({ file }: View, { scripts = [] }: Page): readonly Html[] {
  return scripts.map((script) => html`<script src="${file(script)}" defer></script> `);
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  json: 'application/json',
  jsonl: 'application/jsonl',
  jsonld: 'application/ld+json',
  rdf: 'application/rdf+xml',
  ttl: 'text/turtle',
};

/** For programs that read the page's head: where the same is as data. */
function renderFiles({ file }: View, { files = [] }: Page): readonly Html[] {
  return files.map((path) => {
    const name = path.split('/').at(-1) ?? path;
    const type = MEDIA_TYPES[name.split('.').at(-1) ?? ''];
    return html`<link rel="alternate" type="${type}" href="${file(path)}" title="${name}" /> `;
  });
}

/** The document of a page in somebody else's frame: without a menu, and told to search engines by the page that it is of. */
export function renderFramed(view: View, page: Page): string {
  const document = html`<!doctype html>
    <html lang="${view.language.code}">
      <head>
        ${renderHead(view, page, `${page.title} – ${view.t.site.name}`)}
        <meta name="robots" content="noindex" />
        ${renderScripts(view, page)}
      </head>
      <body>
        <main class="wrap embed">${page.main}</main>
      </body>
    </html>`;
  return `${document.markup}\n`;
}

/** The same page in every language. */
function renderLanguages({ t, file, language }: View, path: string, languages: readonly Language[]): Html {
  const items = languages.map((other) => {
    const current = other === language ? html` aria-current="true"` : undefined;
    const name = html`${other.code.toUpperCase()}<span class="quiet"> ${other.texts.endonym}</span>`;
    return html`<li>
      <a href="${file(other.prefix + path)}" hreflang="${other.code}" lang="${other.code}" ${current}>${name}</a>
    </li>`;
  });
  return html`<nav class="languages" aria-label="${t.site.languages}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

function renderMenu({ t, link }: View, page: Page, path: string): readonly Content[] {
  return MENU.map(([section, target]) => {
    const current =
      target === path ? html` aria-current="page"` : section === page.section ? html` aria-current="true"` : undefined;
    return html`<li><a href="${link(target)}" ${current}>${t.site.menu[section]}</a></li>`;
  });
}

function renderTrail({ t, link }: View, { above }: Page): Content {
  if (above === undefined || above.length === 0) return undefined;
  const items = above.map(
    ({ name, path, kind }) =>
      html`<li>
        <a href="${link(path)}">${name}</a
        >${kind === undefined ? undefined : html` <span class="kind-of">${kind}</span>`}
      </li>`,
  );
  return html`<nav class="trail wrap" aria-label="${t.site.breadcrumb}">
    <ol>
      ${items}
    </ol>
  </nav>`;
}

const LOCALES: Readonly<Record<PublishedLanguage, string>> = { fi: 'fi_FI', sv: 'sv_FI', en: 'en_GB' };

/** What a page looks like where somebody passes its address on (Open Graph). */
function renderPreview(view: View, page: Page, path: string): Html {
  const { t, data, language } = view;
  const properties = [
    ['og:type', 'website'],
    ['og:site_name', t.site.name],
    ['og:title', page.title],
    ['og:description', page.description],
    ['og:url', addressOf(data.published.homepage, language.prefix + path)],
    ['og:locale', LOCALES[language.published]],
    ...listPictureProperties(view, page),
  ] as const;
  const card = data.pictures === 'none' ? 'summary' : 'summary_large_image';
  return html`${properties.map(([property, content]) => html`<meta property="${property}" content="${content}" /> `)}
    <meta name="twitter:card" content="${card}" />`;
}

/** The picture of the page's area, else of the country, with what it says in words. */
function listPictureProperties(view: View, page: Page): (readonly [property: string, content: string | number])[] {
  const picture = describePicture(view, page.place);
  if (picture === undefined) return [];
  return [
    ['og:image', picture.address],
    ['og:image:type', 'image/png'],
    ['og:image:width', PICTURE_SIZE.width],
    ['og:image:height', PICTURE_SIZE.height],
    ['og:image:alt', picture.alt],
  ];
}

/** The breadcrumb for search engines, schema.org's `BreadcrumbList`: a data block, which is no script. */
function renderTrailData({ data, language }: View, page: Page, path: string): Content {
  if (page.above === undefined || page.above.length === 0) return undefined;
  const steps = [...page.above, { name: page.title, path }];
  const list = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.name,
      item: addressOf(data.published.homepage, language.prefix + step.path),
    })),
  };
  return renderJson(list);
}

function renderFooter({ t, link, language }: View): Html {
  const { site } = t;
  const links = [
    [DATA, site.footerData],
    [ACCESSIBILITY, site.footerAccessibility],
    [WITHHELD, t.held.title],
    [GLOSSARY, site.footerGlossary],
    [REPORT, site.footerReport],
  ] as const;
  const licence = html`<a href="${licenceOf(language)}" rel="license">CC&nbsp;BY&nbsp;4.0</a>`;
  return html`<footer class="foot">
    <div class="wrap">
      <nav aria-label="${site.footerLinks}">
        <ul>
          ${links.map(([target, label]) => html`<li><a href="${link(target)}">${label}</a></li>`)}
        </ul>
      </nav>
      <p>${fill(site.footerLicence, { licence })}</p>
      <p>${site.footerBoundaries}</p>
    </div>
  </footer>`;
}
