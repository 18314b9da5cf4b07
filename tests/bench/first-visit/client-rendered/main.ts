/** The same guide as a single-page application shows it: Markdown, fetched and rendered here. */
import { marked } from 'marked';
import '../../../../src/pages/family.css';
import { loadTicks, setTick } from '../../../../src/storage/progress';

const GUIDE = 'krasnoyarsk/kiasuo';

const source = await (await fetch('./kiasuo.md')).text();
const main = document.querySelector('main');
if (main) {
  // eslint-disable-next-line no-restricted-syntax -- As such applications do; no part of the product.
  main.innerHTML = await marked.parse(source.replace(/^---[^]*?\n---\n/, ''));
  const ticks = new Set((await loadTicks(GUIDE)).map(({ step }) => step));
  for (const box of main.querySelectorAll<HTMLInputElement>('li input')) {
    const step = /\{#([\w-]+)/.exec(box.closest('li')?.textContent ?? '')?.[1] ?? '';
    box.disabled = false;
    box.checked = ticks.has(step);
    box.closest('li')?.classList.add('step');
    box.closest('li')?.prepend(box);
    box.addEventListener('change', () => void setTick(GUIDE, step, box.checked));
  }
}
