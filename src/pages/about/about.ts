/** Entry of the page about the app. */
import '../plain';
import '../transfer/transfer';
