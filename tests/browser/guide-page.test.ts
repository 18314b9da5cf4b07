import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { hasPdfCommands, pdfText, pdfTextByMuPdf } from '../pdf-tools';
import { can, launch } from './browser';
import { serve, type StaticServer } from './static-server';

let server: StaticServer;
let browser: BrowserContext;

beforeAll(async () => {
  server = await serve('dist', { base: '/school/' });
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string, context = browser): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url + path);
  return page;
}

const GUIDE = 'krasnoyarsk/kiasuo/';

describe('a guide', () => {
  test('keeps a tick and counts it', async () => {
    const page = await open(GUIDE);
    await page.getByLabel('Нажмите «Войти через Госуслуги»').check();
    await expect.poll(() => page.locator('guide-checklist').textContent()).toBeTruthy();
    await expect.poll(() => page.getByText(/^1 из \d+$/).count()).toBe(1);
    await page.reload();
    await expect.poll(() => page.locator('#sign-in').isChecked()).toBe(true);
    await expect.poll(() => page.getByText(/^1 из \d+$/).count()).toBe(1);
    await page.locator('#sign-in').uncheck();
    await expect.poll(() => page.getByText(/^0 из \d+$/).count()).toBe(1);
    await page.close();
  });

  test('is worked through by keyboard alone', async () => {
    const page = await open(GUIDE);
    await page.getByText(/^0 из \d+$/).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    for (let presses = 0; presses < 40 && (await focused()) !== 'sign-in'; presses += 1) {
      await page.keyboard.press('Tab');
    }
    expect(await focused()).toBe('sign-in');
    await page.keyboard.press('Space');
    await page.getByText(/^1 из \d+$/).waitFor();
    await page.keyboard.press('Space');
    await page.getByText(/^0 из \d+$/).waitFor();
    await page.close();
  });

  test('takes back an accidental tick, by mouse and by keyboard, for good', async () => {
    const page = await open(GUIDE);
    const box = page.locator('#enter-code');
    const undo = page.getByRole('button', { name: 'Отменить' });
    await box.check();
    await page.getByText(/^1 из \d+$/).waitFor();
    await undo.click();
    await page.getByText(/^0 из \d+$/).waitFor();
    expect(await box.isChecked()).toBe(false);
    expect(await undo.count()).toBe(0);
    await box.press('Space');
    await page.getByText(/^1 из \d+$/).waitFor();
    await undo.focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^0 из \d+$/).waitFor();
    // Where the reader was, not at the top of the page.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('enter-code');
    await page.reload();
    await page.getByText(/^0 из \d+$/).waitFor();
    expect(await box.isChecked()).toBe(false);
    await page.close();
  });

  test('is shared by the system, else copied, else shown for copying', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const tell = (what: unknown): Promise<void> => {
        document.documentElement.dataset['told'] = JSON.stringify(what);
        return Promise.resolve();
      };
      const way = new URL(location.href).searchParams.get('way');
      const share = (data: ShareData): Promise<void> => tell(data);
      const writeText = (text: string): Promise<void> =>
        way === 'copy' ? tell(text) : Promise.reject(new Error('refused'));
      Object.defineProperty(navigator, 'share', { value: way === 'share' ? share : undefined });
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    const address = server.url + GUIDE;
    const press = async (way: string): Promise<void> => {
      await page.goto(`${address}?way=${way}#sign-in`);
      await page.getByRole('button', { name: 'Поделиться' }).click();
    };
    const told = async (): Promise<unknown> =>
      JSON.parse((await page.locator('html').getAttribute('data-told')) ?? 'null');
    await press('share');
    await expect.poll(told).toEqual({ title: await page.title(), url: address });
    await press('copy');
    await page.getByText('Адрес памятки скопирован').waitFor();
    expect(await told()).toBe(address);
    await press('refused');
    await page.getByText(`Адрес памятки: ${address}`).waitFor();
    await page.close();
  });

  test('says that the questions did not come, and says it no more once they have', async () => {
    const own = await serve('dist');
    const page = await browser.newPage();
    let isCut = true;
    await page.route('**/assets/actions-*', (route) => (isCut ? route.abort() : route.continue()));
    await page.goto(own.url + GUIDE);
    const summary = page.getByText('Показать только моё');
    await summary.click();
    // Not «обновите»: without a network a first visit's page would be gone.
    await page.getByText('Нет связи. Повторите позже.').waitFor();
    isCut = false;
    if (can.importAgain) {
      await summary.click();
      await summary.click();
    } else {
      await page.reload();
      await summary.click();
    }
    await page.getByLabel('Что у вас в руках?').waitFor();
    expect(await page.getByText('Нет связи').count()).toBe(0);
    await page.close();
    await own.close();
  });

  test('hides what an answer rules out, and shows it again', async () => {
    const page = await open(GUIDE);
    const windows = page.locator('#install-windows');
    await page.getByText('Показать только моё').click();
    await page.getByLabel('Что у вас в руках?').selectOption('android');
    await expect.poll(() => windows.isVisible()).toBe(false);
    expect(await page.locator('#install-android').isVisible()).toBe(true);
    await page.reload();
    await page.getByText(/Для вас: Телефон с Android/).waitFor();
    expect(await windows.isVisible()).toBe(false);
    await page.getByText(/Для вас/).click();
    await page.getByLabel('Что у вас в руках?').selectOption('');
    await expect.poll(() => windows.isVisible()).toBe(true);
    await page.close();
  });

  test('keeps a section whose steps are for others while its note is for the reader', async () => {
    const page = await open(GUIDE);
    await page.getByText('Показать только моё').click();
    await page.getByLabel('Что у вас в руках?').selectOption('other');
    await expect.poll(() => page.locator('#install-android').isVisible()).toBe(false);
    expect(await page.locator('#install > .note').isVisible()).toBe(true);
    await page.getByLabel('Что у вас в руках?').selectOption('');
    await expect.poll(() => page.locator('#install-android').isVisible()).toBe(true);
    await page.close();
  });

  test('has an entrance for families and one for schools before anything is answered', async () => {
    const page = await open('help/tyumen/');
    const roles = await page
      .locator('#for-family .symptom, #for-staff .symptom')
      .evaluateAll((symptoms) => symptoms.map(({ dataset }) => dataset['when']));
    expect(new Set(roles.map((when) => when?.split(/[=|,;]/)[1]))).toEqual(
      new Set(['parent', 'teacher']),
    );
    const entrance = page.getByRole('link', { name: 'Я работаю в школе' });
    const { y = NaN } = (await entrance.boundingBox()) ?? {};
    expect(y).toBeLessThan((await page.locator('.symptom').first().boundingBox())?.y ?? NaN);
    await entrance.click();
    await page.locator('#for-staff').getByText('У родителя пустой логин').click();
    expect(await page.locator('#login-missing .step').first().isVisible()).toBe(true);

    await page.goto(`${server.url}help/tyumen/?#meals`);
    await page.locator('#meals .step').first().waitFor();
    await page.getByText('Показать только моё').click();
    await page.getByLabel('Кто вы?').selectOption('parent');
    const staff = page.locator('#for-staff:visible, [href="#for-staff"]:visible');
    await expect.poll(() => staff.count()).toBe(0);
    await page.getByLabel('Кто вы?').selectOption('');
    await expect.poll(() => staff.count()).toBe(2);
    await page.close();
  });

  test.skipIf(!hasPdfCommands)('opens every symptom on paper', async () => {
    const page = await open('help/tyumen/');
    await page.getByText('Показать только моё').waitFor();
    const closed = await page.locator('details.symptom:not([open])').count();
    expect(closed).toBeGreaterThan(10);
    const paper = pdfText(await page.pdf());
    expect(paper.split('Почему.').length - 1).toBeGreaterThanOrEqual(closed);
    await page.close();
  });

  test.skipIf(!hasPdfCommands || !can.emulateMedia).each(['krasnoyarsk/vk-id/', GUIDE])(
    '«%s» goes on paper whole: every step on one page, its closed details, the contacts last',
    async (path) => {
      const page = await open(path);
      await page.getByText(/^0 из \d+$/).waitFor();
      // Every piece of text that a step shows, before its detail is closed.
      const steps = await page.locator('.step:visible').evaluateAll((rows) =>
        rows.map((row) => {
          const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
          const seen: string[] = [];
          while (texts.nextNode()) {
            const { parentElement, textContent } = texts.currentNode;
            if (!parentElement?.closest('summary') && parentElement?.getClientRects().length) {
              seen.push(textContent ?? '');
            }
          }
          for (const detail of row.querySelectorAll('details')) detail.open = false;
          return seen;
        }),
      );
      const words = (text: string): string => text.replace(/[\s\u00ad]+/g, '');
      const sheets = pdfTextByMuPdf(await page.pdf({ format: 'A4' }))
        .split('\f')
        .map(words);
      const cut = steps.filter(
        (parts) => !sheets.some((sheet) => parts.every((part) => sheet.includes(words(part)))),
      );
      expect(steps.length).toBeGreaterThan(1);
      expect(cut).toEqual([]);
      expect(sheets.filter(Boolean).at(-1)).toContain('8-800-100-70-10');
      // Who holds the paper finds the page; a short guide needs no second sheet for its contacts.
      expect(sheets.join('')).toContain(words(`Эта памятка: ${server.url}${path}`));
      if (path === 'krasnoyarsk/vk-id/') expect(sheets.filter(Boolean)).toHaveLength(1);
      await page.close();
    },
  );

  test.skipIf(!can.emulateMedia)('goes on paper with its ticks, or blank, once', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      window.print = () => {
        dispatchEvent(new Event('beforeprint'));
      };
    });
    await page.goto(`${server.url}krasnoyarsk/vk-id/`);
    const box = page.locator('.step > input:visible').first();
    await box.check();
    await page.getByText(/^1 из \d+$/).waitFor();
    const tickAfter = async (button: string): Promise<string> => {
      await page.getByRole('button', { name: button }).click();
      await page.emulateMedia({ media: 'print' });
      const tick = await box.evaluate((element) => getComputedStyle(element, '::after').visibility);
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      return tick;
    };
    expect(await tickAfter('Напечатать чистую')).toBe('hidden');
    expect(await box.evaluate((element) => getComputedStyle(element, '::after').visibility)).toBe(
      'visible',
    );
    expect(await tickAfter('Напечатать с галочками')).toBe('visible');
    await page.close();
  });

  test('leads past a long beginning to the first step with one press', async () => {
    const page = await browser.newPage();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${server.url}krasnoyarsk/moya-shkola/`);
    // Its first section is for another age: where it stands nothing could be led to.
    await page.getByText('Показать только моё').click();
    await page.getByLabel('Сколько лет ребёнку?').selectOption('from14');
    await expect.poll(() => page.locator('#prepare').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'К первому шагу' }).click();
    await expect
      .poll(() =>
        page
          .locator('.step:visible')
          .first()
          .evaluate((step) => {
            const { top, bottom } = step.getBoundingClientRect();
            return top > 0 && bottom < innerHeight;
          }),
      )
      .toBe(true);
    await page.close();
  });

  test('steps in two windows stay alike', async () => {
    const [first, second] = [await open(GUIDE), await open(GUIDE)];
    await second.getByText(/^0 из \d+$/).waitFor();
    await first.locator('#open-chrome').check();
    await expect.poll(() => second.locator('#open-chrome').isChecked()).toBe(true);
    await first.locator('#open-chrome').uncheck();
    await expect.poll(() => second.locator('#open-chrome').isChecked()).toBe(false);
    await Promise.all([first.close(), second.close()]);
  });

  test('says what comes next when all is done', async () => {
    const page = await open('krasnoyarsk/vk-id/');
    for (const box of await page.locator('.step > input:visible').all()) await box.check();
    await page.getByText('Готово!').waitFor();
    expect(await page.getByRole('link', { name: 'Электронный дневник' }).first().isVisible()).toBe(
      true,
    );
    await page.goto(`${server.url}krasnoyarsk/`);
    await page.locator('.guides li.complete').waitFor();
    expect(await page.getByRole('link', { name: /^Продолжить: Учётная запись/ }).isVisible()).toBe(
      true,
    );
    await page.close();
  });
});

describe('a tick that could not be kept', () => {
  test('is not counted, is told of, and is kept with the next one that is', async () => {
    const context = await launch();
    await context.addInitScript(() => {
      const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put');
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...values) {
        if ('isDiskFull' in window) throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, values);
      };
    });
    const page = await open(GUIDE, context);
    await page.getByText(/^0 из \d+$/).waitFor();
    await page.evaluate(() => Object.assign(window, { isDiskFull: true }));
    await page.locator('#open-chrome').check();
    await page.getByText('Последняя галочка не сохранилась').waitFor();
    expect(await page.getByText(/^0 из \d+$/).isVisible()).toBe(true);
    await page.evaluate(() => Reflect.deleteProperty(window, 'isDiskFull'));
    await page.locator('#sign-in').check();
    await page.getByText(/^2 из \d+$/).waitFor();
    expect(await page.getByText('не сохранилась').count()).toBe(0);
    await page.reload();
    await page.getByText(/^2 из \d+$/).waitFor();
    await context.close();
  });
});

test('a broken anchor takes nothing from the guide', async () => {
  const page = await open(`${GUIDE}#%E0%A4%A`);
  await page.getByText(/^\d+ из \d+$/).waitFor();
  await page.close();
});

