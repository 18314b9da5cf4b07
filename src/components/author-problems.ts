import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../guide';
import * as words from '../messages/ru/author';
import { controls } from './controls';

/**
 * What is wrong with a guide, each with the way to its line.
 * @fires go-to-line - with the line's number as its detail
 */
export class AuthorProblems extends LitElement {
  static override properties = {
    problems: { attribute: false },
    elsewhere: { attribute: false },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        display: flex;
        gap: 0.5rem;
        align-items: baseline;
        padding-block: 0.3rem;
        border-top: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      li button {
        flex: none;
        min-height: 2.75rem;
        padding-inline: 0.7rem;
      }
      .summary {
        margin: 0.75rem 0 0.4rem;
        font-weight: 600;
      }
      .clean {
        color: var(--done);
      }
    `,
  ];

  declare problems: readonly Problem[];
  /** In other files. */
  declare elsewhere: readonly Problem[];

  constructor() {
    super();
    this.problems = [];
    this.elsewhere = [];
  }

  override render(): TemplateResult {
    const errors = this.problems.filter(({ severity }) => severity === 'error').length;
    const warnings = this.problems.length - errors;
    const isClean = this.problems.length + this.elsewhere.length === 0;
    const all = errors + this.elsewhere.length;
    return html`
      <p class="summary ${all === 0 ? 'clean' : ''}" role="status">
        ${all === 0 ? words.noErrors : words.errors(all)}${warnings > 0 ? words.andWarnings(warnings) : ''}
      </p>
      ${
        isClean
          ? nothing
          : html`<ul tabindex="0" aria-label=${words.whatToMend}>
              ${this.problems.map(
                ({ line, severity, message }) =>
                  html`<li>
                    <button
                      type="button"
                      class="plain"
                      @click=${() => {
                        this.dispatchEvent(new CustomEvent('go-to-line', { detail: line }));
                      }}
                    >
                      ${words.lineNumber(line)}
                    </button>
                    <span>${severity === 'warning' ? words.warning : ''}${message}</span>
                  </li>`,
              )}
              ${this.elsewhere.map(
                ({ file, line, message }) =>
                  html`<li>
                    <span>${words.inFile(file, line, message)}</span>
                  </li>`,
              )}
            </ul>`
      }
    `;
  }
}

customElements.define('author-problems', AuthorProblems);
