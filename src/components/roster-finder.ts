import { css, html, LitElement, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-list';
import { controls } from './controls';
import {
  EVERYTHING,
  FILTERS,
  SORT_TITLES,
  type Filter,
  type RosterView,
  type SortKey,
} from './roster-view';

/**
 * Which rows are shown, and on a phone, which has no heads of columns, in what order.
 * @fires view-change - with a RosterView as its detail
 */
export class RosterFinder extends LitElement {
  static override properties = { view: { attribute: false } };

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        gap: 0.5rem 1rem;
        margin-block: 0.75rem;
      }
      .only-narrow {
        display: none;
      }
      @media (max-width: 40rem) {
        .only-narrow {
          display: block;
        }
      }
    `,
  ];

  declare view: RosterView;

  constructor() {
    super();
    this.view = EVERYTHING;
  }

  override render(): TemplateResult {
    const { text, filter, sort } = this.view;
    return html`<label
        >${words.find}
        <input
          type="search"
          placeholder=${words.findBy}
          autocomplete="off"
          .value=${text}
          @input=${(event: Event) => {
            this.change({ text: (event.currentTarget as HTMLInputElement).value });
          }}
      /></label>
      <label
        >${words.show}
        <select
          @change=${(event: Event) => {
            this.change({ filter: (event.currentTarget as HTMLSelectElement).value as Filter });
          }}
        >
          ${Object.entries(FILTERS).map(
            ([value, label]) =>
              html`<option value=${value} .selected=${value === filter}>${label}</option>`,
          )}
        </select>
      </label>
      <label class="only-narrow"
        >${words.inOrder}
        <select
          @change=${(event: Event) => {
            const { value } = event.currentTarget as HTMLSelectElement;
            this.change({ sort: value as SortKey, isDescending: false });
          }}
        >
          ${SORT_TITLES.map(
            ([key, title]) =>
              html`<option value=${key} .selected=${key === sort}>${title.split(' ')[0]}</option>`,
          )}
        </select>
      </label>`;
  }

  private change(part: Partial<RosterView>): void {
    const detail: RosterView = { ...this.view, ...part };
    this.dispatchEvent(new CustomEvent('view-change', { detail }));
  }
}

customElements.define('roster-finder', RosterFinder);
