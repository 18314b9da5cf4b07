import { css, html, LitElement, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-findings';
import * as common from '../messages/ru/common';
import type { Finding, RuleId } from '../roster';
import { controls } from './controls';

/** What a finding is answered with: the word why it is right, or '' to open it again. */
export interface Resolution {
  finding: Finding;
  word: string;
}

const EXAMPLES: Readonly<Partial<Record<RuleId, string>>> = {
  'surname-differs': words.exampleGrandmother,
  'field-missing': words.exampleCitizenship,
  'phone-duplicate': words.examplePhone,
  'snils-invalid': words.checkedWithDocument,
};

/**
 * One finding: what is wrong, how to mend it, and a way to say that it is right as it is.
 * @fires resolve - with a Resolution as its detail
 */
export class FindingItem extends LitElement {
  static override properties = {
    finding: { attribute: false },
    who: { type: String },
    word: { type: String },
    isAsking: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-bottom: 0.75rem;
        overflow-wrap: break-word;
      }
      p,
      ol {
        margin: 0.3rem 0;
      }
      ol {
        padding-left: 1.4rem;
      }
      .quiet {
        color: var(--quiet);
        font-size: 0.95rem;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.5rem 0.75rem;
        margin-block: 0.5rem;
      }
      form label {
        flex: 1 1 14rem;
      }
      .link {
        display: inline;
        min-height: 2.75rem;
        padding: 0;
        font-weight: 400;
        color: var(--ink);
        text-align: left;
        text-decoration: underline;
        text-underline-offset: 0.15em;
        background: none;
        border: 0;
      }
    `,
  ];

  declare finding: Finding;
  /** Whose it is and where it stands, before the message. */
  declare who: string;
  /** Why it is right as it is; '' while it is open. */
  declare word: string;
  declare private isAsking: boolean;

  constructor() {
    super();
    this.who = '';
    this.word = '';
    this.isAsking = false;
  }

  override render(): TemplateResult {
    const { message, steps } = this.finding;
    if (this.word !== '') return this.renderResolved(message);
    return html`
      <p id="message">${this.who} ${message}</p>
      <ol>
        ${steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      ${
        this.isAsking
          ? this.renderForm()
          : html`<button
              type="button"
              class="link"
              aria-describedby="message"
              @click=${this.ask}
            >
              ${words.itIsRight}
            </button>`
      }
    `;
  }

  private renderResolved(message: string): TemplateResult {
    return html`
      <p class="quiet" id="message">${this.who} ${message}</p>
      <p><strong>${words.right}</strong> ${this.word}</p>
      <button
        type="button"
        class="link"
        aria-describedby="message"
        @click=${() => {
          this.say('');
        }}
      >
        ${words.checkAgain}
      </button>
    `;
  }

  private renderForm(): TemplateResult {
    return html`<form
      @submit=${this.answer}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        void this.leave();
      }}
    >
      <label
        >${words.whyRight}
        <input
          required
          maxlength="200"
          autocomplete="off"
          placeholder=${words.forExample(EXAMPLES[this.finding.rule] ?? words.checkedWithDocument)}
      /></label>
      <button type="submit">${words.writeDown}</button>
      <button type="button" class="plain" @click=${() => void this.leave()}>${common.cancel}</button>
    </form>`;
  }

  private readonly ask = async (): Promise<void> => {
    this.isAsking = true;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  };

  private async leave(): Promise<void> {
    this.isAsking = false;
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  }

  private readonly answer = (event: Event): void => {
    event.preventDefault();
    const word = this.renderRoot.querySelector('input')?.value.trim() ?? '';
    if (word === '') return;
    this.isAsking = false;
    this.say(word);
  };

  private say(word: string): void {
    const detail: Resolution = { finding: this.finding, word };
    this.dispatchEvent(new CustomEvent('resolve', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('finding-item', FindingItem);
