import { html, LitElement, type TemplateResult } from 'lit';
import * as common from '../messages/ru/common';
import { controls } from './controls';
import { dialogStyles } from './dialog-styles';
import { closeModal, showModal } from './show-modal';

/**
 * Asks before something that cannot be taken back. The first button leaves all as it is. What stands
 * inside the element is shown below the text.
 * @fires confirmed - the reader said yes
 * @fires dialog-closed - after either answer
 */
export class ConfirmDialog extends LitElement {
  static override properties = { heading: {}, text: {}, action: {}, refusal: {} };

  static override styles = [controls, dialogStyles];

  declare heading: string;
  declare text: string;
  /** Words of the button that does it. */
  declare action: string;
  /** Words of the button that leaves all as it is. */
  declare refusal: string;

  constructor() {
    super();
    this.heading = '';
    this.text = '';
    this.action = '';
    this.refusal = common.keep;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  protected override firstUpdated(): void {
    showModal(this.dialog);
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="heading"
      @close=${() => this.dispatchEvent(new CustomEvent('dialog-closed'))}
    >
      <h2 id="heading">${this.heading}</h2>
      <p>${this.text}</p>
      <slot></slot>
      <div class="row">
        <button
          type="button"
          class="plain"
          @click=${() => {
            closeModal(this.dialog);
          }}
        >
          ${this.refusal}
        </button>
        <button
          type="button"
          @click=${() => {
            this.dispatchEvent(new CustomEvent('confirmed'));
            closeModal(this.dialog);
          }}
        >
          ${this.action}
        </button>
      </div>
    </dialog>`;
  }
}

customElements.define('confirm-dialog', ConfirmDialog);
