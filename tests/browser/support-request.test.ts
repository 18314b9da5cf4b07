import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { encodeFamilyLink } from '../../src/link';
import { complaintsOfAxe } from './axe';
import { can, launch } from './browser';
import { serve, type StaticServer } from './static-server';

const REQUEST = 'help/tyumen/request/';
const DESCRIPTION = 'Нажимаю «Войти через Госуслуги», а система отвечает: профиль не найден.';

const PHONE = { viewport: { width: 360, height: 740 } };

let server: StaticServer;
let browser: BrowserContext;

beforeAll(async () => {
  browser = await launch(PHONE);
});
afterAll(async () => {
  await browser.close();
});
// An origin of its own for each: nothing is kept there yet.
beforeEach(async () => {
  server = await serve('dist', { base: '/school/' });
  return async () => {
    for (const page of browser.pages().slice(1)) await page.close();
    await server.close();
  };
});

async function open(path = REQUEST): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(server.url + path);
  return page;
}

async function fill(page: Page): Promise<void> {
  await page.getByLabel('Подробное описание').fill(DESCRIPTION);
  await page.getByLabel('ФИО').fill('Иванова Мария Петровна');
  await page.getByLabel('Школа', { exact: true }).fill('МАОУ СОШ № 4');
  await page.getByLabel('Муниципальное образование').fill('Ишим');
  await page.getByLabel('Класс').fill('4А');
  await page.getByLabel('Контакты').fill('8 912 345-67-89');
}

const check = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Проверить и собрать текст' }).click();

const kept = (page: Page): Promise<void> => page.getByText('Черновик хранится').waitFor();

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.id ?? '');

