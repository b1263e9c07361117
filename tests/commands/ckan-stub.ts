/** A portal that behaves as CKAN's action API does in what matters to a client: identifiers, resources, fields of administrators. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fields = Record<string, unknown>;

export interface CkanStub {
  readonly url: string;
  /** Packages by name. */
  readonly packages: Map<string, Fields & { resources: Fields[] }>;
  /** Actions that changed something, in their order. */
  readonly changes: string[];
  readonly close: () => Promise<void>;
}

const TOKEN = 'salaisuus';
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
/** What avoindata.fi asks for (its dataset schema). */
const REQUIRED = [
  'title_translated',
  'notes_translated',
  'keywords',
  'license_id',
  'collection_type',
  'maintainer',
  'maintainer_email',
  'owner_org',
];

export async function startCkan(): Promise<CkanStub> {
  const packages: CkanStub['packages'] = new Map();
  const changes: string[] = [];
  let number = 0;
  const newId = (): string => {
    number += 1;
    return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  };
  /** A resource keeps its identifier only when the client sends it; the portal fills in fields of its own, and only it. */
  const storeResource = (sent: Fields, known: ReadonlySet<unknown>): Fields => ({
    ...sent,
    size: asText(sent['size']),
    id: known.has(sent['id']) ? sent['id'] : newId(),
    sha256: 'of the portal',
    state: 'active',
    cache_url: null,
  });
  const act = (action: string, sent: Fields & { resources?: Fields[] }): [number, unknown] => {
    const name = asText(sent['name'] ?? sent['id']);
    const existing = packages.get(name) ?? [...packages.values()].find((each) => each['id'] === name);
    if (action === 'package_show')
      return existing === undefined ? [404, { __type: 'Not Found Error' }] : [200, existing];
    const missing = REQUIRED.filter((field) => sent[field] === undefined);
    if (missing.length > 0) return [409, { __type: 'Validation Error', missing }];
    if ((sent.resources ?? []).some((resource) => typeof resource['url'] !== 'string'))
      return [409, { __type: 'Validation Error', url: ['Missing value'] }];
    if (action === 'package_create' && existing !== undefined) return [409, { name: ['That URL is already in use.'] }];
    if (action === 'package_update' && existing === undefined) return [404, { __type: 'Not Found Error' }];
    const known = new Set(existing?.resources.map((resource) => resource['id']));
    const keywords = sent['keywords'] as Record<string, string[]>;
    const stored = {
      ...sent,
      id: existing?.['id'] ?? newId(),
      name,
      // Tags come back in an order of the portal's own.
      keywords: Object.fromEntries(
        Object.entries(keywords).map(([language, words]) => [language, [...words].reverse()]),
      ),
      metadata_modified: `2026-11-25T00:00:${String(changes.length).padStart(2, '0')}`,
      state: 'active',
      isopen: true,
      resources: (sent.resources ?? []).map((resource) => storeResource(resource, known)),
    };
    packages.set(name, stored);
    changes.push(`${action} ${name}`);
    return [200, stored];
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const action = /^\/ckan\/api\/3\/action\/(\w+)$/.exec(request.url ?? '')?.[1];
      const answer = (status: number, body: unknown): void => {
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      };
      if (action === undefined) {
        answer(404, 'no such page');
        return;
      }
      if (action !== 'package_show' && request.headers.authorization !== TOKEN) {
        answer(403, { success: false, error: { __type: 'Authorization Error' } });
        return;
      }
      const [status, result] = act(action, JSON.parse(Buffer.concat(chunks).toString('utf8')) as Fields);
      answer(status, status === 200 ? { success: true, result } : { success: false, error: result });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ckan`,
    packages,
    changes,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
