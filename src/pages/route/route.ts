/** Entry of a region's page. */
import '../plain';
import '../../components/family-link';
import '../../components/route-progress';
