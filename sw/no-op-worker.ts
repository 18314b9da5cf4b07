/**
 * Emergency: removes the service worker from every device that it has reached.
 *
 * If a published service worker must go and no ordinary fix will do, put
 * `precache({ worker: 'sw/no-op-worker.ts' })` into vite.config.ts, build and publish. Browsers
 * fetch `sw.js` on the next visit and when a page asks; pages then come from the network alone.
 * Ticks and class lists live in IndexedDB and stay. Leave it published for some months.
 */
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(leave());
});

async function leave(): Promise<void> {
  await deleteOwnCaches();
  await self.registration.unregister();
  // The worker before may have been about to look into its cache, which opens it anew.
  await deleteOwnCaches();
}

async function deleteOwnCaches(): Promise<void> {
  const own = (await caches.keys()).filter(
    (name) => name.startsWith('pamyatka-') && name.endsWith(` ${self.registration.scope}`),
  );
  await Promise.all(own.map((name) => caches.delete(name)));
}

export {};
