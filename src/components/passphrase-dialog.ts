import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { passphraseProblem } from '../storage/vault';
import { controls } from './controls';
import { dialogStyles } from './dialog-styles';
import { closeModal, showModal } from './show-modal';

/** What the passphrase is for: gives what went wrong, in Russian, or undefined when it is done. */
export type PassphraseUse = (passphrase: string) => Promise<string | undefined>;

/**
 * Asks for a passphrase, a new one twice. It stays open, and what was typed stays, until the
 * passphrase did what it was asked for.
 * @fires dialog-closed - done, or the reader does not want to
 */
export class PassphraseDialog extends LitElement {
  static override properties = {
    heading: {},
    action: {},
    fresh: { type: Boolean },
    use: { attribute: false },
    message: { state: true },
    busy: { state: true },
    shown: { state: true },
  };

  static override styles = [
    controls,
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
      .show input {
        width: 1.4rem;
        height: 1.4rem;
        margin: 0;
        accent-color: var(--ink);
      }
    `,
  ];

  declare heading: string;
  /** Words of the button. */
  declare action: string;
  /** Whether the passphrase is a new one. */
  declare fresh: boolean;
  declare use: PassphraseUse;
  declare private message: string;
  declare private busy: boolean;
  declare private shown: boolean;

  constructor() {
    super();
    this.heading = '';
    this.action = '';
    this.fresh = false;
    this.use = () => Promise.resolve(undefined);
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
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${(event: Event) => {
        if (this.busy) event.preventDefault();
      }}
      @close=${() => this.dispatchEvent(new CustomEvent('dialog-closed'))}
    >
      <h2 id="heading">${this.heading}</h2>
      ${this.fresh ? this.renderAdvice() : nothing}
      <form @submit=${this.submit}>
        ${this.renderField('first', this.fresh ? 'Новая секретная фраза' : 'Секретная фраза')}
        ${this.fresh ? this.renderField('second', 'Та же фраза ещё раз') : nothing}
        <label class="show"
          ><input
            type="checkbox"
            .checked=${this.shown}
            @change=${(event: Event) => {
              this.shown = (event.currentTarget as HTMLInputElement).checked;
            }}
          />
          Показать, что я пишу</label
        >
        <div role="alert">
          ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
        </div>
        <div class="row">
          <button type="submit" ?disabled=${this.busy}>
            ${this.busy ? 'Подождите…' : this.action}
          </button>
          <button
            type="button"
            class="plain"
            ?disabled=${this.busy}
            @click=${() => {
              closeModal(this.dialog);
            }}
          >
            Отменить
          </button>
        </div>
      </form>
    </dialog>`;
  }

  private renderAdvice(): TemplateResult {
    return html`
      <p>
        Не меньше 12 знаков. Удобно взять четыре слова, которые не стоят рядом ни в одной
        поговорке.
      </p>
      <p>
        <strong>Забытую фразу восстановить нельзя</strong> — ни нам, ни школе, никому. Без неё
        список не открыть. Запишите её и храните отдельно от компьютера.
      </p>
    `;
  }

  private renderField(id: string, label: string): TemplateResult {
    return html`<label for=${id}>${label}</label>
      <input
        id=${id}
        type=${this.shown ? 'text' : 'password'}
        autocomplete=${this.fresh ? 'new-password' : 'off'}
        autocapitalize="off"
        spellcheck="false"
        required
      />`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const [first = '', second] = Array.from(
      this.renderRoot.querySelectorAll<HTMLInputElement>('#first, #second'),
      (input) => input.value,
    );
    const problem = this.fresh ? freshProblem(first, second) : undefined;
    this.message = problem ?? '';
    if (problem === undefined && !this.busy) void this.run(first);
  };

  private async run(passphrase: string): Promise<void> {
    this.busy = true;
    try {
      this.message = (await this.use(passphrase)) ?? '';
    } finally {
      this.busy = false;
    }
    if (this.message === '') closeModal(this.dialog);
  }
}

function freshProblem(first: string, second: string | undefined): string | undefined {
  return (
    passphraseProblem(first) ??
    (first === second ? undefined : 'Фразы не совпадают. Впишите обе ещё раз или покажите их.')
  );
}

customElements.define('passphrase-dialog', PassphraseDialog);
