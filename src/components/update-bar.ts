import { html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages';
import { applyUpdate, type OfflineState } from '../offline/offline';
import { bar, makeRoomFor } from './bar';
import { controls } from './controls';

/** Offers a new version. It reloads nothing by itself, and can be put off until the next page. */
export class UpdateBar extends LitElement {
  static override properties = { offline: { attribute: false }, later: { state: true } };

  static override styles = [controls, bar];

  declare offline: OfflineState;
  declare private later: boolean;

  constructor() {
    super();
    this.offline = 'unknown';
    this.later = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    makeRoomFor(null);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('offline')) this.later = false;
  }

  override render(): TemplateResult {
    return html`<div role="status">${this.later ? nothing : this.renderOffer()}</div>`;
  }

  protected override updated(): void {
    makeRoomFor(this.renderRoot.querySelector<HTMLElement>('.bar'));
  }

  private renderOffer(): TemplateResult {
    return this.offline === 'changed'
      ? this.renderBar(words.updatedElsewhere, words.openAnew, () => {
          location.reload();
        })
      : this.renderBar(words.newVersion, words.update, applyUpdate);
  }

  private renderBar(message: string, yes: string, act: () => void): TemplateResult {
    return html`<div class="bar">
      <p>${message}</p>
      <div class="answers">
        <button type="button" @click=${act}>${yes}</button>
        <button
          type="button"
          class="plain"
          @click=${() => {
            this.later = true;
          }}
        >
          ${words.later}
        </button>
      </div>
    </div>`;
  }
}

customElements.define('update-bar', UpdateBar);
