/** Entry of pages about what is on this device: it is carried to another from here. */
import '../plain';

const details = document.querySelector<HTMLDetailsElement>('#page-transfer');

/** The tool comes when it is first wanted; without a network a later opening tries again. */
async function load(): Promise<void> {
  if (!details?.open) return;
  const fault = details.querySelector<HTMLElement>('[role=alert]');
  try {
    await import('../../components/progress-file');
    details.removeEventListener('toggle', onToggle);
    if (fault) fault.hidden = true;
  } catch {
    if (fault) fault.hidden = false;
  }
}

function onToggle(): void {
  void load();
}

details?.addEventListener('toggle', onToggle);
// Opened before this script came, or by a link from elsewhere.
if (location.hash === '#page-transfer' && details) details.open = true;
onToggle();

if (document.querySelector('this-device')) void import('../../components/this-device');
