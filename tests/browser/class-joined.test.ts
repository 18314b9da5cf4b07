import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readRoster } from '../../src/roster';
import { useClassTools } from './class-tools';

const tools = useClassTools();
const { folder, openClass } = tools;
const CLEAN = 'tests/fixtures/4A-clean.csv';
const parents = readRoster(readFileSync(CLEAN)).roster.rows.map(({ values }) => values.parentName);

async function openList(): Promise<Page> {
  const page = await openClass();
  await page.locator('class-import input[type=file]').setInputFiles(CLEAN);
  await page.getByText('25 из 25').first().waitFor();
  return page;
}

test('a report marks who has joined, after a look, all or nothing, and is taken back', async () => {
  const report = join(folder, 'analit.csv');
  const [first = '', second = ''] = parents;
  writeFileSync(
    report,
    `Отчёт School72_new;;\nРодитель;Логин;Последний вход\n${first};a_1;01.09.2026\n${second};b_1;нет\nЧужой Человек;c;да\n`,
  );
  const page = await openList();
  await page.getByText('Отметить по отчёту').click();
  await page.locator('class-joined input[type=file]').setInputFiles(report);
  const preview = page.getByRole('dialog');
  await preview.getByText('Таких людей в списке нет. Строки отчёта: 5.').waitFor();
  await preview.getByText('Кто и что').click();
  await preview.getByText(new RegExp(`${first}: Учётная запись есть, Вошёл`)).waitFor();
  await preview.getByRole('button', { name: 'Не надо' }).click();
  await preview.waitFor({ state: 'detached' });
  const signedIn = page.getByRole('img', { name: /^Вошёл: / });
  expect(await signedIn.getAttribute('aria-label')).toBe('Вошёл: 0 из 25');

  await page.locator('class-joined input[type=file]').setInputFiles(report);
  await preview.getByRole('button', { name: 'Отметить: 2' }).click();
  await expect.poll(() => signedIn.getAttribute('aria-label')).toBe('Вошёл: 1 из 25');
  expect(await page.getByRole('img', { name: 'Учётная запись есть: 2 из 25' }).isVisible()).toBe(
    true,
  );
  await page.getByRole('button', { name: 'Выбрать тех, кто ещё не вошёл' }).click();
  await page.getByText('Выбрано: 24 из 25').waitFor();
  await page.getByRole('button', { name: /Вернуть, как было: отчёт/ }).click();
  await expect.poll(() => signedIn.getAttribute('aria-label')).toBe('Вошёл: 0 из 25');
  await page.close();
});

test('a report whose titles say nothing is matched by hand', async () => {
  const page = await openList();
  await page.getByText('Отметить по отчёту').click();
  await page
    .getByLabel('Вставьте таблицу вместе с заголовками')
    .fill(`Кто\tБыл\n${parents[0] ?? ''}\tда\n`);
  await page.getByRole('button', { name: 'Прочитать отчёт' }).click();
  const preview = page.getByRole('dialog');
  await preview.getByRole('alert').filter({ hasText: /имен/ }).waitFor();
  await preview.getByLabel('Кто').selectOption('ФИО родителя');
  await preview.getByLabel('Был').selectOption('Вошёл');
  await preview.getByRole('button', { name: 'Отметить: 1' }).click();
  await page.getByRole('img', { name: 'Вошёл: 1 из 25' }).waitFor();
  await page.close();
});

test('a report of numbers by class says why nobody can be marked, and stays to be mended', async () => {
  const page = await openList();
  await page.getByText('Отметить по отчёту').click();
  const field = page.getByLabel('Вставьте таблицу вместе с заголовками');
  await field.fill('Класс\tУникальные родители\n4А\t12\n');
  await page.getByRole('button', { name: 'Прочитать отчёт' }).click();
  const preview = page.getByRole('dialog');
  await preview.getByText(/только числа по классам/).waitFor();
  expect(await preview.getByRole('button', { name: /^Отметить/ }).isDisabled()).toBe(true);
  await preview.press('Escape');
  await preview.waitFor({ state: 'detached' });
  expect(await field.inputValue()).toContain('Уникальные');
  await page.close();
});

test('the chart has its numbers as a table too, a row a day', async () => {
  const page = await openList();
  await page.getByText('Числа по дням').click();
  const cells = page.locator('joined-chart tbody tr').first().locator('td');
  expect(await cells.allTextContents()).toEqual(['25', '25 из 25', '0', '0', '0', '0', '0']);
  await page.close();
});
