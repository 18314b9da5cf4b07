import { timeout, type PrecacheEntry } from 'virtual:precache-manifest';
import { PrecacheStrategy } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope;

/** Files fetched at once: enough to hide the delay of a slow network, too few to choke it. */
const LANES = 4;

interface Kept {
  /** Where it is fetched: a page's file for the cache links what the page for the network holds. */
  file: string;
  /** The address with the revision: two versions of a page lie side by side until one goes. */
  cacheKey: string;
  integrity: string;
}

/**
 * A list of files and the cache that holds them, of this version and of earlier ones. Workbox's
 * strategy keeps and answers; its PrecacheController would install one file after another, wait
 * for a hung one without end, and only in an install event.
 */
export class Precache {
  private readonly files: ReadonlyMap<string, Kept>;
  private readonly cacheName: string;
  private readonly strategy: PrecacheStrategy;

  constructor(name: string, manifest: readonly PrecacheEntry[]) {
    const { scope } = self.registration;
    this.files = new Map(
      manifest.map(({ url, file = '', integrity }) => {
        const address = new URL(url, scope);
        const cacheKey = new URL(address);
        // Names in there hold a hash already.
        if (!url.startsWith('assets/')) {
          cacheKey.searchParams.set('revision', integrity.slice(7, 15));
        }
        const kept = { file: new URL(file, address).href, cacheKey: cacheKey.href, integrity };
        return [address.href, kept];
      }),
    );
    // Several schools may be served from folders of one host.
    this.cacheName = `pamyatka-${name} ${scope}`;
    this.strategy = new PrecacheStrategy({
      cacheName: this.cacheName,
      plugins: [
        {
          cacheKeyWillBeUsed: ({ params }) => Promise.resolve((params as Kept).cacheKey),
          // Its integrity has been checked: a host may well serve 404.html with status 404.
          cacheWillUpdate: ({ response }) => Promise.resolve(response),
        },
      ],
    });
  }

  /** Whether this version has the file of that address. */
  has(url: string): boolean {
    return this.files.has(url);
  }

  /**
   * The file from the cache or, if the browser has dropped it, from the network.
   * @param url one that `has` knows
   */
  async answer(url: string, event: FetchEvent): Promise<Response> {
    const kept = this.files.get(url);
    try {
      return await this.strategy.handle({ event, request: kept?.file ?? url, params: kept });
    } catch {
      // The host has a newer file.
      return fetch(event.request);
    }
  }

  /** How many files there should be, and how many of them are not there. */
  async count(): Promise<{ total: number; missing: number }> {
    return { total: this.files.size, missing: (await this.findMissing()).length };
  }

  /** Whether anything of it was ever asked for: the tools are kept for teachers only. */
  isInUse(): Promise<boolean> {
    return caches.has(this.cacheName);
  }

  /**
   * Fetches what is missing. What has arrived stays, so that the next try goes on from there.
   * @throws when a file cannot be had, takes too long, or is not the file of this version
   */
  async complete(event: ExtendableEvent): Promise<void> {
    const stop = new AbortController();
    const queue = (await this.findMissing()).values();
    const fetchInTurn = async (): Promise<void> => {
      for (const kept of queue) {
        const timer = setTimeout(() => {
          stop.abort();
        }, timeout);
        const request = new Request(kept.file, {
          // Asks the host even where a captive portal's page lies in the browser's cache.
          cache: 'no-cache',
          credentials: 'same-origin',
          integrity: kept.integrity,
          signal: stop.signal,
        });
        await Promise.all(this.strategy.handleAll({ event, request, params: kept }));
        clearTimeout(timer);
      }
    };
    try {
      await Promise.all(Array.from({ length: LANES }, fetchInTurn));
    } catch (error) {
      stop.abort();
      throw error;
    }
    // An older worker may have tidied meanwhile.
    if ((await this.findMissing()).length > 0) throw new Error('Precache is incomplete');
  }

  /**
   * Removes what earlier versions left.
   * Call when no page of theirs is open: it may still load its scripts.
   */
  async tidy(): Promise<void> {
    if (!(await this.isInUse())) return;
    const wanted = new Set([...this.files.values()].map(({ cacheKey }) => cacheKey));
    const cache = await caches.open(this.cacheName);
    for (const request of await cache.keys()) {
      if (!wanted.has(request.url)) await cache.delete(request);
    }
  }

  private async findMissing(): Promise<Kept[]> {
    const cache = await caches.open(this.cacheName);
    const present = new Set((await cache.keys()).map((request) => request.url));
    return [...this.files.values()].filter(({ cacheKey }) => !present.has(cacheKey));
  }
}
