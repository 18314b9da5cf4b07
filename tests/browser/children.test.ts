import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { encodeFamilyLink } from '../../src/link';
import { can, launch } from './browser';
import { serve, type StaticServer } from './static-server';

let server: StaticServer;
let browser: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launch({ viewport: { width: 360, height: 740 } });
});
afterAll(async () => {
  await browser.close();
});
// A family of its own for each test: what is kept belongs to a host and its port.
beforeEach(async () => {
  server = await serve('dist', { base: '/school/' });
  page = await browser.newPage();
});
afterEach(async () => {
  await Promise.all(browser.pages().map((open) => open.close()));
  await server.close();
});

const ROUTE = 'krasnoyarsk/';
const GUIDE = 'krasnoyarsk/kiasuo/';

const goTo = (path: string) => page.goto(server.url + path);

async function addChild(name: string, className = '', code = '', age = ''): Promise<void> {
  await page.getByRole('button', { name: 'Добавить ребёнка' }).click();
  await page.getByLabel('Имя или пометка').fill(name);
  await page.getByRole('textbox', { name: 'Класс' }).fill(className);
  await page.getByLabel(/^Код приглашения/).fill(code);
  if (age !== '') await page.getByLabel('Сколько лет?').selectOption(age);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByRole('button', { name: `Изменить: ${name}` }).waitFor();
}

const boxes = () => page.locator('.step:has(#enter-code) > input');
const total = async () =>
  Number(/\d+$/.exec(await page.getByText(/^\d+ из \d+$/).innerText())?.[0]);

