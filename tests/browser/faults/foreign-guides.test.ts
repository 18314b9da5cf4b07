import fc from 'fast-check';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileGuide } from '../../../src/guide';
import { renderGuideBody, type RenderContext } from '../../../src/guide/render-html';
import { launch } from '../browser';
import { report, sample } from './fault-run';
import { firingMarkup, hostileBody, publishedStrings } from './hostile-markdown';
import { FRONT_MATTER } from '../../guide/sample';

const GUIDES = 15_000;
const SAMPLED = 5_000;
const GUIDES_A_PAGE = 500;

const CONTEXT: RenderContext = {
  guideHref: (id, anchor) => (id === 'kray/a' ? `#${anchor ?? ''}` : undefined),
  targetTitle: (id) => id,
  picture: (source) => ({ href: `/${source}`, width: 320, height: 200 }),
};

let browser: BrowserContext;

beforeAll(async () => {
  browser = await launch();
});

afterAll(() => browser.close());

function render(body: string): string {
  const { guide } = compileGuide(FRONT_MATTER + body, {
    file: 'kray/a.md',
    regions: [],
    contacts: [],
  });
  if (!guide) throw new Error('The front matter is in order');
  return renderGuideBody(guide, CONTEXT).source;
}

/** What a page of that markup did, with nothing but the renderer to hold it back: no policy. */
async function show(page: Page, markup: string): Promise<{ fired: number; dangers: string[] }> {
  await page.setContent(
    `<!doctype html><script>fired = 0; alert = fire = () => { fired += 1; };</script><main>${markup}</main>`,
    // Images and frames of the control must have had their chance.
    { waitUntil: 'load' },
  );
  return page.evaluate(() => {
    const dangers: string[] = [];
    const main = document.querySelector('main')!;
    if (main !== document.body.lastElementChild) dangers.push('the page was broken out of');
    for (const element of main.querySelectorAll('*')) {
      const isForeign = /^(script|iframe|frame|object|embed|style|link|meta|base|form|svg|math)$/i;
      if (isForeign.test(element.localName)) dangers.push(element.outerHTML.slice(0, 200));
      for (const { name, value } of element.attributes) {
        const isCode = name.startsWith('on') || name === 'style' || name === 'srcdoc';
        const isAddress = name === 'href' || name === 'src';
        const goes = isAddress && URL.canParse(value, 'https://a.ru');
        const protocol = goes ? new URL(value, 'https://a.ru').protocol : 'https:';
        const isKept = !isCode && ['http:', 'https:', 'tel:', 'mailto:'].includes(protocol);
        if (!isKept) dangers.push(`${name}=${value.slice(0, 200)}`);
      }
    }
    return { fired: (globalThis as unknown as { fired: number }).fired, dangers };
  });
}

describe('a foreign guide', () => {
  it('runs nothing in a page without any policy, in many thousands of disguises', async () => {
    const bodies = sample(fc.sample(hostileBody, { numRuns: GUIDES, seed: 152 }), SAMPLED);
    const page = await browser.newPage();
    const lost: string[] = [];
    for (let from = 0; from < bodies.length; from += GUIDES_A_PAGE) {
      const batch = bodies.slice(from, from + GUIDES_A_PAGE);
      const { fired, dangers } = await show(page, batch.map(render).join('\n'));
      if (fired > 0) lost.push(`${fired} ran among ${from}…${from + GUIDES_A_PAGE}`);
      lost.push(...dangers);
    }
    await page.close();
    report('Чужие памятки с попыткой выполнить код', { tried: bodies.length, lost }, GUIDES);
    expect(lost).toEqual([]);
  }, 300_000);

  it('would run it if its text were taken as markup', async () => {
    const page = await browser.newPage();
    for (const markup of firingMarkup) {
      const { fired } = await show(page, markup);
      expect(fired, markup).toBeGreaterThan(0);
    }
    const { fired } = await show(page, publishedStrings.join('\n'));
    expect(fired).toBeGreaterThan(5);
    await page.close();
  });
});
