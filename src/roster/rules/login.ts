import { repeated, type AuditList, type Entry } from '../audit-list';
import { mixedWords, surnamesAgree } from '../names';
import { differentPeople } from './people';
import { CHECK_PROFILE, elsewhere, FAULTS, type Problem, type Rule } from './rule';

export const loginMissing: Rule = {
  id: 'login-missing',
  title: 'Нет логина',
  severity: 'error',
  blocks: 'sign-in',
  source: `${FAULTS}: 5 «Отсутствие логина в АИС (ставят галочку «Не создавать логин», что ошибочно)»`,
  guides: ['tyumen/profile-login#missing'],
  *check({ entries, has }) {
    if (!has('login')) return;
    for (const entry of entries) {
      if (entry.values.login !== '') continue;
      yield {
        entry,
        field: 'login',
        message: 'У родителя нет логина: он не войдёт, даже если остальное заполнено верно.',
        steps: entry.values.parentSnils === '' ? WITHOUT_SNILS : WITH_SNILS,
      };
    }
  },
};

const OPEN = [
  'Откройте карточку родителя («Изменить»), снимите галочку «Не создавать логин», если она стоит.',
  'Впишите логин (фамилия, город и номер школы через подчёркивание) и пароль, нажмите «Сохранить».',
];

const WITH_SNILS = [
  ...OPEN,
  'Если поле «Логин» не меняется, закройте карточку и вернитесь в «Реестр родителей».',
  'Нажмите «Добавить», заполните данные родителя ещё раз и впишите логин.',
  'После «Сохранить» согласитесь объединить профили с этим СНИЛС.',
];

const WITHOUT_SNILS = [
  ...OPEN,
  'Если поле «Логин» не меняется, внесите СНИЛС родителя и нажмите «Сохранить».',
];

export const loginFormat: Rule = {
  id: 'login-format',
  title: 'Необычный логин',
  severity: 'warning',
  source: `${CHECK_PROFILE}: «Логин указывается в формате ФИО+школа. Например, Иванов_Ишим_4»`,
  guides: ['tyumen/profile-login#format'],
  *check(list) {
    for (const entry of list.entries) {
      const problem = problemOf(entry);
      if (problem) yield problem;
    }
    yield* shared(list);
  },
};

const COMPOSE = [
  'Составьте логин: фамилия, город школы, номер школы, части через подчёркивание.',
  'Впишите его в карточку родителя, нажмите «Сохранить».',
];

/** Surname, then the town (of one word or more), then the school's number; numbers tell namesakes apart. */
const FORM = /^[\p{L}-]+\d*(?:_[\p{L}.-]+)+(?:_[\p{L}№-]*\d[\p{L}\d-]*)+$/u;

function problemOf(entry: Entry): Problem | undefined {
  const { login } = entry.values;
  if (login === '') return undefined;
  const warn = (message: string): Problem => ({ entry, field: 'login', message, steps: COMPOSE });
  if (!FORM.test(login)) {
    return warn(
      `Логин «${login}» не похож на принятый: фамилия, город и номер школы, как Иванов_Ишим_4.`,
    );
  }
  const parts = login.split('_');
  const mixed = mixedWords(parts.join(' '))[0];
  if (mixed) return warn(`В логине перемешаны русские и латинские буквы: «${mixed.marked}».`);
  const surname = (parts[0] ?? '').replace(/\d+$/, '');
  const names = [entry.parentSurname, entry.childSurname].filter((name) => name !== '');
  const known = names.some((name) => surnamesAgree(name, surname));
  if (known || names.length === 0 || /\p{Script=Latin}/u.test(surname)) return undefined;
  return {
    entry,
    field: 'login',
    severity: 'question',
    message: `Логин «${login}» начинается с другой фамилии. Его ли это логин?`,
    steps: ['Проверьте в карточке родителя, его ли это логин.'],
  };
}

function* shared({ entries }: AuditList): Iterable<Problem> {
  const logins = repeated(entries, (entry) => entry.values.login.toLowerCase());
  for (const group of logins) {
    if (!differentPeople(group)) continue;
    for (const entry of group) {
      yield {
        entry,
        field: 'login',
        message: `Такой же логин у другого родителя ${elsewhere(entry, group)}. Логин должен быть свой у каждого.`,
        steps: [
          'Добавьте к фамилии имя или инициалы, чтобы логины различались.',
          ...COMPOSE.slice(1),
        ],
      };
    }
  }
}
