import { timeout, pages as pagesManifest, tools as toolsManifest } from 'virtual:precache-manifest';
import { PrecacheController } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope;

/** Files fetched at once: enough to hide the delay of a slow network, too few to choke it. */
const LANES = 4;

export const pages = createPrecache('pages', pagesManifest);
export const tools = createPrecache('tools', toolsManifest);

function createPrecache(
  name: string,
  manifest: Parameters<PrecacheController['addToCacheList']>[0],
): PrecacheController {
  const controller = new PrecacheController({
    // Several schools may be served from folders of one host.
    cacheName: `pamyatka-${name} ${self.registration.scope}`,
    plugins: [
      {
        // Its integrity has been checked: a host may well serve 404.html with status 404.
        cacheWillUpdate: ({ response }) => Promise.resolve(response),
      },
    ],
  });
  controller.addToCacheList(manifest);
  return controller;
}

/** Whether anything of it was ever asked for: the tools are kept for teachers only. */
export function isInUse(precache: PrecacheController): Promise<boolean> {
  return caches.has(precache.strategy.cacheName);
}

/**
 * Fetches what is missing. What has arrived stays, so that the next try goes on from there.
 * Workbox's own install takes one file after another, waits for a hung one without end, and does
 * nothing outside an install event.
 * @throws when a file cannot be had, takes too long, or is not the file of this version
 */
export async function complete(
  precache: PrecacheController,
  event: ExtendableEvent,
): Promise<void> {
  const stop = new AbortController();
  const queue = (await findMissing(precache)).values();
  try {
    await Promise.all(Array.from({ length: LANES }, fetchInTurn));
  } catch (error) {
    stop.abort();
    throw error;
  }
  // An older worker may have tidied meanwhile.
  if ((await findMissing(precache)).length > 0) throw new Error('Precache is incomplete');

  async function fetchInTurn(): Promise<void> {
    for (const [url, cacheKey] of queue) {
      const timer = setTimeout(() => {
        stop.abort();
      }, timeout);
      const integrity = precache.getIntegrityForCacheKey(cacheKey);
      const request = new Request(url, {
        // Asks the host even where a captive portal's page lies in the browser's cache.
        cache: 'no-cache',
        credentials: 'same-origin',
        signal: stop.signal,
        ...(integrity !== undefined && { integrity }),
      });
      await Promise.all(
        precache.strategy.handleAll({ event, request, params: { cacheKey, integrity } }),
      );
      clearTimeout(timer);
    }
  }
}

/**
 * Removes what earlier versions left.
 * Call when no page of an earlier version is open: it may still load its scripts.
 */
export async function tidy(event: ExtendableEvent): Promise<void> {
  for (const precache of [pages, tools]) {
    if (await isInUse(precache)) await precache.activate(event);
  }
}

async function findMissing(precache: PrecacheController): Promise<[string, string][]> {
  const cache = await caches.open(precache.strategy.cacheName);
  const present = new Set((await cache.keys()).map((request) => request.url));
  return [...precache.getURLsToCacheKeys()].filter(([, cacheKey]) => !present.has(cacheKey));
}
