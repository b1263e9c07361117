import { expect, it } from 'vitest';
import { describeCollection } from '../../../pipeline/publish/catalog/stac.ts';
import { makeFacts } from './make-catalog.ts';

it('a further part of a file is a distribution of the same dataset', () => {
  const facts = makeFacts();
  const projects = facts.datasets.find(({ name }) => name === 'projects');
  const paths = projects?.distributions.map(({ path }) => path).filter((path) => path.endsWith('.geojson'));
  expect(paths).toEqual(['projects.geojson', 'projects_2.geojson']);
  const assets = (describeCollection(facts) as { readonly assets: Readonly<Record<string, { readonly href: string }>> })
    .assets;
  expect(assets['projects_2-geojson'] ?? assets['projects-2-geojson']).toMatchObject({
    href: 'https://hankekartta.example/data/latest/projects_2.geojson',
    type: 'application/geo+json',
  });
});
