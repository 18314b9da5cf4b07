import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

export interface Host {
  port: number;
  close(): void;
}

/**
 * Serves a folder as a good static host does: HTTP/2 over TLS 1.3, texts compressed with brotli
 * beforehand, hashed files to be kept for ever, pages to be asked for each time.
 */
export async function startHost(folder: string): Promise<Host> {
  const files = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => {
        const body = readFileSync(join(folder, path));
        const type = TYPES[extname(path)];
        const headers = {
          'content-type': type ?? 'application/octet-stream',
          'cache-control': path.startsWith('assets/')
            ? 'public, max-age=31536000, immutable'
            : 'no-cache',
          ...(type !== undefined && { 'content-encoding': 'br' }),
        };
        return [path, { headers, body: type === undefined ? body : brotliCompressSync(body) }];
      }),
  );
  const server = createSecureServer({ ...makeCertificate(), minVersion: 'TLSv1.3' });
  // A browser can read a record when its last byte is there: one packet each, as good hosts begin.
  server.on('secureConnection', (socket: TLSSocket) => {
    socket.setMaxSendFragment(1300);
  });
  server.on('request', (request, response) => {
    const { pathname } = new URL(request.url, 'https://localhost');
    const path = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
    const file = files.get(path);
    response.writeHead(file ? 200 : 404, file?.headers);
    response.end(file?.body ?? '');
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** For one run; Node makes keys, but no certificates. */
function makeCertificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
        ...['-noenc', '-days', '2', '-subj', '/CN=localhost'],
        ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
