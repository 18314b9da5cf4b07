/**
 * Storage that fails: what was shown as saved is there, or the page says that it is missing; never
 * a silent fresh start.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findBrowser } from '../../../src/build/find-browser.js';
import { CHROMIUM_ARGUMENTS, killBrowser, launch, newProfile } from '../browser';
import { removeFolder } from '../fixture-site';
import { serve, type StaticServer } from '../static-server';
import { report, sample, tryFaults } from './fault-run';

const GUIDE = 'krasnoyarsk/kiasuo/';
const REQUEST = 'help/krasnoyarsk/request/';
const LOST = 'Часть ваших записей пропала';
const KILLS = 100;

let server: StaticServer;
let browser: BrowserContext;
beforeAll(async () => {
  server = await serve('dist');
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A page of a site where nothing is kept yet: each test has an origin of its own. */
async function openFresh(path: string): Promise<Page> {
  const own = await serve('dist');
  const page = await browser.newPage();
  onTestFinished(async () => {
    await page.close();
    await own.close();
  });
  await page.goto(own.url + path);
  return page;
}

const root = (page: Page): string => `${new URL(page.url()).origin}/`;

/** What the database holds of a store, read past the product. */
const kept = (page: Page, store: string): Promise<unknown[]> =>
  page.evaluate(async (name) => {
    // Opening it would make an empty one, which the product takes for its own.
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === 'pamyatka')) return [];
    return new Promise<unknown[]>((resolve, reject) => {
      const opening = indexedDB.open('pamyatka');
      opening.onerror = reject;
      opening.onsuccess = () => {
        const found = opening.result.transaction(name).objectStore(name).getAll();
        found.onsuccess = () => {
          opening.result.close();
          resolve(found.result as unknown[]);
        };
      };
    });
  }, store);

/** The browser's own clearing, as for want of space. */
async function evict(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await session.detach();
}

const tick = (page: Page): Promise<void> =>
  page.locator('.step > input:visible:not(:checked)').first().click();

/** Each keeps one thing that is not a tick, and resolves when the database holds it. */
const ENTRIES: Record<string, { path: string; enter(page: Page): Promise<void> }> = {
  'ответ на вопрос': {
    path: GUIDE,
    enter: async (page) => {
      await page.getByText('Показать только моё').click();
      await page.getByLabel('Что у вас в руках?').selectOption('android');
    },
  },
  ребёнок: {
    path: 'krasnoyarsk/',
    enter: async (page) => {
      await page.getByRole('button', { name: 'Добавить ребёнка' }).click();
      await page.getByLabel('Имя или пометка').fill('Аня');
      await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    },
  },
  'своя памятка': {
    path: 'own/',
    enter: async (page) => {
      const text = readFileSync('guides/krasnoyarsk/vk-id.md');
      const file = { name: 'vk-id.md', mimeType: 'text/markdown', buffer: text };
      await page.locator('own-list input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: 'Добавить', exact: true }).click();
    },
  },
  'черновик заявки': {
    path: REQUEST,
    enter: async (page) => {
      await page.locator('support-request textarea').first().fill('Не приходит код');
    },
  },
};

test('an evicted store is told of on the page where the entry was made, and of others', async () => {
  const cases = Object.keys(ENTRIES);
  const run = await tryFaults('Вытеснение записей', cases, cases.length, async (name) => {
    const entry = ENTRIES[name]!;
    const page = await openFresh(entry.path);
    await entry.enter(page);
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('pamyatka.ticks')), { timeout: 15_000 })
      .toMatch(/ [1-9]\d*$/);
    await evict(page);
    for (const address of [entry.path, '', GUIDE]) {
      await page.goto(root(page) + address);
      await page.getByText(LOST).first().waitFor();
    }
    await page.getByRole('button', { name: 'Понятно' }).click();
    await page.getByText(LOST).waitFor({ state: 'detached' });
  });
  expect(run.lost).toEqual([]);
});

