import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Roster, RosterNote, TakenRoster } from '../roster';
import './class-import';
import './class-roster';
import { controls } from './controls';
import './memo-maker';

/**
 * The teacher's way: the list comes in, its mistakes are shown, memos go out. The list lives in
 * this element alone and is gone with the page.
 */
export class ClassPage extends LitElement {
  static override properties = {
    roster: { state: true },
    notes: { state: true },
    previous: { state: true },
    chosen: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      h2 {
        font-size: 1.35rem;
        margin: 2rem 0 0.5rem;
      }
      .number {
        color: var(--ink);
      }
      .notes {
        padding-left: 1.2rem;
        color: var(--quiet);
        font-size: 0.95rem;
      }
    `,
  ];

  declare private roster: Roster | undefined;
  declare private notes: RosterNote[];
  /** The list that the last import replaced, for taking that back. */
  declare private previous: TakenRoster | undefined;
  /** Rows whose families get a memo. */
  declare private chosen: ReadonlySet<number>;

  constructor() {
    super();
    this.roster = undefined;
    this.notes = [];
    this.previous = undefined;
    this.chosen = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.warnOfLoss);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.warnOfLoss);
  }

  override render(): TemplateResult {
    return html`
      <h2><span class="number">1.</span> Список класса</h2>
      <class-import @roster-taken=${this.takeRoster}></class-import>
      ${this.roster ? this.renderRoster(this.roster) : this.renderEmpty()}
    `;
  }

  private renderEmpty(): TemplateResult {
    return html`<p>Здесь появятся ученики, ошибки в списке и памятки для печати.</p>`;
  }

  private renderRoster(roster: Roster): TemplateResult {
    return html`
      ${
        this.previous
          ? html`<p>
            Новый список заменил прежний.
            <button type="button" class="plain" @click=${this.undo}>Вернуть прежний</button>
          </p>`
          : nothing
      }
      ${
        this.notes.length > 0
          ? html`<ul class="notes">
            ${this.notes.map((note) => html`<li>${note.message}</li>`)}
          </ul>`
          : nothing
      }
      <h2><span class="number">2.</span> Ученики и проверка</h2>
      <class-roster
        .roster=${roster}
        .chosen=${this.chosen}
        @chosen-change=${(event: CustomEvent<ReadonlySet<number>>) => {
          this.chosen = event.detail;
        }}
      ></class-roster>
      <h2><span class="number">3.</span> Памятки</h2>
      <memo-maker
        .roster=${{
          ...roster,
          rows: roster.rows.filter((_row, index) => this.chosen.has(index)),
        }}
      ></memo-maker>
    `;
  }

  private readonly takeRoster = (event: CustomEvent<TakenRoster>): void => {
    this.previous = this.roster && { roster: this.roster, notes: this.notes };
    this.show(event.detail);
  };

  private readonly undo = (): void => {
    const previous = this.previous;
    this.previous = undefined;
    if (previous) this.show(previous);
  };

  private show({ roster, notes }: TakenRoster): void {
    this.roster = roster;
    this.notes = notes;
    this.chosen = new Set(roster.rows.keys());
  }

  private readonly warnOfLoss = (event: BeforeUnloadEvent): void => {
    if (this.roster) event.preventDefault();
  };
}

customElements.define('class-page', ClassPage);
