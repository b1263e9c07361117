import path from 'node:path';
import hankekarttaSite from './site/eleventy-plugin.js';

/**
 * The whole configuration: `npx @11ty/eleventy` makes the site from a published folder, `--serve` shows it while templates and
 * styles change. The folder is `dist`, or what HANKEKARTTA_DATA names; `--output` says where the pages go.
 * @param {import('./site/eleventy-plugin.js').Config} config
 */
export default function configure(config) {
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  config.setTemplateFormats(['11ty.js']);
  // What stands here goes before what a program asks for, though not before `--output`: only the command line needs it.
  if (config.hankekartta === undefined) {
    config.setInputDirectory('site');
    config.setOutputDirectory('dist');
  }
  config.addPlugin(hankekarttaSite, {
    root: import.meta.dirname,
    data: path.resolve(process.env.HANKEKARTTA_DATA ?? 'dist'),
  });
}
