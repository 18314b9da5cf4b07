/** Entry of the first page. */
import '../plain';
import '../../components/home-start';
