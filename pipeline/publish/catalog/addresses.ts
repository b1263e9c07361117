import type { AreaLevel } from '../../model/area.ts';
import { COVERAGE, type CoveredLevel } from '../../model/levels.ts';

/**
 * Every IRI of the catalogue and of linked data, made of the site's address alone: neither a release nor a date is in one, since
 * harvesters take a new IRI for a new dataset. They are addresses within files that exist, so that each of them answers without
 * any rule of the server.
 */
export interface Addresses {
  /** The site's address, with a slash at its end. */
  readonly base: string;
  /** A thing that the catalogue describes. */
  readonly catalog: (name: string) => string;
  /** A file of the newest release: its address stays, its content does not. */
  readonly latest: (path: string) => string;
  /** A file of one release, which never changes. */
  readonly released: (release: string, path: string) => string;
  readonly version: (release: string) => string;
  readonly project: (projectId: string, part?: string) => string;
  readonly area: (level: AreaLevel, code: string) => string;
  readonly file: (path: string) => string;
}

const FINLAND = 'http://publications.europa.eu/resource/authority/country/FIN';

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function folderOf(level: CoveredLevel): string {
  return COVERAGE.find((each) => each.level === level)?.folder ?? level;
}

/** @param siteUrl address where the published folder lies, with or without a slash at its end */
export function createAddresses(siteUrl: string): Addresses {
  const base = siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`;
  const file = (path: string): string => `${base}${encodePath(path)}`;
  return {
    base,
    catalog: (name) => `${base}catalog.ttl#${name}`,
    latest: (path) => file(`data/latest/${path}`),
    released: (release, path) => file(`data/${release}/${path}`),
    version: (release) => `${base}catalog-versions.ttl#release-${release}`,
    project: (projectId, part = 'project') => `${file(`api/projects/${projectId}.json`)}#${part}`,
    area: (level, code) => (level === 'country' ? FINLAND : `${file(`api/${folderOf(level)}/${code}.json`)}#area`),
    file,
  };
}
