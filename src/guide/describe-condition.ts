import type { Condition, ConditionTerm, Fact } from './guide';

/** How a fact is said: «у вас» + «телефон с Android» или «компьютер с Windows». */
const CLAUSES: Record<
  Exclude<Fact, 'region'>,
  { subject: string; values: Record<string, string> }
> = {
  role: {
    subject: 'вы ',
    values: {
      parent: 'родитель',
      pupil: 'ученик',
      teacher: 'классный руководитель',
      staff: 'сотрудник школы',
    },
  },
  age: {
    subject: 'ученику ',
    values: { under14: 'ещё нет 14 лет', from14: 'исполнилось 14 лет' },
  },
  device: {
    subject: 'у вас ',
    values: {
      android: 'телефон с Android',
      windows: 'компьютер с Windows',
      other: 'iPhone или другое устройство',
    },
  },
  access: {
    subject: '',
    values: {
      code: 'добавляете ребёнка по коду',
      snils: 'СНИЛС родителя уже есть в карточке ребёнка',
    },
  },
  citizenship: {
    subject: 'у родителя ',
    values: { russia: 'гражданство России', other: 'нет гражданства России' },
  },
  account: {
    subject: 'учётная запись ',
    values: {
      none: 'ещё не создана',
      simple: 'упрощённая',
      standard: 'стандартная',
      confirmed: 'подтверждённая',
    },
  },
};

/** The condition in words, for a reader who sees every variant: «Если ученику ещё нет 14 лет». */
export function describeCondition(when: Condition): string {
  const toPupil = when.some(({ fact, values }) => fact === 'role' && values.join() === 'pupil');
  const clauses = when.flatMap(({ fact, values }) => {
    if (fact === 'region') return [];
    const clause = CLAUSES[fact];
    const subject = fact === 'age' && toPupil ? 'вам ' : clause.subject;
    return [subject + either(values.map((value) => clause.values[value] ?? value))];
  });
  return clauses.length === 0 ? '' : `Если ${clauses.join(' и ')}`;
}

function either(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} или ${last}`;
}

/** Each condition of one value that has words; regions have none. */
export function describedConditions(): ConditionTerm[] {
  return Object.entries(CLAUSES).flatMap(([fact, { values }]) =>
    Object.keys(values).map((value) => ({ fact: fact as Fact, values: [value] })),
  );
}
