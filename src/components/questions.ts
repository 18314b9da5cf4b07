import { html, type TemplateResult } from 'lit';
import type { Fact, Situation } from '../guide/guide';
import { saveSituation } from '../storage/save-situation';

/** What a reader is asked, with the words for each answer. */
interface Question {
  ask: string;
  answers: Record<string, string>;
}

/** Asked in this order. */
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

/** «Для вас: телефон с Android»; undefined while nothing was answered. */
export function summaryOf(asked: readonly Fact[], situation: Situation): string | undefined {
  const answers = questionsOf(asked).flatMap(
    ([fact, question]) => question.answers[situation[fact] ?? ''] ?? [],
  );
  return answers.length > 0 ? `Для вас: ${answers.map(uncapitalized).join(', ')}` : undefined;
}

/**
 * Keeps the answers on this device.
 * @returns what to say: nothing, or that they hold for this page and are asked for again
 */
export function keepAnswers(situation: Situation): Promise<string> {
  return saveSituation(situation).then(
    () => '',
    () => 'Ответ действует, пока открыта эта страница: сохранить его не получилось.',
  );
}

/** A field for each question, named as its fact; of the roles only those that the page is for. */
export function renderQuestions(
  asked: readonly Fact[],
  roles: readonly string[],
  situation: Situation,
): TemplateResult[] {
  return questionsOf(asked).map(([fact, { ask, answers }]) => {
    const chosen = situation[fact] ?? '';
    const offered = Object.entries(answers).filter(
      ([value]) => fact !== 'role' || roles.includes(value),
    );
    return html`<label
      >${ask}
      <select name=${fact}>
        <option value="" ?selected=${chosen === ''}>Показать всё</option>
        ${offered.map(
          ([value, words]) =>
            html`<option value=${value} ?selected=${chosen === value}>${words}</option>`,
        )}
      </select>
    </label>`;
  });
}

function questionsOf(asked: readonly Fact[]): [Fact, Question][] {
  return (Object.entries(QUESTIONS) as [Fact, Question][]).filter(([fact]) => asked.includes(fact));
}

/** «Телефон с Android» inside a sentence; names that begin small, as «iPhone», stay. */
function uncapitalized(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