describe.runIf(can.turnScriptsOff)('without JavaScript', () => {
  test('every step is there and can be ticked, every variant under its words', async () => {
    const context = await launch({ javaScriptEnabled: false });
    const page = await open(GUIDE, context);
    const boxes = page.locator('.step > input');
    expect(await boxes.count()).toBeGreaterThan(15);
    for (const box of await boxes.all()) await box.check();
    expect(await page.locator('.step > input:checked').count()).toBe(await boxes.count());
    expect(await page.getByText('Если у вас компьютер с Windows').first().isVisible()).toBe(true);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    expect(await page.locator('[hidden]:not(#scripts-missing, #ticks-not-kept)').count()).toBe(0);
    await context.close();
  });
});

describe('with site data blocked', () => {
  test('the guide is there, and says that ticks are not kept', async () => {
    const context = await launch();
    await context.addInitScript(() => {
      const blocked = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
      Object.defineProperty(window, 'indexedDB', { get: blocked });
      Object.defineProperty(window, 'localStorage', { get: blocked });
    });
    const page = await open(GUIDE, context);
    await page.getByText('Галочки и ответы здесь не сохраняются').waitFor();
    await page.locator('#sign-in').check();
    expect(await page.locator('#sign-in').isChecked()).toBe(true);
    await context.close();
  });
});

