/** Entry of pages that only tell something. */
import './family.css';
import '../components/app-status';
import { registerServiceWorker } from '../offline/offline';

const { root = './' } = document.documentElement.dataset;
void registerServiceWorker(new URL(root, location.href));
