/** What the page measures of itself, in milliseconds from the start of its navigation. */
export interface PageTimes {
  /** The frame with the first step has been painted. */
  visible?: number;
  /** That tick has been written down, for the time when the scripts are there. */
  noted?: number;
  /** The transaction has committed that keeps a tick made at that very moment. */
  saved?: number;
  /** Tasks over 50 ms: when they began, and how long they took. */
  longTasks: { at: number; duration: number }[];
}

declare global {
  var pageTimes: PageTimes;
}

/**
 * Runs in the page before its own scripts: sees when the first step is painted and, when asked,
 * ticks it at that moment as a thumb would.
 */
export function watchPage({ ticks }: { ticks: boolean }): void {
  const times: PageTimes = { longTasks: [] };
  globalThis.pageTimes = times;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      times.longTasks.push({ at: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });

  const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put');
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...values) {
    if (this.name === 'ticks' && times.visible !== undefined) {
      this.transaction.addEventListener('complete', () => {
        times.saved ??= performance.now();
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
    if (!box || box.getClientRects().length === 0) {
      requestAnimationFrame(look);
      return;
    }
    // A message sent before a frame's painting arrives after it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      times.visible = performance.now();
      if (ticks) box.click();
    };
    port2.postMessage('painted');
  };
  requestAnimationFrame(look);
}
