import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { REFUSED, TAKEN, type HostileFile } from '../roster/hostile-files';
import { useClassTools } from './class-tools';

const tools = useClassTools();
const { openClass } = tools;

async function take(page: Page, { name, bytes }: HostileFile): Promise<void> {
  await page
    .locator('class-import input[type=file]')
    // Fifty megabytes take a loaded machine a while.
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) }, { timeout: 45_000 });
}

async function openWithList(): Promise<Page> {
  const page = await openClass();
  await page.locator('class-import input[type=file]').setInputFiles('tests/fixtures/4A-clean.csv');
  await page.getByText('Выбрано: 25 из 25').waitFor();
  return page;
}

test.each(REFUSED)('$what is refused with the reason, and the list stays', async (file) => {
  const page = await openWithList();
  await take(page, file);
  await page.getByRole('alert').filter({ hasText: file.why }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByLabel('Найти').fill('Орлов');
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
  await page.close();
});

test.each(TAKEN)('$what does no harm: the pupil is taken after a look', async (file) => {
  const page = await openWithList();
  await take(page, file);
  await page.getByRole('button', { name: 'Взять список' }).click();
  await page.getByText('Выбрано: 1 из 1').waitFor();
  expect(await page.getByRole('button', { name: 'Ким Ян', exact: true }).isVisible()).toBe(true);
  expect(await page.getByText('AB12CD34').first().isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Вернуть прежний список' }).click();
  await page.getByText('Выбрано: 25 из 25').waitFor();
  await page.close();
});
