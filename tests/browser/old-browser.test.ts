import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './browser';
import { serve, type StaticServer } from './static-server';

/**
 * What came after Chrome 87 or Safari 14, the oldest browsers that get the scripts. A page that
 * uses one of these unasked throws here, as it would there. Their syntax is held by the build.
 */
function forgetNewFeatures(): void {
  const globals = [
    ...['BroadcastChannel', 'CompressionStream', 'DecompressionStream', 'structuredClone'],
    ...['scheduler', 'navigation', 'reportError'],
  ];
  for (const name of globals) Reflect.deleteProperty(globalThis, name);
  const methods: [object, string[]][] = [
    [Array, ['fromAsync']],
    [
      Array.prototype,
      ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
    ],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
    [Object, ['hasOwn', 'groupBy']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf']],
    [AbortSignal, ['timeout', 'any', 'abort']],
    [AbortSignal.prototype, ['throwIfAborted']],
    [URL, ['canParse', 'parse']],
    [Intl, ['Segmenter', 'DurationFormat', 'supportedValuesOf']],
    [Element.prototype, ['checkVisibility', 'setHTML', 'setHTMLUnsafe', 'getHTML']],
    [HTMLElement.prototype, ['showPopover', 'hidePopover', 'togglePopover', 'inert']],
    [HTMLDialogElement.prototype, ['showModal', 'show', 'close']],
    [HTMLFormElement.prototype, ['requestSubmit']],
    [Crypto.prototype, ['randomUUID']],
    // Without these Lit falls back to <style> elements, which the policy has to let in.
    [CSSStyleSheet.prototype, ['replace', 'replaceSync']],
    [Document.prototype, ['adoptedStyleSheets', 'startViewTransition']],
    [ShadowRoot.prototype, ['adoptedStyleSheets']],
  ];
  for (const [object, names] of methods) {
    for (const name of names) Reflect.deleteProperty(object, name);
  }
  Reflect.deleteProperty(Navigator.prototype, 'storage');
}

let server: StaticServer;
let browser: BrowserContext;
const complaints: string[] = [];

beforeAll(async () => {
  server = await serve('dist', { base: '/school/' });
  browser = await launch({ viewport: { width: 360, height: 740 } });
  await browser.addInitScript(forgetNewFeatures);
  browser.on('weberror', (error) => complaints.push(error.error().message));
  browser.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('a guide keeps ticks in a browser as old as the target, in its own look', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}krasnoyarsk/kiasuo/`);
  await page.locator('#sign-in').check();
  await page.getByText(/^1 из \d+$/).waitFor();
  await page.reload();
  await page.getByText(/^1 из \d+$/).waitFor();
  expect(await page.locator('#sign-in').isChecked()).toBe(true);
  const look = await page
    .locator('guide-checklist progress')
    .evaluate((bar) => getComputedStyle(bar).appearance);
  expect(look).toBe('none');
  await page.close();
});

test.each([
  '',
  'krasnoyarsk/',
  'tyumen/',
  'help/',
  'help/tyumen/',
  'help/tyumen/request/',
  'about/',
])('«%s» opens there without an error', async (path) => {
  complaints.length = 0;
  const page = await browser.newPage();
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await page.locator('h1').waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});
