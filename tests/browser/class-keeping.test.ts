import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { complaintsOfAxe } from './axe';
import { launch, newProfile } from './browser';
import { takeFile, useClassTools } from './class-tools';
import { report } from './faults/fault-run';
import { removeFolder } from './fixture-site';

const PHRASE = 'тетрадь окно берёза трамвай';
const OTHER = 'укроп жираф паркет сирень';
const LIST = 'tests/fixtures/4A-clean.csv';
const PUPIL = 'Орлов Матвей Владимирович';
/** Stand in the list, all in that pupil's row: if the disk has one, the list is not encrypted. */
const SECRETS = [PUPIL, '096-270-777 01', 'A9FFEHYK', '+7 (931) 972-09-18', 'orlov78@example.ru'];

/** One browser for all: each test begins with nothing kept. */
const tools = useClassTools({});
const { folder, openClass } = tools;

/** The page on a computer where nothing is kept. */
async function openFresh(): Promise<Page> {
  for (const page of tools.browser.pages().slice(1)) await page.close();
  const page = await tools.browser.newPage();
  const devtools = await tools.browser.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', {
    origin: new URL(tools.server.url).origin,
    storageTypes: 'indexeddb,local_storage',
  });
  await devtools.detach();
  return openClass(page);
}

const button = (page: Page, name: string | RegExp): ReturnType<Page['getByRole']> =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

async function keep(page: Page, phrase = PHRASE): Promise<void> {
  await button(page, 'Сохранить на этом компьютере…').click();
  await page.getByLabel('Новая секретная фраза').fill(phrase);
  await page.getByLabel('Та же фраза ещё раз').fill(phrase);
  await button(page, 'Сохранить').click();
  await saved(page);
}

const saved = (page: Page): Promise<void> => page.getByText(/^\s*✓ Сохранено/).waitFor();

async function enter(page: Page, phrase: string): Promise<void> {
  await page.getByLabel('Секретная фраза', { exact: true }).fill(phrase);
  await button(page, 'Открыть').click();
}

async function openKept(page: Page, phrase = PHRASE): Promise<void> {
  await button(page, /^Открыть: /)
    .first()
    .click();
  await enter(page, phrase);
}

const chosen = (page: Page, words: string): Promise<void> =>
  page.getByText(`Выбрано: ${words}`).waitFor();

/** Writes another name into a row. */
async function rename(page: Page, from: string, to: string): Promise<void> {
  await button(page, from).click();
  await page.getByRole('dialog').getByLabel('ФИО ученика').fill(to);
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
}

/** What the database holds of each list. */
const inDatabase = (page: Page): Promise<{ name: string; sealed: number[] }[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('pamyatka');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const found = opening.result.transaction('classLists').objectStore('classLists').getAll();
          found.onsuccess = () => {
            opening.result.close();
            resolve(
              (found.result as { name: string; sealed: Uint8Array }[]).map(({ name, sealed }) => ({
                name,
                sealed: Array.from(sealed),
              })),
            );
          };
        };
      }),
  );

async function download(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Скачать копию').click(),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Files under a folder that hold a text, in the encodings that a browser writes. */
function filesWith(text: string, root: string): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => {
    const file = join(root, path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(file);
    return forms.some((form) => bytes.includes(form));
  });
}

