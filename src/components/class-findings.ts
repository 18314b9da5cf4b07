import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  groupByFamily,
  groupFindings,
  placeOf,
  rowsByPlace,
  SEVERITY_TITLES,
  writeCsv,
  writeFindingsCsv,
  type FamilyGroup,
  type Finding,
  type FindingGroup,
  type FindingSeverity,
  type Resolutions,
  type Roster,
  type RosterRow,
} from '../roster';
import { controls } from './controls';
import './finding-item';
import { renderGuideLink } from './guide-link';
import { saveFile } from './save-file';

const CSV = 'text/csv;charset=utf-8';

/** Findings named under one heading, and families: the whole list is in the file. */
const SHOWN = 200;

const BLOCKED = { 'sign-in': 'не даст войти', meals: 'не даст выбрать питание' } as const;

/** Something that opens and shows findings. */
interface Section {
  key: string;
  title: string;
  severity: FindingSeverity;
  findings: readonly Finding[];
  /** Present where all are of one kind. */
  kind?: FindingGroup;
}

/**
 * What to mend, by kind or by family, what keeps people out first; what is right as it is, apart; as
 * a sheet for the wall and as files.
 * @fires resolve - with a Resolution as its detail
 */
export class ClassFindings extends LitElement {
  static override properties = {
    roster: { attribute: false },
    findings: { attribute: false },
    resolutions: { attribute: false },
    isByFamily: { state: true },
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
      .source,
      .resolved summary {
        color: var(--quiet);
        font-size: 0.95rem;
      }
      ul {
        margin: 0.3rem 0;
        padding-left: 1.4rem;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1.25rem;
        margin: 0 0 0.5rem;
        padding: 0;
        border: 0;
      }
      .choice {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
        min-height: 2.75rem;
      }
      .choice input {
        width: 1.3rem;
        height: 1.3rem;
        accent-color: var(--ink);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        margin-block: 1rem;
      }
      @media print {
        fieldset {
          display: none;
        }
      }
    `,
  ];

  declare roster: Roster;
  declare findings: readonly Finding[];
  /** Why some of the findings are right as they are. */
  declare resolutions: Resolutions;
  declare private isByFamily: boolean;
  /** Sections whose findings are shown: those of a school would make a page of thousands of lines. */
  declare private opened: ReadonlySet<string>;
  private open: readonly Finding[] = [];
  private resolved: readonly Finding[] = [];
  private sections: readonly Section[] = [];
  private byPlace: ReadonlyMap<string, RosterRow> = new Map();

  constructor() {
    super();
    this.roster = { columns: [], rows: [] };
    this.findings = [];
    this.resolutions = {};
    this.isByFamily = false;
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

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('findings') || changed.has('resolutions')) {
      // Looking up a hundred thousand keys takes longer than a tap may wait: mostly there is no word.
      const isUntouched = Object.keys(this.resolutions).length === 0;
      const isOpen = ({ key }: Finding): boolean => this.resolutions[key] === undefined;
      this.open = isUntouched ? this.findings : this.findings.filter(isOpen);
      this.resolved = isUntouched ? [] : this.findings.filter((finding) => !isOpen(finding));
    }
    if (['findings', 'resolutions', 'isByFamily'].some((name) => changed.has(name))) {
      this.sections = this.isByFamily
        ? groupByFamily(this.roster.rows, this.open).map(familySection)
        : groupFindings(this.open).map(kindSection);
    }
    const isNew = changed.has('roster') || this.byPlace.size === 0;
    if (isNew) this.byPlace = this.opened.size > 0 ? rowsByPlace(this.roster.rows) : new Map();
  }

  override render(): TemplateResult {
    const { sections } = this;
    return html`
      <p role="status" tabindex="-1">${this.count()}</p>
      ${this.findings.length === 0 ? nothing : this.renderOrder()}
      ${repeat(
        sections.slice(0, SHOWN),
        ({ key }) => key,
        (section) => this.renderSection(section),
      )}
      ${
        sections.length > SHOWN
          ? html`<p>И ещё ${sections.length - SHOWN}: они есть в файле.</p>`
          : nothing
      }
      ${this.resolved.length === 0 ? nothing : this.renderResolved()} ${this.renderFiles()}
    `;
  }

  private count(): string {
    if (this.findings.length === 0) return 'Исправлять нечего.';
    const of = (severity: FindingSeverity): number =>
      this.open.filter((finding) => finding.severity === severity).length;
    return [
      `Ошибок: ${String(of('error'))}`,
      `предупреждений: ${String(of('warning'))}`,
      `вопросов: ${String(of('question'))}`,
      `разобрано: ${String(this.resolved.length)}`,
    ].join(', ');
  }

  private renderOrder(): TemplateResult {
    const choice = (isByFamily: boolean, words: string): TemplateResult =>
      html`<label class="choice"
        ><input
          type="radio"
          name="order"
          .checked=${this.isByFamily === isByFamily}
          @change=${() => {
            this.isByFamily = isByFamily;
          }}
        />${words}</label
      >`;
    return html`<fieldset>
      <legend>Показать</legend>
      ${choice(false, 'по ошибкам')} ${choice(true, 'по семьям')}
    </fieldset>`;
  }

  private renderSection({ key, title, severity, findings, kind }: Section): TemplateResult {
    return html`<details
      class=${severity}
      .open=${this.opened.has(key)}
      @toggle=${(event: Event) => {
        this.mark(key, (event.currentTarget as HTMLDetailsElement).open);
      }}
    >
      <summary>${title} — ${findings.length}</summary>
      ${
        this.opened.has(key)
          ? html`${this.renderItems(findings)} ${kind === undefined ? nothing : renderRule(kind)}`
          : nothing
      }
    </details>`;
  }

  private renderResolved(): TemplateResult {
    return html`<details
      class="resolved"
      .open=${this.opened.has('resolved')}
      @toggle=${(event: Event) => {
        this.mark('resolved', (event.currentTarget as HTMLDetailsElement).open);
      }}
    >
      <summary>Разобрано, так и должно быть — ${this.resolved.length}</summary>
      ${this.opened.has('resolved') ? this.renderItems(this.resolved) : nothing}
    </details>`;
  }

  private renderItems(findings: readonly Finding[]): TemplateResult {
    return html`<ul>
        ${repeat(
          findings.slice(0, SHOWN),
          ({ key }) => key,
          (finding) =>
            html`<li>
              <finding-item
                @resolve=${this.keepFocus}
                .finding=${finding}
                .who=${this.nameOf(finding)}
                .word=${this.resolutions[finding.key] ?? ''}
              ></finding-item>
            </li>`,
        )}
      </ul>
      ${
        findings.length > SHOWN
          ? html`<p>И ещё ${findings.length - SHOWN}: они есть в файле.</p>`
          : nothing
      }`;
  }

  private renderFiles(): TemplateResult {
    const button = (words: string, act: () => void): TemplateResult =>
      html`<button type="button" class="plain" @click=${act}>${words}</button>`;
    return html`<div class="row">
      ${
        this.findings.length === 0
          ? nothing
          : html`${button('Напечатать, что исправить', () => {
              print();
            })}
            ${button('Скачать, что исправить', () => {
              const text = writeFindingsCsv(this.roster, this.findings, this.resolutions);
              saveFile('Что исправить.csv', text, CSV);
            })}`
      }
      ${button('Скачать список', () => {
        saveFile('Список класса.csv', writeCsv(this.roster), CSV);
      })}
    </div>`;
  }

  /** The button that had the focus goes with its finding; what was counted stands above. */
  private readonly keepFocus = (): void => {
    this.renderRoot.querySelector<HTMLElement>('[role=status]')?.focus();
  };

  private nameOf(finding: Finding): string {
    const values = this.byPlace.get(placeOf(finding))?.values;
    const name = [values?.className, values?.childName].filter(Boolean).join(', ');
    return `Строка ${String(finding.line)}, ${name || 'без имени'}.`;
  }

  private mark(key: string, isOpen: boolean): void {
    if (isOpen === this.opened.has(key)) return;
    const opened = new Set(this.opened);
    if (isOpen) opened.add(key);
    else opened.delete(key);
    this.opened = opened;
  }

  /** What is closed on the screen is still wanted on paper, and paper does not wait. */
  private readonly openAll = (): void => {
    this.opened = new Set(['resolved', ...this.sections.map(({ key }) => key)]);
    this.performUpdate();
  };
}

function kindSection(kind: FindingGroup): Section {
  const { rule, severity, findings } = kind;
  const blocked = severity === 'error' && rule.blocks ? ` (${BLOCKED[rule.blocks]})` : '';
  return {
    key: `${severity} ${rule.id}`,
    title: `${SEVERITY_TITLES[severity]}: ${rule.title}${blocked}`,
    severity,
    findings,
    kind,
  };
}

function familySection({ className, childName, findings }: FamilyGroup): Section {
  const [worst] = findings;
  const name = [className, childName || 'Без имени'].filter(Boolean).join(', ');
  return {
    key: `family ${name} ${worst ? placeOf(worst) : ''}`,
    title: `${worst ? SEVERITY_TITLES[worst.severity] : ''}: ${name}`,
    severity: worst?.severity ?? 'question',
    findings,
  };
}

function renderRule({ rule }: FindingGroup): TemplateResult {
  return html`${renderGuideLink(rule.id)}
    <p class="source">Откуда правило: ${rule.source}.</p>`;
}

customElements.define('class-findings', ClassFindings);
