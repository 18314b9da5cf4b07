import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Fact, Situation } from '../guide/guide';
import * as words from '../messages';
import { controls } from './controls';

/**
 * Asks only what changes the page; an answer can be taken back at any time. The questions' words
 * come when they are first wanted.
 * @fires situation-change - with the whole Situation as its detail
 */
export class SituationQuestions extends LitElement {
  static override properties = {
    facts: { attribute: false },
    roles: { type: String },
    situation: { attribute: false },
    questions: { state: true },
    hint: { state: true },
  };

  static override styles = [
    controls,
    css`
      summary {
        padding-block: 0.6rem;
        font-weight: 600;
        color: var(--ink);
        cursor: pointer;
      }
      label {
        padding-bottom: 0.75rem;
      }
    `,
  ];

  /** What to ask for. */
  declare facts: ReadonlySet<Fact>;
  /** Whom the page is for, separated by spaces: nobody else is offered. */
  declare roles: string;
  declare situation: Situation;
  declare private questions: typeof import('./questions') | undefined;
  declare private hint: string;

  constructor() {
    super();
    this.facts = new Set();
    this.roles = '';
    this.situation = {};
    this.questions = undefined;
    this.hint = '';
  }

  /** Nobody is asked what the page itself says. */
  private get asked(): Fact[] {
    return [...this.facts].filter(
      (fact) => fact !== 'region' && (fact !== 'role' || this.roles.includes(' ')),
    );
  }

  override updated(): void {
    if (this.asked.some((fact) => this.situation[fact] !== undefined)) void this.load();
  }

  private readonly load = async (): Promise<void> => {
    if (this.questions) return;
    this.hint = await import('./questions').then(
      (questions) => {
        this.questions = questions;
        return '';
      },
      () => words.noConnection,
    );
  };

  override render(): TemplateResult | typeof nothing {
    const { asked, roles, situation, questions } = this;
    this.hidden = asked.length === 0;
    if (this.hidden) return nothing;
    return html`<details @toggle=${this.load} @change=${this.answer}>
      <summary>${questions?.summaryOf(asked, situation) ?? words.showMine}</summary>
      ${questions?.renderQuestions(asked, roles.split(' '), situation)}
      <div role="status">${this.hint}</div>
    </details>`;
  }

  private readonly answer = async (event: Event): Promise<void> => {
    const { name, value } = event.target as HTMLSelectElement;
    const { [name as Fact]: _previous, ...others } = this.situation;
    const situation = value === '' ? others : { ...others, [name]: value };
    this.hint = (await this.questions?.keepAnswers(situation)) ?? '';
    this.situation = situation;
    this.dispatchEvent(new CustomEvent('situation-change', { detail: situation }));
  };
}

customElements.define('situation-questions', SituationQuestions);
