import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-keeping';
import * as common from '../messages/ru/common';
import type { KeptList } from '../storage/class-lists';
import { controls } from './controls';

/**
 * The lists that are kept on this computer.
 * @fires list-open - with the KeptList as its detail
 * @fires list-delete - with the KeptList as its detail
 * @fires wipe - all of them are to go
 * @fires loss-read - the reader knows that some are gone
 */
export class KeptLists extends LitElement {
  static override properties = {
    lists: { attribute: false },
    missing: { attribute: false },
    openId: { attribute: false },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      h3 {
        margin: 1rem 0 0.25rem;
        font-size: 1.1rem;
      }
      button.wipe {
        margin-bottom: 1rem;
      }
      ul {
        margin: 0 0 0.5rem;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.75rem;
        padding-block: 0.5rem;
        border-top: 1px solid var(--line);
      }
      .name {
        flex: 1 1 12rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .quiet {
        color: var(--quiet);
        font-size: 0.95rem;
      }
    `,
  ];

  declare lists: readonly KeptList[];
  /** How many were kept and are gone, though nobody deleted them. */
  declare missing: number;
  /** The one that is on the page. */
  declare openId: number | undefined;

  constructor() {
    super();
    this.lists = [];
    this.missing = 0;
    this.openId = undefined;
  }

  override render(): TemplateResult {
    return html`
      ${this.missing > 0 ? this.renderMissing() : nothing}
      ${
        this.lists.length > 0
          ? html`<h3 id="kept">${words.keptHere}</h3>
            <ul aria-labelledby="kept">
              ${this.lists.map((list) => this.renderList(list))}
            </ul>
            <button type="button" class="plain wipe" @click=${() => {
              this.tell('wipe');
            }}>
              ${words.wipeAll}
            </button>`
          : nothing
      }
    `;
  }

  private renderMissing(): TemplateResult {
    return html`<div class="message" role="alert">
      <p>
        ${words.listsMissing(this.missing)}
      </p>
      <button type="button" class="plain" @click=${() => {
        this.tell('loss-read');
      }}>${common.gotIt}</button>
    </div>`;
  }

  private renderList(list: KeptList): TemplateResult {
    const { id, name } = list;
    const isOpen = id === this.openId;
    return html`<li>
      <span class="name"
        ><strong>${name}</strong>${isOpen ? words.isOpen : ''}<br /><span class="quiet"
          >${words.keptOn(dateOf(list))}</span
        ></span
      >
      ${
        isOpen
          ? nothing
          : html`<button
            type="button"
            aria-label=${words.openLabel(name)}
            @click=${() => {
              this.tell('list-open', list);
            }}
          >
            ${common.open}
          </button>`
      }
      <button
        type="button"
        class="plain"
        aria-label=${words.removeNamed(name)}
        @click=${() => {
          this.tell('list-delete', list);
        }}
      >
        ${common.remove}
      </button>
    </li>`;
  }

  private tell(type: string, detail?: KeptList): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** «23 ноября 2026 г. в 15:04». */
export function dateOf({ at }: KeptList): string {
  return new Date(at).toLocaleString('ru', { dateStyle: 'long', timeStyle: 'short' });
}

customElements.define('kept-lists', KeptLists);