test('nothing of a list is on the disk until asked; then it opens in another start of the browser', async () => {
  const profile = newProfile();
  const first = await launch({ profile });
  const page = await openClass(await first.newPage());
  await page.getByLabel(/Скопируйте таблицу/).fill(readFileSync(LIST, 'utf8'));
  await button(page, 'Прочитать список').click();
  await chosen(page, '25 из 25');
  expect(await inDatabase(page)).toEqual([]);
  await page.getByText('Список только на этой странице').waitFor();
  await keep(page);
  await rename(page, PUPIL, 'Орлов Матвей-Младший');
  await saved(page);
  await page.getByText(/Имена в памятке/).click();
  await page.getByLabel('Орлов Матвей-Младший', { exact: true }).fill('нашего Матвея');
  await page.keyboard.press('Tab');
  await button(page, 'Вернуть, как было: имя после «для»').waitFor();
  await saved(page);
  await page.getByLabel('Печатать памятку: Орлов Матвей-Младший').uncheck();
  await chosen(page, '24 из 25');
  expect((await inDatabase(page)).map(({ name }) => name)).toEqual(['4А']);
  await button(page, 'Закрыть список').click();
  await page.getByText('Список «4А» закрыт.').waitFor();
  expect(await page.locator('table').count()).toBe(0);
  expect(await page.getByLabel(/Скопируйте таблицу/).inputValue()).toBe('');
  await first.close();

  const secrets = [...SECRETS, 'Орлов Матвей', 'нашего Матвея', PHRASE];
  for (const text of secrets) expect(filesWith(text, profile), text).toEqual([]);

  const second = await launch({ profile });
  onTestFinished(async () => {
    await second.close();
    await removeFolder(profile);
  });
  const again = await openClass(await second.newPage());
  await openKept(again, 'не та секретная фраза');
  await again.getByRole('alert').filter({ hasText: 'Не открылось' }).waitFor();
  expect(await again.locator('table').count()).toBe(0);
  await enter(again, PHRASE);
  await chosen(again, '24 из 25');
  expect(await button(again, 'Орлов Матвей-Младший').isVisible()).toBe(true);
  // Who gets no memo has no field; the words are still there.
  await again.getByLabel('Печатать памятку: Орлов Матвей-Младший').check();
  await again.getByText(/Имена в памятке/).click();
  expect(await again.getByLabel('Орлов Матвей-Младший', { exact: true }).inputValue()).toBe(
    'нашего Матвея',
  );
  await saved(again);

  // The control: what keeps a list as it is, the search finds.
  await again.evaluate(
    (text) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('control');
        opening.onerror = reject;
        opening.onupgradeneeded = () => opening.result.createObjectStore('lists');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('lists', 'readwrite', {
            durability: 'strict',
          });
          writing.objectStore('lists').put({ rows: text.split('\n') }, '4А');
          writing.oncomplete = resolve;
        };
      }),
    readFileSync(LIST, 'utf8'),
  );
  await second.close();
  for (const text of SECRETS) expect(filesWith(text, profile), text).not.toEqual([]);
});

test('a list that nobody touches is closed after a warning, with what was typed in it', async () => {
  const page = await openFresh();
  await page.clock.install();
  await page.reload();
  await takeFile(page, LIST);
  await chosen(page, '25 из 25');
  await keep(page);
  const warning = page.getByText('Через минуту список закроется');
  await page.clock.fastForward('09:10');
  await warning.waitFor();
  await page.mouse.move(5, 5);
  await warning.waitFor({ state: 'detached' });
  await page.getByLabel(/Скопируйте таблицу/).fill('Ученик\nОрлов Непрочитанный');
  await button(page, PUPIL).click();
  await page.getByRole('dialog').getByLabel('ФИО ученика').fill('Орлов Недописанный');
  await page.clock.fastForward('10:10');
  await page.getByText('Десять минут его никто не трогал').waitFor();
  expect(await page.locator('table, dialog').count()).toBe(0);
  expect(await page.getByText('Орлов').count()).toBe(0);
  expect(await page.getByLabel(/Скопируйте таблицу/).inputValue()).toBe('');
  expect(await button(page, /Вернуть, как было/).count()).toBe(0);
  await button(page, 'Открыть снова').click();
  await enter(page, PHRASE);
  await button(page, 'Орлов Недописанный').waitFor();
  await page.getByText('Список «4А» закрыт.').waitFor({ state: 'detached' });
  await expect
    .poll(() => page.getByLabel(/Скопируйте таблицу/).inputValue())
    .toContain('Орлов Непрочитанный');
});

test('a list that is kept nowhere stays open, and the page says so', async () => {
  const page = await openFresh();
  await page.clock.install();
  await page.reload();
  await takeFile(page, LIST);
  await chosen(page, '25 из 25');
  await page.clock.fastForward('10:10');
  await page.getByText('поэтому остался открытым').waitFor();
  expect(await page.locator('table').count()).toBe(1);
});

