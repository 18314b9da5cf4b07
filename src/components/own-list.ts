import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as common from '../messages/ru/common';
import * as words from '../messages/ru/own';
import type { OwnGuide } from '../storage/own-guides';
import { controls } from './controls';

/**
 * The guides from files, and the way to one more.
 * @fires files - with the file that was chosen
 * @fires own-remove - with the guide to remove
 * @fires own-restore - bring the removed one back
 */
export class OwnList extends LitElement {
  static override properties = {
    guides: { attribute: false },
    removed: { attribute: false },
    isBusy: { attribute: false },
    isDropping: { attribute: false },
  };

  static override styles = [
    controls,
    css`
      .file {
        position: relative;
      }
      .file input {
        position: absolute;
        inset: 0;
        width: 100%;
        opacity: 0;
        cursor: pointer;
      }
      .file:focus-within {
        outline: 3px solid var(--ink);
        outline-offset: 2px;
      }
      ul {
        list-style: none;
        padding: 0;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem 1rem;
        padding-block: 0.6rem;
        border-top: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      li a {
        flex: 1 1 14rem;
        padding-block: 0.5rem;
        font-size: 1.15rem;
        font-weight: 600;
      }
      li strong {
        padding: 0 0.6em;
        font-size: 0.85rem;
        color: var(--warn);
        background: var(--warn-paper);
        border: 1px dashed;
        border-radius: 6px;
      }
      .message {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
      }
      .quiet {
        color: var(--quiet);
        font-size: 0.95rem;
      }
    `,
  ];

  declare guides: readonly OwnGuide[];
  /** Title of the guide that was removed last. */
  declare removed: string | undefined;
  /** A file is being read. */
  declare isBusy: boolean;
  /** A file is held over the page. */
  declare isDropping: boolean;

  constructor() {
    super();
    this.guides = [];
    this.removed = undefined;
    this.isBusy = false;
    this.isDropping = false;
  }

  override render(): TemplateResult {
    return html`
      <p>
        ${words.whatIsFor}
      </p>
      <p>
        <label class="button file"
          >${this.isDropping ? words.dropFile : this.isBusy ? words.opening : words.openFile}<input
            type="file"
            accept=".md,.markdown,.txt"
            @change=${(event: Event) => {
              const input = event.currentTarget as HTMLInputElement;
              this.dispatchEvent(new CustomEvent('files', { detail: [...(input.files ?? [])] }));
              input.value = '';
            }}
        /></label>
      </p>
      <div role="status">
        ${
          this.removed === undefined
            ? nothing
            : html`<p class="message">
                ${words.removedWithTicks(this.removed)}
                <button
                  type="button"
                  class="plain"
                  @click=${() => this.dispatchEvent(new CustomEvent('own-restore'))}
                >
                  ${words.bringBack}
                </button>
              </p>`
        }
      </div>
      ${
        this.guides.length === 0
          ? html`<p class="quiet">${words.noneYet}</p>`
          : html`<ul>
              ${this.guides.map((guide) => this.renderRow(guide))}
            </ul>`
      }
    `;
  }

  private renderRow(guide: OwnGuide): TemplateResult {
    return html`<li>
      <a href="./?guide=${encodeURIComponent(guide.id)}">${guide.title}</a>
      <strong>${common.unverified}</strong>
      <button
        type="button"
        class="plain"
        aria-label=${words.removeNamed(guide.title)}
        @click=${() => this.dispatchEvent(new CustomEvent('own-remove', { detail: guide }))}
      >
        ${common.remove}
      </button>
    </li>`;
  }
}

customElements.define('own-list', OwnList);
