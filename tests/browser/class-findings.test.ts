import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useClassTools } from './class-tools';

const tools = useClassTools();
const { folder, openClass } = tools;
const MISTAKES = 'tests/fixtures/4B-mistakes.csv';

async function openList(): Promise<Page> {
  const page = await openClass();
  await page.locator('input[type=file]').setInputFiles(MISTAKES);
  await page.getByText('7 из 24').waitFor();
  return page;
}

/** Says by keyboard alone that the only finding of a kind is right. */
async function resolve(page: Page, kind: RegExp, word: string): Promise<void> {
  await page.locator('class-findings summary').filter({ hasText: kind }).press('Enter');
  await page.getByRole('button', { name: /^Так и должно быть/ }).press('Enter');
  await page.keyboard.type(word);
  await page.keyboard.press('Enter');
}

describe('a finding that is right as it is', () => {
  test('is told so with a word, is counted apart, and opened again', async () => {
    const page = await openList();
    await resolve(page, /Нет логина/, 'входит через Госуслуги');
    await page.getByText('8 из 24').waitFor();
    await page.getByText(/разобрано: 1/).waitFor();
    expect(await page.locator('class-roster').getByText('У родителя нет логина').count()).toBe(0);
    await page.getByText('Разобрано, так и должно быть — 1').click();
    await page.getByText('входит через Госуслуги').waitFor();
    await page.getByRole('button', { name: /^Проверить снова/ }).click();
    await page.getByText('7 из 24').waitFor();
    await page.getByRole('button', { name: /^Вернуть, как было/ }).click();
    await page.getByText('8 из 24').waitFor();
    await page.close();
  });

  test('stays so in the next import, whose lines are others, and on paper and in the file', async () => {
    const page = await openList();
    await resolve(page, /Нет логина/, 'входит через Госуслуги');
    await page.getByText('8 из 24').waitFor();
    const [header = '', first = '', second = '', ...others] = readFileSync(MISTAKES, 'utf8')
      .trim()
      .split(/\r?\n/);
    const next = join(folder, 'next.csv');
    // The first pupil, who had no parent, is gone; another one comes with a wrong phone.
    const added = second.replace('Андреев Матвей', 'Ёлкин Ким').replace('663-09-77', '66');
    expect(first).toContain('Алексеев');
    writeFileSync(next, [header, ...others.reverse(), second, added].join('\r\n'));
    await page.locator('input[type=file]').setInputFiles(next);
    await page.getByRole('button', { name: 'Взять список' }).click();
    await page.getByText('С прошлого списка').waitFor();
    await page.getByText(/разобрано: 1/).waitFor();
    await page.locator('class-progress summary', { hasText: 'Исправлено' }).click();
    await page
      .locator('class-progress .fixed')
      .getByText(/Алексеев Артём/)
      .waitFor();
    await page.locator('class-progress summary', { hasText: 'Появилось' }).click();
    await page
      .locator('class-progress .fresh')
      .getByText(/Ёлкин Ким/)
      .first()
      .waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Скачать, что исправить' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('входит через Госуслуги');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.getByText('входит через Госуслуги').waitFor();
    await page.close();
  });

  test('is not left by Escape without a word', async () => {
    const page = await openList();
    await page
      .locator('class-findings summary')
      .filter({ hasText: /Нет логина/ })
      .click();
    await page.getByRole('button', { name: /^Так и должно быть/ }).click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.locator('button:focus').textContent())
      .toContain('Так и должно быть');
    expect(await page.getByText(/разобрано: 0/).isVisible()).toBe(true);
    await page.close();
  });
});

test('findings stand by family too, those who cannot sign in first', async () => {
  const page = await openList();
  await page.getByLabel('по семьям').check();
  const families = page.locator('class-findings details.error > summary');
  await families.filter({ hasText: 'Алексеев Артём' }).first().click();
  await page
    .locator('finding-item')
    .getByText(/не указан родитель/)
    .first()
    .waitFor();
  await page.close();
});

test('every rule is told with its source and where the mending is explained', async () => {
  const page = await openList();
  await page.getByText('Что проверяется').click();
  const rules = page.locator('audit-rules dd');
  expect(await rules.count()).toBeGreaterThan(15);
  for (const rule of await rules.all()) expect(await rule.getByRole('link').count()).toBe(1);
  await page.close();
});
