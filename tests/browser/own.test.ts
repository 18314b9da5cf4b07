import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfText } from '../pdf-tools';
import { launch, newProfile } from './browser';
import { serve, type StaticServer } from './static-server';

const MARK = 'Не проверено школой';

const guide = (body: string, title = 'Запись в кружок'): string => `---
title: ${title}
system: Сайт школы
region: krasnoyarsk
audience: [parent]
site: https://example.com/
source: «Объявление», проверено школой
verified: 2026-11-20
status: current
---

## Подайте заявку {#apply}

- [ ] Откройте [сайт кружка](https://example.com/zapis) {#open}
- [ ] Введите код {#code} {needs: code}
- [ ] Принесите сменную обувь {#shoes} {per-child}

${body}`;

let server: StaticServer;
let profile: string;
let browser: BrowserContext;
beforeAll(async () => {
  server = await serve('dist');
  profile = newProfile();
  browser = await launch({ profile, acceptDownloads: true });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true });
});

async function open(path = 'own/'): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(server.url + path);
  return page;
}

async function choose(page: Page, text: string | Buffer, name = 'kruzhok.md'): Promise<void> {
  const file = { name, mimeType: 'text/markdown', buffer: Buffer.from(text) };
  await page.locator('own-list input[type=file]').setInputFiles(file);
}

async function add(page: Page, text: string): Promise<void> {
  await choose(page, text);
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await page.locator('own-guide guide-checklist').waitFor();
}

async function removeAll(page: Page): Promise<void> {
  await page.goto(`${server.url}own/`);
  const remove = page.getByRole('button', { name: /^Удалить «/ });
  await page.locator('own-list').waitFor();
  for (let left = await remove.count(); left > 0; left -= 1) {
    await remove.first().click();
    await expect.poll(() => remove.count()).toBe(left - 1);
  }
  await page.close();
}

test('a guide from a file is kept after a look and a yes, and bears its mark everywhere', async () => {
  const page = await open();
  await choose(page, guide(''));
  await page.getByRole('button', { name: 'Не добавлять' }).click();
  await page.getByText('пока нет').waitFor();

  await choose(page, guide(''));
  expect(await page.locator('unverified-frame .mark').first().textContent()).toContain(MARK);
  // Its own quotes do not end ours, after which it could speak as the site.
  await page.getByText('источник — «„Объявление“, проверено школой»').first().waitFor();
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await page.locator('#open').check();
  await page.getByText(/^1 из 3$/).waitFor();
  await page.reload();
  await page.getByText(/^1 из 3$/).waitFor();
  expect(await page.locator('#open').isChecked()).toBe(true);
  // The words stay in sight at the end of a long guide, too.
  await page.locator('#shoes').scrollIntoViewIfNeeded();
  const foot = await page.locator('unverified-frame .foot').boundingBox();
  const height = await page.evaluate(() => innerHeight);
  expect(foot && foot.y + foot.height).toBeLessThanOrEqual(height + 1);
  expect(await page.title()).toMatch(/не проверено школой/);

  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('unverified-frame .mark').first().isVisible()).toBe(true);
  await page.emulateMedia({ media: null });

  await page.getByText('Лист для печати (PDF)').click();
  for (const layout of ['checklist', 'poster']) {
    await page.getByLabel('Как печатать').selectOption(layout);
    await page.getByRole('button', { name: 'Скачать PDF' }).and(page.locator(':enabled')).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Скачать PDF' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const text = pdfText(Buffer.concat(chunks)).replace(/\s+/g, ' ');
    expect(text).toContain(`${MARK}: Запись`);
    // No contact and no site of the school.
    expect(text).not.toMatch(/8-800|официальн/i);
  }

  await page.goto(`${server.url}own/`);
  expect(await page.getByRole('listitem').first().textContent()).toContain(MARK);
  await page.goto(server.url);
  const row = page.locator('#page-own li');
  await row.waitFor();
  expect(await row.textContent()).toContain(MARK);
  await row.getByRole('link').click();
  await page.locator('#open').waitFor();
  await removeAll(page);
});

test('it shows text and nothing else, and says where its links lead', async () => {
  const page = await open();
  const hostile =
    '<img src=x onerror="document.title=1"><script>1</script>\n\n[тел](tel:+79990000000) [a](https://evil.example/8-800-100-70-10)\n';
  await choose(page, guide('[a](javascript:alert(1))\n'));
  await page.getByText('не открылся').waitFor();
  await page.getByRole('button', { name: 'Понятно' }).click();
  await add(page, guide(hostile));
  const view = page.locator('own-guide');
  await view.getByText('<img src=x').waitFor();
  expect(await view.locator('img, script, a[href^="tel"], .dock, .contacts').count()).toBe(0);
  expect(await view.getByText('(+79990000000)').isVisible()).toBe(true);
  expect(await view.getByText('(evil.example)').isVisible()).toBe(true);
  expect(await view.getByText('(example.com)').first().isVisible()).toBe(true);
  // The family's code is for the school's guides.
  expect(await page.locator('[data-code]').count()).toBe(0);
  await removeAll(page);
});

