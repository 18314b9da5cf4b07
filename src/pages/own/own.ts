/** Entry of the page of guides from files: it shows them as a guide's page does. */
import '../guide/guide';
import '../../components/own-page';

void import('../../components/storage-fault').then(({ tellLoss }) => tellLoss());
