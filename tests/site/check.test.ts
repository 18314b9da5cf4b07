import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkSite } from '../../src/cli/check/check-site';
import { COMMAND } from './command';
import { POLICY, startHost, type Fault, type Reply } from './host';

/** What is not in order, by the name of the check. */
async function faultsOf(address: string): Promise<Record<string, string>> {
  const findings = await checkSite(address);
  return Object.fromEntries(
    findings
      .filter(({ severity }) => severity !== 'ok')
      .map(({ check, severity }) => [check, severity]),
  );
}

/** Every test's host is this computer, which has no HTTPS. */
const LOCAL = { https: 'warning' };

test('a host that follows the recipes is right, in a folder too', async () => {
  expect(await faultsOf(await startHost())).toEqual(LOCAL);
});

const isPage = (path: string): boolean => path === '' || path.endsWith('/');

const withHeaders =
  (headers: Record<string, string>, applies: (path: string) => boolean = () => true): Fault =>
  (path, reply) =>
    applies(path) ? { ...reply, headers: { ...reply.headers, ...headers } } : reply;

const withoutHeader =
  (name: string): Fault =>
  (_path, { headers: { [name]: _, ...headers }, ...reply }) => ({ ...reply, headers });

const replacing =
  (path: string, change: Partial<Reply>): Fault =>
  (asked, reply) =>
    asked === path ? { ...reply, ...change } : reply;

const inserting =
  (before: string, html: string): Fault =>
  (path, reply) =>
    isPage(path) && reply.status === 200
      ? { ...reply, body: Buffer.from(reply.body.toString().replace(before, html + before)) }
      : reply;

const portal = Buffer.from('<!doctype html><title>Wi-Fi</title>');
const KEPT = 'tyumen/meals/offline.html';

const BROKEN: Readonly<Record<string, [Fault, Record<string, string>]>> = {
  'without sw.js': [replacing('sw.js', { status: 404 }), { worker: 'error' }],
  'with a page for sw.js': [
    replacing('sw.js', { headers: { 'content-type': 'text/html' }, body: portal }),
    { worker: 'error' },
  ],
  'with sw.js as plain text': [
    withHeaders({ 'content-type': 'text/plain' }, (path) => path === 'sw.js'),
    { worker: 'error' },
  ],
  'with the emergency worker': [
    replacing('sw.js', { body: Buffer.from('self.registration.unregister()') }),
    { worker: 'error' },
  ],
  'that keeps sw.js for a day': [
    withHeaders({ 'cache-control': 'max-age=86400' }, (path) => path === 'sw.js'),
    { cache: 'error' },
  ],
  'that keeps pages by a date': [
    withHeaders({ 'cache-control': '', expires: 'Fri, 01 Jan 2100 00:00:00 GMT' }, isPage),
    { cache: 'error' },
  ],
  'that never keeps scripts': [
    withHeaders({ 'cache-control': 'no-cache' }),
    { 'cache-assets': 'warning' },
  ],
  'without a kept page': [replacing(KEPT, { status: 404 }), { files: 'error' }],
  'that answers everything with a page': [
    (_path, reply) => (reply.status === 404 ? { ...reply, status: 200, body: portal } : reply),
    { 'not-found': 'warning' },
  ],
  'that sends 404.html with status 200': [
    (_path, reply) => ({ ...reply, status: reply.status === 404 ? 200 : reply.status }),
    { 'not-found': 'warning' },
  ],
  'with one file of another version': [
    replacing(KEPT, { body: readFileSync('dist/tyumen/offline.html') }),
    { integrity: 'error' },
  ],
  'without the list of a translation': [
    replacing('krasnoyarsk/kiasuo/en/offline.json', { status: 404 }),
    { translations: 'error' },
  ],
  'that inserts a script': [
    inserting('</body>', '<script src="https://ads.example/a.js"></script>'),
    { altered: 'error', translations: 'error' },
  ],
  'that inserts an inline script': [
    inserting('</head>', '<script>watch()</script>'),
    { altered: 'error', translations: 'error' },
  ],
  'that inserts a banner': [
    inserting('</main>', '<p>Реклама</p>'),
    { altered: 'error', translations: 'error' },
  ],
  'without types': [
    withHeaders({ 'content-type': 'text/plain' }, (path) => /\.(css|webmanifest)$/.test(path)),
    { types: 'error' },
  ],
  'without compression': [
    withHeaders({ 'content-encoding': '' }),
    { compression: 'warning', sizes: 'warning' },
  ],
  'without a policy': [withoutHeader('content-security-policy'), { policy: 'warning' }],
  'with the policy of an earlier version': [
    withHeaders({ 'content-security-policy': POLICY.replace(/'sha256-\S+'/g, "'sha256-old='") }),
    { policy: 'error', 'policy-wide': 'warning' },
  ],
  'with a policy that lets more in': [
    withHeaders({
      'content-security-policy': POLICY.replace("connect-src 'self'", 'connect-src *'),
    }),
    { policy: 'error', 'policy-wide': 'warning' },
  ],
  'that may be framed': [
    withHeaders({ 'content-security-policy': POLICY.replace(/; frame-ancestors.*/, '') }),
    { 'policy-wide': 'warning' },
  ],
  'without Referrer-Policy': [
    withoutHeader('referrer-policy'),
    { 'header-referrer-policy': 'warning' },
  ],
  'without nosniff': [
    withoutHeader('x-content-type-options'),
    { 'header-x-content-type-options': 'warning' },
  ],
  'without Permissions-Policy': [
    withoutHeader('permissions-policy'),
    { 'header-permissions-policy': 'warning' },
  ],
  'that shows a folder without its slash': [
    (path, reply) =>
      reply.status === 301
        ? { ...reply, status: 200, headers: {}, body: readFileSync(`dist/${path}/index.html`) }
        : reply,
    { slash: 'error' },
  ],
};

