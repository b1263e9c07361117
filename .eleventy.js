import path from 'node:path';

/**
 * Wiring only: files that are copied as they stand. Pages are added by site/build.ts, which also says where they are written
 * (a folder returned from here would override it).
 * @param {{ addPassthroughCopy: (files: Record<string, string>) => void, setUseGitIgnore: (use: boolean) => void, setTemplateFormats: (formats: string[]) => void }} eleventy
 */
export default function configure(eleventy) {
  eleventy.setUseGitIgnore(false);
  eleventy.setTemplateFormats(['11ty.js']);
  for (const folder of ['styles', 'scripts', 'images']) {
    eleventy.addPassthroughCopy({ [path.join(import.meta.dirname, 'site', folder)]: folder });
  }
}
