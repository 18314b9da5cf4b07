import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { placeOf, RULES, type Audit, type Finding, type Roster, type RosterRow } from '../roster';
import { controls } from './controls';

/** A school's whole list would make a page of a hundred thousand rows; more come on request. */
const ROWS_AT_ONCE = 200;

const SEVERITY_WORDS = { error: 'Ошибка', warning: 'Внимание', question: 'Вопрос' };

/**
 * The pupils with what is wrong at each, and the choice of who gets a memo.
 * @fires chosen-change - with the set of chosen rows as its detail
 */
export class ClassRoster extends LitElement {
  static override properties = {
    roster: { attribute: false },
    audit: { attribute: false },
    chosen: { attribute: false },
    shown: { state: true },
    className: { state: true },
  };

  static override styles = [
    controls,
    css`
      .scroll {
        overflow-x: auto;
        margin-inline: -1rem;
        padding-inline: 1rem;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        background: var(--sheet);
      }
      th,
      td {
        padding: 0.4rem 0.6rem;
        border: 1px solid var(--line);
        text-align: left;
        vertical-align: top;
      }
      th {
        font-size: 0.95rem;
      }
      td.pick {
        padding: 0;
        width: 2.75rem;
      }
      td.pick label {
        display: grid;
        place-content: center;
        min-height: 2.75rem;
      }
      input[type='checkbox'] {
        width: 1.4rem;
        height: 1.4rem;
        accent-color: var(--ink);
      }
      .code {
        font: 700 1rem ui-monospace, Consolas, monospace;
        white-space: pre-wrap;
      }
      .none {
        color: var(--quiet);
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
        margin-bottom: 0.75rem;
      }
      .tools select {
        width: auto;
        display: inline-block;
      }
      @media (max-width: 40rem) {
        /* A row becomes a card: a phone has no room for six columns. */
        thead {
          position: absolute;
          left: -99rem;
        }
        tr {
          display: grid;
          grid-template-columns: 2.75rem 1fr;
          padding-block: 0.4rem;
          border-bottom: 1px solid var(--line);
        }
        td {
          grid-column: 2;
          padding: 0.1rem 0.5rem;
          border: 0;
        }
        td.pick {
          grid-column: 1;
          grid-row: 1 / span 5;
        }
        td.place {
          color: var(--quiet);
          font-size: 0.95rem;
        }
      }
      details {
        margin: 0.2rem 0;
        font-size: 0.95rem;
      }
      summary {
        cursor: pointer;
      }
      .error summary {
        color: var(--warn);
        font-weight: 600;
      }
      ol {
        margin: 0.3rem 0;
        padding-left: 1.3rem;
      }
    `,
  ];

  declare roster: Roster;
  declare audit: Audit;
  declare chosen: ReadonlySet<RosterRow>;
  declare private shown: number;
  declare private findings: ReadonlyMap<string, readonly Finding[]>;

  constructor() {
    super();
    this.roster = { columns: [], rows: [] };
    this.audit = { findings: [], notes: [], summary: { children: 0, ready: 0 } };
    this.chosen = new Set();
    this.shown = ROWS_AT_ONCE;
    this.findings = new Map();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('roster')) this.shown = ROWS_AT_ONCE;
    if (!changed.has('audit')) return;
    const byPlace = new Map<string, Finding[]>();
    for (const finding of this.audit.findings) {
      const there = byPlace.get(placeOf(finding));
      if (there) there.push(finding);
      else byPlace.set(placeOf(finding), [finding]);
    }
    this.findings = byPlace;
  }

  override render(): TemplateResult {
    const { rows } = this.roster;
    return html`
      ${this.renderSummary()}
      <div class="tools">
        <span role="status">Выбрано: ${this.chosen.size} из ${rows.length}</span>
        <button
          type="button"
          class="plain"
          @click=${() => {
            this.choose(rows);
          }}
        >
          Выбрать всех
        </button>
        <button
          type="button"
          class="plain"
          @click=${() => {
            this.choose([]);
          }}
        >
          Снять выбор
        </button>
        ${this.renderClassChoice(rows)}
      </div>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Печать</th>
              <th scope="col">Строка</th>
              <th scope="col">Класс</th>
              <th scope="col">Ученик</th>
              <th scope="col">Код</th>
              <th scope="col">Родитель и что исправить</th>
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, this.shown).map((row) => this.renderRow(row))}
          </tbody>
        </table>
      </div>
      ${
        rows.length > this.shown
          ? html`<p>
            Показаны первые ${this.shown} строк из ${rows.length}.
            <button
              type="button"
              class="plain"
              @click=${() => {
                this.shown += ROWS_AT_ONCE;
              }}
            >
              Показать ещё
            </button>
          </p>`
          : nothing
      }
    `;
  }

  private renderSummary(): TemplateResult {
    const { children, ready } = this.audit.summary;
    return html`
      <p role="status">
        <strong>${ready} из ${children}</strong> ${
          ready === children
            ? 'смогут войти: ошибок, которые помешают, не нашли.'
            : 'смогут войти. У остальных — ошибки, в их строках написано, что исправить.'
        }
      </p>
      ${this.audit.notes.map((note) => html`<p class="none">${note}</p>`)}
    `;
  }

  private renderClassChoice(rows: readonly RosterRow[]): TemplateResult | typeof nothing {
    const classes = [...new Set(rows.map((row) => row.values.className))];
    if (classes.length < 2) return nothing;
    return html`<label
      >Только класс
      <select
        @change=${(event: Event) => {
          const { value } = event.currentTarget as HTMLSelectElement;
          this.choose(rows.filter((row) => row.values.className === value));
        }}
      >
        ${classes.map((name) => html`<option value=${name}>${name || 'без класса'}</option>`)}
      </select>
    </label>`;
  }

  private renderRow(row: RosterRow): TemplateResult {
    const { className, childName, inviteCode, parentName, parentSnils } = row.values;
    return html`<tr>
      <td class="pick">
        <label
          ><input
            type="checkbox"
            aria-label="Печатать памятку: ${childName}, строка ${row.line}"
            .checked=${this.chosen.has(row)}
            @change=${() => {
              this.toggle(row);
            }}
        /></label>
      </td>
      <td class="place">${row.line}</td>
      <td class="place">${className}</td>
      <td>${childName}</td>
      <td>
        ${
          inviteCode === ''
            ? html`<span class="none">${parentSnils === '' ? 'нет' : 'не нужен: есть СНИЛС'}</span>`
            : html`<span class="code">${inviteCode}</span>`
        }
      </td>
      <td>
        ${parentName}${this.findings.get(placeOf(row))?.map((finding) => renderFinding(finding))}
      </td>
    </tr>`;
  }

  private toggle(row: RosterRow): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(row)) chosen.add(row);
    this.choose(chosen);
  }

  private choose(rows: Iterable<RosterRow>): void {
    this.dispatchEvent(new CustomEvent('chosen-change', { detail: new Set(rows) }));
  }
}

function renderFinding(finding: Finding): TemplateResult {
  const guide = RULES.find((rule) => rule.id === finding.rule)?.guide;
  return html`<details class=${finding.severity}>
    <summary>${SEVERITY_WORDS[finding.severity]}: ${finding.message}</summary>
    <ol>
      ${finding.steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    ${
      guide === undefined
        ? nothing
        : html`<a href="../${guide.replace(/#|$/, '/$&')}" target="_blank">Подробнее в памятке</a>`
    }
  </details>`;
}

customElements.define('class-roster', ClassRoster);
