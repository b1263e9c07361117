import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of some free port of this machine. */
export interface LocalServer {
  readonly port: number;
  /** Without a slash at its end. */
  readonly address: string;
  close(): void;
}

export async function openServer(answer: RequestListener): Promise<LocalServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    address: `http://127.0.0.1:${String(port)}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
