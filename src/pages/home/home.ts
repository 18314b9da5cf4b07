/** Entry of the first page. */
import '../plain';
import '../../components/home-start';

void import('../../components/storage-fault').then(({ tellLoss }) => tellLoss());
