import { compareCodeUnits } from '../model/compare-code-units.ts';

/** What `package-lock.json` (version 3) says of a package; paths of folders are its keys, `''` is the program itself. */
interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface PackageLock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** SPDX identifiers of the licences that the program's packages may have: what is under them may be used, changed and passed on freely. */
export const LICENCES: ReadonlySet<string> = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 EDL-1.0 ISC MIT Python-2.0 Unlicense Zlib'.split(
    ' ',
  ),
);

const FOLDER = 'node_modules/';

/**
 * The packages that made a release, as CycloneDX 1.6 JSON (https://cyclonedx.org/docs/1.6/json/): names, versions, checksums, licences and
 * what needs what. From the lockfile alone and without a time or a random number, so that the same lockfile gives the same bytes.
 */
export function createBillOfMaterials({ packages }: PackageLock): object {
  const paths = Object.keys(packages)
    .filter((path) => path !== '' && packages[path]?.dev !== true)
    .sort(compareCodeUnits);
  const program = packages[''] ?? {};
  const self = { type: 'application', 'bom-ref': 'hankekartta', name: 'hankekartta', version: program.version };
  const refs = new Map<string, string>([['', self['bom-ref']]]);
  for (const path of paths) refs.set(path, `${nameOf(path, packages[path])}@${packages[path]?.version ?? ''}|${path}`);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { ...self, ...describeLicence(program.license) } },
    components: paths.map((path) => describePackage(path, packages[path] ?? {}, refs.get(path) ?? path)),
    dependencies: ['', ...paths].map((path) => ({
      ref: refs.get(path),
      dependsOn: listNeeded(path, packages[path] ?? {}, refs),
    })),
  };
}

function nameOf(path: string, locked: LockedPackage | undefined): string {
  return locked?.name ?? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
}

function describePackage(path: string, locked: LockedPackage, ref: string): object {
  const name = nameOf(path, locked);
  const hash = /^sha512-(?<base64>\S+)/.exec(locked.integrity ?? '')?.groups?.['base64'];
  return {
    type: 'library',
    'bom-ref': ref,
    name,
    version: locked.version,
    ...(hash === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] }),
    ...describeLicence(locked.license),
    // https://github.com/package-url/purl-spec: the at sign of a scope is escaped.
    purl: `pkg:npm/${name.replace(/^@/, '%40')}@${locked.version ?? ''}`,
  };
}

/** An identifier, an expression of identifiers, or the package's own words. */
function describeLicence(licence: string | undefined): object {
  if (licence === undefined) return {};
  if (LICENCES.has(licence)) return { licenses: [{ license: { id: licence } }] };
  return { licenses: [/ (?:AND|OR) /.test(licence) ? { expression: licence } : { license: { name: licence } }] };
}

/** References of what a package needs, each found as Node finds it: in its own folder, then in those around it. */
function listNeeded(path: string, locked: LockedPackage, refs: ReadonlyMap<string, string>): string[] {
  const names = Object.keys({ ...locked.dependencies, ...locked.optionalDependencies, ...locked.peerDependencies });
  const find = (name: string): string | undefined => {
    for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf(`/${FOLDER}`)))) {
      const ref = refs.get(`${folder === '' ? '' : `${folder}/`}${FOLDER}${name}`);
      if (ref !== undefined || folder === '') return ref;
    }
  };
  return [...new Set(names.flatMap((name) => find(name) ?? []))].sort(compareCodeUnits);
}
