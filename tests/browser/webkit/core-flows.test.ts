/**
 * What a family and a teacher do, in WebKitGTK: the nearest to Safari that a Linux machine has.
 * Vitest's project «webkit» runs it where that engine is installed. Its driver cannot restart the
 * browser on a kept profile, set a quota, see a download, emulate print or a dark theme, or cut the
 * network for one page: those are shown in Chromium, and Firefox where that can.
 */
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { encodeFamilyLink } from '../../../src/link';
import { countPages, hasPdfCommands, pdfFaults, pdfText } from '../../pdf-tools';
import { buildFixtureSite, createFixtureSite, removeBuilds } from '../fixture-site';
import { serve, type StaticServer } from '../static-server';
import { launchWebKit, type WebKitPage } from './webkit';

const GUIDE = 'krasnoyarsk/kiasuo/';
const PHRASE = 'тетрадь окно берёза трамвай';
const CHECKED = "return document.querySelectorAll('.step > input:checked').length";

let page: WebKitPage;
let server: StaticServer;
beforeAll(async () => {
  [page] = await Promise.all([launchWebKit(), buildFixtureSite('one', 'two')]);
});
afterAll(() => Promise.all([page.close(), removeBuilds()]));
// An origin of its own each time: nothing is kept there yet.
beforeEach(async () => {
  server = await serve('dist', { base: '/school/' });
  onTestFinished(() => server.close());
});

const open = (path: string): Promise<void> => page.driver.get(server.url + path);

/** Runs in the page: WebDriver tells nothing of downloads, so the page's file is seen as it is made. */
function noteFiles(): void {
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file: Blob) => {
    Object.assign(window, { notedFile: file });
    return create(file);
  };
}

/** Runs in the page: gives the noted file in base64. */
function readNotedFile(done: (base64: string) => void): void {
  const reader = new FileReader();
  reader.onload = () => {
    done((reader.result as string).replace(/^.*,/, ''));
  };
  reader.readAsDataURL((window as unknown as { notedFile: Blob }).notedFile);
}

describe('a family', () => {
  test('ticks, and finds its ticks and every page when the host is gone', async () => {
    await open(GUIDE);
    await (await page.find('#sign-in')).click();
    await page.find('p, span, output, strong', '1 из ');
    await page.find('[role=status]', 'Готово к работе без интернета');
    await server.close();
    await page.driver.navigate().refresh();
    await page.waitFor(CHECKED, 1);
    for (const path of ['', 'krasnoyarsk/', 'help/tyumen/', 'tyumen/parent-profile/']) {
      await open(path);
      await page.find('h1');
      await page.waitFor("return document.querySelectorAll('.not-found-page').length", 0);
    }
  });

  test('keeps a code from a link, and sees it at its step', async () => {
    const link = encodeFamilyLink({ className: '4А', school: '', inviteCode: 'HGKMDTWQ' });
    await open(`krasnoyarsk/#${link}`);
    await page.find('.code', 'HGKMDTWQ');
    await page.waitFor('return location.hash', '');
    await page.press('Запомнить');
    await page.find('button', 'Изменить:');
    await open(GUIDE);
    await page.find('.family-code code', 'HGKMDTWQ');
  });

  test('answers a question, and sees only what is its own', async () => {
    await open(GUIDE);
    await page.press('Показать только моё');
    await page.fill('Что у вас в руках?', 'Телефон с Android');
    await page.waitFor("return document.querySelector('#open-chrome') !== null", true);
    await page.driver.navigate().refresh();
    await page.find('select', 'Что у вас в руках?');
  });

  test('finds its request to support as it was left', async () => {
    await open('help/tyumen/request/');
    await page.fill('Подробное описание', 'Профиль не найден');
    await page.find('p, span', 'Черновик хранится');
    await page.driver.navigate().refresh();
    await page.waitFor("return document.querySelector('#description')?.value", 'Профиль не найден');
  });
});

describe('a teacher', () => {
  async function take(): Promise<void> {
    await open('class/');
    const input = await page.find('input[type=file]');
    await input.sendKeys(resolve('tests/fixtures/4A-clean.csv'));
    await page.find('*', 'Выбрано: 25 из 25');
  }

  test('takes a list in, and makes the memos of a class', async () => {
    await take();
    await page.driver.executeScript(noteFiles);
    await page.press('Сделать памятки');
    await page.find('a', 'Скачать PDF');
    const base64 = await page.driver.executeAsyncScript<string>(readNotedFile);
    const pdf = Buffer.from(base64, 'base64');
    expect(countPages(pdf)).toBe(25);
    if (!hasPdfCommands) return;
    expect(pdfFaults(pdf)).toBe('');
    expect(pdfText(pdf)).toContain('HGKMDTWQ');
  });

  test('keeps a list encrypted, and opens it after the page was closed', async () => {
    await take();
    await page.press('Сохранить на этом компьютере');
    await page.fill('Новая секретная фраза', PHRASE);
    await page.fill('Та же фраза ещё раз', PHRASE);
    await (await page.find('dialog button', 'Сохранить')).click();
    await page.find('*', '✓ Сохранено');
    await open('class/');
    await page.press('Открыть: ');
    await page.fill('Секретная фраза', PHRASE);
    await (await page.find('dialog button', 'Открыть')).click();
    await page.find('*', 'Выбрано: 25 из 25');
  });
});

test('a new version waits for consent, and then comes whole', async () => {
  const site = createFixtureSite('one');
  const host = await serve(site.folder);
  onTestFinished(async () => {
    await host.close();
    await site.remove();
  });
  await page.driver.get(host.url);
  await page.find('html[data-offline="ready"]');
  site.deploy('two');
  await page.driver.executeScript('navigator.serviceWorker.ready.then((own) => own.update())');
  await page.find('html[data-offline="update-waiting"]');
  await host.close();
  await page.driver.get(`${host.url}guide/`);
  await page.find('h1', 'one');
  await page.find('html[data-offline="update-waiting"]');
  await page.press('Обновить');
  await page.find('h1', 'two');
});
