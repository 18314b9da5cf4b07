/** Entry of pages that only tell something. */
import './family.css';
import '../components/app-status';
