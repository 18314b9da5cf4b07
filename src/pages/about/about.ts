/** Entry of the page about the app, with what of it is on this device. */
import '../transfer/transfer';

void import('../../components/this-device');
void import('../../components/storage-fault').then(({ tellLoss }) => tellLoss());
