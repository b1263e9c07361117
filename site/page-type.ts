import type { Content, Html } from './html.ts';
import type { Language, Texts } from './language/language.ts';
import type { Area } from './model/published.ts';
import type { SiteData } from './model/site-data.ts';
import type { Link, PagedLevel } from './paths.ts';

/** What codes are called in a language. */
export interface Codes {
  /** Title of a code in one of the published codelists: `code('fund', 'ESF')`; the code itself where it is on no list. */
  readonly code: (list: string, code: string) => string;
  /** What a codelist calls in the page's language what a source names with the list's Finnish title; `undefined` for what is on no list. */
  readonly titled: (list: 'authorities' | 'organisation-type', name: string) => string | undefined;
}

/** What a page of a language is made from. */
export interface View extends Codes {
  readonly language: Language;
  /** The language's words. */
  readonly t: Texts;
  readonly data: SiteData;
  /** Relative address of a page in the same language, by its path without the language. */
  readonly link: Link;
  /** Relative address of a file that is the same in every language. */
  readonly file: Link;
}

/** One page: what it is called and what stands in it. */
export interface Page {
  readonly title: string;
  readonly description: string;
  /** Item of the menu that the page belongs to. */
  readonly section?: keyof Texts['site']['menu'];
  /** Pages above this one, outermost first. */
  readonly above?: readonly Step[];
  /** The area that the page is of; its preview shows it. */
  readonly place?: { readonly level: PagedLevel; readonly area: Area };
  readonly main: Html;
  /** Class of the page's main element, which lays out its parts. */
  readonly layout?: string;
  /** Paths of classic scripts: browsers load neither modules nor checksums from a disk. */
  readonly scripts?: readonly string[];
  /** Paths of styles beside the site's own. */
  readonly styles?: readonly string[];
  /** Paths of files that hold what the page shows, the same in every language; their endings tell their types. */
  readonly files?: readonly string[];
  /** More of the head. */
  readonly head?: Content;
}

/** A step of the breadcrumb; `kind` says what level it is: *maakunta*. */
export interface Step {
  readonly name: string;
  readonly path: string;
  readonly kind?: string;
}

/** A type of page: which there are, where they are, what stands in one. */
export interface PageType<Key> {
  readonly name: string;
  /** The same pages in every language. */
  readonly list: (data: SiteData) => readonly Key[];
  /** Path without the language: `kunnat/091.html`. */
  readonly path: (key: Key) => string;
  readonly create: (view: View, key: Key) => Page;
  /** Shown at any address, as the page of a missing one is: its links begin at the root of the host. */
  readonly anywhere?: boolean;
  /** For a frame in other people's pages: nothing around its content, every link opens a window, and no search engine lists it. */
  readonly framed?: boolean;
}

/** Files that are no pages, such as what the search reads. */
export interface FileType<Key> {
  readonly name: string;
  readonly list: (data: SiteData, languages: readonly Language[]) => readonly Key[];
  readonly path: (key: Key) => string;
  /** @param root absolute folder of the package, which holds tables that files are made from */
  readonly create: (data: SiteData, key: Key, languages: readonly Language[], root: string) => string;
}
