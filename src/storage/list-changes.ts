import { scoped } from './scope';

/** `wiped`: every window drops the list that it has open, too. */
export type ListNews = 'changed' | 'wiped';

/** Absent in Safari before 15.4: there, another window learns of it when it next saves. */
let channel: BroadcastChannel | undefined;

function openChannel(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  channel ??= new BroadcastChannel(scoped('pamyatka-lists'));
  return channel;
}

/** Tells the other windows what was committed. */
export function announceLists(news: ListNews): void {
  openChannel()?.postMessage(news);
}

/**
 * Calls back when another window has changed or wiped the kept lists.
 * @returns a function that ends it
 */
export function onLists(callback: (news: ListNews) => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>): void => {
    callback(data === 'wiped' ? 'wiped' : 'changed');
  };
  const listening = openChannel();
  listening?.addEventListener('message', hear);
  return () => {
    listening?.removeEventListener('message', hear);
  };
}
