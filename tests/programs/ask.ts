/** Asking a web server that a test has started, with curl. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { ROOT } from '../flow/workspace.ts';

/** A port that nothing listens to. */
export async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The recipe of site/HOSTING.md in a language of its code blocks. */
export function readRecipe(language: string): string {
  const text = readFileSync(path.join(ROOT, 'site/HOSTING.md'), 'utf8');
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? '';
}

/** Status, headers in lower case, and the body's bytes. */
export function curl(address: string, ...options: readonly string[]) {
  const { stdout } = spawnSync('curl', ['-s', '-i', ...options, address], { maxBuffer: 1 << 28 });
  const end = stdout.indexOf('\r\n\r\n');
  const [first = '', ...lines] = stdout.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  return { status: Number(first.split(' ')[1]), headers, body: stdout.subarray(end + 4) };
}
