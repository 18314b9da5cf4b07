import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readRoster } from '../../src/roster';
import { countPages, hasPdfCommands, pdfText } from '../pdf-tools';
import { takeFile, useClassTools } from './class-tools';

const tools = useClassTools();
const { folder, openClass } = tools;
const fixture = (name: string): string => join('tests/fixtures', name);

const ORDER = ['Ошибка', 'Внимание', 'Вопрос'];

async function make(page: Page): Promise<Uint8Array> {
  await page.getByRole('button', { name: 'Сделать памятки' }).click();
  const link = page.getByRole('link', { name: 'Скачать PDF' });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFileSync(await download.path());
}

describe('memos made in the page', () => {
  test.each(['4A-clean.csv', '9V-windows-1251.csv', '9V-tabs-as-pasted-from-excel.txt'])(
    'from %s equal those of the command line, byte for byte',
    async (name) => {
      const page = await openClass();
      await takeFile(page, fixture(name));
      await page.getByRole('textbox', { name: 'Школа' }).fill('МАОУ СОШ № 4');
      const pdf = await make(page);
      await page.close();
      const output = join(folder, 'cli.pdf');
      execFileSync(
        process.execPath,
        ['dist-cli/pamyatka.js', 'memo', fixture(name), '-o', output, '--school', 'МАОУ СОШ № 4'],
        { stdio: 'pipe' },
      );
      expect(Buffer.from(pdf).equals(readFileSync(output))).toBe(true);
    },
  );

  test('come for the chosen pupils alone', async () => {
    const page = await openClass();
    await takeFile(page, fixture('4A-clean.csv'));
    await page.getByRole('button', { name: 'Снять выбор' }).click();
    await page.getByLabel('Печатать памятку: Иванов Дмитрий Викторович').check();
    await page.getByLabel('Печатать памятку: Орлов Матвей Владимирович').check();
    expect(await page.getByText('Выбрано: 2 из 25').isVisible()).toBe(true);
    const pdf = await make(page);
    expect(countPages(pdf)).toBe(2);
    if (hasPdfCommands) {
      expect(pdfText(pdf)).toContain('2DBN49WZ');
      expect(pdfText(pdf)).not.toContain('HGKMDTWQ');
    }
    await page.close();
  });

  test('are shown before they are printed, any family', async () => {
    const page = await openClass();
    await takeFile(page, fixture('4A-clean.csv'));
    await make(page);
    const sheet = page.getByRole('img', { name: /как на бумаге/ });
    expect(await sheet.textContent()).toContain('HGKMDTWQ');
    await page.getByLabel('Чей лист показать').selectOption('Орлов Матвей Владимирович');
    await expect.poll(() => sheet.textContent()).toContain('A9FFEHYK');
    await page.close();
  });

  test('can be cancelled', async () => {
    const page = await tools.browser.newPage();
    // A worker that never answers: the test is the same on a fast machine and on a slow one.
    await page.addInitScript(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its object below.
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
        const isMemo = (message[0] as { type?: string }).type === undefined;
        if (!isMemo) postMessage.apply(this, message);
      };
    });
    await page.goto(`${tools.server.url}class/`);
    await takeFile(page, fixture('4A-clean.csv'));
    await page.getByText('Выбрано: 25 из 25').waitFor();
    await page.getByRole('button', { name: 'Сделать памятки' }).click();
    await page.getByRole('button', { name: 'Отменить' }).click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    expect(await page.getByRole('link', { name: 'Скачать PDF' }).count()).toBe(0);
    await page.close();
  });
});

