import { html, type TemplateResult } from 'lit';
import type { Fact, Situation } from '../guide/guide';
import * as words from '../messages';
import { saveSituation } from '../storage/save-situation';

/** What a reader is asked, with the words for each answer. */
interface Question {
  ask: string;
  answers: Readonly<Record<string, string>>;
}

/** Asked in this order. */
export const QUESTIONS: Record<Exclude<Fact, 'region'>, Question> = {
  role: {
    ask: words.askRole,
    answers: {
      parent: words.roleParent,
      pupil: words.rolePupil,
      teacher: words.roleTeacher,
      staff: words.roleStaff,
    },
  },
  age: {
    ask: words.askAge,
    answers: {
      under14: words.ageUnder14,
      from14: words.ageFrom14,
    },
  },
  device: {
    ask: words.askDevice,
    answers: {
      android: words.deviceAndroid,
      windows: words.deviceWindows,
      other: words.deviceOther,
    },
  },
  access: {
    ask: words.askAccess,
    answers: {
      code: words.accessCode,
      snils: words.accessSnils,
    },
  },
  citizenship: {
    ask: words.askCitizenship,
    answers: {
      russia: words.citizenshipRussia,
      other: words.citizenshipOther,
    },
  },
  account: {
    ask: words.askAccount,
    answers: {
      none: words.accountNone,
      simple: words.accountSimple,
      standard: words.accountStandard,
      confirmed: words.accountConfirmed,
    },
  },
};

/** «Для вас: Родитель · Телефон с Android»; undefined while nothing was answered. */
export function summaryOf(asked: readonly Fact[], situation: Situation): string | undefined {
  const answers = questionsOf(asked).flatMap(
    ([fact, question]) => question.answers[situation[fact] ?? ''] ?? [],
  );
  return answers.length > 0 ? words.forYou.replace('{answers}', answers.join(' · ')) : undefined;
}

/**
 * Keeps the answers on this device.
 * @returns what to say: nothing, or that they hold for this page and are asked for again
 */
export function keepAnswers(situation: Situation): Promise<string> {
  return saveSituation(situation).then(
    () => '',
    () => words.answerNotKept,
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
        <option value="" ?selected=${chosen === ''}>${words.showAll}</option>
        ${offered.map(
          ([value, answer]) =>
            html`<option value=${value} ?selected=${chosen === value}>${answer}</option>`,
        )}
      </select>
    </label>`;
  });
}

function questionsOf(asked: readonly Fact[]): [Fact, Question][] {
  return (Object.entries(QUESTIONS) as [Fact, Question][]).filter(([fact]) => asked.includes(fact));
}
