/** What a page needs offline, as the build has written it beside the page: addresses from the page. */
interface KeptFile {
  url: string;
  integrity: string;
}

/**
 * Keeps the page that is open, with its script, where the service worker finds both without a
 * network; the next visit shows what is kept and brings a newer version for the one after it.
 * @param root of the site
 * @returns whether the page will open offline: it was kept now or before
 */
export async function keepTranslation(root: URL): Promise<boolean> {
  if (!('caches' in window)) return false;
  const page = new URL('./', location.href).href;
  try {
    const cache = await caches.open(`pamyatka-translations ${root.href}`);
    try {
      await bringUp(cache, page);
    } catch {
      // Without a network, or in the middle of a new publication: what is there stays.
    }
    return (await cache.match(keyOf(page))) !== undefined;
  } catch {
    // Site data is blocked.
    return false;
  }
}

/** Not the address itself: the worker must not take what is kept for what the host has now. */
function keyOf(address: string): string {
  return `${address}?kept`;
}

async function bringUp(cache: Cache, page: string): Promise<void> {
  const address = new URL('offline.json', page).href;
  const response = await fetch(address, { cache: 'no-cache' });
  if (response.status === 404) {
    // There is no such translation any more.
    await Promise.all([cache.delete(keyOf(page)), cache.delete(keyOf(address))]);
    return;
  }
  const text = await response.clone().text();
  if (text === (await (await cache.match(keyOf(address)))?.text())) return;
  const files = parseList(JSON.parse(text));
  const answers = await Promise.all(
    files.map(async ({ url, integrity }): Promise<[string, Response]> => {
      const file = new URL(url, page).href;
      const answer = await fetch(file, { cache: 'no-cache', integrity });
      // No browser shows a redirected answer as a page.
      if (!answer.ok || answer.redirected) throw new Error(`${file}: ${String(answer.status)}`);
      return [file === page ? keyOf(page) : file, answer];
    }),
  );
  // The page after its script, and the list last: at each moment what is kept is whole.
  for (const [file, answer] of answers.reverse()) await cache.put(file, answer);
  await cache.put(keyOf(address), response);
  await tidy(cache);
}

/** Removes scripts that no kept page has in its list. */
async function tidy(cache: Cache): Promise<void> {
  const keys = await cache.keys();
  const wanted = new Set<string>();
  for (const { url } of keys.filter((key) => key.url.endsWith(keyOf('/offline.json')))) {
    const list: unknown = await (await cache.match(url))?.json();
    wanted.add(url).add(keyOf(new URL('./', url).href));
    for (const file of parseList(list)) wanted.add(new URL(file.url, url).href);
  }
  await Promise.all(keys.filter(({ url }) => !wanted.has(url)).map((key) => cache.delete(key)));
}

/** @throws TypeError for anything but a list of files */
function parseList(value: unknown): KeptFile[] {
  if (!Array.isArray(value)) throw new TypeError('offline.json: no list');
  return value.map((entry: unknown) => {
    const { url, integrity } = entry as Partial<Record<keyof KeptFile, unknown>>;
    if (typeof url !== 'string' || typeof integrity !== 'string') {
      throw new TypeError('offline.json: no file');
    }
    return { url, integrity };
  });
}