test('another passphrase takes the place of the first', async () => {
  const page = await openFresh();
  await takeFile(page, LIST);
  await keep(page);
  const change = async (present: string): Promise<void> => {
    await page.getByLabel('Прежняя секретная фраза').fill(present);
    await page.getByLabel('Новая секретная фраза').fill(OTHER);
    await page.getByLabel('Та же фраза ещё раз').fill(OTHER);
    await button(page, 'Сменить').click();
  };
  await button(page, 'Сменить фразу…').click();
  await change('совсем не та фраза');
  await page.getByRole('alert').filter({ hasText: 'Не открылось' }).waitFor();
  await change(PHRASE);
  await page.getByText('Фраза сменена').waitFor();
  await rename(page, PUPIL, 'Орлов Новый');
  await saved(page);
  await page.reload();
  await openKept(page, PHRASE);
  await page.getByRole('alert').filter({ hasText: 'Не открылось' }).waitFor();
  await enter(page, OTHER);
  await button(page, 'Орлов Новый').waitFor();
});

test('a weak passphrase, or two that differ, is refused with the reason', async () => {
  const page = await openFresh();
  await takeFile(page, LIST);
  await button(page, 'Сохранить на этом компьютере…').click();
  const fill = async (fresh: string, again: string): Promise<void> => {
    await page.getByLabel('Новая секретная фраза').fill(fresh);
    await page.getByLabel('Та же фраза ещё раз').fill(again);
    await button(page, 'Сохранить').click();
  };
  const alert = page.getByRole('dialog').getByRole('alert');
  await page.getByText('Забытую фразу восстановить нельзя').waitFor();
  await fill('коротко', 'коротко');
  await alert.filter({ hasText: 'сейчас 7' }).waitFor();
  await fill('пароль пароль пароль', 'пароль пароль пароль');
  await alert.filter({ hasText: 'легко угадать' }).waitFor();
  await fill(PHRASE, OTHER);
  await alert.filter({ hasText: 'не совпадают' }).waitFor();
  await button(page, 'Отменить').click();
  expect(await inDatabase(page)).toEqual([]);
});

describe('a copy in a file', () => {
  test('is the kept ciphertext, and brings the list to another computer', async () => {
    const page = await openFresh();
    await takeFile(page, LIST);
    await keep(page);
    await rename(page, PUPIL, 'Орлов Скопированный');
    const { name, bytes } = await download(page);
    await page.getByText('Копия проверена').waitFor();
    expect(name).toMatch(/^4А \d{4}-\d\d-\d\d\.pamyatka$/);
    expect([...bytes]).toEqual((await inDatabase(page))[0]?.sealed);

    const file = join(folder, name);
    writeFileSync(file, bytes);
    const other = await openFresh();
    await takeFile(other, 'tests/fixtures/9V-windows-1251.csv');
    await chosen(other, '22 из 22');
    await takeFile(other, file);
    await enter(other, 'не та секретная фраза');
    await other.getByRole('alert').filter({ hasText: 'Не открылось' }).waitFor();
    await enter(other, PHRASE);
    const question = other.getByRole('dialog', { name: /Взять «4А»/ });
    await question.getByText('строк — 25').waitFor();
    const changes = other.locator('roster-comparison');
    expect(await changes.getByRole('term').allTextContents()).toEqual(['25', '0', '0', '22']);
    await changes.getByText('Кто это').first().click();
    await changes.getByText('Орлов Скопированный').waitFor();
    await button(other, 'Не надо').click();
    await chosen(other, '22 из 22');
    await takeFile(other, file);
    await enter(other, PHRASE);
    await button(other, 'Взять').click();
    await chosen(other, '25 из 25');
    expect(await button(other, 'Орлов Скопированный').isVisible()).toBe(true);
    expect(await inDatabase(other)).toEqual([]);
    await button(other, /^Вернуть(,| прежний)/).click();
    await chosen(other, '22 из 22');
  });

  test('that is damaged or none changes nothing', async () => {
    const page = await openFresh();
    await takeFile(page, LIST);
    await keep(page);
    const { bytes } = await download(page);
    await page.getByText('Копия проверена').waitFor();
    const damaged = Buffer.from(bytes);
    damaged[damaged.length >> 1]! ^= 1;
    await takeFile(page, { name: '4А.pamyatka', mimeType: '', buffer: damaged });
    await enter(page, PHRASE);
    await page.getByRole('alert').filter({ hasText: 'данные повреждены' }).waitFor();
    await button(page, 'Отменить').click();
    await takeFile(page, {
      name: '4А.pamyatka',
      mimeType: '',
      buffer: Buffer.from('PK\u0003\u0004'),
    });
    await page.getByRole('alert').filter({ hasText: 'не файл списка' }).waitFor();
    await chosen(page, '25 из 25');
    await saved(page);
  });

  test('is made of a list that is kept nowhere, too', async () => {
    const page = await openFresh();
    await takeFile(page, LIST);
    await button(page, 'Скачать копию…').click();
    await page.getByLabel('Новая секретная фраза').fill(PHRASE);
    await page.getByLabel('Та же фраза ещё раз').fill(PHRASE);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Скачать').click(),
    ]);
    const bytes = readFileSync(await file.path());
    expect(bytes.toString('latin1', 0, 8)).toBe('PAMYATKA');
    expect(bytes.includes(Buffer.from(PUPIL))).toBe(false);
    expect(await inDatabase(page)).toEqual([]);
  });
});

