/** Entry of a region's request to support. */
import '../plain';
import './request.css';
import '../../components/support-request';
