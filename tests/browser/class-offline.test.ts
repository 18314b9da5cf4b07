import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launch } from './browser';
import { serve } from './static-server';

const LIST = join('tests/fixtures', '4A-clean.csv');

test('a list is read, checked and printed with the host dead, in a page opened anew', async () => {
  const server = await serve('dist');
  const browser = await launch();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`${server.url}class/`);
  await page.getByText('Готово к работе без интернета').waitFor();
  await server.close();
  await page.reload();
  await page.locator('input[type=file]').first().setInputFiles(LIST);
  await page.getByText('Выбрано: 25 из 25').waitFor();
  await page.getByRole('button', { name: 'Сделать памятки' }).click();
  await page.getByRole('link', { name: 'Скачать PDF' }).waitFor();
  const sheet = page.getByRole('img', { name: /как на бумаге/ });
  expect(await sheet.textContent()).toContain('HGKMDTWQ');
});
