import { html, type TemplateResult } from 'lit';

/** What is being made: what is done, of how many, and since when (ms). */
export interface MemoProgress {
  what: 'страниц' | 'классов';
  done: number;
  total: number;
  since: number;
}

/** How far the making is, with a way out of it. */
export function renderProgress(
  { what, done, total, since }: MemoProgress,
  cancel: () => void,
): TemplateResult {
  return html`<div class="row">
    <progress max=${total} value=${done} aria-label="Сделано ${what}"></progress>
    <span>${done} из ${total}${timeLeft(done / total, Date.now() - since)}</span>
    <button type="button" class="plain" @click=${cancel}>Отменить</button>
  </div>`;
}

/** Told once there is something to judge by: after a second and a twentieth of the work. */
function timeLeft(part: number, elapsed: number): string {
  if (elapsed < 1000 || part < 0.05 || part >= 1) return '';
  const seconds = Math.ceil((elapsed / part - elapsed) / 1000);
  if (seconds < 60) return `, осталось ${String(seconds)} с`;
  return `, осталось ${String(Math.ceil(seconds / 60))} мин`;
}
