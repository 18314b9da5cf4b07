const INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls back when nobody has touched the page for that long, once each time; a computer that slept
 * meanwhile counts as untouched.
 * @param limit in milliseconds
 * @returns a function that ends it
 */
export function onIdle(limit: number, callback: () => void): () => void {
  let last = Date.now();
  let timer = setTimeout(look, limit);

  function look(): void {
    clearTimeout(timer);
    const left = last + limit - Date.now();
    if (left > 0) {
      timer = setTimeout(look, left);
      return;
    }
    // Before the callback, which may ask for input.
    last = Date.now();
    timer = setTimeout(look, limit);
    callback();
  }

  /** Timers stand still while a computer sleeps: the first touch after that looks first. */
  function touch(): void {
    if (Date.now() - last >= limit) look();
    last = Date.now();
  }

  for (const type of INPUT) addEventListener(type, touch, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    for (const type of INPUT) removeEventListener(type, touch, { capture: true });
    document.removeEventListener('visibilitychange', look);
  };
}
