import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/request';
import { controls } from './controls';
import { LONGEST_WINDOWS_ADDRESS, mailtoUrl } from './request-text';

/** The request as a text, which the reader copies, shares, mails or prints. */
export class RequestLetter extends LitElement {
  static override properties = {
    text: { type: String },
    subject: { type: String },
    addresses: { attribute: false },
    done: { state: true },
  };

  static override styles = [
    controls,
    css`
      h2 {
        margin: 2rem 0 0.5rem;
        font-size: 1.35rem;
        line-height: 1.2;
      }
      p,
      .row {
        margin: 0.75rem 0;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
      }
      .row a {
        padding-inline: 0.5rem;
        overflow-wrap: anywhere;
      }
      .letter {
        padding: 0.8rem 1rem;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        background: var(--note-paper);
        border-left: 4px solid var(--ink);
        border-radius: 0 8px 8px 0;
      }
      .done {
        color: var(--done);
        font-weight: 600;
      }
      @media print {
        h2,
        .screen {
          display: none;
        }
        .letter {
          padding: 0;
          border: 0;
        }
      }
    `,
  ];

  declare text: string;
  declare subject: string;
  /** Mailboxes of support. */
  declare addresses: readonly string[];
  /** What has just been done with the text. */
  declare private done: string;

  constructor() {
    super();
    this.text = '';
    this.subject = '';
    this.addresses = [];
    this.done = '';
  }

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('text')) this.done = '';
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector('h2')?.focus();
    });
  }

  private readonly copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.text);
      this.done = words.textCopied;
    } catch {
      // An older browser, or a host without https.
      const letter = this.renderRoot.querySelector('.letter');
      if (letter) getSelection()?.selectAllChildren(letter);
      this.done = words.notCopied;
    }
  };

  private readonly share = async (): Promise<void> => {
    try {
      await navigator.share({ title: words.letterTitle, text: this.text });
    } catch (error) {
      // The reader has closed the list of programs: nothing to say.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.copy();
    }
  };

  override render(): TemplateResult {
    return html`
      <h2 tabindex="-1">${words.textReady}</h2>
      <p class="letter">${this.text}</p>
      <div class="row screen">
        <button type="button" @click=${this.copy}>${words.copy}</button>
        ${
          'share' in navigator
            ? html`<button type="button" class="plain" @click=${this.share}>${words.share}</button>`
            : nothing
        }
        ${this.addresses.map((address) => this.renderMail(address))}
        <button
          type="button"
          class="plain"
          @click=${() => {
            window.print();
          }}
        >
          ${words.print}
        </button>
      </div>
      <p class="done screen" role="status">${this.done}</p>
    `;
  }

  private renderMail(address: string): TemplateResult {
    const whole = mailtoUrl(address, this.subject, this.text);
    const isTooLong = /Windows/.test(navigator.userAgent) && whole.length > LONGEST_WINDOWS_ADDRESS;
    return html`<a
      class="button plain"
      href=${isTooLong ? mailtoUrl(address, this.subject, words.pasteHere) : whole}
      @click=${isTooLong ? this.copy : nothing}
      >${words.letterTo(address)}</a
    >`;
  }
}

customElements.define('request-letter', RequestLetter);
