/** What the tests need of a server that is a process of its own. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { vi } from 'vitest';

/** A port of 127.0.0.1 that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until something is served at an address. @throws Error of the last try, after 30 s */
export async function answering(url: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const { ok, status } = await fetch(url);
      if (!ok) throw new Error(`${url}: ${String(status)}`);
    },
    { timeout: 30_000 },
  );
}

/** Ends a process, unless it has ended. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}