test('what the reader has taken away is not missed', async () => {
  const page = await openFresh('krasnoyarsk/');
  await ENTRIES['ребёнок']!.enter(page);
  await page.getByRole('button', { name: 'Изменить: Аня' }).click();
  await page.getByRole('button', { name: 'Удалить' }).click();
  await page.getByRole('button', { name: 'Удалить' }).click();
  await remembered(0);
  await page.goto(root(page) + GUIDE);
  await ENTRIES['ответ на вопрос']!.enter(page);
  await remembered(1);
  await page.getByLabel('Что у вас в руках?').selectOption('');
  await remembered(0);
  await evict(page);
  await page.goto(root(page) + GUIDE);
  await page.getByText(/^0 из \d+$/).waitFor();
  await tick(page);
  await expect.poll(() => kept(page, 'ticks')).toHaveLength(1);
  expect(await page.getByText(LOST).count()).toBe(0);

  async function remembered(count: number): Promise<void> {
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('pamyatka.ticks')))
      .toMatch(new RegExp(` ${String(count)}$`));
  }
});

test('no write that fails for want of space is shown as kept, whichever it is', async () => {
  const lost: string[] = [];
  // A tick writes itself and the census.
  const writes = [1, 2];
  for (const failing of writes) {
    const page = await openFresh(GUIDE);
    await tick(page);
    await expect.poll(() => kept(page, 'ticks')).toHaveLength(1);
    await page.evaluate((nth) => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its object below.
      const own = IDBObjectStore.prototype.put;
      let count = 0;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
        count += 1;
        if (count === nth) {
          this.transaction.abort();
          throw new DOMException('full', 'QuotaExceededError');
        }
        return own.apply(this, given);
      };
      addEventListener('room-again', () => {
        IDBObjectStore.prototype.put = own;
      });
    }, failing);
    await tick(page);
    await page.getByText('Последняя галочка не сохранилась').waitFor();
    if ((await kept(page, 'ticks')).length !== 1) lost.push(`write ${String(failing)}: half kept`);
    await page.evaluate(() => dispatchEvent(new Event('room-again')));
    await tick(page);
    // The refused one goes with the next.
    await expect.poll(() => kept(page, 'ticks').then(({ length }) => length)).toBe(3);
    await page.reload();
    await expect.poll(() => page.locator('.step > input:checked').count()).toBe(3);
    if ((await page.getByText(LOST).count()) > 0)
      lost.push(`write ${String(failing)}: false alarm`);
  }
  report('Нет места при каждой записи', { tried: writes.length, lost });
  expect(lost).toEqual([]);
});

/** What the page says where an entry could not be kept, and how a person tries again. */
const REFUSED: Readonly<
  Record<string, { words: string; again: (page: Page) => Promise<unknown> }>
> = {
  'ответ на вопрос': {
    words: 'сохранить его не получилось',
    again: async (page) => {
      await page.getByLabel('Что у вас в руках?').selectOption('');
      await page.getByLabel('Что у вас в руках?').selectOption('android');
    },
  },
  ребёнок: {
    words: 'Не получилось сохранить. Освободите место',
    again: (page) => page.getByRole('button', { name: 'Сохранить', exact: true }).click(),
  },
  'черновик заявки': {
    words: 'Черновик не сохраняется',
    again: (page) => page.locator('support-request textarea').first().press('!'),
  },
};
const ENTERED = /Аня|Не приходит код|android/;

test('an entry for which there is no room stays on the page, which says so', async () => {
  const cases = Object.keys(REFUSED);
  const run = await tryFaults('Нет места для записи', cases, cases.length, async (name) => {
    const entry = ENTRIES[name]!;
    const page = await openFresh(entry.path);
    await page.evaluate(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its object below.
      const own = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore) {
        this.transaction.abort();
        throw new DOMException('full', 'QuotaExceededError');
      };
      addEventListener('room-again', () => {
        IDBObjectStore.prototype.put = own;
      });
    });
    await entry.enter(page);
    const { words, again } = REFUSED[name]!;
    await page.getByText(words).waitFor();
    const entered = await page
      .locator('input, textarea, select')
      .evaluateAll((fields) => (fields as HTMLInputElement[]).map(({ value }) => value).join(' '));
    expect(entered).toMatch(ENTERED);
    await page.evaluate(() => dispatchEvent(new Event('room-again')));
    await again(page);
    await expect
      .poll(() => kept(page, 'settings').then((all) => JSON.stringify(all)))
      .toMatch(ENTERED);
  });
  expect(run.lost).toEqual([]);
});

