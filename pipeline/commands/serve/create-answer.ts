import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { exists, isFolder, isReadable, readBytes, readFileState, sizeOf } from '../../effects/files.ts';
import { resolveLinks } from '../../effects/resolve-links.ts';
import { RELEASE_NAME } from '../../model/release-name.ts';
import { readMediaTypes, type FindMediaType } from './read-media-types.ts';

/** The policy that the pages also name themselves; a server says it for every file. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

const UNFRAMED = `${POLICY}; frame-ancestors 'none'`;

/** Pages that are made for other people's frames; all others refuse to be framed. */
const EMBED = /^\/(?:[a-z]{2}\/)?upote\//;

/** Data are for everybody, from whatever page they are asked for. */
const SHARED = /^\/(?:data|api|schemas)\/|^\/[^/]+\.(?:ttl|rdf|jsonld|json)$/;

const METHODS = 'GET, HEAD, OPTIONS';

/**
 * Answers requests from a published folder as a careful static server: GET and HEAD only, no hidden files, no links, media types from
 * the manifests, ranges (the last N bytes too), compression of whole answers, data readable from other origins, the site's own 404.
 */
export function createAnswer(folder: string): RequestListener {
  const root = resolveLinks(folder);
  const files = sirv(root, {
    dev: true,
    // Which file an address means is found here: what was looked at is what is opened.
    extensions: [],
  });
  // A part of a file is a part of its own bytes, not of a compressed twin.
  const compress = compression({
    filter: (request, response) => request.headers.range === undefined && compression.filter(request, response),
  });
  return (request, response) => {
    const pathname = readPathname(request);
    if (request.method === 'OPTIONS') {
      share(response, pathname ?? '/');
      response.writeHead(204, { Allow: METHODS, 'Access-Control-Allow-Methods': METHODS }).end();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: METHODS, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('405: only GET and HEAD are answered\n');
      return;
    }
    const found = pathname === undefined || isHidden(pathname) ? undefined : findFile(root, pathname);
    if (found === undefined) {
      answerNotFound(root, pathname ?? '/', request, response);
      return;
    }
    request.url = encodeURI(`/${found.path}`);
    setHeaders(response, found, readMediaTypesOf(root));
    completeRange(found.state.bytes, request);
    // A file that is gone when it is opened ends its own answer: headers have left, so there is none left to give.
    response.once('pipe', (source) => {
      source.once('error', () => response.destroy());
    });
    compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => {
      if (isRefused(found.state, request)) response.writeHead(412).end();
      else if (isKnown(found.state, request)) response.writeHead(304).end();
      else
        files(request, response, () => {
          answerNotFound(root, pathname ?? '/', request, response);
        });
    });
  };
}

/** Manifests are small; read again when a build has swapped the folder. */
const known = new Map<string, { readonly size: number; readonly find: FindMediaType }>();
function readMediaTypesOf(root: string): FindMediaType {
  const size = sizeOf(path.join(root, 'data', 'releases.json')) ?? 0;
  const before = known.get(root);
  if (before?.size === size) return before.find;
  const find = readMediaTypes(root);
  known.set(root, { size, find });
  return find;
}

