import { scoped } from './scope';

/** Absent in Safari before 15.4: there, tabs fall into step when they are next opened. */
let channel: BroadcastChannel | undefined;

function openChannel(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  channel ??= new BroadcastChannel(scoped('pamyatka-ticks'));
  return channel;
}

/** Tells the other tabs that ticks, answers or children were committed. */
export function announceChange(): void {
  openChannel()?.postMessage('changed');
}

/**
 * Calls back when another tab has changed something kept, or may have while this page lay in the
 * back-forward cache.
 * @returns a function that ends it
 */
export function onKeptChanged(callback: () => void): () => void {
  const listening = openChannel();
  const onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) callback();
  };
  listening?.addEventListener('message', callback);
  addEventListener('pageshow', onPageShow);
  return () => {
    listening?.removeEventListener('message', callback);
    removeEventListener('pageshow', onPageShow);
  };
}
