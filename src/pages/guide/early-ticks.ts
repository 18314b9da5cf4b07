/**
 * Stands inside a guide's page, so that it runs with the first paint: the other scripts take one
 * more round trip, and in an old WebView they never run. What is ticked before them is written down
 * at once and put back on the next visit.
 */
import { earlyTicksKey } from '../../storage/early-ticks';

const list = document.querySelector('guide-checklist');
const key = earlyTicksKey(list?.getAttribute('guide') ?? '');
const boxes = Array.from(document.querySelectorAll<HTMLInputElement>('.step > input'));

/** Whether the checklist has taken over, whose ticks go into the database. */
function isKept(): boolean {
  return 'customElements' in window && customElements.get('guide-checklist') !== undefined;
}

function tell(id: string): void {
  const note = document.getElementById(id);
  if (note) note.hidden = false;
}

function write(): void {
  if (isKept()) return;
  const ids = boxes.filter((box) => box.checked).map((box) => box.id);
  try {
    localStorage.setItem(key, ids.join(' '));
  } catch {
    tell('ticks-not-kept');
  }
}

// Faster than these lines came.
const isTicked = boxes.some((box) => box.checked);
try {
  const early = (localStorage.getItem(key) ?? '').split(' ');
  for (const box of boxes) if (early.includes(box.id)) box.checked = true;
} catch {
  // Blocked: told at the first tick.
}
if (isTicked) write();
list?.addEventListener('change', write);

// Modules have run by then, or will not.
addEventListener('load', () => {
  if (!isKept()) tell('scripts-missing');
});