describe('children', () => {
  test('have a box and a code each, and the first keeps what was ticked before', async () => {
    await goTo(GUIDE);
    await page.locator('#enter-code').check();
    await page.getByText(/^1 из \d+$/).waitFor();
    const before = await total();
    const perChild = await page.locator('.step:visible > input[data-per-child]').count();
    await goTo(ROUTE);
    await addChild('Аня', '4А', 'HGKMDTWQ');
    await addChild('Миша', '1Б', 'E735TBA7');
    await goTo(GUIDE);
    await expect.poll(() => boxes().count()).toBe(2);
    await expect.poll(total).toBe(before + perChild);
    await expect.poll(() => page.locator('#enter-code').isChecked()).toBe(true);
    const misha = page.getByRole('checkbox', { name: /^Введите фамилию.*Миша, 1Б$/ });
    expect(await misha.isChecked()).toBe(false);
    expect(await page.locator('.family-code code').allTextContents()).toEqual([
      'HGKMDTWQ',
      'E735TBA7',
    ]);
    await misha.check();
    await page.getByText(/^2 из \d+$/).waitFor();
    await page.reload();
    await page.getByText(/^2 из \d+$/).waitFor();
    await expect.poll(() => misha.isChecked()).toBe(true);
    await goTo(ROUTE);
    await page.getByText(`2 из ${String(before + perChild)}`).waitFor();
  });

  test('on both sides of 14 get each the steps of its age, and one answer where nobody said one', async () => {
    await goTo(ROUTE);
    await addChild('Аня', '', '', '14 или больше');
    await addChild('Миша', '', '', 'Ещё нет 14');
    await goTo(GUIDE);
    await page.getByText('Дети: Аня; Миша.').waitFor();
    const login = page.locator('#child-login .step');
    // Only Миша needs a login from a parent; both need the code.
    await expect.poll(() => login.first().locator('label').allTextContents()).toHaveLength(2);
    expect(await login.first().textContent()).toContain('Миша');
    expect(await login.first().textContent()).not.toContain('Аня');
    await expect.poll(() => boxes().count()).toBe(2);
    await login.first().locator('input').check();
    await page.getByText(/^1 из \d+$/).waitFor();
    const steps = await total();
    await page.getByText('Показать только моё').click();
    await page.getByLabel('Что у вас в руках?').waitFor();
    expect(await page.getByLabel('Сколько лет ребёнку?').count()).toBe(0);
    await page.reload();
    await expect.poll(() => login.first().locator('input').isChecked()).toBe(true);
    await goTo(ROUTE);
    await page.getByText(`1 из ${String(steps)}`).waitFor();

    // Миша is older now: nobody is left whom those steps are for.
    await page.getByRole('button', { name: 'Изменить: Миша' }).click();
    await page.getByLabel('Сколько лет?').selectOption('14 или больше');
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await page.getByRole('button', { name: 'Изменить: Миша' }).waitFor();
    await goTo(GUIDE);
    await expect.poll(() => page.locator('#child-login').isVisible()).toBe(false);
    await page.getByText(/^0 из \d+$/).waitFor();
  });

  test('are removed after a yes, with their ticks and nobody else’s', async () => {
    await goTo(ROUTE);
    await addChild('Аня');
    await addChild('Миша');
    await goTo(GUIDE);
    await expect.poll(() => boxes().count()).toBe(2);
    await boxes().nth(1).check();
    await page.locator('#sign-in').check();
    await page.getByText(/^2 из \d+$/).waitFor();
    await goTo(ROUTE);
    await page.getByRole('button', { name: 'Изменить: Аня' }).click();
    await page.getByRole('button', { name: 'Удалить' }).click();
    const question = page.locator('child-form p[tabindex]');
    await expect
      .poll(() =>
        question.evaluate((own) => {
          const { top, bottom } = own.getBoundingClientRect();
          return own.matches(':focus') && top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
    await page.getByRole('button', { name: 'Оставить' }).click();
    expect(await page.getByLabel('Имя или пометка').inputValue()).toBe('Аня');
    await page.getByRole('button', { name: 'Удалить' }).click();
    await page.getByRole('button', { name: 'Удалить' }).click();
    // Gone with the form, once that is committed.
    await page.locator('child-form').waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('button', { name: /^Изменить/ }).count()).toBe(1);
    await goTo(GUIDE);
    await page.getByText('Дети: Миша').waitFor();
    // The box that the page came with is now Миша's.
    await expect.poll(() => page.locator('#enter-code').isChecked()).toBe(true);
    await page.getByText(/^2 из \d+$/).waitFor();
    await goTo(ROUTE);
    await page.getByRole('button', { name: 'Изменить: Миша' }).click();
    await page.getByRole('button', { name: 'Удалить' }).click();
    await page.getByRole('button', { name: 'Удалить' }).click();
    await page.getByText('Детей двое или больше?').waitFor();
    await goTo(GUIDE);
    await page.getByText(/^1 из \d+$/).waitFor();
    expect(await page.locator('#enter-code').isChecked()).toBe(false);
  });

  test('are added by keyboard alone, and the focus comes back', async () => {
    await goTo(ROUTE);
    await page.getByRole('button', { name: 'Добавить ребёнка' }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName))
      .toBe('CHILD-FORM');
    await page.keyboard.press('Enter');
    await page.getByText('Впишите хотя бы имя').waitFor();
    await page.keyboard.type('Аня');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Изменить: Аня' }).waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent.trim());
    await expect.poll(focused).toBe('Добавить ребёнка');
  });

  test('of a memo’s link get its code, and one that is there can get a new one', async () => {
    await goTo(ROUTE);
    await addChild('Аня', '4А');
    const link = encodeFamilyLink({ className: '4А', school: '', inviteCode: 'HGKMDTWQ' });
    await goTo(`${ROUTE}#${link}`);
    await page.getByLabel('Для кого').selectOption('Аня, 4А');
    await page.getByRole('button', { name: 'Запомнить' }).click();
    // The offer shows the code too, before it is kept.
    await page.getByRole('button', { name: 'Запомнить' }).waitFor({ state: 'detached' });
    await page.getByText('HGKMDTWQ').waitFor();
    expect(await page.getByRole('button', { name: /^Изменить/ }).count()).toBe(1);
    await goTo(GUIDE);
    await page.getByText('Код из памятки — Аня').waitFor();
    if (can.readClipboard) await browser.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Скопировать код' }).click();
    await page.getByText('Скопировано').waitFor();
    if (!can.readClipboard) return;
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('HGKMDTWQ');
  });

  test('are kept once where the button is pressed twice', async () => {
    const pressTwice = (name: string): Promise<void> =>
      page.getByRole('button', { name, exact: true }).evaluate((button: HTMLButtonElement) => {
        button.click();
        button.click();
      });
    const link = encodeFamilyLink({ className: '4А', school: '', inviteCode: 'HGKMDTWQ' });
    await goTo(`${ROUTE}#${link}`);
    await pressTwice('Запомнить');
    await page.getByText('Запомнено на этом устройстве. Код вы увидите').waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
    await expect.poll(focused).toMatch(/^Запомнено/);
    await page.getByRole('button', { name: 'Добавить ребёнка' }).click();
    await page.getByLabel('Имя или пометка').fill('Миша');
    await pressTwice('Сохранить');
    await page.getByRole('button', { name: 'Изменить: Миша' }).waitFor();
    await goTo(GUIDE);
    await page.getByText(/^Дети: 4А; Миша\.\s*Изменить$/).waitFor();

    // A child without a school or a class has nothing for a request.
    await goTo('help/krasnoyarsk/request/');
    await expect.poll(() => page.getByLabel('Класс').inputValue()).toBe('4А');
  });

  test('appear in another tab, with their boxes', async () => {
    await goTo(GUIDE);
    await page.getByText(/^0 из \d+$/).waitFor();
    const guide = page;
    page = await browser.newPage();
    await goTo(ROUTE);
    await addChild('Аня');
    await addChild('Миша');
    await expect.poll(() => guide.locator('.step:has(#enter-code) > input').count()).toBe(2);
  });
});

describe('a school in a folder of a host', () => {
  test('has a database that no other folder has', async () => {
    await goTo(GUIDE);
    await page.locator('#sign-in').check();
    await page.getByText(/^1 из \d+$/).waitFor();
    const names = await page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name),
    );
    expect(names).toEqual(['pamyatka /school/']);
  });
});
