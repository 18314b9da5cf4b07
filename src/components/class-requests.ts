import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-findings';
import { writeRequest, type DataRequest, type RosterRow } from '../roster';
import type { RosterAudit, RosterClient, RosterRequests } from '../roster/roster-client';
import { controls } from './controls';

/**
 * For each parent with something missing, a message that names it, and forms on paper for all.
 * @fires forms-wanted - with the set of rows as its detail
 */
export class ClassRequests extends LitElement {
  static override properties = {
    client: { attribute: false },
    audit: { attribute: false },
    asked: { state: true },
    isOpen: { state: true },
    copied: { state: true },
    refused: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        overflow-wrap: break-word;
      }
      summary {
        padding-block: 0.6rem;
        color: var(--ink);
        cursor: pointer;
      }
      li {
        margin-bottom: 1rem;
      }
      ul {
        margin: 0.75rem 0;
        padding: 0;
        list-style: none;
      }
      .text {
        margin: 0.3rem 0 0.5rem;
        padding: 0.6rem 0.9rem;
        white-space: pre-wrap;
        background: var(--note-paper);
        border-radius: 8px;
      }
    `,
  ];

  /** Tells whom to ask. */
  declare client: RosterClient;
  declare audit: RosterAudit;
  /** Undefined: not known yet. */
  declare private asked: RosterRequests | undefined;
  declare private isOpen: boolean;
  /** Whose message has been copied last. */
  declare private copied: RosterRow | undefined;
  /** Whose message the browser did not let be copied. */
  declare private refused: RosterRow | undefined;

  constructor() {
    super();
    this.asked = undefined;
    this.isOpen = false;
    this.copied = undefined;
    this.refused = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.isOpen && (changed.has('audit') || changed.has('isOpen'))) void this.ask(this.audit);
  }

  override render(): TemplateResult {
    return html`<details
      @toggle=${(event: Event) => {
        this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
      }}
    >
      <summary>${words.askParents}</summary>
      ${this.isOpen ? this.renderAsked() : nothing}
    </details>`;
  }

  private renderAsked(): TemplateResult | typeof nothing {
    const { asked } = this;
    if (!asked) return nothing;
    if (asked.rows.length === 0) return html`<p>${words.nothingToAsk}</p>`;
    return html`
      <p>
        ${words.onlyMissing}
      </p>
      <button
        type="button"
        @click=${() => {
          const detail = new Set(asked.rows);
          this.dispatchEvent(new CustomEvent('forms-wanted', { detail }));
        }}
      >
        ${words.printForms(asked.rows.length)}
      </button>
      <ul>
        ${asked.first.map(({ row, request }) => this.renderMessage(row, request))}
      </ul>
      ${
        asked.rows.length > asked.first.length
          ? html`<p>${words.moreMessages(asked.rows.length - asked.first.length)}</p>`
          : nothing
      }
    `;
  }

  private renderMessage(row: RosterRow, request: DataRequest): TemplateResult {
    const { className, childName, parentName } = row.values;
    const name = [className, childName, parentName].filter((text) => text !== '').join(', ');
    const text = writeRequest(row, request);
    return html`<li>
      <strong>${name}</strong>
      <p class="text">${text}</p>
      <button
        type="button"
        class="plain"
        aria-label=${words.copyMessageTo(name)}
        @click=${(event: Event) => this.copy(row, text, event.currentTarget as HTMLElement)}
      >
        ${words.copy}
      </button>
      <span role="status"
        >${this.copied === row ? words.copied : ''}${
          this.refused === row ? words.notCopied : ''
        }</span
      >
    </li>`;
  }

  private async copy(row: RosterRow, text: string, button: HTMLElement): Promise<void> {
    this.copied = undefined;
    this.refused = undefined;
    try {
      await navigator.clipboard.writeText(text);
      this.copied = row;
    } catch {
      const shown = button.closest('li')?.querySelector('.text');
      if (shown) getSelection()?.selectAllChildren(shown);
      this.refused = row;
    }
  }

  private async ask(audit: RosterAudit): Promise<void> {
    try {
      const asked = await this.client.requests();
      if (this.audit === audit) this.asked = asked;
    } catch {
      // The worker is gone: the page says so at the next check, which starts another.
    }
  }
}

customElements.define('class-requests', ClassRequests);
