import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-keeping';
import type { Source } from './class-keeper';
import { controls } from './controls';

/** Why the page has let go of its list. */
export interface ClosedList {
  why: 'idle' | 'asked' | 'wiped';
  /** What opens it again; absent after a wipe. */
  source?: Source;
}

/**
 * Says where the list that the page has let go of is now.
 * @fires open-again - with its Source as the detail
 */
export class ClosedListNotice extends LitElement {
  static override properties = { closed: { attribute: false } };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0.5rem 0;
      }
      .done {
        color: var(--done);
        font-weight: 600;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  declare closed: ClosedList;

  override render(): TemplateResult {
    const { why, source } = this.closed;
    if (why === 'wiped' || !source) {
      return html`<p class="done" role="status">
        ${words.wiped}
      </p>`;
    }
    return html`<div class="message" role="alert">
      <p>
        <strong>${words.listClosed(source.name)}</strong>
        ${why === 'idle' ? words.closedWhenIdle : nothing}
        ${source.isAhead ? words.changesWait : words.isKept}
      </p>
      <button
        type="button"
        @click=${() => this.dispatchEvent(new CustomEvent('open-again', { detail: source }))}
      >
        ${words.openAgain}
      </button>
    </div>`;
  }
}

customElements.define('closed-list', ClosedListNotice);
