/** Entry of the authors' page. */
import '../plain';
import './author.css';
import '../../components/author-page';
import { cacheTools } from '../../offline/offline';

// An author's page works without a network once it was opened.
cacheTools();