describe('two windows', () => {
  test('never write over each other’s changes', async () => {
    const one = await openFresh();
    await takeFile(one, LIST);
    await keep(one);
    const two = await openClass();
    await openKept(two);
    await rename(two, PUPIL, 'Орлов из второго окна');
    await saved(two);
    await rename(one, PUPIL, 'Орлов из первого окна');
    await one.getByText('изменён или удалён в другом окне').waitFor();
    expect(await inDatabase(one)).toHaveLength(1);
    await button(one, 'Сохранить отдельно').click();
    await saved(one);
    expect((await inDatabase(one)).map(({ name }) => name)).toEqual(['4А', '4А, копия']);
    await two.reload();
    await button(two, 'Открыть: 4А').click();
    await enter(two, PHRASE);
    await button(two, 'Орлов из второго окна').waitFor();
    await button(two, 'Открыть: 4А, копия').click();
    await enter(two, PHRASE);
    await button(two, 'Орлов из первого окна').waitFor();
  });

  test('both let go of everything when all is wiped', async () => {
    const one = await openFresh();
    await takeFile(one, LIST);
    await keep(one);
    const two = await openClass();
    await openKept(two);
    await chosen(two, '25 из 25');
    await one.getByLabel('Заметка для родителей').fill('Кабинет 214');
    await one.getByLabel('Заметка для родителей').blur();
    await button(one, 'Стереть всё с этого компьютера').click();
    await button(one, 'Оставить').click();
    expect(await inDatabase(one)).toHaveLength(1);
    await button(one, 'Стереть всё с этого компьютера').click();
    await button(one, 'Стереть').click();
    for (const page of [one, two]) {
      await page.getByText('не осталось ни одного списка').waitFor();
      expect(await page.locator('table').count()).toBe(0);
    }
    expect(await inDatabase(one)).toEqual([]);
    await takeFile(one, LIST);
    await chosen(one, '25 из 25');
    expect(await one.getByLabel('Заметка для родителей').inputValue()).toBe('');
    expect(
      await one.evaluate(() => Object.keys(localStorage).filter((key) => /list|class/.test(key))),
    ).toEqual([]);
  });
});

/** Every write is refused from here on, as on a full disk; tests/browser/storage.test.ts fills one in earnest. */
const refuseWrites = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const name of ['add', 'put', 'delete', 'clear'] as const) {
      const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, name)!;
      IDBObjectStore.prototype[name] = function (this: IDBObjectStore) {
        this.transaction.abort();
        throw new DOMException('', 'QuotaExceededError');
      };
      addEventListener(
        'room-again',
        () => {
          Object.defineProperty(IDBObjectStore.prototype, name, own);
        },
        { once: true },
      );
    }
  });

const allowWrites = (page: Page): Promise<unknown> =>
  page.evaluate(() => dispatchEvent(new Event('room-again')));

