import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useClassTools } from './class-tools';

const tools = useClassTools();
const { openClass } = tools;

const CLEAN = readFileSync('tests/fixtures/4A-clean.csv', 'utf8');

test('a file is dropped anywhere on the page, which stays', async () => {
  const page = await openClass();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '4А.csv', { type: 'text/csv' }));
    return data;
  }, CLEAN);
  await page.locator('h1').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.locator('.drop.over').waitFor();
  await page.locator('h1').dispatchEvent('drop', { dataTransfer: transfer });
  await page.getByText('Выбрано: 25 из 25').waitFor();
  await page.close();
});

test('the installed app takes in a file that it is opened with', async () => {
  const page = await tools.browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  // The system fills the queue before the page's scripts run.
  await page.addInitScript((text) => {
    const handle = { getFile: () => Promise.resolve(new File([text], '4А.csv')) };
    Object.defineProperty(window, 'launchQueue', {
      value: {
        setConsumer: (consume: (params: object) => void) => {
          consume({ files: [handle] });
        },
      },
    });
  }, CLEAN);
  await page.goto(`${tools.server.url}class/`);
  await page.getByText('Выбрано: 25 из 25').waitFor();
  await page.close();
});

test('names pasted without a header are known, after a look', async () => {
  const page = await openClass();
  await page.getByLabel(/Скопируйте таблицу/).fill('Иванов Пётр\nПетрова Анна\n');
  await page.getByRole('button', { name: 'Прочитать список' }).click();
  const preview = page.getByRole('dialog');
  await preview.getByText(/Заголовков нет/).waitFor();
  await preview.getByRole('button', { name: 'Взять список' }).click();
  await page.getByText('Выбрано: 2 из 2').waitFor();
  await page.close();
});

test('a list whose letters were read wrongly is read again in another encoding', async () => {
  const page = await openClass();
  const file = {
    name: '4А.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Ученик;Класс\nКим Ян;4А\n'),
  };
  await page.locator('class-import input[type=file]').setInputFiles(file);
  await page.getByText('Выбрано: 1 из 1').waitFor();
  await page.locator('class-import input[type=file]').setInputFiles(file);
  const preview = page.getByRole('dialog');
  const encoding = preview.getByLabel(/другую кодировку/);
  expect(await encoding.inputValue()).toBe('utf-8');
  await encoding.selectOption('windows-1251');
  await preview.getByRole('alert').filter({ hasText: /имен/ }).waitFor();
  expect(await preview.getByRole('button', { name: 'Взять список' }).isDisabled()).toBe(true);
  await encoding.selectOption('utf-8');
  await preview.getByText('останется как есть').waitFor();
  await page.close();
});

test('a quote that is not closed is told with its line', async () => {
  const page = await openClass();
  await page
    .getByLabel(/Скопируйте таблицу/)
    .fill('Ученик;Класс;Код\nКим Ян;4А;AB\n"Юн Ли;4А;CD\nЛи Ан;4А;EF\n');
  await page.getByRole('button', { name: 'Прочитать список' }).click();
  const preview = page.getByRole('dialog');
  await preview.getByText(/Строка 3: кавычки не закрыты/).waitFor();
  await preview.getByRole('button', { name: 'Взять список' }).click();
  await page.getByText('Выбрано: 3 из 3').waitFor();
  await page.close();
});
