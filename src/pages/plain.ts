/** Entry of pages that only tell something. */
import './family.css';
import '../components/app-status';
// Almost every page needs them: a file of their own would cost each more than it spares the others.
import '../components/controls';
import { registerServiceWorker } from '../offline/offline';

const script = import.meta.url;
// The build puts scripts into `assets/` of the site's root.
const root = new URL('../', script);
if (document.body.className === 'not-found-page') {
  // A host shows it under any address, below which its relative addresses are wrong: it tries this
  // script at several depths, and the copy that is found knows where the site is.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]:not(.skip)')) {
    link.href = new URL(link.getAttribute('href') ?? '', root).href;
  }
}
void registerServiceWorker(root);