describe('a list', () => {
  test('is pasted, replaced and brought back', async () => {
    const page = await openClass();
    const pasted = readFileSync(fixture('9V-tabs-as-pasted-from-excel.txt'), 'utf8');
    await page.getByLabel(/Скопируйте таблицу/).fill(pasted);
    await page.getByRole('button', { name: 'Прочитать список' }).click();
    await page.getByText('Выбрано: 22 из 22').waitFor();
    await takeFile(page, fixture('4B-mistakes.csv'));
    await page.getByRole('button', { name: 'Взять список' }).click();
    await page.getByText('Выбрано: 24 из 24').waitFor();
    expect(await page.getByText('7 из 24').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Вернуть прежний' }).click();
    await page.getByText('Выбрано: 22 из 22').waitFor();
    await page.getByRole('button', { name: 'Повторить' }).click();
    await page.getByText('Выбрано: 24 из 24').waitFor();
    await page.close();
  });

  test('says what a second one would change, and changes nothing when refused', async () => {
    const mended = join(folder, 'mended.csv');
    const lines = readFileSync(fixture('4A-clean.csv'), 'utf8').trim().split(/\r?\n/);
    const [header = '', , changed = '', ...others] = lines;
    const redated = changed.replace(/;\d\d\.\d\d\./, ';30.11.');
    const added = '4А;Новиков Илья Петрович;05.05.2016';
    writeFileSync(mended, [header, redated, ...others, added].join('\r\n'));
    const page = await openClass();
    await takeFile(page, fixture('4A-clean.csv'));
    await page.getByText('Выбрано: 25 из 25').waitFor();
    await takeFile(page, mended);
    const preview = page.getByRole('dialog');
    await preview.getByText('добавится').waitFor();
    expect(await preview.getByRole('term').allTextContents()).toEqual(['1', '1', '23', '1']);
    await preview.getByText('Что именно').click();
    expect(await preview.getByText(/Дата рождения ученика: .* → 30\.11\./).isVisible()).toBe(true);
    await preview.getByRole('button', { name: 'Не надо' }).click();
    await preview.waitFor({ state: 'detached' });
    expect(await page.getByText('Выбрано: 25 из 25').isVisible()).toBe(true);
    await takeFile(page, mended);
    await preview.getByLabel(/Оставить и тех/).check();
    await preview.getByRole('button', { name: 'Взять список' }).click();
    await page.getByText('Выбрано: 26 из 26').waitFor();
    await page.close();
  });

  test('is taken after the match of its columns was corrected', async () => {
    const file = join(folder, 'unknown.csv');
    writeFileSync(file, 'Класс;Чадо;Код\n5А;Иванов Пётр;AAAA2222\n5А;Петров Иван;BBBB3333\n');
    const page = await openClass();
    await takeFile(page, file);
    const preview = page.getByRole('dialog');
    await preview.getByRole('alert').filter({ hasText: /имен/ }).waitFor();
    expect(await preview.getByRole('button', { name: 'Взять список' }).isDisabled()).toBe(true);
    await preview.getByLabel('Чадо').selectOption({ label: 'ФИО ученика' });
    await preview.getByText('Строк с учениками: 2').waitFor();
    await preview.getByRole('button', { name: 'Взять список' }).click();
    await page.getByRole('row', { name: /Иванов Пётр/ }).waitFor();
    await page.close();
  });

  test('shows each mistake at its pupil, and how to mend it', async () => {
    const page = await openClass();
    await takeFile(page, fixture('4B-mistakes.csv'));
    const row = page.getByRole('row', { name: /Гусева Арина/ });
    await row.getByText('один и тот же СНИЛС').click();
    expect(await row.getByText('впишите СНИЛС самого ребёнка').isVisible()).toBe(true);
    await page.close();
  });

  const { roster } = readRoster(readFileSync(fixture('4A-clean.csv')));
  test.each([
    ['an empty file', '', /пуст/],
    ['a picture named .csv', readFileSync('public/icons/icon-192.png'), /картин|изображени|рисун/i],
    ['a list without names', 'Класс;Код\n5А;AAAA2222\n', /имен/],
  ])('stays as it was after %s', async (_name, content, message) => {
    const file = join(folder, 'bad.csv');
    writeFileSync(file, content);
    const page = await openClass();
    await takeFile(page, fixture('4A-clean.csv'));
    await page.getByText(`Выбрано: ${String(roster.rows.length)} из`).waitFor();
    await takeFile(page, file);
    await page.getByRole('alert').filter({ hasText: message }).waitFor();
    expect(await page.getByText(`Выбрано: ${String(roster.rows.length)} из`).isVisible()).toBe(
      true,
    );
    await page.close();
  });

  test('is taken though its audit fails, and is checked at the next change', async () => {
    const page = await tools.browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    // The worker dies of the first audit, as one does that has no memory left.
    await page.addInitScript(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its object below.
      const { postMessage } = Worker.prototype;
      let isDead = false;
      Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
        const { question } = message[0] as { question?: { type: string } };
        if (question?.type !== 'audit' || isDead) {
          postMessage.apply(this, message);
          return;
        }
        isDead = true;
        this.dispatchEvent(new ErrorEvent('error', { message: 'Out of memory' }));
      };
    });
    await page.goto(`${tools.server.url}class/`);
    await takeFile(page, fixture('4A-clean.csv'));
    await page.getByRole('alert').filter({ hasText: 'Проверить список не получилось' }).waitFor();
    await page.getByText('Выбрано: 25 из 25').waitFor();
    await page.getByRole('button', { name: 'Орлов Матвей Владимирович' }).click();
    await page.getByRole('dialog').getByLabel('ФИО ученика').fill('Орлов Марк Владимирович');
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('25 из 25', { exact: true }).waitFor();
    await page.close();
  });

  test('keeps what was pasted when it is not understood', async () => {
    const page = await openClass();
    const field = page.getByLabel(/Скопируйте таблицу/);
    await field.fill('просто слова');
    await page.getByRole('button', { name: 'Прочитать список' }).click();
    await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
    expect(await field.inputValue()).toBe('просто слова');
    await page.close();
  });

  test('of 100,000 rows is read, shown in parts, and told to be too long for one file', async () => {
    const file = join(folder, 'huge.csv');
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `5А;Ученик ${String(i)};CODE${String(i)}`,
    );
    writeFileSync(file, `Класс;Ученик;Код\n${rows.join('\n')}\n`);
    const page = await openClass();
    await takeFile(page, file);
    await page.getByText('Показаны первые 200 строк из 100000').waitFor();
    await page.getByRole('button', { name: 'Сделать памятки' }).click();
    await page.getByText(/Слишком много/).waitFor();
    await page.close();
  });

  test('names the letter that no memo can print, with its line', async () => {
    const file = join(folder, 'emoji.csv');
    writeFileSync(file, 'Класс;Ученик;Код\n5А;Иванов Пётр;AAAA2222\n5А;Петров 🎈 Иван;BBBB3333\n');
    const page = await openClass();
    await takeFile(page, file);
    const pdf = await make(page);
    expect(countPages(pdf)).toBe(2);
    expect(await page.getByText(/Строка 3, .*🎈/u).isVisible()).toBe(true);
    await page.close();
  });
});

