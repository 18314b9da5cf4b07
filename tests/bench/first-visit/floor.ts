import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = `<!doctype html>
<html lang="ru">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Памятка</title>
  <style>:root { font: 1.125rem/1.5 system-ui, sans-serif }</style>
  <h1>Памятка</h1>
  <p class="step"><input type="checkbox" id="a"> <label for="a">Откройте сайт</label></p>
  <script>navigator.serviceWorker.register('sw.js')</script>
</html>
`;

const WORKER = `
addEventListener('install', (event) => {
  event.waitUntil(caches.open('floor').then((cache) => cache.add('./')));
});
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(caches.match(event.request)));
addEventListener('message', (event) => event.ports[0].postMessage(true));
`;

/**
 * Writes the least page that can be opened without a network, in the typeface of ours: what a
 * browser takes for this one, it takes for any.
 */
export function writeFloor(folder: string): void {
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'sw.js'), WORKER);
}
