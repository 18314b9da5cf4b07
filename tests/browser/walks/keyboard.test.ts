import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { can, launch } from '../browser';
import { serve, type StaticServer } from '../static-server';

const SCREEN = { width: 360, height: 740 };

let server: StaticServer;
let browser: BrowserContext;
beforeAll(async () => {
  [server, browser] = await Promise.all([
    serve('dist'),
    launch({ viewport: SCREEN, serviceWorkers: 'block' }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Name of the element that has the focus, and what a person would miss there. */
interface Stop {
  name: string;
  faults: string[];
}

/**
 * WCAG 2.4.7 and 2.4.11: the focus has a ring, in the window, under none of the bars. Firefox scrolls
 * to what is in the window only when it is out of sight as a whole, whatever the padding for bars.
 */
function lookAtFocus(page: Page): Promise<Stop> {
  return page.evaluate((demandsWhole) => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) {
      return { name: '', faults: [] };
    }
    const labels = 'labels' in focused ? [...(focused.labels as NodeListOf<HTMLElement>)] : [];
    const words = labels.map((label) => label.textContent).join(' ') || focused.textContent;
    const name = (focused.getAttribute('aria-label') ?? words).replace(/\s+/g, ' ').trim();

    const faults: string[] = [];
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faults.push(`«${name}»: no ring`);
    for (const { left, top, right, bottom, width, height } of focused.getClientRects()) {
      if (width === 0) continue;
      if (top < 0 || bottom > innerHeight || right > innerWidth) {
        faults.push(`«${name}»: outside, ${String(top)}…${String(bottom)}`);
        continue;
      }
      const edges = demandsWhole ? [top + 2, bottom - 2] : [];
      for (const y of [top + height / 2, ...edges]) {
        let above = document.elementFromPoint(left + width / 2, y);
        for (;;) {
          const inside = above?.shadowRoot?.elementFromPoint(left + width / 2, y);
          if (!inside || inside === above) break;
          above = inside;
        }
        if (!above || !(focused.contains(above) || above.contains(focused))) {
          faults.push(`«${name}»: under ${above?.className ?? 'nothing'} at ${String(y)}`);
        }
      }
    }
    return { name, faults };
  }, can.scrollForBars);
}

test('a parent goes all the way by keyboard, and sees at each stop where the focus is', async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  /** Tabs on, past the page's end if need be, until the focus is on what has such a name. */
  const tabTo = async (wanted: RegExp, key = 'Tab'): Promise<void> => {
    const passed: string[] = [];
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press(key);
      const stop = await lookAtFocus(page);
      faults.push(...stop.faults);
      if (wanted.test(stop.name)) return;
      passed.push(stop.name);
    }
    throw new Error(`${String(wanted)} was not among ${passed.join(', ')}`);
  };
  const press = (key: string): Promise<void> => page.keyboard.press(key);

  await page.goto(server.url);
  await tabTo(/^Тюменская область/);
  await press('Enter');
  await page.waitForURL('**/tyumen/');
  await page.getByRole('button', { name: 'Добавить ребёнка' }).waitFor();
  await tabTo(/^Вход в «Электронную школу»|^Учётная запись/);
  await press('Enter');

  await page.getByText(/^0 из \d+$/).waitFor();
  await tabTo(/К первому шагу/);
  await press('Enter');
  // The jump comes with the next frame: a key before it would be shown where the jump leads away from.
  await page.waitForFunction(
    () => document.querySelector('#page-steps')!.getBoundingClientRect().top < 200,
  );
  await tabTo(/^Зарегистрируйтесь/);
  // The offer of the browser brings the bar at the foot of the window.
  await page.evaluate(() => dispatchEvent(new Event('beforeinstallprompt')));
  await press('Space');
  await page.getByText(/^1 из \d+$/).waitFor();
  await page.getByRole('button', { name: 'Добавить', exact: true }).waitFor();
  await tabTo(/^Поделиться/);
  await tabTo(/^Отменить$/, 'Shift+Tab');
  await press('Enter');
  await page.getByText(/^0 из \d+$/).waitFor();
  await press('Space');
  await page.getByText(/^1 из \d+$/).waitFor();
  await tabTo(/^Тюменская область$/, 'Shift+Tab');
  await press('Enter');

  await page.waitForURL('**/tyumen/');
  await page.getByRole('button', { name: 'Добавить ребёнка' }).waitFor();
  await tabTo(/^Добавить ребёнка$/);
  await press('Enter');
  await page.getByLabel('Имя или пометка').waitFor();
  await page.keyboard.type('Аня');
  await tabTo(/^Сохранить$/);
  await press('Enter');
  await page.getByRole('button', { name: 'Изменить: Аня' }).waitFor();
  await tabTo(/^Не получается войти/);
  await press('Enter');

  await page.waitForURL('**/help/tyumen/');
  await tabTo(/^Составьте запрос/);
  await press('Enter');
  await page.waitForURL('**/request/');
  await page.getByRole('button', { name: 'Проверить и собрать текст' }).waitFor();
  await tabTo(/^Проверить и собрать текст$/);
  await press('Enter');
  await page.getByText('Проверьте:').waitFor();
  // To the first field that is wrong.
  const wrong = await lookAtFocus(page);
  expect(wrong.name).toBe('Подробное описание');
  faults.push(...wrong.faults);
  for (const [label, answer] of [
    [/^Подробное описание/, 'Нажимаю «Войти», а система отвечает: профиль не найден.'],
    [/^ФИО/, 'Иванова Мария'],
    [/^Школа/, 'СОШ № 4'],
    [/^Муниципальное образование/, 'Ишим'],
    [/^Класс/, '4А'],
    [/^Контакты/, '89123456789'],
  ] as const) {
    if (!label.test((await lookAtFocus(page)).name)) await tabTo(label);
    await page.keyboard.type(answer);
  }
  await press('Enter');
  await page.getByText('Текст готов').waitFor();
  await tabTo(/^Скопировать/);
  await tabTo(/^Не получается войти$/, 'Shift+Tab');
  await press('Enter');
  await page.waitForURL('**/help/tyumen/');
  expect(faults).toEqual([]);
});
