import type { AuditList, Entry } from '../audit-list';
import { isLater, ordinal, yearsBetween } from '../dates';
import type { FieldName, FindingSeverity } from '../roster';
import { FAULTS, type Problem, type Rule } from './rule';

export const dateInvalid: Rule = {
  id: 'date-invalid',
  title: 'Дата с ошибкой',
  severity: 'error',
  blocks: 'sign-in',
  source: `Календарь; ${FAULTS}: 4 «Заполнены не все обязательные поля» (дата рождения обязательна)`,
  guides: ['tyumen/parent-profile#required-fields'],
  *check(list) {
    for (const entry of list.entries) {
      const wrong = [...unreadable(entry, list)];
      yield* wrong;
      if (wrong.length === 0) yield* unlikely(entry, list);
    }
  },
};

const WHOSE = { childBirthDate: 'ребёнка', parentBirthDate: 'родителя' } as const;

function* unreadable(entry: Entry, { today }: AuditList): Iterable<Problem> {
  for (const field of ['childBirthDate', 'parentBirthDate'] as const) {
    const text = entry.values[field];
    if (text === '') continue;
    const day = field === 'childBirthDate' ? entry.childBirth : entry.parentBirth;
    if (day && !isLater(day, today)) continue;
    const reason = day ? 'этот день ещё не наступил' : whyUnreadable(text);
    yield problem(entry, field, 'error', `Дата рождения ${WHOSE[field]} «${text}»: ${reason}.`);
  }
}

function whyUnreadable(text: string): string {
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{4}$|^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) {
    return 'такого дня нет в календаре';
  }
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text)) return 'год нужен четырьмя цифрами';
  return 'нужен вид 31.01.2016';
}

/** A younger one is rather a brother or a sister, who may be attached too. */
const YOUNGEST_PARENT = 14;

function* unlikely(entry: Entry, { today, has }: AuditList): Iterable<Problem> {
  const { childBirth: child, parentBirth: parent } = entry;
  if (child && parent) {
    const older = yearsBetween(parent, child);
    if (ordinal(parent) >= ordinal(child)) {
      const message = 'Родитель не старше ребёнка: похоже, дату рождения вписали не тому.';
      yield problem(entry, 'parentBirthDate', 'warning', message);
    } else if (older < YOUNGEST_PARENT) {
      const message = `Родитель старше ребёнка всего на ${years(older)}. Это брат, сестра или ошибка в дате?`;
      yield problem(entry, 'parentBirthDate', 'question', message);
    }
  }
  if (parent && yearsBetween(parent, today) > 100) {
    const message = `Дата рождения родителя «${entry.values.parentBirthDate}»: больше ста лет назад. Верно ли?`;
    yield problem(entry, 'parentBirthDate', 'question', message);
  }
  if (!child) return;
  const age = yearsBetween(child, today);
  const grade = has('className') ? Number(/^\d{1,2}/.exec(entry.values.className)?.[0] ?? 0) : 0;
  // Pupils start at 6 to 8; the margins leave room for late starts and repeated years.
  const [from, to] = grade >= 1 && grade <= 12 ? [grade + 4, grade + 10] : [5, 21];
  if (age < from || age > to) {
    const where = grade > 0 ? ` для ${grade} класса` : '';
    const message = `Ребёнку ${years(age)}, это необычно${where}. Верна ли дата рождения?`;
    yield problem(entry, 'childBirthDate', 'question', message);
  }
}

const YEARS = { one: 'год', few: 'года', many: 'лет', other: 'года', two: 'года', zero: 'лет' };
const PLURAL = new Intl.PluralRules('ru');

function years(count: number): string {
  return `${count} ${YEARS[PLURAL.select(count)]}`;
}

function problem(
  entry: Entry,
  field: FieldName,
  severity: FindingSeverity,
  message: string,
): Problem {
  const whose = field === 'childBirthDate' ? 'ребёнка' : 'родителя';
  return {
    entry,
    field,
    severity,
    message,
    steps: [
      `Сверьте дату рождения ${whose} с документом.`,
      'Впишите её в список и в карточку, нажмите «Сохранить».',
    ],
  };
}
