import { css, html, type TemplateResult } from 'lit';
import * as common from '../messages/ru/common';
import * as counts from '../messages/ru/counts';
import * as words from '../messages/ru/memo';

/** What is being made: what is done, of how many, and since when (ms). */
export interface MemoProgress {
  what: 'pages' | 'classes';
  done: number;
  total: number;
  since: number;
}

const UNITS: Readonly<Record<MemoProgress['what'], string>> = {
  pages: words.unitPages,
  classes: words.unitClasses,
};

/** How a row of buttons or of the progress looks. */
export const progressRow = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
    margin-block: 1rem;
  }
  progress {
    flex: 1 1 10rem;
    height: 1rem;
    accent-color: var(--done);
  }
`;

/** How far the making is, with a way out of it. */
export function renderProgress(
  { what, done, total, since }: MemoProgress,
  cancel: () => void,
): TemplateResult {
  return html`<div class="row">
    <progress max=${total} value=${done} aria-label=${words.progressOf(UNITS[what])}></progress>
    <span>${counts.outOf(done, total)}${timeLeft(done / total, Date.now() - since)}</span>
    <button type="button" class="plain" @click=${cancel}>${common.cancel}</button>
  </div>`;
}

/** Told once there is something to judge by: after a second and a twentieth of the work. */
function timeLeft(part: number, elapsed: number): string {
  if (elapsed < 1000 || part < 0.05 || part >= 1) return '';
  const seconds = Math.ceil((elapsed / part - elapsed) / 1000);
  if (seconds < 60) return words.secondsLeft(seconds);
  return words.minutesLeft(Math.ceil(seconds / 60));
}
