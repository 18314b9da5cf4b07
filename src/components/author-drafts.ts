import { html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/author';
import type { KeptDraft } from '../storage/drafts';
import { titleOfDraft } from './draft-names';

/**
 * The drafts of this device.
 * @fires draft-open - with the draft that the author chose
 */
export class AuthorDrafts extends LitElement {
  static override properties = { drafts: { attribute: false } };

  declare drafts: readonly KeptDraft[];

  constructor() {
    super();
    this.drafts = [];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.drafts.length === 0) return nothing;
    return html`<section aria-labelledby="page-drafts">
      <h2 id="page-drafts">${words.drafts}</h2>
      <ul class="author-drafts">
        ${this.drafts.map(
          (draft) =>
            html`<li class="author-row">
              <button
                type="button"
                class="plain"
                @click=${() => {
                  this.dispatchEvent(new CustomEvent('draft-open', { detail: draft }));
                }}
              >
                ${titleOfDraft(draft)}
              </button>
              <span class="quiet"
                >${draft.name}, ${new Date(draft.changed).toLocaleString('ru', { dateStyle: 'short', timeStyle: 'short' })}</span
              >
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('author-drafts', AuthorDrafts);