/** How the files of a database may be found after a crash of the phone. */
const DAMAGES: Readonly<Record<string, (folder: string) => void>> = {
  'журнал обрезан': (folder) => {
    for (const file of filesOf(folder, /\.log$/)) truncateSync(file, statSync(file).size >> 1);
  },
  'биты перевёрнуты': (folder) => {
    for (const file of filesOf(folder, /\.(log|ldb)$/)) {
      const bytes = readFileSync(file);
      for (let at = 40; at < bytes.length; at += 97) bytes[at]! ^= 0x55;
      writeFileSync(file, bytes);
    }
  },
  'указатель пропал': (folder) => {
    for (const file of filesOf(folder, /^CURRENT$/)) rmSync(file);
  },
  'файлы пусты': (folder) => {
    for (const file of filesOf(folder, /\.(log|ldb)$|^MANIFEST/)) truncateSync(file, 0);
  },
  'папка пропала': (folder) => {
    rmSync(folder, { recursive: true });
  },
};

/** As many ticks are there as were shown as kept, or the page has its words for those that are not. */
async function endsWell(page: Page, ticks: number): Promise<void> {
  const told = page
    .locator('guide-checklist .message')
    .filter({ hasText: /^Часть ваших записей пропала|здесь не сохраняются/ });
  await page
    .getByText(new RegExp(`^${String(ticks)} из \\d+$`))
    .or(told)
    .first()
    .waitFor();
}

function filesOf(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(basename(path)))
    .map((path) => join(folder, path));
}

test('a damaged database is told of, and the page goes on', async () => {
  const cases = sample(Object.keys(DAMAGES), 2);
  const run = await tryFaults(
    'Повреждённые файлы базы',
    cases,
    Object.keys(DAMAGES).length,
    async (name) => {
      const profile = newProfile();
      onTestFinished(() => removeFolder(profile));
      const inBrowser = async (visit: (page: Page) => Promise<void>): Promise<void> => {
        const context = await launch({ profile });
        try {
          const page = await context.newPage();
          await page.goto(server.url + GUIDE);
          await visit(page);
        } finally {
          await context.close();
        }
      };
      await inBrowser(async (page) => {
        await tick(page);
        await page.getByText(/^1 из \d+$/).waitFor();
        await expect.poll(() => page.evaluate(() => localStorage.length)).toBeGreaterThan(0);
      });
      DAMAGES[name]?.(join(profile, 'Default', 'IndexedDB'));
      let shown = 0;
      await inBrowser(async (page) => {
        await endsWell(page, 1);
        await page.locator('.step > input:visible:not(:checked)').last().check();
        shown = await page.locator('.step > input:checked').count();
        await page.getByText(new RegExp(`^${String(shown)} из`)).waitFor();
      });
      // Chromium writes behind a log that was cut, and loses it again: then the page says so again.
      await inBrowser((page) => endsWell(page, shown));
    },
  );
  expect(run.lost).toEqual([]);
});

/** A disk of that size in a folder, as only root may make one; false where that is not allowed. */
function mountDisk(folder: string, megabytes: number): boolean {
  const size = `size=${String(megabytes)}m`;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status === 0;
}

/** Writes until the disk takes no more; gives the file. */
function fillDisk(folder: string): string {
  const file = join(folder, 'filler');
  for (const bytes of [1_000_000, 10_000, 100]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(bytes));
    } catch {
      // No room for that much: less may still fit.
    }
  }
  return file;
}

