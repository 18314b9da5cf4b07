import { html, nothing, render, type TemplateResult } from 'lit';
import * as words from '../messages';
import { acceptLoss } from '../storage/accept-loss';
import { checkStorage, type StorageState } from '../storage/health';

const MESSAGES: Record<Exclude<StorageState, 'ok'>, string> = {
  unavailable: words.storageUnavailable,
  failed: words.tickFailed,
  missing: words.recordsMissing,
};

/**
 * What is wrong with keeping ticks, and what to do.
 * @param onAnswer called once the reader has read of a loss: with `ok`, or what failed then
 */
export function renderFault(
  state: Exclude<StorageState, 'ok'>,
  onAnswer: (next: StorageState) => void,
): TemplateResult {
  const accept = (): void => {
    acceptLoss().then(
      () => {
        onAnswer('ok');
      },
      () => {
        onAnswer('failed');
      },
    );
  };
  return html`<p class="message" part="message">${MESSAGES[state]}</p>
    ${
      state === 'missing'
        ? html`<button type="button" class="plain" @click=${accept}>${words.understood}</button>`
        : nothing
    }`;
}

/** Says under the heading of a page without steps that records are gone, until that was read. */
export async function tellLoss(): Promise<void> {
  if ((await checkStorage()) !== 'missing') return;
  const place = document.createElement('div');
  place.className = 'note warning';
  place.setAttribute('role', 'alert');
  document.querySelector('h1')?.after(place);
  const show = (state: StorageState): void => {
    if (state === 'ok') place.remove();
    else render(renderFault(state, show), place);
  };
  show('missing');
}
