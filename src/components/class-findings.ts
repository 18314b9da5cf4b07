import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  groupFindings,
  placeOf,
  rowsByPlace,
  SEVERITY_TITLES,
  writeCsv,
  writeFindingsCsv,
  type Finding,
  type FindingGroup,
  type Roster,
  type RosterRow,
} from '../roster';
import { controls } from './controls';
import { renderGuideLink } from './guide-link';
import { saveFile } from './save-file';

const CSV = 'text/csv;charset=utf-8';

/** Families named under one kind; the whole list is in the file. */
const NAMES_SHOWN = 200;

/** What to mend, by kind, what keeps people out first; as a sheet for the wall and as files. */
export class ClassFindings extends LitElement {
  static override properties = {
    roster: { attribute: false },
    findings: { attribute: false },
    opened: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        overflow-wrap: break-word;
      }
      details {
        border-bottom: 1px solid var(--line);
      }
      summary {
        padding-block: 0.6rem;
        cursor: pointer;
      }
      .error summary {
        color: var(--warn);
        font-weight: 600;
      }
      .source {
        color: var(--quiet);
        font-size: 0.95rem;
      }
      ol,
      ul {
        margin: 0.3rem 0;
        padding-left: 1.4rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        margin-block: 1rem;
      }
    `,
  ];

  declare roster: Roster;
  declare findings: readonly Finding[];
  /** Kinds whose findings are shown: those of a school would make a page of thousands of lines. */
  declare private opened: ReadonlySet<string>;
  private groups: readonly FindingGroup[] = [];
  private byPlace: ReadonlyMap<string, RosterRow> = new Map();

  constructor() {
    super();
    this.roster = { columns: [], rows: [] };
    this.findings = [];
    this.opened = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.openAll);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.openAll);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('findings')) this.groups = groupFindings(this.findings);
    const isNew = changed.has('roster') || this.byPlace.size === 0;
    if (isNew) this.byPlace = this.opened.size > 0 ? rowsByPlace(this.roster.rows) : new Map();
  }

  override render(): TemplateResult {
    return html`
      ${
        this.groups.length === 0
          ? html`<p>Исправлять нечего.</p>`
          : this.groups.map((group) => this.renderGroup(group))
      }
      <div class="row">
        ${
          this.groups.length === 0
            ? nothing
            : html`<button
                type="button"
                class="plain"
                @click=${() => {
                  print();
                }}
              >
                Напечатать, что исправить
              </button>
              <button
                type="button"
                class="plain"
                @click=${() => {
                  saveFile('Что исправить.csv', writeFindingsCsv(this.roster, this.findings), CSV);
                }}
              >
                Скачать, что исправить
              </button>`
        }
        <button
          type="button"
          class="plain"
          @click=${() => {
            saveFile('Список класса.csv', writeCsv(this.roster), CSV);
          }}
        >
          Скачать список
        </button>
      </div>
    `;
  }

  private renderGroup(group: FindingGroup): TemplateResult {
    const { rule, severity, findings } = group;
    const key = keyOf(group);
    return html`<details
      class=${severity}
      .open=${this.opened.has(key)}
      @toggle=${(event: Event) => {
        const opened = new Set(this.opened);
        if ((event.currentTarget as HTMLDetailsElement).open) opened.add(key);
        else opened.delete(key);
        this.opened = opened;
      }}
    >
      <summary>${SEVERITY_TITLES[severity]}: ${rule.title} — ${findings.length}</summary>
      ${this.opened.has(key) ? this.renderInside(group) : nothing}
    </details>`;
  }

  private renderInside({ rule, findings }: FindingGroup): TemplateResult {
    return html`
      <ul>
        ${findings.slice(0, NAMES_SHOWN).map((finding) => this.renderFinding(finding))}
      </ul>
      ${
        findings.length > NAMES_SHOWN
          ? html`<p>И ещё ${findings.length - NAMES_SHOWN}: они есть в файле.</p>`
          : nothing
      }
      ${renderGuideLink(rule.id)}
      <p class="source">Откуда правило: ${rule.source}.</p>
    `;
  }

  private renderFinding(finding: Finding): TemplateResult {
    const values = this.byPlace.get(placeOf(finding))?.values;
    const name = [values?.className, values?.childName].filter(Boolean).join(', ');
    return html`<li>
      Строка ${finding.line}, ${name || 'без имени'}. ${finding.message}
      <ol>
        ${finding.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
    </li>`;
  }

  /** What is closed on the screen is still wanted on paper. */
  /** What is closed on the screen is still wanted on paper, and paper does not wait. */
  private readonly openAll = (): void => {
    this.opened = new Set(this.groups.map(keyOf));
    this.performUpdate();
  };
}

function keyOf({ rule, severity }: FindingGroup): string {
  return `${severity} ${rule.id}`;
}

customElements.define('class-findings', ClassFindings);
