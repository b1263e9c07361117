import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { SitePage } from '../../site/list-pages.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

export interface Served {
  /** Address of the folder, below a path of its own: the site has to work under any. */
  readonly address: string;
  close: () => Promise<void>;
}

/** Serves a folder on localhost under `/jokin/polku/`. */
export function serveFolder(folder: string): Promise<Served> {
  return serve((name) => {
    const file = path.join(folder, name);
    return file.startsWith(folder) ? readFile(file) : Promise.reject(new Error('outside'));
  });
}

/** Serves pages as they are asked for, each made once and the thousands that nobody asks for never, with the styles and images beside them. */
export function servePages(pages: ReadonlyMap<string, SitePage>, root: string): Promise<Served> {
  const made = new Map<string, Buffer>();
  return serve((name) => {
    const page = pages.get(name);
    if (page === undefined) return readFile(path.join(root, 'site', name));
    const bytes = made.get(name) ?? Buffer.from(page.render());
    made.set(name, bytes);
    return Promise.resolve(bytes);
  });
}

async function serve(read: (name: string) => Promise<Buffer>): Promise<Served> {
  const base = '/jokin/polku/';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    const name = decodeURIComponent(pathname.slice(base.length));
    read(name).then(
      (bytes) => {
        const type = MEDIA_TYPES[path.extname(name)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type }).end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
