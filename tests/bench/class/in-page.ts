import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch } from '../../browser/browser';
import { serve } from '../../browser/static-server';
import { peakMemory, settled, watchTasks } from '../page-cost';
import { classList } from './sample';

const PHRASE = 'тетрадь окно берёза трамвай';

/** One thing that a teacher does, and what the page shows when it is done. */
type Step = readonly [name: string, act: (page: Page, folder: string) => Promise<void>];

/**
 * How long a list holds the page's thread: the longest task of each step, as the browser's
 * `longtask` observer tells it (below 50 ms it tells none), and the most memory of page and worker.
 */
export async function measureLists(): Promise<void> {
  const server = await serve('dist');
  try {
    for (const rows of [1_000, 10_000, 100_000]) await measure(server.url, rows);
  } finally {
    await server.close();
  }
}

async function measure(url: string, rows: number): Promise<void> {
  const browser = await launch({ viewport: { width: 1280, height: 800 } });
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-lists-'));
  try {
    const page = await browser.newPage();
    await page.addInitScript(watchTasks);
    await page.addInitScript(lookForText);
    await page.goto(`${url}class/`);
    page.setDefaultTimeout(120_000);
    console.log(`\n${rows.toLocaleString('en')} rows in Chromium`);
    for (const [name, act] of stepsFor(rows)) {
      const start = performance.now();
      await act(page, folder);
      const time = performance.now() - start;
      const tasks = await settled(page);
      const longest = Math.max(0, ...tasks);
      const words = longest === 0 ? 'no task over 50' : `longest task ${longest.toFixed(0)}`;
      console.log(`  ${name.padEnd(36)} ${words.padEnd(18)} ms, done after ${time.toFixed(0)} ms`);
    }
    console.log(
      `  peak memory of the page with its worker: ${(await peakMemory(browser)).toFixed(0)} MB`,
    );
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function stepsFor(rows: number): Step[] {
  const take: Step = [
    'taken in and audited',
    async (page, folder) => {
      await choose(page, join(folder, 'now.csv'), classList(rows));
      await shows(page, 'roster-chooser', `Выбрано: ${String(rows)} из ${String(rows)}`);
      await shows(page, 'class-findings', 'Ошибка');
    },
  ];
  const next: Step = [
    'the next month’s list compared',
    async (page, folder) => {
      await choose(page, join(folder, 'next.csv'), classList(rows, { isNextMonth: true }));
      await page.locator('import-preview .actions button').first().click();
      await shows(page, 'class-progress', 'Исправлено');
    },
  ];
  const table: Step[] = [
    ['a word typed in «Найти»', (page) => page.locator('[type=search]').pressSequentially('барв')],
    ['the word deleted', (page) => page.locator('[type=search]').fill('')],
    ['sorted by name', (page) => page.locator('button.sort').nth(2).click()],
    ['scrolled through', scrollThrough],
    ['one box unticked', (page) => page.locator('tbody input').nth(3).uncheck()],
    [
      'one row edited and checked again',
      async (page) => {
        await page.locator('tbody button').nth(3).click();
        await page.locator('row-dialog [name=parentPhone]').fill('12');
        await page.locator('row-dialog [type=submit]').click();
        await shows(page, 'class-page', 'Вернуть, как было: правка');
      },
    ],
    ['taken back with Ctrl+Z', (page) => page.keyboard.press('Control+z')],
    ['findings by family', (page) => page.locator('class-findings [type=radio]').nth(1).check()],
  ];
  const keep: Step = [
    'sealed, compared and committed',
    async (page) => {
      await page.locator('keeping-bar button').first().click();
      await page.locator('passphrase-dialog #name').fill('Школа');
      await page.locator('passphrase-dialog #fresh').fill(PHRASE);
      await page.locator('passphrase-dialog #again').fill(PHRASE);
      await page.locator('passphrase-dialog [type=submit]').click();
      await shows(page, 'keeping-bar', '✓ Сохранено');
    },
  ];
  const open: Step = [
    'closed and opened again',
    async (page) => {
      await page.locator('keeping-bar button', { hasText: 'Закрыть список' }).click();
      await page.locator('class-vault button', { hasText: 'Открыть снова' }).click();
      await page.locator('passphrase-dialog #present').fill(PHRASE);
      await page.locator('passphrase-dialog [type=submit]').click();
      await shows(page, 'class-findings', 'Ошибка');
    },
  ];
  return [take, next, ...table, keep, open];
}

/** By its path: bytes sent to the page would be decoded on the thread that is measured. */
async function choose(page: Page, file: string, text: string): Promise<void> {
  writeFileSync(file, text);
  await page.locator('class-import input[type=file]').setInputFiles(file);
}

/** Waits for words in an element's own shadow root, ten times a second. */
async function shows(page: Page, tag: string, words: string): Promise<void> {
  await page.waitForFunction(
    ([name, text]) =>
      (Reflect.get(window, 'textOf') as (tag: string) => string)(name).includes(text),
    [tag, words] as const,
    { polling: 100 },
  );
}

async function scrollThrough(page: Page): Promise<void> {
  await page.mouse.move(640, 400);
  for (let screen = 0; screen < 20; screen++) await page.mouse.wheel(0, 700);
}

/** Runs in the page: a cheap look, since a search of the whole page would be a long task itself. */
function lookForText(): void {
  const find = (root: ParentNode, tag: string): Element | null => {
    const own = root.querySelector(tag);
    if (own) return own;
    for (const host of root.querySelectorAll('class-page, class-vault, class-roster')) {
      const inside = host.shadowRoot && find(host.shadowRoot, tag);
      if (inside) return inside;
    }
    return null;
  };
  Reflect.set(window, 'textOf', (tag: string) => {
    const root = find(document, tag)?.shadowRoot;
    const parts = root?.querySelectorAll('p, summary, button, span') ?? [];
    return Array.from(parts, ({ textContent }) => textContent)
      .slice(0, 40)
      .join(' ');
  });
}
