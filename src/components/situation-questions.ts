import { css, html, LitElement, type TemplateResult } from 'lit';
import type { Fact, Situation } from '../guide/guide';
import { controls } from './controls';
import { saveSituation } from '../storage/settings';

/** What is asked about a reader, and how the answers are worded. */
interface Question {
  ask: string;
  answers: Record<string, string>;
}

export const QUESTIONS: Record<Exclude<Fact, 'region'>, Question> = {
  role: {
    ask: 'Кто вы?',
    answers: {
      parent: 'Родитель',
      pupil: 'Ученик',
      teacher: 'Классный руководитель',
      staff: 'Сотрудник школы',
    },
  },
  age: {
    ask: 'Сколько лет ребёнку?',
    answers: { under14: 'Ещё нет 14', from14: '14 или больше' },
  },
  device: {
    ask: 'Что у вас в руках?',
    answers: {
      android: 'Телефон с Android',
      windows: 'Компьютер с Windows',
      other: 'iPhone или другое',
    },
  },
  access: {
    ask: 'Как войти в дневник?',
    answers: {
      code: 'Мне дали код приглашения',
      snils: 'Мой СНИЛС есть в карточке ребёнка',
    },
  },
  citizenship: {
    ask: 'Гражданство родителя',
    answers: { russia: 'Россия', other: 'Другое' },
  },
  account: {
    ask: 'Запись на Госуслугах',
    answers: {
      none: 'Ещё нет',
      simple: 'Упрощённая',
      standard: 'Стандартная',
      confirmed: 'Подтверждённая',
    },
  },
};

/**
 * Asks only what changes this guide; an answer can be taken back at any time.
 * @fires situation-change - with the whole Situation as its detail
 */
export class SituationQuestions extends LitElement {
  static override properties = { facts: { type: String }, situation: { attribute: false } };

  static override styles = [
    controls,
    css`
      details {
        margin: 0.75rem 0;
        padding: 0 0.9rem;
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--sheet);
      }
      summary {
        padding-block: 0.7rem;
        font-weight: 600;
        color: var(--ink);
        cursor: pointer;
      }
      label {
        margin-bottom: 0.75rem;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** Facts to ask for, separated by spaces. */
  declare facts: string;
  declare situation: Situation;

  constructor() {
    super();
    this.facts = '';
    this.situation = {};
  }

  private get asked(): Exclude<Fact, 'region'>[] {
    const facts = this.facts.split(' ');
    return (Object.keys(QUESTIONS) as Exclude<Fact, 'region'>[]).filter((fact) =>
      facts.includes(fact),
    );
  }

  override render(): TemplateResult {
    const answers = this.asked.flatMap(
      (fact) => QUESTIONS[fact].answers[this.situation[fact] ?? ''] ?? [],
    );
    return html`<details>
      <summary>
        ${answers.length > 0 ? `Для вас: ${answers.map(uncapitalized).join(', ')}` : 'Показать только моё'}
      </summary>
      ${this.asked.map((fact) => this.renderQuestion(fact, QUESTIONS[fact]))}
    </details>`;
  }

  private renderQuestion(fact: Fact, { ask, answers }: Question): TemplateResult {
    const chosen = this.situation[fact] ?? '';
    return html`<label
      >${ask}
      <select
        @change=${(event: Event) => {
          void this.answer(fact, (event.currentTarget as HTMLSelectElement).value);
        }}
      >
        <option value="" ?selected=${chosen === ''}>Показать всё</option>
        ${Object.entries(answers).map(
          ([value, words]) =>
            html`<option value=${value} ?selected=${chosen === value}>${words}</option>`,
        )}
      </select>
    </label>`;
  }

  private async answer(fact: Fact, value: string): Promise<void> {
    const { [fact]: _previous, ...others } = this.situation;
    const situation = value === '' ? others : { ...others, [fact]: value };
    // An answer that is not kept only has to be given again.
    await saveSituation(situation).catch(() => undefined);
    this.situation = situation;
    this.dispatchEvent(new CustomEvent('situation-change', { detail: situation }));
  }
}

/** «Телефон с Android» inside a sentence; names that begin small, as «iPhone», stay. */
function uncapitalized(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

customElements.define('situation-questions', SituationQuestions);
