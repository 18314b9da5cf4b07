import { html, type Html } from '../../guide/html';
import * as words from '../../messages/ru/transfer';

/** How ticks get to another phone; the tool itself comes when this is opened. */
export function renderTransfer(): Html {
  return html`<details class="symptom" id="page-transfer">
    <summary>${words.heading}</summary>
    <p>${words.whatItDoes}</p>
    <p>${words.onIphone}</p>
    <p class="note warning" role="alert" hidden>${words.notLoaded}</p>
    <progress-file></progress-file>
    <noscript><p>${words.withoutScript}</p></noscript>
  </details>`;
}