/** What an address that is asked for whole begins with. */
const ORIGIN = /^https?:\/\/[^/?#]+/i;

/**
 * `undefined` for an address that cannot be decoded, that holds what no file name of ours does, or that leads elsewhere than it says (`//a`,
 * `/a/../b`).
 */
function readPathname({ url: target = '/' }: IncomingMessage): string | undefined {
  const url = target.replace(ORIGIN, '') || '/';
  try {
    const pathname = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (pathname !== decodeURIComponent(url.replace(/[?#].*$/s, ''))) return undefined;
    return /[\u0000-\u001f\\]/.test(pathname) ? undefined : pathname;
  } catch {
    return undefined;
  }
}

/** Hidden files are nobody's business, but for what the web keeps under `.well-known` (RFC 8615). */
const isHidden = (pathname: string): boolean =>
  pathname.split('/').some((part) => part.startsWith('.') && part !== '.well-known');

/** A published file: its path below the folder, and its state. */
interface Found {
  readonly path: string;
  readonly state: State;
}
type State = NonNullable<ReturnType<typeof readFileState>>;

/** The file that an address means: that itself, its page, or its folder's. Below a file there is nothing; links of its page would lead astray. */
function findFile(root: string, pathname: string): Found | undefined {
  const name = pathname.replace(/^\/+|\/$/g, '');
  const files = [...(pathname.endsWith('/') ? [] : [name]), `${name}.html`];
  const names = [...(name === '' ? [] : files), path.posix.join(name, 'index.html')];
  if (pathname.endsWith('/') && sizeOf(path.join(root, name)) !== undefined) return undefined;
  const first = names.find((each) => exists(path.join(root, each)) && !isFolder(path.join(root, each)));
  const state = first === undefined ? undefined : readOwnState(path.join(root, first));
  // sirv would take what comes behind these two signs for no part of the name; no name that a build makes has them.
  return first === undefined || state === undefined || /[?#]/.test(first) ? undefined : { path: first, state };
}

/** A link could lead anywhere, a pipe would never end, and sirv fails at a file that may not be read; nothing that a build makes is one of them. */
function readOwnState(file: string): State | undefined {
  return resolveLinks(file) === path.resolve(file) && isReadable(file) ? readFileState(file) : undefined;
}

/** Weak: a file of the same size and moment is taken for the same. */
const tagOf = ({ bytes, modified }: State): string => `W/"${String(bytes)}-${String(Math.trunc(modified))}"`;

const SECOND = 1000;
/** A day has no fractions of seconds. */
const secondOf = ({ modified }: State): number => Math.floor(modified / SECOND) * SECOND;

/** A moment as HTTP writes it, in any of its three forms (RFC 9110, 5.6.7), all of them in GMT; nothing else is one. */
function readMoment(text = ''): number {
  if (!/^[A-Z][a-z]{2,8},? .*\d$|^[A-Z][a-z]{2,8}, .* GMT$/.test(text)) return Number.NaN;
  return Date.parse(text.endsWith(' GMT') ? text : `${text} GMT`);
}

/**
 * Whether who asks wants the file only as it was: by a tag, which is weak and so never strongly the same, or by a day where no tag is given
 * (RFC 9110, 13.1.1 and 13.1.4).
 */
function isRefused(state: State, { headers }: IncomingMessage): boolean {
  const { 'if-match': tags, 'if-unmodified-since': day } = headers;
  return tags === undefined ? secondOf(state) > readMoment(day) : tags.trim() !== '*';
}

/**
 * Whether who asks has the file, which sirv tells by a single tag alone: by any of several, strong or weak, by `*`, or by a day where no tag is
 * given (RFC 9110, 13.1.2 and 13.1.3).
 */
function isKnown(state: State, { headers }: IncomingMessage): boolean {
  const { 'if-none-match': tags, 'if-modified-since': day } = headers;
  if (tags === undefined) return secondOf(state) <= readMoment(day);
  const listed = tags.split(',').map((each) => each.trim().replace(/^(?:W\/)?/, 'W/'));
  return tags.trim() === '*' || listed.includes(tagOf(state));
}

/**
 * Leaves a range only where sirv answers it rightly, and otherwise none: the whole file is always right (RFC 9110, 14.2). It takes the last N
 * bytes for the first ones, a last byte 0 for the end of the file, fails at a range that ends before it begins, and knows neither several ranges
 * nor conditions; its tags are weak, which no If-Range matches.
 */
function completeRange(size: number, request: IncomingMessage): void {
  const { range, 'if-range': condition } = request.headers;
  delete request.headers.range;
  const [whole, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (whole === undefined || from + to === '') return;
  if (request.method !== 'GET' || condition !== undefined) return;
  if (from === '') request.headers.range = `bytes=${Math.max(0, size - Number(to))}-`;
  else if (to === '' || Number(to) >= Math.max(1, Number(from))) request.headers.range = range;
}

function setHeaders(response: ServerResponse, { path: name, state }: Found, findType: FindMediaType): void {
  const pathname = `/${name}`;
  share(response, pathname);
  const type = findType(pathname);
  if (type !== undefined) response.setHeader('Content-Type', type);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', tagOf(state));
  const release = /^\/data\/([^/]+?)(?:\.zip$|\/)/.exec(pathname)?.[1];
  const isLasting = release !== undefined && RELEASE_NAME.test(release);
  response.setHeader('Cache-Control', isLasting ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function share(response: ServerResponse, pathname: string): void {
  // Of an address with dots in it, what it leads to counts.
  const isEmbed = EMBED.test(path.posix.normalize(pathname));
  response.setHeader('Content-Security-Policy', isEmbed ? POLICY : UNFRAMED);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if (!SHARED.test(pathname)) return;
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'Content-Length, Content-Range, ETag');
  response.setHeader('Access-Control-Allow-Headers', 'Range');
}

/** The site's page in the language of the address, where there is one. */
function answerNotFound(root: string, pathname: string, request: IncomingMessage, response: ServerResponse): void {
  const language = /^\/(sv|en)(?:\/|$)/.exec(pathname)?.[1];
  const pages = [...(language === undefined ? [] : [`${language}/404.html`]), '404.html'];
  const page = pages.map((name) => path.join(root, name)).find((file) => readOwnState(file) !== undefined);
  share(response, pathname);
  // The page of a missing address is no embed, wherever it is shown.
  response.setHeader('Content-Security-Policy', UNFRAMED);
  const type = page === undefined ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8';
  response.writeHead(404, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : page === undefined ? '404\n' : readBytes(page));
}