test.each(Object.entries(BROKEN))('a host %s is told so', async (_name, [fault, faults]) => {
  const found = await faultsOf(await startHost(fault));
  expect(found).toEqual({ ...LOCAL, ...faults });
});

/** Runs the command beside the host of this process. */
async function check(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [COMMAND, 'check', ...args], {
    env: { ...process.env, ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const [status] = (await once(child, 'close')) as [number];
  return { status, stdout, stderr };
}

test('the command says each thing in a line, with what to do', async () => {
  const address = await startHost(withoutHeader('referrer-policy'));
  const { status, stdout, stderr } = await check([`${address}index.html#top`]);
  expect(status).toBe(0);
  expect(stdout).toContain('✓ Хост ничего не вставляет в страницы.');
  expect(stdout).toMatch(/^! Referrer-Policy: нет.*\n {4}→ Возьмите готовые правила/m);
  expect(stderr).toMatch(/предупреждений: 2, ошибок: 0/);
});

test('the command gives its findings as JSON, and 1 for an error', async () => {
  const address = await startHost(replacing('sw.js', { status: 404 }));
  const { status, stdout } = await check([address, '--json']);
  expect(status).toBe(1);
  const findings = JSON.parse(stdout) as { check: string; severity: string; advice?: string }[];
  const worker = findings.find(({ check }) => check === 'worker');
  expect(worker).toMatchObject({ severity: 'error' });
  expect(worker?.advice).toMatch(/Загрузите sw\.js/);
});

test('the command gives 2 where nobody answers, and for what is no address', async () => {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  const nobody = await check([`http://localhost:${port}`]);
  expect(nobody).toMatchObject({ status: 2, stdout: '' });
  expect(nobody.stderr).toMatch(/не отвечает \(ECONNREFUSED\)/);
  expect(await check(['http://'])).toMatchObject({ status: 2 });
});

test('the command tells a certificate that browsers trust from one that they do not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-tls-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
    ].concat(['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert]),
    { stdio: 'ignore' },
  );
  const address = await startHost(undefined, {
    key: readFileSync(key, 'utf8'),
    cert: readFileSync(cert, 'utf8'),
  });
  const distrusted = await check([address]);
  expect(distrusted.status).toBe(1);
  expect(distrusted.stdout).toMatch(
    /✗ Сертификат HTTPS не годится \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
  );
  const trusted = await check([address], { NODE_EXTRA_CA_CERTS: cert });
  expect(trusted.stdout).toContain('✓ Адрес открывается по HTTPS, сертификат годится.');
  expect(trusted.status).toBe(0);
});
