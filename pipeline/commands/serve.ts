import { createServer } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import type { Settings } from '../config.ts';
import { exists } from '../effects/files.ts';
import { onInterrupt, print } from '../effects/process.ts';
import { UsageError } from '../effects/usage-error.ts';
import { settleOutput } from '../release/output.ts';

/** The policy that the pages also name themselves; a server says it for every file. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.jsonl': 'application/jsonl',
  '.geojson': 'application/geo+json',
  '.topojson': 'application/topo+json',
  '.gpkg': 'application/geopackage+sqlite3',
  '.fgb': 'application/octet-stream',
  '.parquet': 'application/vnd.apache.parquet',
  '.ttl': 'text/turtle',
};

/** `hankekartta serve`: the published folder on localhost, until the process is ended. */
export async function runServe(settings: Settings, port: number): Promise<number> {
  settleOutput(settings.out);
  if (!exists(path.join(settings.out, 'data', 'releases.json')))
    throw new UsageError(`${settings.out} is not a published folder; hankekartta build makes one`);
  const answer = sirv(settings.out, {
    dev: true,
    extensions: ['html'],
    setHeaders: (response, pathname) => {
      response.setHeader('Content-Security-Policy', POLICY);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
      const type = MEDIA_TYPES[path.extname(pathname)];
      if (type !== undefined) response.setHeader('Content-Type', type);
    },
  });
  const server = createServer((request, response) => {
    answer(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': POLICY });
      response.end('404\n');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      reject(
        error.code === 'EADDRINUSE' ? new UsageError(`port ${String(port)} is in use; --port takes another`) : error,
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      print(`http://localhost:${String(typeof address === 'object' ? address?.port : port)}/`);
    });
    onInterrupt(() => {
      server.close(() => {
        resolve(0);
      });
      server.closeAllConnections();
    });
  });
}
