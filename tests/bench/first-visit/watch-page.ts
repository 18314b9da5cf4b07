/** What the page measures of itself, in milliseconds from the start of its navigation. */
export interface PageTimes {
  /** The frame with the first step has been painted. */
  visible?: number;
  /** That tick has been written down, for the time when the scripts are there. */
  noted?: number;
  /** The transaction has committed that keeps a tick made at that very moment. */
  saved?: number;
  /** A box shows the tick of an earlier visit. */
  restored?: number;
  /** The load event. */
  loaded?: number;
  /** How much has moved, as Cumulative Layout Shift counts it in its first window. */
  layoutShift: number;
  /** Tasks over 50 ms: when they began, and how long they took. */
  longTasks: Span[];
  /** Scripts in frames over 50 ms, without the style and layout that they forced. */
  scripts: Span[];
}

export interface Span {
  at: number;
  duration: number;
}

export type Milestone = 'visible' | 'saved' | 'restored' | 'loaded';

/** What of `PerformanceScriptTiming`, which the DOM's types lack, is used. */
interface Script {
  startTime: number;
  duration: number;
  forcedStyleAndLayoutDuration: number;
}

declare global {
  var pageTimes: PageTimes;
  /** Resolves when it is there that the visit is for. */
  var isThere: Promise<void>;
}

/**
 * Runs in the page before its own scripts: sees when the first step is painted and, where a tick is
 * to be saved, ticks it at that moment as a thumb would.
 */
export function watchPage(until: Milestone): void {
  const times: PageTimes = { layoutShift: 0, longTasks: [], scripts: [] };
  globalThis.pageTimes = times;
  let finish: () => void;
  globalThis.isThere = new Promise((resolve) => {
    finish = resolve;
  });
  const reach = (name: Milestone): void => {
    times[name] ??= performance.now();
    if (name === until) finish();
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      times.longTasks.push({ at: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      for (const script of (entry as unknown as { scripts: Script[] }).scripts) {
        const duration = script.duration - script.forcedStyleAndLayoutDuration;
        times.scripts.push({ at: script.startTime, duration });
      }
    }
  }).observe({ type: 'long-animation-frame', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      times.layoutShift += (entry as unknown as { value: number }).value;
    }
  }).observe({ type: 'layout-shift', buffered: true });

  const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put');
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...values) {
    if (this.name === 'ticks' && times.visible !== undefined) {
      this.transaction.addEventListener('complete', () => {
        reach('saved');
      });
    }
    return put.apply(this, values);
  };

  const setItem = Reflect.get<Storage, 'setItem'>(Storage.prototype, 'setItem');
  Storage.prototype.setItem = function (this: Storage, ...item) {
    setItem.apply(this, item);
    if (item[0].startsWith('pamyatka.early')) times.noted ??= performance.now();
  };

  const look = (): void => {
    const box = document.querySelector<HTMLInputElement>('.step > input');
    // Asking for its place would lay the page out, a piece of it after the other.
    if (!box) {
      requestAnimationFrame(look);
      return;
    }
    // A message sent before a frame's painting arrives after it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      reach('visible');
      if (until === 'saved') box.click();
    };
    port2.postMessage('painted');
  };
  requestAnimationFrame(look);

  const lookForTick = (): void => {
    if (document.querySelector('.step > input:checked')) reach('restored');
    else requestAnimationFrame(lookForTick);
  };
  if (until === 'restored') requestAnimationFrame(lookForTick);
  addEventListener('load', () => {
    reach('loaded');
  });
}
