import { askWorker, type Request } from './ask-worker';
import { trustedScriptUrl } from './trusted-script-url';

/**
 * `unknown`: still being found out;
 * `ready`: every page (and what else this page has asked for) opens without a network;
 * `unavailable`: it does not, since the browser cannot or the files have not all arrived;
 * `update-waiting`: a new version is complete and waits for `applyUpdate`;
 * `changed`: another tab has put it in place; this page still works, as it was.
 */
export type OfflineState = 'unknown' | 'ready' | 'unavailable' | 'update-waiting' | 'changed';

/** Guides from files with their page, or the tools of school and authors. */
type Addition = Extract<Request, 'CACHE_OWN' | 'CACHE_TOOLS'>;

let state: OfflineState = 'unknown';
let siteRoot: URL | undefined;
let registration: ServiceWorkerRegistration | undefined;
let addition: Addition | undefined;
let hasConsented = false;
const listeners = new Set<(state: OfflineState) => void>();

/** A worker that is mending has this long to answer before the page stops waiting, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Registers `sw.js` of the site's root, once the page has loaded: the first visit's bytes are for
 * the steps. What fails without a network is tried again when there is one.
 */
export async function registerServiceWorker(root: URL): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    setState('unavailable');
    return;
  }
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => {
      addEventListener('load', resolve, { once: true });
    });
  }
  watchController();
  siteRoot = root;
  addEventListener('online', () => {
    if (state === 'unavailable') void fetchMissing();
  });
  await fetchMissing();
}

/** Tries again to keep what is not kept; resolves when that is done or has failed. */
export async function fetchMissing(): Promise<void> {
  if (siteRoot) await register(siteRoot);
}

async function register(root: URL): Promise<void> {
  try {
    const script = trustedScriptUrl(new URL('sw.js', root).href);
    const found = await navigator.serviceWorker.register(script, { scope: root.pathname });
    // A failed first installation takes its registration with it.
    if (found !== registration) watch(found);
  } catch {
    // Without a network at the first visit, or with site data blocked.
    setState('unavailable');
    return;
  }
  await navigator.serviceWorker.ready;
  await check();
}

function watch(found: ServiceWorkerRegistration): void {
  registration = found;
  if (found.waiting) setState('update-waiting');
  follow(found, found.installing);
  found.addEventListener('updatefound', () => {
    follow(found, found.installing);
  });
}

/** Calls back with the present state at once, and with each later one. Returns what ends it. */
export function onOfflineState(callback: (state: OfflineState) => void): () => void {
  listeners.add(callback);
  callback(state);
  return () => {
    listeners.delete(callback);
  };
}

/** Puts the waiting version in place and reloads this page; other tabs are told, not reloaded. */
export function applyUpdate(): void {
  const waiting = registration?.waiting;
  if (!waiting) return;
  hasConsented = true;
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload();
  });
  post(waiting, 'SKIP_WAITING');
}

/** Keeps more than the pages; `ready` then speaks of that as well. */
export function cacheAlso(wanted: Addition): void {
  addition = wanted;
  if (registration?.active) void check();
}

/** Asks the active worker, which fetches what is missing before it answers. */
async function check(): Promise<void> {
  const active = registration?.active;
  if (!active) return;
  const answers = [askWorker(active, 'READY')];
  if (addition) {
    answers.push(askWorker(active, addition));
    // Installed before that was wanted.
    if (registration?.waiting) post(registration.waiting, addition);
  }
  // An answer that comes later still counts.
  const timer = setTimeout(() => {
    if (state === 'unknown') setState('unavailable');
  }, PATIENCE);
  const isReady = (await Promise.all(answers)).every((answer) => answer === true);
  clearTimeout(timer);
  if (state === 'unknown' || state === 'unavailable' || state === 'ready') {
    setState(isReady ? 'ready' : 'unavailable');
  }
}

function watchController(): void {
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker taking the first visit's page is no change for the reader.
    if (isControlled && !hasConsented) setState('changed');
    isControlled = true;
  });
}

function follow(found: ServiceWorkerRegistration, worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    const isUpdate = found.active !== null;
    if (worker.state === 'installed' && isUpdate) setState('update-waiting');
    if (worker.state === 'redundant' && !isUpdate) setState('unavailable');
  });
}

function setState(next: OfflineState): void {
  state = next;
  for (const listener of listeners) listener(state);
}

function post(worker: ServiceWorker, type: Request): void {
  worker.postMessage({ type });
}
