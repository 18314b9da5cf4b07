import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-list';
import * as common from '../messages/ru/common';
import {
  audit,
  FIELDS,
  JOIN_STAGES,
  ROLE_TITLES,
  SEVERITY_TITLES,
  type FieldName,
  type Finding,
  type RosterRow,
} from '../roster';
import { controls } from './controls';
import { largeDialog } from './large-dialog';
import { closeModal, showModal } from './show-modal';
import { STAGE_TITLES } from './stage-titles';

const KINDS: Readonly<Partial<Record<FieldName, string>>> = {
  parentPhone: 'tel',
  parentEmail: 'email',
};

/**
 * One row of the list as a form: what is wrong stands at its field, as one types. Opening it is
 * asking for the row, so its СНИЛС is shown whole.
 * @fires save - with the new row as its detail
 * @fires remove - when the row is to go
 * @fires close - when nothing is to change
 */
export class RowDialog extends LitElement {
  static override properties = {
    row: { attribute: false },
    columns: { attribute: false },
    isNew: { type: Boolean },
    values: { state: true },
    isWarned: { state: true },
  };

  static override styles = [
    controls,
    largeDialog,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: 0.75rem 1rem;
      }
      .problem {
        margin: 0.2rem 0 0;
        color: var(--quiet);
        font-size: 0.95rem;
      }
      .problem.error {
        color: var(--warn);
        font-weight: 600;
      }
      fieldset {
        margin: 1rem 0 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 600;
      }
      .actions [role='alert'] {
        flex: 0 0 100%;
        /* Takes no room while it is empty. */
        margin-bottom: -0.75rem;
      }
      .actions .message {
        margin: 0 0 0.75rem;
      }
      .remove {
        margin-top: 1rem;
      }
      @media (max-width: 40rem) {
        /* Buttons over each other would hide the fields of a phone. */
        .actions button {
          flex: 1;
          padding-inline: 0.5rem;
        }
      }
    `,
  ];

  declare row: RosterRow;
  /** Fields that the list has columns for; the others may stay empty. */
  declare columns: readonly FieldName[];
  declare isNew: boolean;
  declare private values: RosterRow['values'];
  /** Whether it was about to be left with something new in it. */
  declare private isWarned: boolean;
  private isDone = false;

  constructor() {
    super();
    this.columns = FIELDS;
    this.isNew = false;
    this.isWarned = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('row')) this.values = this.row.values;
  }

  protected override firstUpdated(): void {
    showModal(this.renderRoot.querySelector('dialog'));
  }

  override render(): TemplateResult {
    const findings = this.isNew && this.values === this.row.values ? [] : this.check();
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${(event: Event) => {
        event.preventDefault();
        void this.leave();
      }}
      @close=${(event: Event) => {
        // A browser lets nobody refuse twice; what was typed is still there.
        if (!this.isDone) showModal(event.currentTarget as HTMLDialogElement);
      }}
    >
      <form class="body" novalidate @submit=${this.save}>
        <h2 id="heading">
          ${this.isNew ? words.newRow : words.rowNumber(this.row.line)}
        </h2>
        <div class="fields">${FIELDS.map((field) => this.renderField(field, findings))}</div>
        <fieldset>
          <legend>${words.howFar}</legend>
          ${JOIN_STAGES.map(
            (stage) =>
              html`<label class="check"
                ><input
                  type="checkbox"
                  name="stages"
                  value=${stage}
                  .checked=${this.row.stages?.includes(stage) ?? false}
                />${STAGE_TITLES[stage]}</label
              >`,
          )}
        </fieldset>
        ${
          this.isNew
            ? nothing
            : html`<button
                type="button"
                class="plain remove"
                @click=${() => {
                  this.say('remove');
                }}
              >
                ${words.removeRow}
              </button>`
        }
        <div class="actions">
          <div role="alert">
            ${
              this.isWarned
                ? html`<p class="message">
                  ${words.rowIsChanged(this.isNew ? words.add : common.save)}
                </p>`
                : nothing
            }
          </div>
          <button type="submit">${this.isNew ? words.add : common.save}</button>
          <button
            type="button"
            class="plain"
            @click=${() => {
              this.say('close');
            }}
          >
            ${words.doNotChange}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  private renderField(field: FieldName, findings: readonly Finding[]): TemplateResult {
    const own = findings.filter((finding) => finding.field === field);
    return html`<div>
      <label
        >${ROLE_TITLES[field]}
        <input
          name=${field}
          type=${KINDS[field] ?? 'text'}
          autocomplete="off"
          spellcheck="false"
          aria-describedby="${field}-problems"
          aria-invalid=${own.some(({ severity }) => severity === 'error') ? 'true' : 'false'}
          .value=${this.values[field]}
          @input=${(event: Event) => {
            const { value } = event.currentTarget as HTMLInputElement;
            this.values = { ...this.values, [field]: value.trim() };
          }}
      /></label>
      <div id="${field}-problems">
        ${own.map(
          ({ severity, message }) =>
            html`<p class="problem ${severity}">${SEVERITY_TITLES[severity]}: ${message}</p>`,
        )}
      </div>
    </div>`;
  }

  /** What the row alone tells; what it has in common with others is told once it is saved. */
  private check(): readonly Finding[] {
    const { values } = this;
    const columns = FIELDS.filter((field) => values[field] !== '' || this.columns.includes(field));
    return audit({ columns, rows: [{ line: 1, values }] }, { today: new Date() }).findings;
  }

  /** Closes it with what was typed, if there is anything new in it. */
  finish(): void {
    const row = this.read();
    if (this.isSame(row) || isEmpty(row)) this.say('close');
    else this.say('save', row);
  }

  /** Escape, and the gesture back of a phone, leave a row that nothing was done to. */
  private async leave(): Promise<void> {
    if (this.isSame(this.read())) {
      this.say('close');
      return;
    }
    this.isWarned = true;
    await this.updateComplete;
    // On a phone the words and the buttons stand far below the fields.
    this.renderRoot.querySelector<HTMLElement>('.actions button')?.focus();
  }

  private isSame({ values, stages = [] }: RosterRow): boolean {
    const { row } = this;
    return (
      FIELDS.every((field) => values[field] === row.values[field]) &&
      stages.join() === (row.stages ?? []).join()
    );
  }

  private readonly save = (event: Event): void => {
    event.preventDefault();
    const row = this.read();
    if (isEmpty(row)) {
      this.renderRoot.querySelector('input')?.focus();
      return;
    }
    this.say('save', row);
  };

  /** The row as it stands in the form. */
  private read(): RosterRow {
    const marked = Array.from(
      this.renderRoot.querySelectorAll<HTMLInputElement>('input[name=stages]:checked'),
      ({ value }) => value,
    );
    const stages = JOIN_STAGES.filter((stage) => marked.includes(stage));
    const { stages: _, ...rest } = this.row;
    return { ...rest, values: this.values, ...(stages.length > 0 && { stages }) };
  }

  private say(type: string, detail?: RosterRow): void {
    this.isDone = true;
    // Closing gives the focus back to where it was.
    closeModal(this.renderRoot.querySelector('dialog'));
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function isEmpty({ values }: RosterRow): boolean {
  return FIELDS.every((field) => values[field] === '');
}

customElements.define('row-dialog', RowDialog);