test('on a full disk a tick is kept, or said not to be', async ({ skip }) => {
  const profile = newProfile();
  onTestFinished(() => removeFolder(profile));
  skip(!mountDisk(profile, 150), 'a disk of its own can be mounted by root alone');
  onTestFinished(() => {
    spawnSync('umount', ['-l', profile]);
  });
  const context = await launch({ profile });
  const page = await context.newPage();
  await page.goto(server.url + GUIDE);
  await tick(page);
  await page.getByText(/^1 из \d+$/).waitFor();
  const filler = fillDisk(profile);
  await tick(page);
  const refused = page.getByText('Последняя галочка не сохранилась');
  const keptToo = page.getByText(/^2 из \d+$/);
  await refused.or(keptToo).first().waitFor();
  const promised = (await refused.count()) > 0 ? 1 : 2;
  rmSync(filler);
  await page.reload();
  await expect
    .poll(() => page.locator('.step > input:checked').count())
    .toBeGreaterThanOrEqual(promised);
  await context.close();
});

test('a private window keeps ticks while it is open, and misses nothing in the next one', async () => {
  const executablePath = await findBrowser();
  const incognito = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: CHROMIUM_ARGUMENTS,
  });
  onTestFinished(() => incognito.close());
  for (const window of [1, 2]) {
    const context = await incognito.newContext();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(server.url + GUIDE);
    await page.getByText(/^0 из \d+$/).waitFor();
    await tick(page);
    await page.getByText(/^1 из \d+$/).waitFor();
    await page.getByText('Готово к работе без интернета').waitFor();
    await page.reload();
    await page.getByText(/^1 из \d+$/).waitFor();
    expect(await page.getByText(LOST).count(), `window ${String(window)}`).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  }
});

test('a browser killed in the middle of writing keeps all that was shown as saved', async () => {
  let profile = newProfile();
  onTestFinished(() => removeFolder(profile));
  let promised: string[] = [];
  const rounds = sample(
    Array.from({ length: KILLS }, (_, index) => index),
    5,
  );
  const lost: string[] = [];
  for (const round of rounds) {
    const context = await launch({ profile });
    const page = await context.newPage();
    const saved = new Set<string>(promised);
    await page.exposeFunction('promise', (step: string) => saved.add(step));
    await page.goto(server.url + GUIDE);
    const gone = async (): Promise<string[]> => {
      const ticked = await page
        .locator('guide-checklist .step > input')
        .evaluateAll((all) =>
          (all as HTMLInputElement[]).filter((box) => box.checked).map(({ id }) => id),
        );
      return promised.filter((id) => !ticked.includes(id));
    };
    await page.locator('guide-checklist progress').waitFor();
    try {
      const isTrue = async (): Promise<boolean> =>
        (await gone()).length === 0 || (await page.getByText(LOST).count()) > 0;
      await expect.poll(isTrue, { timeout: 10_000 }).toBe(true);
    } catch {
      lost.push(`round ${String(round)}: ${(await gone()).join(', ')}`);
    }
    // Ticks without end, each told of when the database has committed it.
    await page.evaluate(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its object below.
      const own = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, ...key) {
        if (this.name === 'ticks') {
          this.transaction.addEventListener('complete', () => {
            const { step } = value as { step: string };
            (globalThis as unknown as { promise(id: string): void }).promise(step);
          });
        }
        return own.call(this, value, ...key);
      };
      const next = (): void => {
        const open = document.querySelector<HTMLInputElement>('.step > input:not(:checked)');
        if (!open) return;
        open.click();
        setTimeout(next, 15);
      };
      next();
    });
    await expect.poll(() => saved.size).toBeGreaterThan(promised.length);
    const killed = new Promise((resolve) => context.once('close', resolve));
    killBrowser(profile);
    await killed;
    promised = [...saved];
    if (promised.length > 10) {
      // Soon there would be nothing more to write: another family.
      const last = profile;
      onTestFinished(() => removeFolder(last));
      profile = newProfile();
      promised = [];
    }
  }
  report('Браузер убит посреди записи', { tried: rounds.length, lost }, KILLS);
  expect(lost).toEqual([]);
}, 900_000);
