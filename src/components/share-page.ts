import * as words from '../messages';

/**
 * Shares the page's address: nothing of what was entered or ticked is in it.
 * @returns what to tell the reader; '' when the system has said it all
 */
export async function sharePage(): Promise<string> {
  const url = location.origin + location.pathname;
  const { share, clipboard } = navigator as Partial<Navigator>;
  try {
    if (share) {
      await share.call(navigator, { title: document.title, url });
      return '';
    }
    await clipboard?.writeText(url);
    if (clipboard) return words.addressCopied;
  } catch (error) {
    // The reader has closed the system's list.
    if (error instanceof Error && error.name === 'AbortError') return '';
  }
  return words.addressIs.replace('{url}', url);
}
