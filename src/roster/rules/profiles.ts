import { repeated, type AuditList, type Entry } from '../audit-list';
import { ordinal } from '../dates';
import { elsewhere, type Problem, type Rule } from './rule';
import { differentPeople } from './people';

export const profileDuplicate: Rule = {
  id: 'profile-duplicate',
  title: 'Один человек записан по-разному',
  severity: 'warning',
  source:
    '«Если система выдаст сообщение, что такой профиль уже есть, то объединить профили»; шаг 3, способ 2',
  guides: ['tyumen/profile-login#merge'],
  *check(list) {
    yield* parentsWrittenTwice(list);
    yield* childrenWrittenTwice(list);
    yield* repeatedRows(list);
  },
};

/** What one person can have only one of, as text to compare; '' compares with nothing. */
const OWN: readonly (readonly [string, (entry: Entry) => string])[] = [
  ['имя', (entry) => entry.values.parentName],
  ['дата рождения', (entry) => (entry.parentBirth ? String(ordinal(entry.parentBirth)) : '')],
  ['СНИЛС', (entry) => entry.parentSnils],
  ['телефон', (entry) => entry.phone.number ?? ''],
  ['почта', (entry) => entry.values.parentEmail.toLowerCase()],
  ['логин', (entry) => entry.values.login],
];

function* parentsWrittenTwice({ entries }: AuditList): Iterable<Problem> {
  const seen = new Set<Entry>();
  // Namesakes are few: birth dates are put beside names only for them.
  const byPerson = repeated(entries, (entry) => entry.parentKey).flatMap((namesakes) =>
    repeated(namesakes, (entry) => (entry.parentBirth ? String(ordinal(entry.parentBirth)) : '')),
  );
  const bySnils = repeated(entries, (entry) => entry.parentSnils);
  for (const group of [...byPerson, ...bySnils]) {
    // Different people under one СНИЛС are another rule's business.
    if (differentPeople(group)) continue;
    const differing = OWN.filter(([, value]) => differs(group, value)).map(([name]) => name);
    if (differing.length === 0) continue;
    for (const entry of group) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      yield {
        entry,
        field: 'parentName',
        message: `Похоже, этот же человек записан ${elsewhere(entry, group)}, но данные не совпадают: ${differing.join(', ')}. В системе могут быть два профиля.`,
        steps: [
          'Спросите родителя, какие данные верные: они должны быть такими же, как на Госуслугах.',
          'Исправьте список, чтобы человек везде был записан одинаково.',
          'Если это один человек, а профилей два, объедините их: система предложит это при сохранении с тем же СНИЛС.',
        ],
      };
    }
  }
}

function differs(group: readonly Entry[], value: (entry: Entry) => string): boolean {
  let known = '';
  for (const entry of group) {
    const own = value(entry);
    if (own === '') continue;
    if (known !== '' && own !== known) return true;
    known = own;
  }
  return false;
}

function* childrenWrittenTwice({ families, withoutParent }: AuditList): Iterable<Problem> {
  const lone = new Set(withoutParent);
  for (const family of families.values()) {
    if (family.length < 2) continue;
    const group = family.filter((entry) => !lone.has(entry));
    const differing = [
      differs(group, (entry) => entry.values.childName) ? 'имя' : '',
      differs(group, (entry) => entry.childSnils) ? 'СНИЛС' : '',
    ].filter(Boolean);
    if (differing.length === 0) continue;
    for (const entry of group) {
      yield {
        entry,
        field: 'childName',
        message: `Этот же ребёнок записан ${elsewhere(entry, group)}, но данные не совпадают: ${differing.join(', ')}.`,
        steps: [
          'Сверьте данные ребёнка с документом.',
          'Запишите его во всех строках одинаково и проверьте карточку в системе.',
        ],
      };
    }
  }
}

function* repeatedRows({ families }: AuditList): Iterable<Problem> {
  for (const family of families.values()) {
    if (family.length < 2) continue;
    for (const group of repeated(family, (entry) => entry.parentKey)) yield* askTwice(group);
  }
}

function* askTwice(group: readonly Entry[]): Iterable<Problem> {
  for (const entry of group) {
    yield {
      entry,
      field: 'childName',
      severity: 'question',
      message: `Этот ребёнок с этим родителем уже есть ${elsewhere(entry, group)}. Нужны ли обе строки?`,
      steps: ['Оставьте одну строку, если это повтор.'],
    };
  }
}
