import fs from 'node:fs';
import path from 'node:path';
import type { Scratch } from '../model/scratch.ts';
import { makeTemporaryFolder } from './files.ts';

/** Opens an empty one, as a file in the folder for temporary files. */
export function openScratch(): Scratch {
  const temporary = makeTemporaryFolder();
  const handle = fs.openSync(path.join(temporary.folder, 'scratch'), 'w+');
  return {
    read(into, at) {
      let got = 0;
      // A read may give less than was asked for.
      for (let more = 1; more > 0 && got < into.length; got += more)
        more = fs.readSync(handle, into, got, into.length - got, at + got);
      return got;
    },
    write(from, at) {
      for (let put = 0; put < from.length;) put += fs.writeSync(handle, from, put, from.length - put, at + put);
    },
    truncate: (size) => fs.ftruncateSync(handle, size),
    size: () => fs.fstatSync(handle).size,
    close() {
      fs.closeSync(handle);
      temporary.remove();
    },
  };
}
