import { answerFile, answerNavigation } from './answer';
import type { Precache } from './precache';
import { own, pages, precaches, tools } from './precaches';

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

/** A page's request, `{ type }`, with a port for the answer: true or false, or the count. */
self.addEventListener('message', (event) => {
  const { type } = event.data as { type?: unknown };
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (type === 'COUNT') event.waitUntil(count(event));
  if (type === 'READY') event.waitUntil(report(event, [pages]).then(() => tidyWhenAlone()));
  if (type === 'CACHE_OWN') event.waitUntil(report(event, [own]));
  if (type === 'CACHE_TOOLS') event.waitUntil(report(event, [own, tools]));
});

const isFirst = self.registration.active === null;

/** Never skips waiting: only a reader says when an update may take the open pages over. */
async function install(event: ExtendableEvent): Promise<void> {
  await pages.complete(event);
  // Who had more than the pages offline must not lose it by an update.
  const hasTools = await tools.isInUse();
  if (hasTools || (await own.isInUse())) await own.complete(event);
  if (hasTools) await tools.complete(event);
}

/** Mends what the browser has dropped before it answers, so that «готово» is always true. */
async function report(event: ExtendableMessageEvent, wanted: readonly Precache[]): Promise<void> {
  const isComplete = await Promise.all(wanted.map((precache) => precache.complete(event))).then(
    () => true,
    () => false,
  );
  answer(event, isComplete);
}

async function count(event: ExtendableMessageEvent): Promise<void> {
  answer(event, await pages.count());
}

function answer({ ports }: ExtendableMessageEvent, value: unknown): void {
  ports[0]?.postMessage(value);
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
  for (const precache of precaches) await precache.tidy();
}
