import type { CatalogFacts } from './facts.ts';

/** One static STAC Collection (1.0.0) of the files with geometry; no items, since every file covers the whole country. */
export function describeCollection(facts: CatalogFacts): object {
  const { addresses, publisher, bounds, release } = facts;
  const [whole] = facts.datasets;
  const self = addresses.file('stac-collection.json');
  const files = facts.datasets.flatMap(({ distributions }) =>
    distributions.filter(
      ({ format, path }) =>
        format?.referenceSystem !== undefined || /^(municipalities|sub_regions|regions|projects)\.parquet$/u.test(path),
    ),
  );
  return {
    type: 'Collection',
    stac_version: '1.0.0',
    stac_extensions: ['https://stac-extensions.github.io/file/v2.1.0/schema.json'],
    id: 'hankekartta',
    title: whole?.title.en ?? 'Hankekartta',
    description: whole?.description.en ?? 'Hankekartta',
    keywords: whole?.keywords.map(({ en }) => en) ?? [],
    license: 'CC-BY-4.0',
    providers: [{ name: publisher.name, roles: ['producer', 'host'], url: publisher.url ?? addresses.base }],
    extent: {
      spatial: { bbox: [bounds] },
      temporal: {
        interval: [
          whole?.period === undefined
            ? [null, null]
            : [`${whole.period.start}T00:00:00Z`, `${whole.period.end}T23:59:59Z`],
        ],
      },
    },
    summaries: { version: [release] },
    links: [
      { rel: 'root', href: self, type: 'application/json' },
      { rel: 'self', href: self, type: 'application/json' },
      { rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/', type: 'text/html' },
      ...(facts.pages === undefined ? [] : [{ rel: 'about', href: facts.pages.data, type: 'text/html' }]),
    ],
    assets: Object.fromEntries(
      files.map((file) => [
        file.name,
        {
          href: file.accessUrl,
          title: file.title.en,
          type: file.mediaType,
          roles: ['data'],
          'file:size': file.bytes,
          // A multihash: 12 is SHA-256, 20 its 32 bytes.
          'file:checksum': `1220${file.sha256}`,
        },
      ]),
    ),
  };
}