describe('a link from a memo', () => {
  test('is asked about, kept after a yes, and leaves the address bar', async () => {
    const { encodeFamilyLink } = await import('../../src/link');
    const link = encodeFamilyLink({ className: '4А', school: 'Школа № 4', inviteCode: 'HGKMDTWQ' });
    const page = await open(`krasnoyarsk/#${link}`);
    await page.getByText('Запомнить на этом устройстве?').waitFor();
    expect(await page.getByText('HGKMDTWQ').isVisible()).toBe(true);
    expect(page.url()).toBe(`${server.url}krasnoyarsk/`);
    // Slow phones load a page again by themselves: the question must not be lost.
    await page.reload();
    await page.getByRole('button', { name: 'Запомнить' }).click();
    await page.getByRole('button', { name: 'Изменить: 4А' }).waitFor();
    const second = encodeFamilyLink({
      className: '1Б',
      school: 'Школа № 4',
      inviteCode: 'E735TBA7',
    });
    await page.goto(`${server.url}krasnoyarsk/#${second}`);
    await page.getByLabel('Имя или пометка').fill('Миша');
    await page.getByRole('button', { name: 'Запомнить' }).click();
    await page.getByRole('button', { name: 'Изменить: Миша, 1Б' }).waitFor();
    await page.reload();
    await page.getByText('HGKMDTWQ').waitFor();
    await page.close();
    expect(server.requests.filter((path) => path.includes('HGKM') || path.includes(link))).toEqual(
      [],
    );
  });

  test('that is damaged says so and shows the ordinary page', async () => {
    const page = await open('krasnoyarsk/#m1.AAAABBBB');
    await page.getByText('Ссылка из памятки повреждена').waitFor();
    expect(await page.getByText('Для родителей').first().isVisible()).toBe(true);
    await page.close();
  });
});

test('no page breaks its policy, asks another host, or is wider than a phone', async () => {
  const context = await launch({ viewport: { width: 320, height: 640 } });
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('request', (request) => {
    if (!request.url().startsWith(server.url)) complaints.push(request.url());
  });
  const paths = [
    '',
    'krasnoyarsk/',
    'tyumen/',
    'help/',
    'help/tyumen/',
    'about/',
    // 404.html asks for its script at several depths: pages.test.ts.
    GUIDE,
    'tyumen/parent-profile/',
    'tyumen/secure-connection/',
    'tyumen/analit/',
    'class/',
  ];
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) complaints.push(`${path} is ${String(width)} px wide`);
  }
  await context.close();
  expect(complaints).toEqual([]);
});
