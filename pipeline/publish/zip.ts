import { Zip, ZipDeflate } from 'fflate';
import { createArchiveDate } from './archive-date.ts';
import type { Sink } from '../model/sink.ts';

/** A file to be zipped; `name` is its path in the archive, with `/`. It is read once, when its turn comes. */
export interface ZippedFile {
  readonly name: string;
  /** The file's bytes in pieces of one size: where they are cut decides the compressed bytes. */
  readonly read: () => Iterable<Uint8Array>;
}

/** Unix, regular file, rw-r--r--. */
const ATTRIBUTES = { os: 3, attrs: (0o100644 << 16) >>> 0 };

/**
 * Writes a zip archive of a release, files in the order given. Date and mode are the release's, never the disk's or the clock's.
 * The compressor is JavaScript: Node's own zlib gives other bytes on other kinds of processors.
 */
export function zipFolder(files: Iterable<ZippedFile>, release: string, sink: Sink): void {
  const mtime = createArchiveDate(release);
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    sink.write(chunk);
  });
  for (const { name, read } of files) {
    const member = new ZipDeflate(name, { level: 6 });
    Object.assign(member, { mtime, ...ATTRIBUTES });
    zip.add(member);
    for (const chunk of read()) member.push(chunk);
    member.push(new Uint8Array(), true);
  }
  zip.end();
}
