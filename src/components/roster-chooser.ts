import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-list';
import { JOIN_STAGES, type RosterRow } from '../roster';
import { controls } from './controls';
import { hasSignedIn } from './roster-view';
import { STAGE_TITLES } from './stage-titles';

/**
 * Chooses many rows at once, and marks what those that are chosen have reached.
 * @fires chosen-change - with the set of chosen rows as its detail
 * @fires stage-mark - with the JoinStage as its detail
 */
export class RosterChooser extends LitElement {
  static override properties = {
    all: { attribute: false },
    shown: { attribute: false },
    chosen: { attribute: false },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
        margin-bottom: 0.75rem;
      }
      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.5rem;
        max-width: 100%;
      }
      select {
        width: auto;
        max-width: 100%;
      }
    `,
  ];

  /** Every row of the list. */
  declare all: readonly RosterRow[];
  /** Those that are found now. */
  declare shown: readonly RosterRow[];
  declare chosen: ReadonlySet<RosterRow>;

  constructor() {
    super();
    this.all = [];
    this.shown = [];
    this.chosen = new Set();
  }

  override render(): TemplateResult {
    const { all, shown, chosen } = this;
    const areAllShown = shown.length === all.length;
    return html`
      <span role="status">${words.chosen(chosen.size, all.length)}</span>
      <button
        type="button"
        class="plain"
        @click=${() => {
          this.choose(areAllShown ? all : [...chosen, ...shown]);
        }}
      >
        ${areAllShown ? words.chooseAll : words.addShown}
      </button>
      <button
        type="button"
        class="plain"
        @click=${() => {
          this.choose([]);
        }}
      >
        ${words.unchoose}
      </button>
      <button
        type="button"
        class="plain"
        @click=${() => {
          this.choose(all.filter((row) => !hasSignedIn(row)));
        }}
      >
        ${words.chooseNotSignedIn}
      </button>
      ${this.renderClassChoice()}
      <label
        >${words.markChosen}
        <select
          ?disabled=${chosen.size === 0}
          @change=${(event: Event) => {
            const select = event.currentTarget as HTMLSelectElement;
            this.dispatchEvent(new CustomEvent('stage-mark', { detail: select.value }));
            select.value = '';
          }}
        >
          <option value="">${words.whatIsDone}</option>
          ${JOIN_STAGES.map(
            (stage) => html`<option value=${stage}>${STAGE_TITLES[stage]}</option>`,
          )}
        </select>
      </label>
    `;
  }

  private renderClassChoice(): TemplateResult | typeof nothing {
    const { all } = this;
    const classes = [...new Set(all.map((row) => row.values.className))];
    if (classes.length < 2) return nothing;
    return html`<label
      >${words.onlyClass}
      <select
        @change=${(event: Event) => {
          const { value } = event.currentTarget as HTMLSelectElement;
          // A class may be called anything: its place in the list names it.
          const name = classes[Number(value)];
          this.choose(all.filter((row) => value === 'all' || row.values.className === name));
        }}
      >
        <option value="all">${words.allClasses}</option>
        ${classes.map((name, index) => html`<option value=${index}>${name || words.noClass}</option>`)}
      </select>
    </label>`;
  }

  private choose(rows: Iterable<RosterRow>): void {
    this.dispatchEvent(new CustomEvent('chosen-change', { detail: new Set(rows) }));
  }
}

customElements.define('roster-chooser', RosterChooser);
