import type { PrecacheController } from 'workbox-precaching';
import { pages, tools } from './precache';

declare const self: ServiceWorkerGlobalScope;

interface Precached {
  precache: PrecacheController;
  cacheKey: string;
}

/** Answers a navigation within the scope; the query is for the page's script, not for the host. */
export async function answerNavigation(event: FetchEvent): Promise<Response> {
  const url = new URL(event.request.url);
  const address = `${url.origin}${url.pathname.replace(/\/index\.html$/, '/')}`;
  const page = findPrecached(address);
  if (page) return answerPrecached(event, page);
  // The page's relative addresses hold only below its slash.
  if (findPrecached(`${address}/`)) return Response.redirect(`${address}/${url.search}`);
  try {
    return await fetch(event.request);
  } catch (error) {
    const notFound = new URL('404.html', self.registration.scope).href;
    if (!findPrecached(notFound)) throw error;
    return Response.redirect(notFound);
  }
}

/** The file of this version or, for a page opened before an update, of the last one. */
export async function answerFile(event: FetchEvent): Promise<Response> {
  const file = findPrecached(event.request.url);
  if (file) return answerPrecached(event, file);
  for (const { strategy } of [pages, tools]) {
    const left = await caches.match(event.request, { cacheName: strategy.cacheName });
    if (left) return left;
  }
  return fetch(event.request);
}

async function answerPrecached(
  event: FetchEvent,
  { precache, cacheKey }: Precached,
): Promise<Response> {
  const { request } = event;
  const integrity = precache.getIntegrityForCacheKey(cacheKey);
  try {
    return await precache.strategy.handle({ event, request, params: { cacheKey, integrity } });
  } catch {
    // The browser has dropped the file and the host has a newer one.
    return fetch(request);
  }
}

function findPrecached(url: string): Precached | undefined {
  for (const precache of [pages, tools]) {
    const cacheKey = precache.getCacheKeyForURL(url);
    if (cacheKey !== undefined) return { precache, cacheKey };
  }
  return undefined;
}
