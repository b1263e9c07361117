import { createServer, type RequestListener } from 'node:http';
import path from 'node:path';
import type { Settings } from '../config.ts';
import { exists } from '../effects/files.ts';
import { onStop, print, say } from '../effects/process.ts';
import { UsageError } from '../effects/usage-error.ts';
import { settleOutput } from '../release/output.ts';
import { createAnswer } from './serve/create-answer.ts';

/** `hankekartta serve`: the published folder on localhost, until the process is ended. */
export async function runServe(settings: Settings, port: number): Promise<number> {
  settleOutput(settings.out);
  if (!exists(path.join(settings.out, 'data', 'releases.json')))
    throw new UsageError(`${settings.out} is not a published folder; hankekartta build makes one`);
  return listen(createAnswer(settings.out), port);
}

/** An answer that fails (a build swaps the folder between two looks) ends itself and nothing else. */
export function outliveFailures(answer: RequestListener): RequestListener {
  return (request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      say(`hankekartta: no answer to ${request.url ?? '/'}: ${error instanceof Error ? error.message : String(error)}`);
      response.destroy();
    }
  };
}

/** Answers on localhost until the process is asked to end. @returns exit status */
export async function listen(answer: RequestListener, port: number): Promise<number> {
  const server = createServer(outliveFailures(answer));
  let isStopped = false;
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      reject(
        error.code === 'EADDRINUSE' ? new UsageError(`port ${String(port)} is in use; --port takes another`) : error,
      );
    });
    server.listen(port, '127.0.0.1', () => {
      if (isStopped) {
        server.close();
        return;
      }
      const address = server.address();
      print(`http://localhost:${String(typeof address === 'object' ? address?.port : port)}/`);
    });
    onStop(() => {
      isStopped = true;
      server.close(() => {
        resolve(0);
      });
      server.closeAllConnections();
    });
  });
}
