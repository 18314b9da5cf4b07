import { callOf, type Profile, type Tab } from './devtools';
import type { SlowLink } from './slow-link';
import { watchPage, type Milestone, type PageTimes } from './watch-page';

/** What a visit took, in milliseconds from the start of its navigation, and in bytes. */
export interface Visit extends PageTimes {
  /** The service worker, which did not run yet, takes requests. */
  workerRuns: number;
  /** The first byte of the document has come, and the last one. */
  responseStarts: number;
  responseEnds: number;
  /** The document has been parsed and its modules have run. */
  scriptsHaveRun: number;
  /**
   * What the document needs on this link, whatever reads it: the round trips of TCP, TLS and the
   * request, and all bytes, up and down, until its last one.
   */
  limit: number;
  /** Down the link until the steps were visible, and until the tick was kept. */
  bytesVisible: number;
  bytesSaved: number;
}

export interface VisitOptions {
  /** From the site's root. */
  path: string;
  /** How much slower than this machine the page's thread is. */
  slowdown: number;
  /** What the visit waits for. */
  until: Milestone;
  /** Its files of JavaScript do not come: what is left is the browser's own work on the document. */
  withoutScripts?: boolean;
}

/** Opens a page in a tab of its own, with a service worker that is not running yet. */
export async function visit(
  profile: Profile,
  network: SlowLink,
  { path, slowdown, until, withoutScripts = false }: VisitOptions,
): Promise<Visit & { tab: Tab }> {
  const tab = await profile.openTab();
  await tab.send('Emulation.setDeviceMetricsOverride', {
    ...{ width: 360, height: 740, deviceScaleFactor: 1, mobile: true },
  });
  await tab.send('ServiceWorker.enable');
  await tab.send('ServiceWorker.stopAllWorkers');
  await tab.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (withoutScripts) {
    await tab.send('Network.enable');
    await tab.send('Network.setBlockedURLs', { urls: ['*.js'] });
  }
  await tab.send('Page.enable');
  await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: callOf(watchPage, until) });
  await tab.send('Page.navigate', { url: `https://localhost:${network.port}/${path}` });
  await tab.evaluate(() => isThere, undefined);
  const { origin, ...times } = await tab.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    const navigation = entry as PerformanceNavigationTiming;
    return {
      origin: performance.timeOrigin,
      workerRuns: navigation.fetchStart,
      responseStarts: navigation.responseStart,
      responseEnds: navigation.responseEnd,
      scriptsHaveRun: navigation.domContentLoadedEventStart,
      ...pageTimes,
    };
  }, undefined);
  const { down, up } = network.moved(origin + times.responseEnds);
  const { roundTrip, bandwidth } = network.link();
  return {
    tab,
    ...times,
    limit: 3 * roundTrip + ((down + up) * 8000) / bandwidth,
    bytesVisible: network.moved(origin + (times.visible ?? 0)).down,
    bytesSaved: network.moved(origin + (times.saved ?? 0)).down,
  };
}

/** Waits until the service worker has all that it keeps. */
export function waitUntilKept(tab: Tab): Promise<void> {
  return tab.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      active?.postMessage({ type: 'READY' }, [port2]);
    });
  }, undefined);
}
