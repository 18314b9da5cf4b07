import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as words from '../messages/ru/class-findings';
import * as common from '../messages/ru/common';
import {
  RULES,
  type AuditSections,
  type FindingOrder,
  type FindingSection,
  type Resolutions,
  type Roster,
  type RuleId,
  type Shown,
  type ShownFinding,
} from '../roster';
import type { RosterAudit, RosterClient } from '../roster/roster-client';
import { boxes } from './check-box';
import { controls } from './controls';
import './finding-item';
import { renderGuideLink } from './guide-link';
import { saveFile } from './save-file';

const CSV = 'text/csv;charset=utf-8';

const EMPTY: Shown<never> = { count: 0, first: [] };

/**
 * What to mend, by kind or by family, what keeps people out first; what is right as it is, apart; as
 * a sheet for the wall and as files.
 * @fires resolve - with a Resolution as its detail
 */
export class ClassFindings extends LitElement {
  static override properties = {
    client: { attribute: false },
    roster: { attribute: false },
    region: { type: String },
    audit: { attribute: false },
    resolutions: { attribute: false },
    order: { state: true },
    sections: { state: true },
    opened: { state: true },
    message: { state: true },
  };

  static override styles = [
    controls,
    boxes,
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

  /** Puts the findings under their headings, and writes the files. */
  declare client: RosterClient;
  declare roster: Roster;
  /** Whose guides are linked, by the region's id. */
  declare region: string;
  declare audit: RosterAudit;
  /** Why some of the findings are right as they are. */
  declare resolutions: Resolutions;
  declare private order: FindingOrder;
  declare private sections: AuditSections;
  /** Sections whose findings are shown: those of a school would make a page of thousands of lines. */
  declare private opened: ReadonlySet<string>;
  declare private message: string;

  constructor() {
    super();
    this.roster = { columns: [], rows: [] };
    this.region = '';
    this.resolutions = {};
    this.order = 'kind';
    this.sections = { open: EMPTY, resolved: EMPTY };
    this.opened = new Set();
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.openAll);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.openAll);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('audit') || changed.has('order')) void this.sort(this.audit, this.order);
  }

  override render(): TemplateResult {
    const { open, resolved } = this.sections;
    return html`
      <p role="status" tabindex="-1">${this.count()}</p>
      ${this.hasFindings ? this.renderOrder() : nothing}
      ${repeat(
        open.first,
        ({ key }) => key,
        (section) => this.renderSection(section),
      )}
      ${renderRest(open)} ${resolved.count === 0 ? nothing : this.renderResolved(resolved)}
      ${this.renderFiles()}
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
      </div>
    `;
  }

  private get hasFindings(): boolean {
    const { counts, resolved } = this.audit;
    return counts.error + counts.warning + counts.question + resolved > 0;
  }

  private count(): string {
    if (!this.hasFindings) return words.nothingToMend;
    const { counts, resolved } = this.audit;
    return [
      words.errors(counts.error),
      words.warnings(counts.warning),
      words.questions(counts.question),
      words.resolved(resolved),
    ].join(', ');
  }

  /** Asks for the headings; those of before stay until these are there. */
  private async sort(audit: RosterAudit, order: FindingOrder): Promise<void> {
    try {
      const sections = await this.client.sections(order);
      if (this.audit === audit && this.order === order) this.sections = sections;
    } catch {
      // The worker is gone: the page says so at the next check, which starts another.
    }
  }

  private renderOrder(): TemplateResult {
    const choice = (order: FindingOrder, label: string): TemplateResult =>
      html`<label class="choice"
        ><input
          type="radio"
          name="order"
          .checked=${this.order === order}
          @change=${() => {
            this.order = order;
          }}
        />${label}</label
      >`;
    return html`<fieldset>
      <legend>${words.show}</legend>
      ${choice('kind', words.byRule)} ${choice('family', words.byFamily)}
    </fieldset>`;
  }

  private renderSection(section: FindingSection): TemplateResult {
    const { key, title, severity, count, rule } = section;
    return html`<details
      class=${severity}
      .open=${this.opened.has(key)}
      @toggle=${(event: Event) => {
        this.mark(key, (event.currentTarget as HTMLDetailsElement).open);
      }}
    >
      <summary>${title} — ${count}</summary>
      ${
        this.opened.has(key)
          ? html`${this.renderItems(section)} ${rule === undefined ? nothing : renderRule(rule, this.region)}`
          : nothing
      }
    </details>`;
  }

  private renderResolved(resolved: Shown<ShownFinding>): TemplateResult {
    return html`<details
      class="resolved"
      .open=${this.opened.has('resolved')}
      @toggle=${(event: Event) => {
        this.mark('resolved', (event.currentTarget as HTMLDetailsElement).open);
      }}
    >
      <summary>${words.resolvedList(resolved.count)}</summary>
      ${this.opened.has('resolved') ? this.renderItems(resolved) : nothing}
    </details>`;
  }

  private renderItems(findings: Shown<ShownFinding>): TemplateResult {
    return html`<ul>
        ${repeat(
          findings.first,
          ({ finding }) => finding.key,
          ({ finding, who }) =>
            html`<li>
              <finding-item
                @resolve=${this.keepFocus}
                .finding=${finding}
                .who=${words.rowOf(finding.line, who || common.noName)}
                .word=${this.resolutions[finding.key] ?? ''}
              ></finding-item>
            </li>`,
        )}
      </ul>
      ${renderRest(findings)}`;
  }

  private renderFiles(): TemplateResult {
    const button = (label: string, act: () => unknown): TemplateResult =>
      html`<button type="button" class="plain" @click=${act}>${label}</button>`;
    return html`<div class="row">
      ${
        this.hasFindings
          ? html`${button(words.printFindings, () => {
              print();
            })}
            ${button(words.downloadFindings, () =>
              this.save(words.findingsFile, () =>
                this.client.findingsCsv(this.roster, new Date(), this.resolutions),
              ),
            )}`
          : nothing
      }
      ${button(words.downloadList, () =>
        this.save(words.listFile, () => this.client.csv(this.roster)),
      )}
    </div>`;
  }

  private async save(name: string, write: () => Promise<string>): Promise<void> {
    this.message = '';
    try {
      saveFile(name, await write(), CSV);
    } catch {
      this.message = words.fileFailed;
    }
  }

  /** The button that had the focus goes with its finding; what was counted stands above. */
  private readonly keepFocus = (): void => {
    this.renderRoot.querySelector<HTMLElement>('[role=status]')?.focus();
  };

  private mark(key: string, isOpen: boolean): void {
    if (isOpen === this.opened.has(key)) return;
    const opened = new Set(this.opened);
    if (isOpen) opened.add(key);
    else opened.delete(key);
    this.opened = opened;
  }

  /** What is closed on the screen is still wanted on paper, and paper does not wait. */
  private readonly openAll = (): void => {
    this.opened = new Set(['resolved', ...this.sections.open.first.map(({ key }) => key)]);
    this.performUpdate();
  };
}

function renderRest({ count, first }: Shown<unknown>): TemplateResult | typeof nothing {
  if (count <= first.length) return nothing;
  return html`<p>${words.moreInFile(count - first.length)}</p>`;
}

function renderRule(id: RuleId, region: string): TemplateResult {
  const rule = RULES.find((other) => other.id === id);
  return html`${renderGuideLink(id, region)}
    <p class="source">${words.ruleFrom(rule?.source ?? '')}</p>`;
}

customElements.define('class-findings', ClassFindings);
