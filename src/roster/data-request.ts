import { PARENT_FIELDS } from './audit-list';
import { isBlank } from './clean';
import { splitName } from './names';
import type { FieldName, Finding, RosterRow, RuleId } from './roster';

/** What a parent is asked for, and how it is called to them. */
const ASKED: Readonly<Partial<Record<FieldName, string>>> = {
  parentName: 'ваши фамилия, имя и отчество полностью, как на Госуслугах',
  parentBirthDate: 'ваша дата рождения',
  parentSnils: 'ваш СНИЛС (если гражданства России нет, так и напишите)',
  parentPhone: 'ваш телефон — тот, что указан на Госуслугах',
  parentEmail: 'ваш адрес электронной почты',
  childBirthDate: 'дата рождения ребёнка',
  childSnils: 'СНИЛС ребёнка',
};

/** What of a parent a school needs, second document, «Передача данных родителей классному руководителю». */
const OF_PARENT: readonly FieldName[] = [
  'parentName',
  'parentBirthDate',
  'parentSnils',
  'parentPhone',
];

/** Findings that a school mends itself: no parent can help. */
const OF_SCHOOL: readonly RuleId[] = [
  'name-mixed-alphabet',
  'surname-differs',
  'profile-duplicate',
];

export interface DataRequest {
  missing: FieldName[];
  /** Given, but to be checked and given again. */
  doubtful: FieldName[];
}

/**
 * What to ask the parent of a row for; undefined where nothing is.
 *
 * @param findings those at the row's place
 * @param sharesPlace whether another parent stands on the same line: then findings name theirs
 */
export function requestFor(
  { values }: RosterRow,
  findings: readonly Finding[],
  sharesPlace = false,
): DataRequest | undefined {
  const wanted = new Set<FieldName>();
  for (const { rule, field, severity, message } of findings) {
    if (OF_SCHOOL.includes(rule)) continue;
    if (rule === 'parent-missing') {
      if (severity === 'error') for (const needed of OF_PARENT) wanted.add(needed);
      continue;
    }
    const isOthers =
      sharesPlace &&
      PARENT_FIELDS.includes(field) &&
      values.parentName !== '' &&
      !message.startsWith(`${values.parentName}: `);
    if (isOthers || ASKED[field] === undefined) continue;
    wanted.add(field);
    // Either lets the parent in, and nobody but the parent knows which there is.
    if (rule === 'phone-required-without-snils') wanted.add('parentSnils');
  }
  const fields = (Object.keys(ASKED) as FieldName[]).filter((field) => wanted.has(field));
  if (fields.length === 0) return undefined;
  return {
    missing: fields.filter((field) => isBlank(values[field])),
    doubtful: fields.filter((field) => !isBlank(values[field])),
  };
}

/**
 * A message to the parent of a row that names exactly what is asked for, and no value: it may be read
 * over a shoulder, and nobody else's data can be in it.
 */
export function writeRequest({ values }: RosterRow, request: DataRequest): string {
  const { given, patronymic } = splitName(values.parentName);
  const name = [given, patronymic].filter(Boolean).join(' ');
  const pupil = [values.childName, values.className].filter((text) => text !== '').join(', ');
  return [
    name === '' ? 'Здравствуйте!' : `Здравствуйте, ${name}!`,
    `Пишу о входе в электронный дневник и школьном питании${pupil === '' ? '' : ` (${pupil})`}.`,
    ...part('Не хватает данных:', request.missing),
    ...part('Проверьте, пожалуйста, и передайте ещё раз:', request.doubtful),
    'Передайте это, пожалуйста, мне лично или на бланке, не в общий чат.',
  ].join('\n');
}

function part(title: string, fields: readonly FieldName[]): string[] {
  if (fields.length === 0) return [];
  const last = fields.length - 1;
  return [title, ...fields.map((field, i) => `— ${ASKED[field] ?? ''}${i === last ? '.' : ';'}`)];
}
