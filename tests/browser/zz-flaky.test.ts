import { test } from '/work/main/node_modules/vitest';
import { launch } from '/work/main/tests/browser/browser';
import { serve } from '/work/main/tests/browser/static-server';
test('x', async () => {
  const browser = await launch();
  for (let i = 0; i < 40; i++) {
    const server = await serve('/work/main/dist', { base: '/school/' });
    const page = await browser.newPage();
    const log: string[] = [];
    page.on('console', (m) => log.push(m.text())); page.on('pageerror', (e) => log.push(e.message));
    browser.on('serviceworker', (w) => w.on('console' as never, (m: any) => log.push('sw ' + m.text())));
    await page.goto(server.url + 'krasnoyarsk/kiasuo/');
    await page.locator('#sign-in').check();
    const ok = await page.getByText('Готово к работе без интернета').waitFor({ timeout: 12000 }).then(() => true, () => false);
    if (!ok) {
      console.log('FAIL', i, log, server.requests.length, server.requests.slice(-3), await page.evaluate(async () => {
        const r = (await navigator.serviceWorker.getRegistrations())[0];
        const c = await caches.keys();
        return { active: r?.active?.state, waiting: r?.waiting?.state, installing: r?.installing?.state, c, n: c[0] && (await (await caches.open(c[0])).keys()).length, el: (document.querySelector('app-status') as any)?.offline };
      }));
    }
    await page.close(); await server.close();
  }
  await browser.close();
}, 600000);
