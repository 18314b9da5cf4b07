/**
 * Entry of a guide in another language. Such a page keeps itself: a phone should not carry the
 * languages of all families, nor the service worker their list.
 */
import '../../components/app-status';
import '../../components/guide-checklist';
import { keepTranslation } from '../../offline/keep-translation';
import { registerServiceWorker } from '../../offline/offline';

const script = import.meta.url;
// The build puts scripts into `assets/` of the site's root.
const root = new URL('../', script);

/** «Ready to work without internet» is said by the worker's state, and true of this page only then. */
async function keep(): Promise<void> {
  if (await keepTranslation(root)) await registerServiceWorker(root);
  else addEventListener('online', () => void keep(), { once: true });
}

if (document.readyState === 'complete') void keep();
else addEventListener('load', () => void keep(), { once: true });
