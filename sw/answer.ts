import type { Precache } from './precache';
import { precaches } from './precaches';

declare const self: ServiceWorkerGlobalScope;

/** Answers a navigation within the scope; the query is for the page's script, not for the host. */
export async function answerNavigation(event: FetchEvent): Promise<Response> {
  const url = new URL(event.request.url);
  const address = `${url.origin}${url.pathname.replace(/\/index\.html$/, '/')}`;
  const notFound = new URL('404.html', self.registration.scope).href;
  // The page's relative addresses hold only below its slash.
  if (findPrecache(`${address}/`)) return Response.redirect(`${address}/${url.search}`);
  try {
    return (
      (await findPrecache(address)?.answer(address, event)) ??
      // A page that has kept itself: a guide in another language.
      (await caches.match(`${address}?kept`)) ??
      (await fetch(event.request))
    );
  } catch (error) {
    // No network. Shown under its own address, below which its relative addresses hold.
    if (address === notFound || !findPrecache(notFound)) throw error;
    return Response.redirect(notFound);
  }
}

/** The file of this version or, for a page opened before an update, of an earlier one. */
export async function answerFile(event: FetchEvent): Promise<Response> {
  const { request } = event;
  return (
    (await findPrecache(request.url)?.answer(request.url, event)) ??
    (await caches.match(request)) ??
    fetch(request)
  );
}

function findPrecache(url: string): Precache | undefined {
  return precaches.find((precache) => precache.has(url));
}
