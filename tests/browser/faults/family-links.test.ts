/** Links and QR codes from anywhere: whatever the address carries, it changes nothing by itself. */
import fc from 'fast-check';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeFamilyLink, encodeFamilyLink } from '../../../src/link';
import { launch } from '../browser';
import { serve, type StaticServer } from '../static-server';
import { report, sample } from './fault-run';

const LINKS = 10_000;
const LINKS_A_CALL = 500;
const SAMPLED = 1_000;

const LINK = { className: '4А', school: 'МАОУ СОШ № 4', inviteCode: 'HGKMDTWQ' };

const HOSTILE_TEXTS = [
  '<img src=x onerror=fire()>',
  '"><script>fire()</script>',
  'javascript:fire()',
  '8-900-000-00-00',
  '{{constructor.constructor("fire()")()}}',
];

let server: StaticServer;
let browser: BrowserContext;
beforeAll(async () => {
  server = await serve('dist');
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A right link spoiled in one to four places, one with a hostile text inside, or any text at all. */
const fragments = fc.oneof(
  { weight: 6, arbitrary: spoiled(encodeFamilyLink(LINK)) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS).map(carrying) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS).map((text) => encodeURI(text)) },
  { weight: 1, arbitrary: fc.webFragments() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3_000 }).map(hexOf) },
);

function carrying(text: string): string {
  return encodeFamilyLink({ className: text.slice(0, 20), school: text, inviteCode: text });
}

function spoiled(fragment: string): fc.Arbitrary<string> {
  const place = fc.nat({ max: fragment.length - 1 });
  const piece = fc.string({ unit: fc.constantFrom(...'ABCabc019-_.%&=<"\'Ж'), maxLength: 4 });
  const spoil = fc.tuple(place, fc.nat({ max: 4 }), piece);
  return fc
    .array(spoil, { minLength: 1, maxLength: 4 })
    .map((spoils) =>
      spoils.reduce(
        (text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length),
        fragment,
      ),
    );
}

function hexOf(text: string): string {
  return Buffer.from(text).toString('hex');
}

/** Opens each link as a scan over the open page would; gives what the page showed or did. */
function open(
  page: Page,
  links: readonly string[],
): Promise<{ offers: number; dangers: string[] }> {
  // The card of a right one comes once the children were read; the others' would come at once.
  const known = links.map((link) => [link, decodeFamilyLink(link).ok] as const);
  return page.evaluate(async (all) => {
    const dangers: string[] = [];
    let offers = 0;
    Object.assign(window, { fire: () => dangers.push('a script ran') });
    const card = (): ShadowRoot | null | undefined =>
      document.querySelector('family-link')?.shadowRoot;
    const settled = new MessageChannel();
    for (const [link, isRight] of all) {
      history.replaceState(null, '', `#${link}`);
      window.dispatchEvent(new HashChangeEvent('hashchange'));
      for (let turn = 0; turn < (isRight ? 1e6 : 2); turn += 1) {
        await new Promise((resolve) => {
          settled.port1.onmessage = resolve;
          settled.port2.postMessage(null);
        });
        if (card()?.querySelector('form')) break;
      }
      const form = card()?.querySelector('form');
      if (form) offers += 1;
      if (form && !isRight) dangers.push(`${link}: offered`);
      const foreign = card()?.querySelector('img, script, a, iframe, [onerror], [style]');
      if (foreign) dangers.push(`${link}: ${foreign.outerHTML}`);
      if (document.querySelectorAll('main script, main iframe').length > 0) dangers.push(link);
      form?.querySelector<HTMLButtonElement>('button.plain')?.click();
    }
    return { offers, dangers };
  }, known);
}

/** What the device keeps of the family: its children stand among the settings. */
const keptSettings = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('pamyatka');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const found = opening.result.transaction('settings').objectStore('settings').getAll();
          found.onerror = reject;
          found.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(found.result));
          };
        };
      }),
  );

it('changes nothing on the device, and shows text alone', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // The control: what is looked at is what changes when a person agrees.
  await page.goto(`${server.url}krasnoyarsk/#${encodeFamilyLink(LINK)}`);
  await page.getByText('HGKMDTWQ').waitFor();
  await page.getByRole('button', { name: 'Запомнить' }).click();
  await page.getByRole('button', { name: 'Изменить' }).waitFor();
  expect(await keptSettings(page)).toContain('HGKMDTWQ');
  const before = await keptSettings(page);
  const links = sample(fc.sample(fragments, { numRuns: LINKS, seed: 20261123 }), SAMPLED);
  const lost: string[] = [];
  let offers = 0;
  for (let at = 0; at < links.length; at += LINKS_A_CALL) {
    const shown = await open(page, links.slice(at, at + LINKS_A_CALL));
    offers += shown.offers;
    lost.push(...shown.dangers);
  }
  // Those that carry a hostile text whole are offered, as text.
  expect(offers).toBeGreaterThan(links.length / 20);
  if ((await keptSettings(page)) !== before) lost.push('something was kept without a yes');
  lost.push(...errors);
  report('Испорченные и чужие ссылки', { tried: links.length, lost }, LINKS);
  expect(lost).toEqual([]);
}, 300_000);
