import path from 'node:path';
import { listFolder } from '../../effects/files.ts';
import { RELEASE_NAME } from '../../model/release-name.ts';
import { readManifest } from '../../release/read-published.ts';

/** Finds the media type of a published file by its address, as the manifests say it; `undefined` leaves it to the server. */
export type FindMediaType = (pathname: string) => string | undefined;

/** What a header can hold of a damaged manifest. */
const HEADER_VALUE = /^[ -~]+$/;

/**
 * Reads the manifests of a published folder. A file that no manifest lists (of `api/`, say) has the type of its ending there.
 * @param out the published folder
 */
export function readMediaTypes(out: string): FindMediaType {
  const byAddress = new Map<string, string>();
  const byEnding = new Map<string, string>();
  const data = path.join(out, 'data');
  const releases = listFolder(data).filter((name) => RELEASE_NAME.test(name) || name === 'latest');
  for (const name of releases) {
    for (const { path: file, media_type: type } of readManifest(path.join(data, name))?.files ?? []) {
      if (!HEADER_VALUE.test(type)) continue;
      byAddress.set(`/data/${name}/${file}`, type);
      byEnding.set(path.extname(file), type);
    }
  }
  return (pathname) => {
    // A name without an ending, which no manifest lists.
    if (pathname.endsWith('/SHA256SUMS')) return 'text/plain; charset=utf-8';
    const type = byAddress.get(pathname) ?? byEnding.get(path.extname(pathname));
    return type !== undefined && /^text\/|json|xml$/.test(type) && !type.includes('charset') && !/\bjson$/.test(type)
      ? `${type}; charset=utf-8`
      : type;
  };
}
