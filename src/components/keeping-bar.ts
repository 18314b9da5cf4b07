import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-keeping';
import type { KeptList } from '../storage/class-lists';
import type { Keeping } from './class-keeper';
import { controls } from './controls';
import { dateOf } from './kept-lists';
import { wordsFor } from './vault-words';

/** What a teacher can ask of the list on the page. */
export type KeepingWish = 'keep' | 'keep-beside' | 'retry' | 'backup' | 'change' | 'close';

/**
 * Where the list on the page stands: saved or not, and what can be done about it.
 * @fires wish - with a KeepingWish as its detail
 */
export class KeepingBar extends LitElement {
  static override properties = {
    keeping: {},
    list: { attribute: false },
    error: { attribute: false },
    busy: { type: Boolean },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-block: 1rem;
        padding: 0.75rem 1rem;
        background: var(--sheet);
        border: 1px solid var(--line);
        border-radius: 12px;
        overflow-wrap: anywhere;
      }
      @media print {
        :host {
          display: none;
        }
      }
      p {
        margin: 0.25rem 0;
      }
      .done {
        color: var(--done);
        font-weight: 600;
      }
      .quiet {
        color: var(--quiet);
        font-size: 0.95rem;
        margin-top: 0.5rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 0.75rem;
        margin-top: 0.75rem;
      }
    `,
  ];

  declare keeping: Keeping;
  /** The kept list that is open. */
  declare list: KeptList | undefined;
  /** Why it could not be saved. */
  declare error: unknown;
  declare busy: boolean;

  constructor() {
    super();
    this.keeping = 'none';
    this.list = undefined;
    this.busy = false;
  }

  override render(): TemplateResult {
    return html`
      <div role="status">${this.renderState()}</div>
      <div role="alert">
        ${
          this.keeping === 'failed'
            ? html`<p class="message">
              ${words.changesNotKept(wordsFor(this.error))}
            </p>`
            : nothing
        }
        ${
          this.keeping === 'changed-elsewhere'
            ? html`<p class="message">
              ${words.changedElsewhere(this.list?.name ?? '')}
            </p>`
            : nothing
        }
      </div>
      <div class="row">
        ${this.keeping === 'none' ? this.renderButton('keep', words.keepHereMore) : nothing}
        ${this.keeping === 'failed' ? this.renderButton('retry', words.keepAgain) : nothing}
        ${
          this.keeping === 'changed-elsewhere'
            ? this.renderButton('keep-beside', words.keepApart)
            : nothing
        }
        ${this.renderButton('backup', this.list ? words.downloadCopy : words.downloadCopyMore, true)}
        ${
          this.list
            ? html`${this.renderButton('change', words.changePassphraseMore, true)}
              ${this.renderButton('close', words.closeList, true)}`
            : nothing
        }
      </div>
      <p class="quiet">
        ${this.list ? words.whatCopyIs : words.onlyCipher}
      </p>
    `;
  }

  private renderState(): TemplateResult {
    switch (this.keeping) {
      case 'none':
        return html`<p>
          <strong>${words.onlyOnPage}</strong> ${words.goneWhenClosed}
        </p>`;
      case 'waiting':
        return html`<p>${words.keepingChanges}</p>`;
      case 'saved':
        return html`<p class="done">
          ✓ ${words.keptAs(this.list?.name ?? '')}${this.list ? `, ${dateOf(this.list)}` : ''}
        </p>`;
      case 'failed':
      case 'changed-elsewhere':
        return html`<p><strong>${words.notKept(this.list?.name ?? '')}</strong></p>`;
    }
  }

  private renderButton(wish: KeepingWish, title: string, isPlain = false): TemplateResult {
    return html`<button
      type="button"
      class=${isPlain ? 'plain' : ''}
      ?disabled=${this.busy}
      @click=${() => this.dispatchEvent(new CustomEvent<KeepingWish>('wish', { detail: wish }))}
    >
      ${title}
    </button>`;
  }
}

customElements.define('keeping-bar', KeepingBar);
