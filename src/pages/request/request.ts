/** Entry of a region's request to support. */
import '../plain';
import './request.css';
import '../../components/support-request';

void import('../../components/storage-fault').then(({ tellLoss }) => tellLoss());
