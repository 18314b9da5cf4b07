import { Buffer } from 'node:buffer';
import { launch } from '../../browser/browser';
import { serve } from '../../browser/static-server';

const FAMILIES = 30;
const RUNS = 5;

/**
 * From the button «Сделать памятки» to the first sheet on the screen, in a browser that has never
 * been here: the worker and the typefaces are loaded on the way.
 */
export async function measureInPage(): Promise<void> {
  const server = await serve('dist');
  const times: number[] = [];
  try {
    while (times.length < RUNS) times.push(await firstMemos(server.url));
  } finally {
    await server.close();
  }
  const sorted = times.toSorted((one, other) => one - other);
  console.log(
    `\n${String(FAMILIES)} memos in Chromium, from the button to the first sheet, nothing loaded before: ` +
      `${(sorted[Math.floor(RUNS / 2)] ?? 0).toFixed(0)} ms (of ${sorted.map((time) => time.toFixed(0)).join(', ')})`,
  );
}

async function firstMemos(url: string): Promise<number> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.addInitScript(watchButton);
    await page.goto(`${url}class/`);
    await page.locator('input[type=file]').setInputFiles({
      name: '4А.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(classList()),
    });
    await page.getByRole('button', { name: 'Сделать памятки' }).click();
    const shown = await page.waitForFunction(() => Reflect.get(window, 'shownAfter') as unknown);
    return Number(await shown.jsonValue());
  } finally {
    await browser.close();
  }
}

/** Runs in the page: tells in `shownAfter` how long after the click a sheet was there to be drawn. */
function watchButton(): void {
  const sheet = (root: ParentNode): Element | null => {
    const preview = root.querySelector('memo-preview')?.shadowRoot?.querySelector('svg');
    if (preview) return preview;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot && sheet(shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  addEventListener(
    'click',
    () => {
      const start = performance.now();
      const look = (): void => {
        if (sheet(document)) {
          requestAnimationFrame(() => Reflect.set(window, 'shownAfter', performance.now() - start));
        } else {
          requestAnimationFrame(look);
        }
      };
      look();
    },
    { capture: true },
  );
}

function classList(): string {
  const rows = Array.from(
    { length: FAMILIES },
    (_, index) => `4А;Иванов Пётр Номер${String(index)};CODE${String(1000 + index)}`,
  );
  return `Класс;Ученик;Код\n${rows.join('\n')}\n`;
}
