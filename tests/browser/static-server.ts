import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What can go wrong with one file between the host and the browser. */
export type Fault =
  | { readonly status: number }
  | { readonly redirect: string }
  /** A captive portal: its own page instead of the file, with status 200. */
  | 'portal'
  /** The connection breaks off in the middle of the file. */
  | 'truncated'
  /** The connection breaks off before a byte of the answer. */
  | 'cut'
  /** No answer ever comes. */
  | 'hang';

export interface StaticServer {
  /** The address of the folder, with a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** The path of each request so far, below the base and without a leading slash, in order. */
  readonly requests: readonly string[];
  /** Spoils the answers for a path (`''` is the first page); `undefined` mends them and cuts what hangs. */
  spoil(path: string, fault: Fault | undefined): void;
  /** Dies at once: open connections are cut, as when a host goes down. */
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0, the default, takes any free port; a second server on a first one's port is its restart. */
  readonly port?: number;
  /** The path that the folder is served under, from slash to slash. */
  readonly base?: string;
  /** Compress texts with brotli, as a real host would. */
  readonly brotli?: boolean;
  /** Called with the path of each request before it is answered; the answer waits for it. */
  readonly onRequest?: (path: string) => void | Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const TEXT = /^text|json|svg/;

/**
 * Serves a folder as a plain static host does: a folder's `index.html` under its slash, a redirect
 * to that slash, `404.html` for what is not there, and nothing cached without asking.
 */
export async function serve(folder: string, options: ServeOptions = {}): Promise<StaticServer> {
  const { port = 0, base = '/', brotli = false, onRequest } = options;
  const requests: string[] = [];
  const faults = new Map<string, Fault>();
  let hanging: ServerResponse[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    const path = decodeURIComponent(pathname.slice(base.length));
    requests.push(path);
    await onRequest?.(path);
    const fault = faults.get(path);
    if (fault === 'cut') {
      response.destroy();
      return;
    }
    if (fault === 'hang') {
      hanging.push(response);
      return;
    }
    if (fault === 'portal') {
      const page = '<!doctype html><title>Wi-Fi</title><p>Войдите в сеть';
      response.writeHead(200, { 'content-type': TYPES['.html'] }).end(page);
      return;
    }
    if (typeof fault === 'object') {
      const status = 'status' in fault ? fault.status : 302;
      response.writeHead(status, 'redirect' in fault ? { location: fault.redirect } : {}).end();
      return;
    }
    if (path !== '' && !path.endsWith('/') && (await isFolder(join(folder, path)))) {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const found = await readOrUndefined(join(folder, name));
    const body = found ?? (await readOrUndefined(join(folder, '404.html'))) ?? Buffer.of();
    const type = TYPES[extname(found ? name : '404.html')] ?? 'application/octet-stream';
    const compress =
      brotli && TEXT.test(type) && /\bbr\b/.test(String(request.headers['accept-encoding']));
    const sent = compress ? brotliCompressSync(body) : body;
    response.writeHead(found ? 200 : 404, {
      'content-type': type,
      'content-length': sent.length,
      'cache-control': 'no-cache',
      ...(compress && { 'content-encoding': 'br' }),
    });
    if (fault === 'truncated') {
      response.write(sent.subarray(0, sent.length / 2), () => response.destroy());
    } else {
      response.end(request.method === 'HEAD' ? undefined : sent);
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(port, 'localhost');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    url: `http://localhost:${address.port}${base}`,
    port: address.port,
    requests,
    spoil(path, fault) {
      if (fault !== undefined) {
        faults.set(path, fault);
        return;
      }
      faults.delete(path);
      for (const response of hanging) response.destroy();
      hanging = [];
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** The file, or nothing when there is none. */
function readOrUndefined(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined);
}
