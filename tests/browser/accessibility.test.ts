import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeFamilyLink } from '../../src/link';
import { writeProgressFile } from '../../src/storage/progress-file';
import { complaintsOfAxe } from './axe';
import { can, launch } from './browser';
import { serve, type StaticServer } from './static-server';

let server: StaticServer;
beforeAll(async () => {
  server = await serve('dist');
});
afterAll(async () => {
  await server.close();
});

const PAGES = [
  '',
  'krasnoyarsk/',
  'tyumen/',
  'krasnoyarsk/kiasuo/',
  'tyumen/parent-profile/',
  'tyumen/school72/',
  'help/',
  'help/tyumen/',
  'about/',
  'class/',
  'author/',
  'own/',
  '404.html',
];

describe('axe, in both themes', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch({ viewport: { width: 360, height: 740 } });
  });
  afterAll(async () => {
    await browser.close();
  });

  test.each(PAGES)('«%s» has no fault that axe can see', async (path) => {
    const page = await browser.newPage();
    // Only what is kept for offline goes on loading after the elements are there.
    await page.goto(server.url + path, { waitUntil: path === 'about/' ? 'networkidle' : 'load' });
    await page.waitForFunction(
      () => !document.querySelector('main :not(:defined, family-link, progress-file)'),
    );
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test.skipIf(!can.emulateMedia)(
    'the control: a fault that only the dark theme has is seen',
    async () => {
      const page = await browser.newPage();
      await page.goto(server.url);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('@media (prefers-color-scheme: dark) { h1 { color: #333 } }');
        document.adoptedStyleSheets = [sheet];
      });
      const complaints = await complaintsOfAxe(page);
      expect(complaints.map((complaint) => complaint.split(' ', 2).join(' '))).toEqual([
        'dark: color-contrast:',
      ]);
      await page.close();
    },
  );

  test('nor has a guide with questions open, all done, with a new version, or its ticks lost', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}krasnoyarsk/vk-id/`);
    for (const box of await page.locator('.step > input:visible').all()) await box.check();
    await page.getByText('Готово!').waitFor();
    await page.getByText('Показать только моё').click();
    await page.evaluate(() => dispatchEvent(new Event('beforeinstallprompt')));
    await page.locator('install-offer .bar').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    // As the service worker would tell.
    await page.evaluate(() =>
      Object.assign(document.querySelector('app-status')!, {
        offline: 'update-waiting',
        loaded: ['update'],
      }),
    );
    await page.locator('update-bar .bar').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);

    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('pamyatka');
          opening.onsuccess = () => {
            const clearing = opening.result.transaction('ticks', 'readwrite');
            clearing.objectStore('ticks').clear();
            clearing.oncomplete = () => {
              opening.result.close();
              resolve(undefined);
            };
          };
        }),
    );
    await page.reload();
    const loss = page.getByText('Часть ваших записей пропала');
    await loss.waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.goto(`${server.url}krasnoyarsk/`);
    await loss.waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Понятно' }).click();
    await loss.waitFor({ state: 'detached' });
    await page.close();
  });

  test('nor has a guide where nothing is kept, nor the symptoms when they are open', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    });
    await page.goto(`${server.url}krasnoyarsk/vk-id/`);
    await page.getByText('Галочки и ответы здесь не сохраняются').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.goto(`${server.url}help/tyumen/`);
    for (const summary of await page.locator('.symptom > summary:visible').all()) {
      await summary.click();
    }
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test('a tick is told by what was there before it, and taken back by what comes', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}krasnoyarsk/kiasuo/`);
    const heard = page.locator('guide-checklist [part=progress] [role=status]');
    await expect
      .poll(() => heard.allTextContents())
      .toEqual([expect.stringMatching(/^0 из \d+$/), '']);
    // A region that comes with its words is not read out.
    const regions = await heard.elementHandles();
    await page.locator('#sign-in').check();
    const words = (): Promise<string[]> =>
      Promise.all(regions.map((region) => region.evaluate(({ textContent }) => textContent ?? '')));
    await expect.poll(words).toEqual([expect.stringMatching(/^1 из \d+$/), 'Можно отменить']);
    await page.getByRole('button', { name: 'Отменить' }).click();
    await expect.poll(words).toEqual([expect.stringMatching(/^0 из \d+$/), '']);
    await page.close();
  });

  test.skipIf(!can.emulateMedia)(
    'nothing moves by itself for who asks for less motion',
    async () => {
      const page = await browser.newPage();
      await page.goto(`${server.url}krasnoyarsk/kiasuo/`);
      await page.locator('#sign-in').check();
      await page.getByRole('button', { name: 'Отменить' }).waitFor();
      const moving = (): Promise<string[]> =>
        page.evaluate(() => {
          const found: string[] = [];
          const look = (root: ParentNode): void => {
            for (const element of root.querySelectorAll('*')) {
              const style = getComputedStyle(element);
              const times = `${style.transitionDuration},${style.animationDuration}`.split(',');
              if (style.scrollBehavior === 'smooth' || times.some((time) => parseFloat(time) > 0)) {
                found.push(element.localName);
              }
              if (element.shadowRoot) look(element.shadowRoot);
            }
          };
          look(document);
          return found;
        });
      expect(await moving()).toEqual([]);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      expect(await moving()).toEqual(['html']);
      await page.close();
    },
  );

  test('nor has a route with a memo’s link, the form of a child, a wrong file; nor a guide with codes', async () => {
    const page = await browser.newPage();
    const link = { className: '4А', school: 'Школа № 4', inviteCode: 'HGKMDTWQ' };
    await page.goto(`${server.url}krasnoyarsk/#${encodeFamilyLink(link)}`);
    await page.getByRole('button', { name: 'Запомнить' }).click();
    await page.getByText('Запомнено на этом устройстве').waitFor();
    await page.goto(`${server.url}krasnoyarsk/#${encodeFamilyLink({ ...link, className: '1Б' })}`);
    await page.getByRole('button', { name: 'Запомнить' }).waitFor();
    await page.getByRole('button', { name: 'Изменить: 4А' }).click();
    await page.getByLabel('Сколько лет?').waitFor();
    await page.getByText('Перенести галочки на другой телефон').click();
    await page.getByLabel('Загрузить файл с другого телефона').setInputFiles({
      name: 'foreign.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{}'),
    });
    await page.getByText('Это не файл с галочками').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    const child = { id: 'b', name: 'Аня', school: '', className: '4А', inviteCode: '' };
    await page.getByLabel('Загрузить файл с другого телефона').setInputFiles({
      name: 'pamyatka.json',
      mimeType: 'application/json',
      buffer: Buffer.from(writeProgressFile({ ticks: [], situation: {}, children: [child] }, true)),
    });
    await page.getByText('Добавить к тем, что здесь?').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Запомнить' }).click();
    await page.getByText('Запомнено на этом устройстве').waitFor();
    await page.goto(`${server.url}krasnoyarsk/kiasuo/`);
    await page.locator('.family-code').nth(1).waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test('nor has the class page with a list full of mistakes, its memos, their names and a checklist', async () => {
    const page = await browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${server.url}class/`);
    await page.locator('input[type=file]').setInputFiles('tests/fixtures/4B-mistakes.csv');
    await page.getByRole('button', { name: 'Сделать памятки' }).click();
    await page.getByRole('link', { name: 'Скачать PDF' }).waitFor();
    await page.getByText(/Имена в памятке/).click();
    await page.locator('memo-names input').first().waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByLabel('Вид').selectOption('checklist');
    await page.getByLabel('Что у вас в руках?').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test('nor has the authors’ page with a draft, its mistakes and its sheet', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}author/`);
    await page.getByRole('button', { name: 'Взять образец' }).click();
    await page.getByText('Ошибок нет').waitFor();
    await page.getByRole('textbox', { name: 'Текст памятки' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n- [ ] Шаг\n');
    await page.getByText('Ошибок: ').waitFor();
    await page.getByText('Пометки').click();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Лист для печати' }).click();
    await page.getByRole('img', { name: /как на бумаге/ }).waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test('nor has a guide from a file, before and after it is added', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}own/`);
    const file = page.locator('own-list input[type=file]');
    await file.setInputFiles('guides/tyumen/meals.md');
    await page.getByRole('button', { name: 'Добавить', exact: true }).waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Добавить', exact: true }).click();
    await page.getByText('Лист для печати (PDF)').click();
    await page.getByRole('img', { name: /как на бумаге/ }).waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test('nor has the class page with its forms and lists open', async () => {
    const page = await browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${server.url}class/`);
    const choose = (): Promise<void> =>
      page.locator('input[type=file]').setInputFiles('tests/fixtures/4B-mistakes.csv');
    await choose();
    await page.getByText('Исправить вместе').click();
    await page
      .getByRole('button', { name: /Скопировать/ })
      .first()
      .waitFor();
    for (const kind of await page.locator('class-findings summary').all()) await kind.click();
    await page
      .getByRole('button', { name: /^Так и должно быть/ })
      .first()
      .click();
    await page.getByText('Числа по дням').click();
    await page.getByText('Что проверяется').click();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByText('Отметить по отчёту').click();
    await page.getByLabel('Вставьте таблицу').fill('Родитель\tВход\nАндреева Ольга Сергеевна\tда');
    await page.getByRole('button', { name: 'Прочитать отчёт' }).click();
    await page.getByRole('dialog').getByText('Кто и что').click();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Не надо' }).click();
    await page.getByText('Отметить по отчёту').click();
    await page.getByRole('button', { name: 'Андреев Матвей' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Не менять' }).click();
    await choose();
    await page.getByRole('button', { name: 'Не надо' }).waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test.skipIf(!can.emulateMedia)('nothing is faint for who asks for contrast', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}krasnoyarsk/kiasuo/`);
    const colours = () =>
      page.evaluate(() => [
        getComputedStyle(document.querySelector('.meta')!).color,
        getComputedStyle(document.body).color,
      ]);
    const [faint, text] = await colours();
    expect(faint).not.toBe(text);
    await page.emulateMedia({ contrast: 'more' });
    expect(await colours()).toEqual([text, text]);
    await page.close();
  });
});

test('every page is read at 320 px with text twice as large, without sideways scrolling', async () => {
  const browser = await launch({
    letters: 32,
    viewport: { width: 320, height: 640 },
    serviceWorkers: 'block',
  });
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  const wide: string[] = [];
  const look = async (what: string): Promise<void> => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) wide.push(`${what}: ${String(width)} px`);
  };
  for (const path of [...PAGES, 'help/tyumen/request/']) {
    await page.goto(server.url + path);
    await look(path);
  }
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('36px');
  await page.getByRole('button', { name: 'Проверить и собрать текст' }).click();
  await page.getByText('Укажите школу').waitFor();
  await look('a request with mistakes');
  await page.goto(`${server.url}krasnoyarsk/`);
  for (const [name, code] of [
    ['Аня', 'HGKMDTWQ'],
    ['Александра-Виктория Константинопольская', 'E735TBA7'],
  ] as const) {
    await page.getByRole('button', { name: 'Добавить ребёнка' }).click();
    await page.getByLabel('Имя или пометка').fill(name);
    await page.getByLabel(/^Код приглашения/).fill(code);
    await look('the form of a child');
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await page.getByRole('button', { name: `Изменить: ${name}` }).waitFor();
  }
  await look('a route with two children');
  await page.goto(`${server.url}krasnoyarsk/kiasuo/`);
  await page.locator('.family-code').nth(1).waitFor();
  await page.locator('#sign-in').check();
  await page.getByRole('button', { name: 'Отменить' }).waitFor();
  await look('a guide with two codes and a tick');
  await page.goto(`${server.url}class/`);
  await page.locator('input[type=file]').setInputFiles('tests/fixtures/4B-mistakes.csv');
  await page.getByText('Отметить у выбранных').waitFor();
  await look('a class list');
  await browser.close();
  expect(wide).toEqual([]);
});

test.skipIf(!can.emulateMedia)(
  'forced colours leave the tick and the progress in sight',
  async () => {
    const browser = await launch({ forcedColors: 'active', reducedMotion: 'reduce' });
    const page = await browser.newPage();
    await page.goto(`${server.url}krasnoyarsk/vk-id/`);
    const bar = page.getByRole('progressbar');
    const box = page.locator('.step > input:visible').first();
    // The button that comes beside it would make it narrower: only its filling may differ.
    await bar.evaluate((element) => {
      element.style.flex = '0 0 6rem';
    });
    const empty = await bar.screenshot();
    expect((await bar.screenshot()).equals(empty)).toBe(true);
    await box.check();
    await page.getByRole('button', { name: 'Отменить' }).waitFor();
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    expect((await bar.screenshot()).equals(empty)).toBe(false);
    const [tick, field] = await box.evaluate((element) => [
      getComputedStyle(element, '::after').borderBottomColor,
      getComputedStyle(element, '::before').backgroundColor,
    ]);
    expect(tick).not.toBe(field);
    await browser.close();
  },
);
