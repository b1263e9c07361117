import { join } from 'node:path';
import { run } from './write-files.ts';

/** Separator, quote, UTF-8 (76), first row, …, all sheets (-1): LibreOffice's tokens of its CSV filter. */
export const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** Opens a file in LibreOffice and writes it again in another format, into a folder. */
export function convertFile(file: string, target: string, folder: string, ...options: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  run('soffice', '--headless', profile, ...options, '--convert-to', target, '--outdir', folder, file);
}
