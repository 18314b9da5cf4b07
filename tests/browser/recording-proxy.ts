import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordingProxy {
  /** What the browser is told to send everything through. */
  readonly server: string;
  /** Address, headers and body of each request so far, whoever made it: page, worker, service worker. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A proxy that writes everything down and lets requests through to one origin alone. */
export async function recordRequests(origin: string): Promise<RecordingProxy> {
  const requests: string[] = [];
  const proxy = createServer((asked, answer) => {
    const parts: Buffer[] = [];
    asked.on('data', (part: Buffer) => parts.push(part));
    asked.on('end', () => {
      const body = Buffer.concat(parts);
      const address = asked.url ?? '';
      requests.push(`${address}\n${asked.rawHeaders.join('\n')}\n${body.toString()}`);
      if (!address.startsWith(origin)) {
        answer.writeHead(502).end();
        return;
      }
      const { method, headers } = asked;
      request(address, { method, headers }, (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
      })
        .on('error', () => answer.destroy())
        .end(body);
    });
  });
  // What is asked over https shows its host alone, and that is too much already.
  proxy.on('connect', ({ url = '' }, socket) => {
    requests.push(`${url}\n`);
    socket.destroy();
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  return {
    server: `http://127.0.0.1:${String(port)}`,
    requests,
    async close() {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
