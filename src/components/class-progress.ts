import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  compareFindings,
  placeOf,
  rowsByPlace,
  type Finding,
  type FindingProgress,
  type Resolutions,
  type RosterRow,
} from '../roster';
import type { AuditedList } from './class-list';
import { controls } from './controls';

/** Findings named under one heading; more nobody reads one by one. */
const SHOWN = 200;

/** Before and after: what the new list has mended, what it brought, and what has remained. */
export class ClassProgress extends LitElement {
  static override properties = {
    previous: { attribute: false },
    rows: { attribute: false },
    findings: { attribute: false },
    resolutions: { attribute: false },
    opened: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-block: 0.75rem;
        padding: 0.75rem 1rem;
        background: var(--sheet);
        border: 1px solid var(--line);
        border-radius: 12px;
        overflow-wrap: break-word;
      }
      p {
        margin: 0 0 0.25rem;
      }
      summary {
        padding-block: 0.5rem;
        cursor: pointer;
      }
      .fixed summary {
        color: var(--done);
      }
      .fresh summary {
        color: var(--warn);
      }
      .quiet {
        color: var(--quiet);
      }
      ul {
        margin: 0.3rem 0;
        padding-left: 1.4rem;
      }
    `,
  ];

  /** The list before the last import. */
  declare previous: AuditedList;
  /** The present one's. */
  declare rows: readonly RosterRow[];
  declare findings: readonly Finding[];
  declare resolutions: Resolutions;
  declare private opened: ReadonlySet<string>;
  private progress: FindingProgress = { fixed: [], fresh: [], remaining: [] };

  constructor() {
    super();
    this.previous = { rows: [], findings: [] };
    this.rows = [];
    this.findings = [];
    this.resolutions = {};
    this.opened = new Set();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!['previous', 'findings', 'resolutions'].some((name) => changed.has(name))) return;
    const progress = compareFindings(this.previous.findings, this.findings);
    const isOpen = ({ key }: Finding): boolean => this.resolutions[key] === undefined;
    const { fixed, fresh, remaining } = progress;
    this.progress =
      Object.keys(this.resolutions).length === 0
        ? progress
        : {
            fixed: fixed.filter(isOpen),
            fresh: fresh.filter(isOpen),
            remaining: remaining.filter(isOpen),
          };
  }

  override render(): TemplateResult {
    const { fixed, fresh, remaining } = this.progress;
    return html`<p><strong>С прошлого списка</strong></p>
      ${this.renderPart('fixed', 'Исправлено', fixed, this.previous.rows)}
      ${this.renderPart('remaining', 'Осталось', remaining, this.rows)}
      ${this.renderPart('fresh', 'Появилось', fresh, this.rows)}`;
  }

  private renderPart(
    name: keyof FindingProgress,
    title: string,
    findings: readonly Finding[],
    rows: readonly RosterRow[],
  ): TemplateResult {
    if (findings.length === 0) return html`<p class="quiet">${title}: 0</p>`;
    return html`<details
      class=${name}
      @toggle=${(event: Event) => {
        const opened = new Set(this.opened);
        if ((event.currentTarget as HTMLDetailsElement).open) opened.add(name);
        else opened.delete(name);
        this.opened = opened;
      }}
    >
      <summary>${title}: ${findings.length}</summary>
      ${this.opened.has(name) ? renderFindings(findings, rows) : nothing}
    </details>`;
  }
}

function renderFindings(findings: readonly Finding[], rows: readonly RosterRow[]): TemplateResult {
  const byPlace = rowsByPlace(rows);
  return html`<ul>
      ${findings.slice(0, SHOWN).map((finding) => {
        const values = byPlace.get(placeOf(finding))?.values;
        const name = [values?.className, values?.childName].filter(Boolean).join(', ');
        return html`<li>${name || 'Без имени'}. ${finding.message}</li>`;
      })}
    </ul>
    ${findings.length > SHOWN ? html`<p>И ещё ${findings.length - SHOWN}.</p>` : nothing}`;
}

customElements.define('class-progress', ClassProgress);
