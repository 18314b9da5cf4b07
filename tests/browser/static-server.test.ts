import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, newProfile } from './browser';
import { serve, type StaticServer } from './static-server';

const SCRIPT = `export const app = '${'x'.repeat(10_000)}';`;

let folder: string;
let server: StaticServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamyatka-static-'));
  await mkdir(join(folder, 'guide'));
  await writeFile(join(folder, 'index.html'), '<title>Первая</title>');
  await writeFile(join(folder, 'guide/index.html'), '<title>Вторая</title>');
  await writeFile(join(folder, '404.html'), '<title>Нет</title>');
  await writeFile(join(folder, 'app.js'), SCRIPT);
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  server = await serve(folder, { base: '/school/', brotli: true });
});
afterEach(() => server.close());

describe('the static server', () => {
  it('serves a folder under a base path and keeps count', async () => {
    expect(await (await fetch(server.url)).text()).toContain('Первая');
    const guide = await fetch(`${server.url}guide`);
    expect([guide.url, guide.status]).toEqual([`${server.url}guide/`, 200]);
    const script = await fetch(`${server.url}app.js`, { headers: { 'accept-encoding': 'br' } });
    expect(script.headers.get('content-encoding')).toBe('br');
    expect(await script.text()).toBe(SCRIPT);
    const absent = await fetch(`${server.url}absent.png`);
    expect([absent.status, await absent.text()]).toEqual([404, '<title>Нет</title>']);
    expect((await fetch(new URL('/', server.url))).status).toBe(404);
    expect(server.requests).toEqual(['', 'guide', 'guide/', 'app.js', 'absent.png']);
  });

  it('spoils one path, and mends it again', async () => {
    const script = `${server.url}app.js`;
    server.spoil('app.js', { status: 500 });
    expect((await fetch(script)).status).toBe(500);
    server.spoil('app.js', { redirect: server.url });
    expect(await (await fetch(script)).text()).toContain('Первая');
    server.spoil('app.js', 'portal');
    expect((await fetch(script)).headers.get('content-type')).toContain('text/html');
    server.spoil('app.js', 'truncated');
    await expect(fetch(script).then((response) => response.text())).rejects.toThrow();
    server.spoil('app.js', undefined);
    expect((await fetch(script)).status).toBe(200);
  });

  it('dies with an answer under way', async () => {
    server.spoil('app.js', 'hang');
    const answer = fetch(`${server.url}app.js`);
    await expect.poll(() => server.requests).toContain('app.js');
    await server.close();
    await expect(answer).rejects.toThrow();
    server = await serve(folder, { base: '/school/', port: server.port });
    expect((await fetch(server.url)).status).toBe(200);
  });
});

describe('a browser', () => {
  it('finds its data again in a new process on the same profile', async () => {
    const profile = newProfile();
    try {
      for (const visit of ['1', '2']) {
        const context = await launch({ profile });
        const page = await context.newPage();
        await page.goto(server.url);
        expect(await page.title()).toBe('Первая');
        const count = await page.evaluate(() => {
          localStorage['visits'] = String(Number(localStorage['visits'] ?? 0) + 1);
          return localStorage['visits'] as string;
        });
        expect(count).toBe(visit);
        await context.close();
      }
    } finally {
      await rm(profile, { recursive: true, maxRetries: 5 });
    }
  });
});
