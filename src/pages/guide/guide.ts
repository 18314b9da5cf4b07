/** Entry of a guide, and of the troubleshooting page, which is a guide too. */
import '../plain';
import '../../components/guide-checklist';