describe('the table', () => {
  test('is searched, filtered and sorted', async () => {
    const page = await openClass();
    await takeFile(page, fixture('4B-mistakes.csv'));
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    await page.getByLabel('Найти').fill('гусева 4б');
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByLabel('Найти').fill('');
    await page.getByRole('combobox', { name: /^Показать/ }).selectOption('Выбранные');
    await page.getByRole('button', { name: 'Снять выбор' }).click();
    await page.getByText('Таких строк нет').waitFor();
    await page.getByRole('combobox', { name: /^Показать/ }).selectOption('Все');
    await page.getByRole('button', { name: 'Ученик', exact: true }).click();
    await page.getByRole('button', { name: 'Ученик', exact: true }).click();
    expect(await page.getByRole('columnheader', { name: 'Ученик' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await page.close();
  });

  test('hides СНИЛС until asked', async () => {
    const page = await openClass();
    await takeFile(page, fixture('4A-clean.csv'));
    const snils = page.locator('.snils');
    await snils.first().waitFor();
    expect(
      (await snils.allTextContents()).filter((text) => /\d{3}-\d{3}-\d{3}/.test(text)),
    ).toEqual([]);
    await page.getByRole('button', { name: 'Показать СНИЛС' }).click();
    await expect.poll(() => snils.first().textContent()).toMatch(/\d{3}-\d{3}-\d{3} \d\d/);
    await page.close();
  });

  test('is edited by keyboard, checked again, and every change is taken back', async () => {
    const page = await openClass();
    await takeFile(page, fixture('4B-mistakes.csv'));
    await page.getByText('7 из 24').waitFor();
    await page.getByRole('button', { name: 'Алексеев Артём' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog');
    const login = form.getByLabel('Логин');
    await form.getByText('логин', { exact: false }).first().waitFor();
    expect(await login.getAttribute('aria-invalid')).toBe('true');
    await login.fill('Андреева_Ишим_4');
    expect(await login.getAttribute('aria-invalid')).toBe('false');
    // Escape loses nothing, not even pressed twice, when browsers close a dialog whatever it says.
    await page.keyboard.press('Escape');
    await form.getByText('Вы изменили строку').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => form.isVisible()).toBe(true);
    expect(await login.inputValue()).toBe('Андреева_Ишим_4');
    await login.press('Enter');
    await page.getByText('8 из 24').waitFor();
    expect(await page.locator('button:focus').textContent()).toContain('Андреев Матвей');
    await page.getByRole('button', { name: 'Алексеев Артём' }).click();
    await form.getByRole('button', { name: 'Удалить строку' }).click();
    await page.getByText('Выбрано: 23 из 23').waitFor();
    await page.getByRole('button', { name: 'Добавить ученика' }).click();
    await form.getByLabel('ФИО ученика').fill('Новиков Илья');
    await form.getByRole('button', { name: 'Добавить' }).click();
    await page.getByText('Выбрано: 24 из 24').waitFor();
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
    await page.getByText('7 из 24').waitFor();
    expect(await page.getByRole('row', { name: /Алексеев Артём/ }).isVisible()).toBe(true);
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('8 из 24').waitFor();
    await page.close();
  });
});

/** The accessible name of what has the focus, shadow trees included. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const words = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return words.replace(/\s+/g, ' ').trim();
  });

describe('the focus', () => {
  test('goes to the pupils when a list has come, which on a phone are far below', async () => {
    const page = await openClass();
    await page.setViewportSize({ width: 360, height: 740 });
    await takeFile(page, fixture('4A-clean.csv'));
    await expect.poll(() => focused(page)).toBe('2. Ученики и проверка');
    await page.close();
  });

  test('moves over the table by arrows, and stays there when a row is deleted and comes back', async () => {
    const page = await openClass();
    await takeFile(page, fixture('4B-mistakes.csv'));
    await page.getByText('7 из 24').waitFor();
    await page.getByRole('button', { name: 'Алексеев Артём' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toMatch(/^Печатать памятку: Алексеев Артём/);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowRight');
    const names = (await page.locator('tbody .name').allInnerTexts()).map((name) => name.trim());
    const [before = '', last = ''] = names.slice(-2);
    expect(await focused(page)).toBe(last);
    await page.keyboard.press('Delete');
    await page.getByText('Выбрано: 23 из 23').waitFor();
    expect(await focused(page)).toBe(before);
    await page.getByRole('status').getByText(`Сделано: удаление, ${last}`).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Выбрано: 24 из 24').waitFor();
    expect(await focused(page)).toBe(before);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(last);
    // The press that leaves nothing to take back takes its button with it.
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: /^Вернуть, как было/ }).press('Enter');
    await page.getByText('Выбрано: 24 из 24').waitFor();
    expect(await focused(page)).toBe('2. Ученики и проверка');
    // From its form, too.
    await page.getByRole('button', { name: names[0] ?? '' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить строку' }).click();
    await page.getByText('Выбрано: 23 из 23').waitFor();
    expect(await focused(page)).toBe(names[1]);
    await page.close();
  });
});

describe('what to mend', () => {
  test('stands by kind, what keeps people out first, and opens whole for paper', async () => {
    const page = await openClass();
    await takeFile(page, fixture('4B-mistakes.csv'));
    const kinds = page.locator('class-findings summary');
    await kinds.first().waitFor();
    const words = (await kinds.allTextContents()).map((text) => text.split(':')[0]);
    expect(words).toEqual(
      [...words].sort((a, b) => ORDER.indexOf(a ?? '') - ORDER.indexOf(b ?? '')),
    );
    expect(words[0]).toBe('Ошибка');
    await kinds.first().click();
    await page.getByText('Строка 2, 4Б, Алексеев Артём Алексеевич').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('class-findings details:not([open])').count()).toBe(0);
    expect(await page.locator('table').isVisible()).toBe(false);
    await page.close();
  });

  test('and the list itself can be kept as files', async () => {
    const page = await openClass();
    await takeFile(page, fixture('4B-mistakes.csv'));
    const save = async (name: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      return readFileSync(await download.path(), 'utf8');
    };
    const findings = await save('Скачать, что исправить');
    expect(findings).toContain('Алексеев Артём');
    expect(findings).not.toMatch(/\d{3}-\d{3}-\d{3} \d\d/);
    const list = readRoster(new TextEncoder().encode(await save('Скачать список'))).roster;
    expect(list).toEqual(readRoster(readFileSync(fixture('4B-mistakes.csv'))).roster);
    await page.close();
  });
});

describe('mending together', () => {
  test('gives each parent a text about their own, to copy', async () => {
    await tools.browser.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await openClass();
    await takeFile(page, fixture('4B-mistakes.csv'));
    await page.getByText('Исправить вместе').click();
    await page.getByRole('button', { name: /Скопировать сообщение: 4Б, Алексеев Артём/ }).click();
    await page.getByText('Скопировано').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('ваш СНИЛС');
    expect(text).toContain('Алексеев Артём');
    await page.close();
  });

  test('says so when the browser does not let it copy, and marks the text', async () => {
    const page = await openClass();
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await page.reload();
    await takeFile(page, fixture('4B-mistakes.csv'));
    await page.getByText('Исправить вместе').click();
    await page.getByRole('button', { name: /Скопировать сообщение: 4Б, Алексеев Артём/ }).click();
    await page.getByText('Браузер не дал скопировать').waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toContain('ваш СНИЛС');
    await page.close();
  });

  test('prints forms for exactly those families', async () => {
    const page = await openClass();
    await takeFile(page, fixture('4B-mistakes.csv'));
    await page.getByText('Исправить вместе').click();
    const messages = page.getByRole('button', { name: /Скопировать сообщение/ });
    await messages.first().waitFor();
    const count = await messages.count();
    expect(count).toBeLessThan(24);
    await page.getByRole('button', { name: /Напечатать бланки/ }).click();
    await page.getByText(`Выбрано: ${String(count)} из 24`).waitFor();
    expect(await page.getByLabel('Вид').inputValue()).toBe('form');
    await page.close();
  });
});

test('who has not signed in yet is chosen for print', async () => {
  const page = await openClass();
  await takeFile(page, fixture('4A-clean.csv'));
  await page.getByRole('button', { name: 'Иванов Дмитрий' }).click();
  await page.getByRole('dialog').getByLabel('Вошёл').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('button', { name: 'Снять выбор' }).click();
  await page.getByLabel('Печатать памятку: Орлов Матвей Владимирович').check();
  await page.getByLabel('Отметить у выбранных').selectOption('Вошёл');
  await page.getByText('2 из 25', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Выбрать тех, кто ещё не вошёл' }).click();
  await page.getByText('Выбрано: 23 из 25').waitFor();
  await page.getByRole('button', { name: 'Вернуть, как было: отметка «Вошёл»' }).click();
  await page.getByRole('button', { name: 'Выбрать тех, кто ещё не вошёл' }).click();
  await page.getByText('Выбрано: 24 из 25').waitFor();
  // What the teacher marked outlives the next import of the same list.
  await takeFile(page, fixture('4A-clean.csv'));
  await page.getByRole('button', { name: 'Взять список' }).click();
  await page.getByRole('button', { name: 'Вернуть прежний список' }).waitFor();
  await page.getByText('1 из 25', { exact: true }).waitFor();
  await page.close();
});
