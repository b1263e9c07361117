/**
 * One Chromium for all site tests: it comes with `npm ci`, so that nothing has to be installed by hand.
 * Tests connect with `chromium.connect(inject('browserEndpoint'))`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** WebSocket address of the running Chromium. */
    browserEndpoint: string;
  }
}

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The package's own list has `--single-process` and `--disable-web-security`, and crashes on a second context. */
const ARGUMENTS = ['--no-sandbox', '--disable-background-networking'];

/**
 * Unpacks the packaged Chromium once per clone and version, with the libraries that a bare Debian lacks. The package unpacks
 * into the temporary folder, and its libraries only where it believes itself on AWS: hence the environment.
 */
function unpackBrowser(root: string): string {
  const manifest = readFileSync(path.join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = path.join(root, '.hankekartta', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'unpack-browser.js')], {
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'nodejs20.x' },
  });
  if (existsSync(folder)) rmSync(draft, { recursive: true });
  else renameSync(draft, folder);
  return folder;
}

/** The packaged font settings name folders of another system; without a font, every text is empty to a test. */
function writeFontSettings(folder: string): string {
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`,
  );
  return file;
}

/** The packaged Chromium, unpacked, with the environment in which it runs. @param root folder of the repository */
export function preparePackaged(root: string): { executablePath: string; env: NodeJS.ProcessEnv } {
  const folder = unpackBrowser(root);
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: writeFontSettings(folder),
    },
  };
}

async function launch(root: string): Promise<BrowserServer> {
  try {
    return await chromium.launchServer({ ...preparePackaged(root), args: ARGUMENTS });
  } catch (packaged) {
    const executablePath = SYSTEM_BROWSERS.find((file) => existsSync(file));
    if (executablePath !== undefined) return chromium.launchServer({ executablePath, args: ARGUMENTS });
    throw new Error(
      'No browser for the site tests: the packaged Chromium does not start here, and none is installed (Debian: apt-get install chromium).',
      { cause: packaged },
    );
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await launch(project.config.root);
  project.provide('browserEndpoint', server.wsEndpoint());
  return () => server.close();
}
