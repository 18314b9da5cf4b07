import { css, html, LitElement, type TemplateResult } from 'lit';
import { controls } from './controls';

/**
 * A place where a table is pasted or its file is chosen; a hint may stand in its slot.
 * @fires text-change - with what stands in the field now as its detail
 * @fires read-text - when that is to be read
 * @fires file-chosen - with the File as its detail
 */
export class TableSource extends LitElement {
  static override properties = {
    label: {},
    action: {},
    fileAction: { attribute: 'file-action' },
    accept: {},
    text: {},
    busy: { type: Boolean },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      textarea {
        min-height: var(--text-height, 9rem);
        font: 0.95rem/1.4 ui-monospace, Consolas, monospace;
        white-space: pre;
        overflow: auto;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        margin-top: 0.75rem;
      }
      .hint {
        color: var(--quiet);
        font-size: 0.95rem;
      }
      input[type='file'] {
        position: absolute;
        width: 1px;
        height: 1px;
        opacity: 0;
      }
      input[type='file']:focus-visible + .button {
        outline: 3px solid var(--ink);
        outline-offset: 2px;
      }
    `,
  ];

  /** Words of the field. */
  declare label: string;
  /** Words of the button that reads the text. */
  declare action: string;
  /** Words of the button that opens a file. */
  declare fileAction: string;
  /** Kinds of files, as the `accept` of a field for files has them. */
  declare accept: string;
  /** What is pasted and not taken yet. */
  declare text: string;
  declare busy: boolean;

  constructor() {
    super();
    this.label = '';
    this.action = '';
    this.fileAction = '';
    this.accept = '';
    this.text = '';
    this.busy = false;
  }

  override render(): TemplateResult {
    return html`
      <label for="text">${this.label}</label>
      <textarea
        id="text"
        spellcheck="false"
        autocomplete="off"
        wrap="off"
        .value=${this.text}
        @input=${(event: Event) => {
          this.fire('text-change', (event.currentTarget as HTMLTextAreaElement).value);
        }}
      ></textarea>
      <div class="row">
        <button
          type="button"
          ?disabled=${this.busy}
          @click=${() => {
            this.fire('read-text');
          }}
        >
          ${this.action}
        </button>
        <span>
          <input type="file" id="file" accept=${this.accept} @change=${this.choose} /><label
            class="button plain"
            for="file"
            >${this.fileAction}</label
          >
        </span>
      </div>
      <p class="hint"><slot></slot></p>
    `;
  }

  private readonly choose = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    if (file) this.fire('file-chosen', file);
    // The same file can be chosen again after it was mended.
    input.value = '';
  };

  private fire(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('table-source', TableSource);