describe('a request to support', () => {
  test('is reached from a symptom, which it then names', async () => {
    const page = await open('help/tyumen/');
    await page.getByText('Приложение «Образование 72» не пускает').click();
    await page.locator('#app-outdated').getByText('Составить запрос').click();
    expect(page.url()).toBe(`${server.url}${REQUEST}#app-outdated`);
    await fill(page);
    await check(page);
    const letter = await page.locator('.letter').textContent();
    expect(letter).toMatch(/^Что случилось: Приложение «Образование 72» не пускает\n/);
    expect(letter).toContain(`Подробное описание:\n${DESCRIPTION}\n`);
    expect(letter).toContain('Муниципальное образование: Ишим\n');
  });

  test('says which field is missing, in words, and leads there', async () => {
    const page = await open();
    await check(page);
    await page.getByText('Проверьте: Подробное описание, ФИО').waitFor();
    expect(await focused(page)).toBe('description');
    const school = page.getByLabel('Школа', { exact: true });
    expect(await school.getAttribute('aria-invalid')).toBe('true');
    const words = await school.getAttribute('aria-describedby');
    expect(await page.locator(`#${words ?? ''}`).textContent()).toBe('Укажите школу.');

    await fill(page);
    await page.getByLabel('Класс').fill('');
    await check(page);
    expect(await focused(page)).toBe('class');
    await page.getByLabel('Класс').fill('4А');
    // What is mended is said no more, and the letter is there at once.
    await page.getByText('Текст готов').waitFor();
    expect(await page.getByText('Проверьте:').count()).toBe(0);
  });

  test('refuses a СНИЛС', async () => {
    const page = await open();
    await fill(page);
    await page.getByLabel('Подробное описание').fill(`${DESCRIPTION} Мой СНИЛС 112-233-445 95.`);
    await check(page);
    await page.getByText('Похоже на СНИЛС').waitFor();
    expect(await page.locator('.letter').count()).toBe(0);
  });

  test('knows the school and class of the memo kept here, and never its code', async () => {
    const link = encodeFamilyLink({
      className: '7Б',
      school: 'Лицей № 2',
      inviteCode: 'TopSecret1',
    });
    const page = await open(`tyumen/#${link}`);
    await page.getByRole('button', { name: 'Запомнить' }).click();
    await page.getByRole('button', { name: 'Изменить: 7Б' }).waitFor();
    await page.goto(server.url + REQUEST);
    await expect.poll(() => page.getByLabel('Класс').inputValue()).toBe('7Б');
    expect(await page.getByLabel('Школа', { exact: true }).inputValue()).toBe('Лицей № 2');
    expect(await page.content()).not.toContain('TopSecret1');
  });

  test('is kept as a draft, in every tab, until it is wiped, and comes back', async () => {
    const page = await open();
    await page.getByLabel('Подробное описание').fill(DESCRIPTION);
    await page.getByLabel('Сотрудник школы').check();
    await kept(page);
    const other = await open();
    const description = (tab: Page): Promise<string> =>
      tab.getByLabel('Подробное описание').inputValue();
    await expect.poll(() => description(other)).toBe(DESCRIPTION);
    expect(await other.getByLabel('Сотрудник школы').isChecked()).toBe(true);

    await other.getByRole('button', { name: 'Стереть черновик' }).click();
    await other.getByText('Черновик стёрт').waitFor();
    expect(await description(other)).toBe('');
    await other.getByRole('button', { name: 'Вернуть стёртое' }).click();
    await kept(other);
    expect(await description(other)).toBe(DESCRIPTION);
    await other.getByRole('button', { name: 'Стереть черновик' }).click();
    await other.getByText('Черновик стёрт').waitFor();
    const third = await open();
    await third.getByText('Куда отправить').waitFor();
    expect(await description(third)).toBe('');
    expect(await third.getByText('Черновик хранится').count()).toBe(0);
  });

  test('tells families and the school’s people apart: doors and symptoms', async () => {
    const page = await open();
    const citizens = page.getByText('Нажмите «Вход для граждан»');
    const employees = page.getByText('«Войти по логину и паролю»');
    await citizens.waitFor();
    await expect.poll(() => employees.isVisible()).toBe(false);
    await page.getByLabel('Сотрудник школы').check();
    await expect.poll(() => employees.isVisible()).toBe(true);
    expect(await citizens.isVisible()).toBe(false);
    const topics = page.getByLabel('Что случилось?').locator('option:not([hidden])');
    const titles = (await topics.allTextContents()).join('\n');
    expect(titles).toContain('SSL_ERROR_NO_CYPHER_OVERLAP');
    expect(titles).not.toContain('питание выбрать нельзя');

    // A link from a symptom that only they meet.
    const staff = await open(`${REQUEST}#ssl-error`);
    await expect.poll(() => staff.getByLabel('Сотрудник школы').isChecked()).toBe(true);
  });

  test('goes by copying, by mail to the addresses of the region, and on paper', async () => {
    const page = await open();
    await fill(page);
    await check(page);
    await page.getByText('Текст готов').waitFor();
    if (can.readClipboard) {
      await browser.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Скопировать' }).click();
      await page.getByText('Текст скопирован').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await page.locator('.letter').textContent());
    }
    const mail = page.getByRole('link', { name: 'Письмо на sd@72to.ru' });
    const href = (await mail.getAttribute('href')) ?? '';
    expect(href).toMatch(/^mailto:sd@72to\.ru\?subject=/);
    expect(decodeURIComponent(href)).toContain(DESCRIPTION);

    if (!can.emulateMedia) return;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.letter').isVisible()).toBe(true);
    expect(await page.getByLabel('ФИО').isVisible()).toBe(false);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  });

  test('asks of Krasnoyarsk no more than its document knows', async () => {
    const page = await open('help/krasnoyarsk/request/');
    await page.getByLabel('Подробное описание').fill(DESCRIPTION);
    await check(page);
    await page.getByText('Текст готов').waitFor();
    await page.getByRole('link', { name: 'Письмо на myschool@gosuslugi.ru' }).waitFor();
    expect(await page.getByText('sd@72to.ru').count()).toBe(0);
  });

  test('sends nothing', async () => {
    const asked: string[] = [];
    // Its own: the workers of the other tests' origins may still be asking.
    const quiet = await launch(PHONE);
    quiet.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    const page = await quiet.newPage();
    await page.goto(server.url + REQUEST);
    await fill(page);
    await check(page);
    await page.getByText('Текст готов').waitFor();
    await kept(page);
    expect(asked.filter((line) => !line.startsWith(`GET ${server.url}`))).toEqual([]);
    expect(asked.filter((line) => /%D0|\?/.test(line))).toEqual([]);
    await quiet.close();
  });

  test('works without a network', async () => {
    const own = await serve('dist', { base: '/own/' });
    const page = await browser.newPage();
    await page.goto(`${own.url}help/tyumen/`);
    await page.getByText('Готово к работе без интернета').waitFor();
    await own.close();
    await page.goto(own.url + REQUEST);
    await fill(page);
    await check(page);
    await page.getByText('Текст готов').waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('ФИО').inputValue()).toBe('Иванова Мария Петровна');
  });

  test.skipIf(!can.turnScriptsOff)('is a blank to fill in by hand without scripts', async () => {
    const plain = await launch({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(server.url + REQUEST);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    expect(await page.getByLabel('Муниципальное образование').isVisible()).toBe(true);
    expect(await page.getByText('Нажмите «Вход для граждан»').isVisible()).toBe(true);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    await plain.close();
  });

  test.skipIf(!can.importAgain)(
    'says why its draft is not kept while the connection is away, and keeps it when it is back',
    async () => {
      const slow = await launch({ ...PHONE, serviceWorkers: 'block' });
      const page = await slow.newPage();
      await page.goto(server.url + REQUEST);
      await fill(page);
      await kept(page);
      // The next visit loses the connection before the drafts' code has come.
      await page.route('**/assets/actions-*.js', (route) => route.abort());
      await page.reload();
      await page.getByLabel('Класс').fill('5Б');
      await page.getByText('Черновик пока не сохраняется: нет связи').waitFor();
      await page.unroute('**/assets/actions-*.js');
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await kept(page);
      expect(await page.getByLabel('Класс').inputValue()).toBe('5Б');
      expect(await page.getByLabel('ФИО').inputValue()).toBe('Иванова Мария Петровна');
      await slow.close();
    },
  );

  test('says so where nothing can be kept', async () => {
    const strict = await launch({ blocksSiteData: true });
    const page = await strict.newPage();
    await page.goto(server.url + REQUEST);
    await page.getByLabel('ФИО').fill('Иванова Мария');
    await page.getByText('Черновик не сохраняется').waitFor();
    await fill(page);
    await check(page);
    await page.getByText('Текст готов').waitFor();
    await strict.close();
  });
});

test.skipIf(!can.useDevtools)('axe finds no fault with it empty, wrong or ready', async () => {
  const page = await open();
  expect(await complaintsOfAxe(page)).toEqual([]);
  await check(page);
  expect(await complaintsOfAxe(page)).toEqual([]);
  await fill(page);
  await page.getByText('Текст готов').waitFor();
  await kept(page);
  expect(await complaintsOfAxe(page)).toEqual([]);
});

test('it can be read at 320 px with text twice as large, without sideways scrolling', async () => {
  const page = await open();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => {
    document.documentElement.style.setProperty('font-size', '200%');
  });
  await fill(page);
  await check(page);
  await page.getByText('Текст готов').waitFor();
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBe(clientWidth);
});
