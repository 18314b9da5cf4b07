import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { onTestFinished } from 'vitest';
import {
  HASHED_FILE,
  hostPolicy,
  formatPolicy,
  policyOfPage,
  siteHeaders,
} from '../../src/hosting';

const dist = resolve('dist');

export interface Reply {
  status: number;
  headers: Record<string, string>;
  /** Not yet compressed. */
  body: Buffer;
}

/** Breaks a host: changes what it answers for a path from the site's root. */
export type Fault = (path: string, reply: Reply) => Reply;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** The policy that all pages of the build fit under. */
export const POLICY = formatPolicy(
  hostPolicy(
    ['index.html', 'tyumen/index.html', 'tyumen/meals/index.html', 'class/index.html']
      .concat(['author/index.html', 'help/tyumen/request/index.html', 'about/index.html'])
      .flatMap((page) => policyOfPage(readFileSync(join(dist, page), 'utf8')) ?? []),
  ),
);

/**
 * Serves the built site in a folder of a host as our recipes do, but for the fault.
 * @returns the site's address
 */
export async function startHost(
  fault: Fault = (_path, reply) => reply,
  tls?: { key: string; cert: string },
): Promise<string> {
  const listener: RequestListener = (request, response) => {
    const path = (request.url ?? '').replace(/^\/school\//, '');
    const { status, headers, body } = fault(path, replyFor(path));
    const isText = /text|javascript|json|svg/.test(headers['content-type'] ?? '');
    const sent = isText && headers['content-encoding'] !== '' ? compressed(path, body) : body;
    response.writeHead(status, {
      ...headers,
      ...(sent === body ? {} : { 'content-encoding': 'br' }),
      'content-length': sent.length,
    });
    response.end(sent);
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  server.listen(0, 'localhost');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return `${tls ? 'https' : 'http'}://localhost:${port}/school/`;
}

/** What the build has compressed, unless a fault has changed it. */
function compressed(path: string, body: Buffer): Buffer {
  const file = join(dist, path === '' || path.endsWith('/') ? `${path}index.html` : path);
  if (existsSync(`${file}.br`) && body.equals(readFileSync(file))) {
    return readFileSync(`${file}.br`);
  }
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

function replyFor(path: string): Reply {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const headers = {
    ...Object.fromEntries(
      Object.entries(siteHeaders(POLICY)).map(([key, value]) => [key.toLowerCase(), value]),
    ),
    'cache-control': new RegExp(HASHED_FILE).test(`/${path}`) ? 'max-age=31536000' : 'no-cache',
  };
  if (existsSync(join(dist, name)) && statSync(join(dist, name)).isDirectory()) {
    return { status: 301, headers: { location: `/school/${name}/` }, body: Buffer.of() };
  }
  const isThere = existsSync(join(dist, name));
  const file = isThere ? name : '404.html';
  return {
    status: isThere ? 200 : 404,
    headers: { ...headers, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' },
    body: readFileSync(join(dist, file)),
  };
}
