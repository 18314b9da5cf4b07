/** Entry of the authors' page. */
import '../plain';
import './author.css';
import '../../components/author-page';
import { cacheAlso } from '../../offline/offline';

// An author's page works without a network once it was opened.
cacheAlso('CACHE_TOOLS');

void import('../../components/storage-fault').then(({ tellLoss }) => tellLoss());
