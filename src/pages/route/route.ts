/** Entry of a region's page. */
import '../plain';
import '../../components/family-children';
import '../../components/route-progress';
import '../transfer/transfer';

/** What reads a memo's link comes for those who bring one, or have not answered about it. */
function loadForLink(): void {
  const { familyLink } = (history.state ?? {}) as { familyLink?: unknown };
  if (!/^#m\d/.test(location.hash) && familyLink === undefined) return;
  removeEventListener('hashchange', loadForLink);
  import('../../components/family-link').catch(() => {
    document.querySelector('family-link > p')?.removeAttribute('hidden');
  });
}

addEventListener('hashchange', loadForLink);
loadForLink();

void import('../../components/storage-fault').then(({ tellLoss }) => tellLoss());
