import { html, LitElement, nothing, type TemplateResult } from 'lit';
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
      ? this.renderBar('Памятка обновилась в другом окне.', 'Открыть заново', () => {
          location.reload();
        })
      : this.renderBar('Вышла новая версия Памятки. Галочки сохранятся.', 'Обновить', applyUpdate);
  }

  private renderBar(words: string, yes: string, act: () => void): TemplateResult {
    return html`<div class="bar">
      <p>${words}</p>
      <div class="answers">
        <button type="button" @click=${act}>${yes}</button>
        <button
          type="button"
          class="plain"
          @click=${() => {
            this.later = true;
          }}
        >
          Позже
        </button>
      </div>
    </div>`;
  }
}

customElements.define('update-bar', UpdateBar);
