import fs from 'node:fs';
import path from 'node:path';
import { makeFolder } from './files.ts';

/** Takes a lock file for this process; `false` where a living process holds it. A lock that a killed process left is taken over. */
export function takeLock(file: string): boolean {
  makeFolder(path.dirname(file));
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(fs.readFileSync(file, 'utf8'));
    if (holder !== process.pid && isAlive(holder)) return false;
    fs.writeFileSync(file, String(process.pid));
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
