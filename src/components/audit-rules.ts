import { css, html, LitElement, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-findings';
import { RULES, SEVERITY_TITLES } from '../roster';
import { controls } from './controls';
import { renderGuideLink } from './guide-link';

/** Every rule of the audit with its source, so that a teacher can see what is checked and why. */
export class AuditRules extends LitElement {
  static override properties = {
    region: { type: String },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        overflow-wrap: break-word;
      }
      summary {
        padding-block: 0.6rem;
        color: var(--ink);
        cursor: pointer;
      }
      dt {
        margin-top: 0.75rem;
        font-weight: 600;
      }
      dd {
        margin: 0;
        color: var(--quiet);
        font-size: 0.95rem;
      }
    `,
  ];

  /** Whose guides are linked, by the region's id. */
  declare region: string;

  constructor() {
    super();
    this.region = '';
  }

  override render(): TemplateResult {
    return html`<details>
      <summary>${words.whatIsChecked(RULES.length)}</summary>
      <dl>
        ${RULES.map(
          ({ id, title, severity, source }) =>
            html`<dt>${SEVERITY_TITLES[severity]}: ${title}</dt>
              <dd>${source}. ${renderGuideLink(id, this.region)}</dd>`,
        )}
      </dl>
    </details>`;
  }
}

customElements.define('audit-rules', AuditRules);