test('it cannot take the place of a guide of the school', async () => {
  const page = await open('krasnoyarsk/kiasuo/');
  const title = (await page.locator('h1').textContent()) ?? '';
  await page.locator('.step > input').first().check();
  await page.getByText(/^1 из \d+$/).waitFor();
  const id = await page.locator('.step > input').first().getAttribute('id');
  await page.goto(`${server.url}own/`);
  await choose(page, guide(`- [ ] Нажмите {#${id ?? ''}}\n`, title), 'kiasuo.md');
  await page.getByText('Так же называется памятка на этом сайте').waitFor();
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await page.getByText('Так же называется памятка на этом сайте').waitFor();
  await page.getByText(/^0 из 4$/).waitFor();
  await page.goto(`${server.url}krasnoyarsk/`);
  expect(await page.locator(`[data-guide^="own"]`).count()).toBe(0);
  await page.goto(`${server.url}krasnoyarsk/kiasuo/`);
  await page.getByText(/^1 из \d+$/).waitFor();
  await removeAll(page);
});

test('a newer file takes the older one’s place and ticks; a removed guide comes back with them', async () => {
  const page = await open();
  await add(page, guide(''));
  await page.locator('#open').check();
  await page.getByText(/^1 из 3$/).waitFor();
  await page.goto(`${server.url}own/`);
  await choose(page, guide('- [ ] Нажмите «Готово» {#done}\n'));
  await page.getByRole('button', { name: 'Заменить' }).click();
  await page.getByText(/^1 из 4$/).waitFor();

  await page.getByRole('button', { name: 'Удалить памятку' }).click();
  await page.getByText('пока нет').waitFor();
  await page.getByRole('button', { name: 'Вернуть' }).click();
  await page.getByRole('link', { name: 'Запись в кружок' }).click();
  await page.getByText(/^1 из 4$/).waitFor();
  await removeAll(page);
});

test('an address brings no guide, and says so', async () => {
  const page = await open('own/?guide=own:abc');
  await page.getByText('на этом устройстве нет').waitFor();
  await page.goto(`${server.url}own/?draft=1`);
  await page.getByText('Такого черновика').waitFor();
  await page.close();
});

test.each([
  ['a large one', Buffer.alloc(5_000_000, 'а'), 'больше 1 МБ'],
  ['an empty one', '', 'Нет начала файла'],
  ['a picture', 'PNG', '«a.png» не подходит: нужен файл .md с памяткой.', 'a.png'],
  ['a drawing', '<svg/>', '«a.svg» не подходит: нужен файл .md с памяткой.', 'a.svg'],
  ['a deep one', guide('>'.repeat(200) + ' а\n'), 'Слишком глубокая вложенность'],
])('of %s it is said what is wrong', async (_what, text, words, name = 'a.md') => {
  const page = await open();
  await choose(page, text, name);
  await page.getByText(words, { exact: false }).first().waitFor();
  await page.close();
});

test('a file of old Windows is read, with its letters', async () => {
  const page = await open();
  const bytes = [...guide('')].map((letter) => {
    const code = letter.charCodeAt(0);
    return code < 128 ? code : code >= 0x410 ? code - 0x410 + 0xc0 : 0xab;
  });
  await choose(page, Buffer.from(bytes));
  await page.getByRole('heading', { name: 'Запись в кружок' }).waitFor();
  await page.close();
});

test('the page holds large text on a small screen', async () => {
  const phone = await launch({ viewport: { width: 320, height: 640 } });
  const page = await phone.newPage();
  await page.goto(`${server.url}own/`);
  const widen = (): Promise<number> =>
    page.evaluate(() => {
      document.documentElement.style.setProperty('font-size', '200%');
      return document.documentElement.scrollWidth;
    });
  await page.locator('own-list').waitFor();
  expect(await widen()).toBe(320);
  await choose(page, guide('', 'Оченьдлинноеназваниекоторогонехватаетнасправку'));
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await page.locator('own-guide guide-checklist').waitFor();
  expect(await widen()).toBe(320);
  await phone.close();
});

test('a draft of the authors’ page gets here, and all of it works with the host dead', async () => {
  const own = newProfile();
  const host = await serve('dist');
  const first = await launch({ profile: own });
  const page = await first.newPage();
  await page.goto(`${host.url}author/`);
  await page.getByRole('button', { name: 'Взять образец' }).click();
  await page.getByText('Ошибок нет').waitFor();
  await page.getByText('Черновик сохранён').waitFor();
  await page.getByRole('link', { name: 'Добавить на это устройство' }).click();
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await page.locator('#open-site').check();
  await page.getByText(/^1 из 2$/).waitFor();
  await page.getByText('Готово к работе без интернета').waitFor({ timeout: 30_000 });
  await first.close();
  await host.close();

  const again = await launch({ profile: own });
  const later = await again.newPage();
  await later.goto(host.url);
  await later.locator('#page-own a').click();
  await later.getByText(/^1 из 2$/).waitFor();
  await later.locator('#press-sign-in').check();
  await later.getByText('Готово!').waitFor();
  await later.getByText('Лист для печати (PDF)').click();
  await later.getByRole('img', { name: /как на бумаге/ }).waitFor();
  await later.goto(`${host.url}own/`);
  await choose(later, guide(''));
  await later.getByRole('button', { name: 'Добавить', exact: true }).waitFor();
  await again.close();
  rmSync(own, { recursive: true, force: true });
});

test('a guide for which there is no room stays offered, and comes when there is', async () => {
  const page = await open();
  await choose(page, guide('', 'Памятка без места'));
  const button = page.getByRole('button', { name: 'Добавить', exact: true });
  await button.waitFor();
  await page.evaluate(() => {
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    addEventListener('room-again', () => {
      Object.defineProperty(IDBObjectStore.prototype, 'put', own);
    });
  });
  await button.click();
  await page.getByText('Освободите место').waitFor();
  await page.evaluate(() => dispatchEvent(new Event('room-again')));
  await button.click();
  await page.locator('own-guide guide-checklist').waitFor();
  await page.close();
});
