/**
 * A school's own machine: the site goes to nginx, Caddy or Apache by the README's table, a family
 * installs it there, and a new version goes up in the README's order.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launch } from '../browser';
import { removeFolder } from '../fixture-site';
import { hasServer, prepareServer, SERVERS, type RealServer } from '../real-server';
import { buildSchool, COMMAND, pamyatka } from '../school-build';

const isFull = process.env['PAMYATKA_TEST'] === 'full';

const BUILDS = resolve('node_modules/.real-servers');
const versions = { one: join(BUILDS, 'one'), two: join(BUILDS, 'two') };

const GUIDE = 'my-region/diary/';

let parent: string;

describe.skipIf(!isFull)('on a server of the school’s own', () => {
  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'pamyatka-school-'));
    const folder = join(parent, 'school');
    pamyatka(COMMAND, 'new', folder);
    const site = join(folder, 'site.yaml');
    const settings = readFileSync(site, 'utf8').replace(/^#? ?address:.*\n/m, '');
    writeFileSync(site, `${settings}\naddress: https://school.example/pamyatka/\n`);
    buildSchool(folder, '--outDir', versions.one);
    const guide = join(folder, 'guides/my-region/diary.md');
    writeFileSync(guide, `${readFileSync(guide, 'utf8')}\n- [ ] Проверьте оценки {#marks}\n`);
    buildSchool(folder, '--outDir', versions.two);
  });

  afterAll(async () => {
    await Promise.all([parent, BUILDS].map(removeFolder));
  });

  for (const name of SERVERS) {
    it.skipIf(!hasServer(name))(
      `${name}: installs, works offline, takes a new version`,
      async () => {
        const server = await prepareServer(name);
        onTestFinished(() => server.stop());
        for (const part of PARTS) upload(versions.one, server, part);
        await server.start('/pamyatka/');
        const url = `${server.origin}/pamyatka/`;

        const { stderr } = await promisify(execFile)(process.execPath, [COMMAND, 'check', url]);
        expect(stderr).toMatch(/ошибок: 0\.$/m);

        const browser = await launch();
        onTestFinished(() => browser.close());
        const page = browser.pages()[0]!;
        const complaints: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text());
        });
        await page.goto(`${url}${GUIDE}`);
        await page.locator('input[type=checkbox]').first().check();
        await page.getByText('Готово к работе без интернета').waitFor();

        // An upload that stopped anywhere before its last file changes nothing for this family.
        for (const part of PARTS.slice(0, -1)) {
          upload(versions.two, server, part);
          expect(await hasUpdate(page)).toBe(false);
        }
        upload(versions.two, server, 'worker');
        await page.reload();
        await page.getByRole('button', { name: 'Обновить' }).click();
        await page.locator('#marks').waitFor();
        await page.getByText(/^1 из \d+$/).waitFor();
        expect(complaints).toEqual([]);

        await server.stop();
        await page.goto(`${url}help/my-region/`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.goto(`${url}${GUIDE}`);
        await page.locator('#marks').waitFor();
        await page.getByText(/^1 из \d+$/).waitFor();
      },
    );
  }
});

/** In the README's order. */
const PARTS = ['assets', 'others', 'rules', 'worker'] as const;

type Part = (typeof PARTS)[number];

function partOf(path: string): Part {
  if (path.startsWith('assets')) return 'assets';
  if (basename(path) === '.htaccess') return 'rules';
  return path.startsWith('sw.js') ? 'worker' : 'others';
}

function upload(version: string, server: RealServer, part: Part): void {
  if (part === 'rules' && server.rules !== undefined) {
    cpSync(join(`${version}-hosting`, basename(server.rules)), server.rules);
    server.reload();
  }
  cpSync(version, join(server.root, 'pamyatka'), {
    recursive: true,
    filter: (source) => {
      // A folder is walked whatever is in it.
      return statSync(source).isDirectory() || partOf(relative(version, source)) === part;
    },
  });
}

/** Whether the browser, asked to look, finds another version. */
const hasUpdate = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    return registration.installing !== null || registration.waiting !== null;
  });
