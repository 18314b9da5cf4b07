import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What a connection has to cross. */
export interface Link {
  name: string;
  /** There and back, in milliseconds. */
  roundTrip: number;
  /** Each way, in bits a second. */
  bandwidth: number;
}

export const UNTHROTTLED: Link = { name: 'unthrottled', roundTrip: 0, bandwidth: 1e10 };

export interface SlowLink {
  port: number;
  /**
   * Bytes that went over the link, TLS among them.
   * @param until milliseconds of the epoch
   */
  moved: (until: number) => { down: number; up: number };
  link: () => Link;
  /** Another link from now on. */
  become(link: Link): void;
  /** No network: open connections break off, new ones are refused. */
  cut(): Promise<void>;
}

/** What goes into one packet. */
const SEGMENT = 1400;

/**
 * A network between a browser and a host on this machine. Chromium's own emulation delays requests,
 * not connections, and not those of the service worker; this delays every packet, so that the TCP
 * and TLS handshakes take their round trips. Neither loses packets nor starts slowly.
 */
export async function openSlowLink(first: Link, host: number): Promise<SlowLink> {
  let link = first;
  const down = createLane(() => link);
  const up = createLane(() => link);
  const sockets = new Set<Socket>();

  const server = createServer((browser) => {
    const upstream = connect(host, 'localhost');
    // The kernel has accepted at once: SYN and its answer are paid for here.
    const established = performance.now() + link.roundTrip;
    for (const socket of [browser, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        browser.destroy();
        upstream.destroy();
      });
    }
    browser.on('data', (data: Buffer) => {
      for (const segment of segments(data)) {
        up.send(segment.length, established, () => upstream.write(segment));
      }
    });
    upstream.on('data', (data: Buffer) => {
      for (const segment of segments(data)) {
        down.send(segment.length, established, () => browser.write(segment));
      }
    });
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    moved: (until) => ({ down: down.moved(until), up: up.moved(until) }),
    link: () => link,
    become(next) {
      link = next;
    },
    async cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

function segments(data: Buffer): Buffer[] {
  return Array.from({ length: Math.ceil(data.length / SEGMENT) }, (_, at) =>
    data.subarray(at * SEGMENT, (at + 1) * SEGMENT),
  );
}

/** One direction, shared by all connections; what went in first comes out first. */
function createLane(link: () => Link): {
  send(bytes: number, notBefore: number, deliver: () => void): void;
  moved(until: number): number;
} {
  const queue: { bytes: number; due: number; deliver: () => void }[] = [];
  const log: { at: number; bytes: number }[] = [];
  let free = 0;
  let timer: NodeJS.Timeout | undefined;

  function drain(): void {
    timer = undefined;
    for (let [next] = queue; next; [next] = queue) {
      const wait = next.due - performance.now();
      if (wait > 0) {
        timer = setTimeout(drain, wait);
        return;
      }
      queue.shift();
      log.push({ at: performance.timeOrigin + performance.now(), bytes: next.bytes });
      next.deliver();
    }
  }

  return {
    send(bytes, notBefore, deliver) {
      const { roundTrip, bandwidth } = link();
      free = Math.max(free, performance.now(), notBefore) + (bytes * 8000) / bandwidth;
      queue.push({ bytes, due: free + roundTrip / 2, deliver });
      if (!timer) drain();
    },
    moved: (until) =>
      log.filter(({ at }) => at <= until).reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
