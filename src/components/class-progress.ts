import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-findings';
import * as counts from '../messages/ru/counts';
import type { PastFinding, Shown } from '../roster';
import type { RosterAudit } from '../roster/roster-client';
import { controls } from './controls';

type Progress = NonNullable<RosterAudit['progress']>;

/** Before and after: what the new list has mended, what it brought, and what has remained. */
export class ClassProgress extends LitElement {
  static override properties = {
    progress: { attribute: false },
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

  declare progress: Progress;
  declare private opened: ReadonlySet<string>;

  constructor() {
    super();
    this.opened = new Set();
  }

  override render(): TemplateResult {
    return html`<p><strong>${words.sinceLastList}</strong></p>
      ${this.renderPart('fixed', words.mended)} ${this.renderPart('remaining', words.left)}
      ${this.renderPart('fresh', words.appeared)}`;
  }

  private renderPart(name: keyof Progress, title: string): TemplateResult {
    const part = this.progress[name];
    if (part.count === 0) return html`<p class="quiet">${title}: 0</p>`;
    return html`<details
      class=${name}
      @toggle=${(event: Event) => {
        const opened = new Set(this.opened);
        if ((event.currentTarget as HTMLDetailsElement).open) opened.add(name);
        else opened.delete(name);
        this.opened = opened;
      }}
    >
      <summary>${title}: ${part.count}</summary>
      ${this.opened.has(name) ? renderFindings(part) : nothing}
    </details>`;
  }
}

function renderFindings({
  count,
  first,
}: Shown<Pick<PastFinding, 'who' | 'message'>>): TemplateResult {
  return html`<ul>
      ${first.map(({ who, message }) => html`<li>${who || words.nameless}. ${message}</li>`)}
    </ul>
    ${count > first.length ? html`<p>${counts.andMore(count - first.length)}</p>` : nothing}`;
}

customElements.define('class-progress', ClassProgress);
