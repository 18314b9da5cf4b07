import { answerFile, answerNavigation } from './answer';
import type { Precache } from './precache';
import { pages, tools } from './precaches';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(install(event));
});

self.addEventListener('activate', (event) => {
  // Takes the first visit's page, so that it works offline at once. An update finds its pages by
  // itself, and one that was loaded past the worker on purpose stays so.
  if (isFirst) event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(self.registration.scope)) return;
  event.respondWith(mode === 'navigate' ? answerNavigation(event) : answerFile(event));
});

/** A page's request, `{ type }`, with a port for the answer where there is one: true or false. */
self.addEventListener('message', (event) => {
  const { type } = event.data as { type?: unknown };
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (type === 'READY') event.waitUntil(report(event, pages).then(() => tidyWhenAlone()));
  if (type === 'CACHE_TOOLS') event.waitUntil(report(event, tools));
});

const isFirst = self.registration.active === null;

/** Never skips waiting: only a reader says when an update may take the open pages over. */
async function install(event: ExtendableEvent): Promise<void> {
  await pages.complete(event);
  // A teacher who had the tools offline must not lose them by an update.
  if (await tools.isInUse()) await tools.complete(event);
}

/** Mends what the browser has dropped before it answers, so that «готово» is always true. */
async function report(event: ExtendableMessageEvent, precache: Precache): Promise<void> {
  const isComplete = await precache.complete(event).then(
    () => true,
    () => false,
  );
  event.ports[0]?.postMessage(isComplete);
}

/**
 * The asking page has just been loaded, so it is of this version; without another one and without
 * an update on its way, nothing of other versions is needed any more.
 */
async function tidyWhenAlone(): Promise<void> {
  const { installing, waiting } = self.registration;
  if (installing || waiting) return;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length > 1) return;
  await pages.tidy();
  await tools.tidy();
}
