/** Entry of every page that families read. */
import './family.css';
import '../components/app-status';
import '../components/family-link';
import '../components/guide-checklist';
import '../components/home-start';
import '../components/route-progress';