test('no write of a list that the disk refuses is shown as done, and each can be tried again', async () => {
  const page = await openFresh();
  const told = page.getByText('на диске мало места').first();
  let tried = 0;
  /** Acts in vain, then once more. */
  const twice = async (act: () => Promise<unknown>, again = act): Promise<void> => {
    tried += 1;
    const before = await inDatabase(page);
    await refuseWrites(page);
    await act();
    await told.waitFor();
    expect(await inDatabase(page)).toEqual(before);
    await allowWrites(page);
    await again();
    await told.waitFor({ state: 'detached' });
  };

  await takeFile(page, LIST);
  await button(page, 'Сохранить на этом компьютере…').click();
  await page.getByLabel('Новая секретная фраза').fill(PHRASE);
  await page.getByLabel('Та же фраза ещё раз').fill(PHRASE);
  await twice(() => button(page, 'Сохранить').click());
  await saved(page);

  await twice(
    () => rename(page, PUPIL, 'Орлов Первый'),
    () => rename(page, 'Орлов Первый', 'Орлов Второй'),
  );
  await saved(page);

  await button(page, 'Сменить фразу…').click();
  await page.getByLabel('Прежняя секретная фраза').fill(PHRASE);
  await page.getByLabel('Новая секретная фраза').fill(OTHER);
  await page.getByLabel('Та же фраза ещё раз').fill(OTHER);
  await twice(() => button(page, 'Сменить').click());
  await page.getByText('Фраза сменена').waitFor();

  await button(page, 'Удалить: 4А').click();
  await twice(
    () => button(page, 'Удалить').click(),
    async () => {
      await button(page, 'Удалить: 4А').click();
      await button(page, 'Удалить').click();
    },
  );
  await page.getByText('Список только на этой странице').waitFor();
  expect(await inDatabase(page)).toEqual([]);

  await keep(page);
  await button(page, 'Стереть всё с этого компьютера').click();
  await twice(
    () => button(page, 'Стереть').click(),
    async () => {
      await button(page, 'Стереть всё с этого компьютера').click();
      await button(page, 'Стереть').click();
    },
  );
  await page.getByText('не осталось ни одного списка').waitFor();
  expect(await inDatabase(page)).toEqual([]);
  report('Отказ каждой записи списка класса', { tried, lost: [] });
});

test('what could not be saved waits encrypted when the list is closed', async () => {
  const page = await openFresh();
  await takeFile(page, LIST);
  await keep(page);
  await refuseWrites(page);
  await rename(page, PUPIL, 'Орлов Несохранённый');
  await page.getByText('на диске мало места').waitFor();
  await button(page, 'Закрыть список').click();
  await page.getByText('ждут на этой странице').waitFor();
  expect(await page.getByText('Орлов').count()).toBe(0);
  await allowWrites(page);
  await button(page, 'Открыть: 4А').click();
  await enter(page, PHRASE);
  await button(page, 'Орлов Несохранённый').waitFor();
  await saved(page);
});

test('a list is deleted by itself after a question', async () => {
  const page = await openFresh();
  await takeFile(page, LIST);
  await keep(page);
  await button(page, 'Удалить: 4А').click();
  await button(page, 'Удалить').click();
  await page.getByText('Список только на этой странице').waitFor();
  expect(await inDatabase(page)).toEqual([]);
  await chosen(page, '25 из 25');
});

test('no word of a button is broken on a phone', async () => {
  const page = await openFresh();
  await page.setViewportSize({ width: 360, height: 740 });
  await takeFile(page, LIST);
  await button(page, 'Сохранить на этом компьютере…').click();
  await button(page, 'Сохранить').waitFor();
  const broken = await page
    .getByRole('dialog')
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.flatMap((element) => {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (texts.nextNode()) {
          const text = texts.currentNode as Text;
          for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            if (range.getClientRects().length > 1) found.push(word);
          }
        }
        return found;
      }),
    );
  expect(broken).toEqual([]);
});

test('axe finds no fault, light or dark', async () => {
  const page = await openFresh();
  await page.setViewportSize({ width: 360, height: 740 });
  await takeFile(page, LIST);
  await button(page, 'Сохранить на этом компьютере…').click();
  await button(page, 'Сохранить').waitFor();
  await page.getByLabel('Новая секретная фраза').fill(PHRASE);
  expect(await complaintsOfAxe(page)).toEqual([]);
  await page.getByLabel('Та же фраза ещё раз').fill(PHRASE);
  await button(page, 'Сохранить').click();
  await saved(page);
  expect(await complaintsOfAxe(page)).toEqual([]);
  await button(page, 'Закрыть список').click();
  await page.getByText('закрыт.').waitFor();
  expect(await complaintsOfAxe(page)).toEqual([]);
  await button(page, 'Стереть всё с этого компьютера').click();
  await button(page, 'Стереть').waitFor();
  expect(await complaintsOfAxe(page)).toEqual([]);
});
