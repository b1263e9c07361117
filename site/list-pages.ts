import { type Codes, createView, renderFramed, renderPage } from './layout.ts';
import { type Language, type PublishedLanguage, readLanguages } from './language/language.ts';
import { readPublished } from './model/published.ts';
import { introduceViews } from './model/remember.ts';
import {
  type CollectionTexts,
  createSiteData,
  type Pictures,
  type Publisher,
  type SiteData,
} from './model/site-data.ts';
import type { FileType, PageType } from './page-type.ts';
import { visitTypes } from './page-types.ts';
import { HOME, picturePath } from './paths.ts';
import { readPalette } from './pictures/palette.ts';
import { createPicture, listPictured } from './pictures/picture.ts';
import type { SitePicture } from './pictures/write-pictures.ts';
import { listSitemaps } from './sitemap.ts';

/** A page or another file of the site, made when it is asked for. */
export interface SitePage {
  /** Path in the site: `sv/kunnat/091.html`. */
  readonly path: string;
  /** Whether it is a page that people read. */
  readonly isPage: boolean;
  /** What it is made by, beside the data; absent where that is unknown, so that it is made every time. */
  readonly key?: unknown;
  readonly render: () => string;
}

export interface ListOptions {
  /** Absolute folder of the published output, which holds `data/latest/` and `schemas/`. */
  readonly data: string;
  /** Absolute folder of the package, which holds `site/`. */
  readonly root: string;
  /** Named on the page about the site. */
  readonly publisher?: Publisher;
  /** What the collection is called and holds, where the configuration says so. */
  readonly collection?: CollectionTexts;
  /** Which pages have a preview picture of their own; pages name none where none is made. */
  readonly pictures?: Pictures;
}

export interface Site {
  readonly pages: readonly SitePage[];
  readonly pictures: readonly SitePicture[];
}

/** The pages of a site, without its pictures. */
export function listPages(options: ListOptions): readonly SitePage[] {
  return listSite(options).pages;
}

/**
 * Every page of the site in every language, each language's version of a page beside the others', so that what is read for one
 * serves all. Nothing is rendered yet.
 */
export function listSite(options: ListOptions): Site {
  return listSiteOf(readSite(options), options);
}

export function readSite({ data, publisher, collection, pictures }: ListOptions): SiteData {
  return createSiteData(readPublished(data), { publisher, description: collection?.description, pictures });
}

/** @param data as page functions are to read them: themselves, or through a trace */
export function listSiteOf(data: SiteData, options: ListOptions): Site {
  const languages = readLanguages(options.root, options.collection?.name);
  const codes = readCodeTitles(data);
  introduceViews(
    data,
    languages.map((language) => createView(language, data, codes[language.published], HOME, false)),
  );
  const pages: SitePage[] = [];
  const listed: string[] = [];
  visitTypes({
    page(type) {
      const added = addPages(type, data, languages, codes, pages);
      if (type.anywhere !== true && type.framed !== true) listed.push(...added);
    },
    file: (type) => addFiles(type, data, languages, options.root, pages),
  });
  for (const { path, text } of listSitemaps(data.published.homepage, listed))
    pages.push({ path, isPage: false, render: () => text });
  return { pages, pictures: addPictures(data, languages, codes, options.root) };
}

function addPictures(data: SiteData, languages: readonly Language[], codes: CodeTitles, root: string): SitePicture[] {
  const palette = readPalette(root);
  return listPictured(data).flatMap((place) => {
    const path = picturePath(place?.level, place?.area.code);
    return languages.map((language) => ({
      path: language.prefix + path,
      describe: () => createPicture(createView(language, data, codes[language.published], path, false), place, palette),
    }));
  });
}

type CodeTitles = Readonly<Record<PublishedLanguage, Codes>>;

/** @returns paths of the pages that were added */
function addPages<Key>(
  type: PageType<Key>,
  data: SiteData,
  languages: readonly Language[],
  codes: CodeTitles,
  pages: SitePage[],
): string[] {
  const before = pages.length;
  for (const key of type.list(data)) {
    const path = type.path(key);
    for (const language of languages) {
      pages.push({
        path: language.prefix + path,
        isPage: true,
        key,
        render() {
          const view = createView(language, data, codes[language.published], path, type.anywhere === true);
          const page = type.create(view, key);
          return type.framed === true ? renderFramed(view, page) : renderPage(view, page, path, languages);
        },
      });
    }
  }
  return pages.slice(before).map(({ path }) => path);
}

function addFiles<Key>(
  type: FileType<Key>,
  data: SiteData,
  languages: readonly Language[],
  root: string,
  pages: SitePage[],
): void {
  for (const key of type.list(data, languages)) {
    const path = type.path(key);
    pages.push({ path, isPage: false, key, render: () => type.create(data, key, languages, root) });
  }
}

/** Titles of codes in each language, from the newest version of the published codelists. */
function readCodeTitles({ published }: SiteData): CodeTitles {
  const codelists = published.schemas.at(-1)?.codelists ?? [];
  const lists = new Map(codelists.map(({ file, titles }) => [file.replace(/^codelists\/|\.csv$/g, ''), titles]));
  const authorities = new Map([...(lists.get('authorities')?.values() ?? [])].map((titles) => [titles.fi, titles]));
  const find = (language: PublishedLanguage): Codes => ({
    code: (list, code) => lists.get(list)?.get(code)?.[language] ?? code,
    authority: (name) => authorities.get(name)?.[language],
  });
  return { fi: find('fi'), sv: find('sv'), en: find('en') };
}
