/** What pages tell search engines, in terms of schema.org: every term is one of the vocabulary, and the values are the page's. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsonld from 'jsonld';
import type { Project, WithContext } from 'schema-dts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOMEPAGE, type MadeSite, makeSite } from './make-site.ts';

const VOCABULARY = 'https://schema.org/';
/** The vocabulary as a package has it: names of its properties and types. */
const terms = readFileSync(
  createRequire(import.meta.url)
    .resolve('schema-dts')
    .replace(/\.js$/, '.d.ts'),
  'utf8',
);
const PROPERTIES = new Set(
  [...terms.matchAll(/^ +"?(\w+)"?\??: SchemaValue</gm)].map(([, name = '']) => VOCABULARY + name),
);
const TYPES = new Set([...terms.matchAll(/"@type": "(\w+)"/g)].map(([, name = '']) => VOCABULARY + name));

let site: MadeSite;
beforeAll(async () => {
  site = await makeSite();
});
afterAll(() => {
  site.remove();
});

function readBlocks(page: string): Record<string, unknown>[] {
  const blocks = site.read(page).matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g);
  return [...blocks].map(([, json]) => JSON.parse(json!) as Record<string, unknown>);
}

/** Terms of a block that the vocabulary does not have, after a program that knows JSON-LD has taken it apart. */
async function findStrangers(block: object): Promise<string[]> {
  const document = { '@context': { '@vocab': VOCABULARY }, '@graph': [{ ...block, '@context': {} }] };
  const strangers: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if (key === '@type')
          strangers.push(
            ...[inner]
              .flat()
              .filter((type) => !TYPES.has(String(type)))
              .map(String),
          );
        else if (!key.startsWith('@') && !PROPERTIES.has(key)) strangers.push(key);
        visit(inner);
      }
  };
  visit(await jsonld.expand(document));
  return strangers;
}

describe('structured data', () => {
  it('of every page uses terms of schema.org alone', async () => {
    expect(PROPERTIES.size).toBeGreaterThan(1000);
    expect(TYPES.size).toBeGreaterThan(500);
    const found = new Map<string, number>();
    for (const page of site.list()) {
      for (const block of readBlocks(page)) {
        expect(block['@context']).toMatch(/^https:\/\/schema\.org\/?$/);
        expect({ page, strangers: await findStrangers(block) }).toEqual({ page, strangers: [] });
        found.set(String(block['@type']), (found.get(String(block['@type'])) ?? 0) + 1);
      }
    }
    const projects = site.read('data/latest/projects.jsonl').trimEnd().split('\n').length;
    expect(found.get('Project')).toBe(3 * projects);
    expect(found.get('BreadcrumbList')).toBeGreaterThan(100);
    // The judge finds faults.
    expect(await findStrangers({ '@type': 'Projekt', startDay: '2020', name: 'x' })).toHaveLength(2);
  });

  it('of a project says what the page says, under the name that the linked data have', () => {
    const project: WithContext<Project> = {
      '@context': 'https://schema.org',
      '@type': 'Project',
      // @ts-expect-error the compiler refuses what a project does not have
      startDate: '2020-01-01',
    };
    expect(project).toBeDefined();
    const [data] = readBlocks('sv/hankkeet/S90001.html').filter((block) => block['@type'] === 'Project');
    expect(data).toMatchObject({
      '@id': `${HOMEPAGE}api/projects/S90001.json#project`,
      identifier: 'S90001',
      name: 'Täysi esimerkki',
      url: `${HOMEPAGE}sv/hankkeet/S90001.html`,
      foundingDate: '2019-03-01',
      dissolutionDate: '2020-12-31',
      parentOrganization: { '@type': 'Organization', identifier: '1234567-1' },
      funding: { '@type': 'MonetaryGrant', amount: { '@type': 'MonetaryAmount', currency: 'EUR' } },
      subjectOf: { contentUrl: `${HOMEPAGE}api/projects/S90001.json` },
    });
    expect(JSON.stringify(data)).toContain('"name":"Påhittsby"');
  });

  it('says nothing that no source says', () => {
    const [silent] = readBlocks('hankkeet/S90006.html').filter((block) => block['@type'] === 'Project');
    expect(Object.keys(silent!)).not.toContain('funding');
  });
});
