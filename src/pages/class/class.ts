/** Entry of the class page. */
import '../plain';
import '../../components/class-page';
import { cacheAlso } from '../../offline/offline';

// The teacher's tools are kept for work without a network once they were opened.
cacheAlso('CACHE_TOOLS');
