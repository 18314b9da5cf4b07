const INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** What is done about a page that nobody touches. */
export interface IdleCare {
  /** After that long without a touch, in milliseconds. */
  limit: number;
  /** That long before the limit, in milliseconds. */
  notice: number;
  warn: () => void;
  /** Somebody touched the page after the warning. */
  resume: () => void;
  /** The limit is reached; once each time. */
  close: () => void;
}

/**
 * Watches for touches of the page; a computer that slept meanwhile counts as untouched.
 * @returns a function that ends it
 */
export function watchIdle({ limit, notice, warn, resume, close }: IdleCare): () => void {
  let last = Date.now();
  let isWarned = false;
  let timer = setTimeout(look, limit - notice);

  function look(): void {
    clearTimeout(timer);
    const idle = Date.now() - last;
    if (idle < limit - notice) {
      timer = setTimeout(look, limit - notice - idle);
      return;
    }
    if (idle < limit) {
      timer = setTimeout(look, limit - idle);
      if (!isWarned) warn();
      isWarned = true;
      return;
    }
    last = Date.now();
    isWarned = false;
    timer = setTimeout(look, limit - notice);
    close();
  }

  /** Timers stand still while a computer sleeps: the first touch after that looks first. */
  function touch(): void {
    if (Date.now() - last >= limit) look();
    last = Date.now();
    if (isWarned) resume();
    isWarned = false;
  }

  for (const type of INPUT) addEventListener(type, touch, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    for (const type of INPUT) removeEventListener(type, touch, { capture: true });
    document.removeEventListener('visibilitychange', look);
  };
}
