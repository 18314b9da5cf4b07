import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { genitiveOf } from '../memo';
import * as memoWords from '../messages/ru/memo';
import type { ForWhom } from '../roster';
import { controls } from './controls';

/** More fields than this nobody reads; the others are found by their name. */
const MOST_SHOWN = 40;

/**
 * How names are written after «для», for the teacher to put right.
 * @fires names-change - with the teacher's own words by the name, bubbling
 */
export class MemoNames extends LitElement {
  static override properties = {
    names: { attribute: false },
    words: { attribute: false },
    isOpen: { state: true },
    sought: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-block: 0.75rem;
      }
      summary {
        padding-block: 0.6rem;
        font-weight: 600;
        color: var(--ink);
        cursor: pointer;
      }
      .names {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: 0.75rem 1rem;
        margin-top: 0.75rem;
      }
      label {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Children's names as the list has them. */
  declare names: readonly string[];
  declare words: ForWhom;
  declare private isOpen: boolean;
  declare private sought: string;

  constructor() {
    super();
    this.names = [];
    this.words = {};
    this.isOpen = false;
    this.sought = '';
  }

  override render(): TemplateResult {
    return html`<details
      @toggle=${(event: Event) => {
        this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
      }}
    >
      <summary>${memoWords.namesTitle}</summary>
      ${this.isOpen ? this.renderNames() : nothing}
    </details>`;
  }

  private renderNames(): TemplateResult {
    const forms = [...new Set(this.names)]
      .filter((name) => name !== '')
      .map((name) => ({ name, form: genitiveOf(name) }));
    const words = new Map(Object.entries(this.words));
    const sought = this.sought.trim().toLowerCase();
    // What the rules are not certain of comes first.
    const found = [
      ...forms.filter(({ form }) => form === undefined),
      ...forms.filter(({ form }) => form !== undefined),
    ].filter(({ name }) => name.toLowerCase().includes(sought));
    const more = found.length - MOST_SHOWN;
    return html`
      <p>
        ${memoWords.namesHint}
      </p>
      ${
        forms.length > MOST_SHOWN
          ? html`<label
            >${memoWords.findName}
            <input
              type="search"
              .value=${this.sought}
              @input=${(event: Event) => {
                this.sought = (event.currentTarget as HTMLInputElement).value;
              }}
          /></label>`
          : nothing
      }
      <div class="names">
        ${found.slice(0, MOST_SHOWN).map(
          ({ name, form }) =>
            html`<label
              >${name}
              <input
                autocomplete="off"
                .value=${words.get(name) ?? form ?? ''}
                @change=${(event: Event) => {
                  this.write(name, (event.currentTarget as HTMLInputElement).value.trim());
                }}
            /></label>`,
        )}
      </div>
      ${more > 0 ? html`<p>${memoWords.moreNames(more)}</p>` : nothing}
    `;
  }

  private write(name: string, words: string): void {
    const { [name]: _, ...others } = this.words;
    const detail = words === (genitiveOf(name) ?? '') ? others : { ...others, [name]: words };
    this.dispatchEvent(new CustomEvent('names-change', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('memo-names', MemoNames);
