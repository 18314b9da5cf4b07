import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-keeping';
import * as common from '../messages/ru/common';
import { passphraseProblem, passphraseStrength, type Strength } from '../storage/vault';
import { boxes } from './check-box';
import { controls } from './controls';
import { dialogStyles } from './dialog-styles';
import { closeModal, showModal } from './show-modal';

/** `open` asks for the passphrase that is there, `new` for one twice, `change` for both. */
export type PassphraseMode = 'open' | 'new' | 'change';

export interface PassphraseAnswer {
  /** '' where no name was asked for. */
  name: string;
  /** The one that is there; '' where only a new one was asked for. */
  present: string;
  /** '' where only the present one was asked for. */
  fresh: string;
}

/** What the passphrase is for: gives what went wrong, in Russian, or undefined when it is done. */
export type PassphraseUse = (answer: PassphraseAnswer) => Promise<string | undefined>;

const STRENGTHS: Readonly<Record<Strength, string>> = {
  weak: words.weak,
  fair: words.fair,
  strong: words.strong,
};

/**
 * Asks for a passphrase. It stays open, and what was typed stays, until the passphrase did what it was
 * asked for.
 * @fires dialog-closed - done, or the reader does not want to
 */
export class PassphraseDialog extends LitElement {
  static override properties = {
    heading: {},
    action: {},
    mode: {},
    name: {},
    use: { attribute: false },
    typed: { state: true },
    message: { state: true },
    busy: { state: true },
    shown: { state: true },
  };

  static override styles = [
    controls,
    boxes,
    dialogStyles,
    css`
      label {
        margin-top: 0.75rem;
        font-weight: 600;
      }
      .show {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        min-height: 2.75rem;
        font-weight: 400;
      }
      .hint {
        color: var(--quiet);
        font-size: 0.95rem;
      }
      .row {
        position: sticky;
        bottom: -1.25rem;
        margin-bottom: -1.25rem;
        padding-block: 0.75rem 1.25rem;
        background: var(--paper);
        border-top: 1px solid var(--line);
      }
      .row button {
        flex: auto;
        padding-inline: 0.5rem;
      }
      .strong {
        color: var(--done);
        font-weight: 600;
      }
    `,
  ];

  declare heading: string;
  /** Words of the button. */
  declare action: string;
  declare mode: PassphraseMode;
  /** The name to offer; undefined: no name is asked for. */
  declare name: string | undefined;
  declare use: PassphraseUse;
  /** The new passphrase, as it is typed. */
  declare private typed: string;
  declare private message: string;
  declare private busy: boolean;
  declare private shown: boolean;

  constructor() {
    super();
    this.heading = '';
    this.action = '';
    this.mode = 'open';
    this.name = undefined;
    this.use = () => Promise.resolve(undefined);
    this.typed = '';
    this.message = '';
    this.busy = false;
    this.shown = false;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  protected override firstUpdated(): void {
    showModal(this.dialog);
    this.renderRoot.querySelector('input')?.focus();
  }

  override render(): TemplateResult {
    const isFresh = this.mode !== 'open';
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${(event: Event) => {
        if (this.busy) event.preventDefault();
      }}
      @close=${() => this.dispatchEvent(new CustomEvent('dialog-closed'))}
    >
      <h2 id="heading">${this.heading}</h2>
      <form @submit=${this.submit}>
        ${this.name === undefined ? nothing : this.renderName(this.name)}
        ${
          this.mode === 'new'
            ? nothing
            : this.renderField(
                'present',
                isFresh ? words.presentPassphrase : words.passphrase,
                'current-password',
              )
        }
        ${isFresh ? this.renderFresh() : nothing}
        <label class="show"
          ><input
            type="checkbox"
            .checked=${this.shown}
            @change=${(event: Event) => {
              this.shown = (event.currentTarget as HTMLInputElement).checked;
            }}
          />
          ${words.showTyped}</label
        >
        <div role="alert">
          ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
        </div>
        <div class="row">
          <button type="submit" ?disabled=${this.busy}>
            ${this.busy ? words.wait : this.action}
          </button>
          <button
            type="button"
            class="plain"
            ?disabled=${this.busy}
            @click=${() => {
              closeModal(this.dialog);
            }}
          >
            ${common.cancel}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  private renderName(name: string): TemplateResult {
    return html`<label for="name">${words.listName}</label>
      <input
        id="name"
        .value=${name}
        maxlength="60"
        autocomplete="off"
        spellcheck="false"
        required
        aria-describedby="name-hint"
      />
      <p class="hint" id="name-hint">${words.listNameHint}</p>`;
  }

  private renderFresh(): TemplateResult {
    return html`
      <p>
        <strong>${words.cannotBeRestored}</strong> ${words.noOneCan}
      </p>
      ${this.renderField('fresh', words.newPassphrase, 'new-password', 'strength advice')}
      <p id="strength" class="hint ${passphraseStrength(this.typed)}" role="status">
        ${this.typed === '' ? nothing : STRENGTHS[passphraseStrength(this.typed)]}
      </p>
      <p class="hint" id="advice">
        ${words.howToChoose}
      </p>
      ${this.renderField('again', words.samePassphrase, 'new-password')}
    `;
  }

  private renderField(
    id: string,
    label: string,
    autocomplete: 'current-password' | 'new-password',
    describedBy = '',
  ): TemplateResult {
    return html`<label for=${id}>${label}</label>
      <input
        id=${id}
        type=${this.shown ? 'text' : 'password'}
        autocomplete=${autocomplete}
        autocapitalize="off"
        spellcheck="false"
        required
        aria-describedby=${describedBy || nothing}
        @input=${(event: Event) => {
          if (id === 'fresh') this.typed = (event.currentTarget as HTMLInputElement).value;
        }}
      />`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    if (this.busy) return;
    const valueOf = (id: string): string =>
      this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
    const answer: PassphraseAnswer = {
      name: valueOf('name').trim().replace(/\s+/g, ' '),
      present: valueOf('present'),
      fresh: valueOf('fresh'),
    };
    this.message = this.problemOf(answer, valueOf('again')) ?? '';
    if (this.message === '') void this.run(answer);
  };

  private problemOf({ name, fresh }: PassphraseAnswer, again: string): string | undefined {
    if (this.name !== undefined && name === '') return words.enterName;
    if (this.mode === 'open') return undefined;
    return passphraseProblem(fresh) ?? (fresh === again ? undefined : words.passphrasesDiffer);
  }

  private async run(answer: PassphraseAnswer): Promise<void> {
    this.busy = true;
    try {
      this.message = (await this.use(answer)) ?? '';
    } finally {
      this.busy = false;
    }
    if (this.message === '') closeModal(this.dialog);
  }
}

customElements.define('passphrase-dialog', PassphraseDialog);
