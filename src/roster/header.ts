/** Whose column it is, by its title. */
export type Subject = 'child' | 'parent';

export type TitleKind =
  | 'className'
  | 'fullName'
  | 'surname'
  | 'given'
  | 'patronymic'
  | 'birthDate'
  | 'snils'
  | 'inviteCode'
  | 'phone'
  | 'email'
  | 'login';

export interface TitleMeaning {
  kind?: TitleKind;
  subject?: Subject;
  /** Tells one parent's columns from another's: «мать», «отец», or a number; '' if the title doesn't. */
  parentLabel: string;
  /** Two kinds in one column («Телефон, e-mail»): it cannot be taken as either. */
  ambiguous: boolean;
}

const CHILD =
  /^(учени[кц]|учащ|обучающ|ребен|дет(и|ей|ям)$|школьник|воспитанник|student|pupil|child)/;
const PARENT =
  /^(родител|мат(ь|ери)$|мам[аыеу]$|от(ец|ца|цу)$|пап[аыеу]$|представител|опекун|законн|попечител|бабушк|дедушк|parent|mother|father)/;

/** Words of columns that hold something else, whatever other words stand beside them. */
const FOREIGN =
  /^(руководител|учител|преподавател|директор|парол|паспорт|свидетельств|мест[оа]$|прописк|регистрац|подразделен|прибыт|выбыт|зачислен|приказ|домашн|рабоч|служебн|индекс|домофон)/;

/** «Телефон школы», but not «Логин (Фамилия_Город_школа)». */
const OF_SCHOOL = /(^| )школ[аы]( |$)/;

const KINDS: readonly (readonly [TitleKind, RegExp])[] = [
  ['snils', /(^| )(снилс|страхов\S* номер|snils)/],
  [
    'email',
    /(^| )(e ?mail|mail|[еи]?м[еэ]йл|почт[аыеу]( |$)|эл(ектронн\S*)? (почт|адрес)|адрес эл)/,
  ],
  ['phone', /(^| )(телефон|тел( |$)|моб( |$)|мобильн|сотов|phone)/],
  ['login', /(^| )(логин|login)/],
  ['inviteCode', /(^| )(приглас|приглаш|инвайт|invite|коды?( |$)|code( |$))/],
  ['birthDate', /(^| )(рожд|др( |$)|д р( |$)|birth)/],
  ['className', /(^| )(класс( |$)|class( |$))/],
  [
    'fullName',
    /(^| )(фио|ф и о|фамили\S* и(мя|\s?о)( |$)|(имя|имени|и) (отчеств|фамил)|full name)/,
  ],
];

const PARTS: readonly (readonly [TitleKind, RegExp])[] = [
  ['surname', /(^| )фамили/],
  ['given', /(^| )им(я|ени)( |$)/],
  ['patronymic', /(^| )отчеств/],
];

/** Words that may stand beside «Родитель» without making it another column than his name. */
const NEUTRAL = /^(\d+|перв\S*|втор\S*|и|или|список|данные|name|й|ой)$/;

/** Longer text is a sentence, not a title. */
const LONGEST_TITLE = 120;

/** Reads a column's title: «Телефон (мамы)» is the phone of a parent, the mother. */
export function readTitle(title: string): TitleMeaning {
  const meaning: TitleMeaning = { parentLabel: '', ambiguous: false };
  if (title.length > LONGEST_TITLE) return meaning;
  const all = normaliseTitle(title);
  const words = all.split(' ');
  if (all === '' || words.some((word) => FOREIGN.test(word))) return meaning;
  // What stands in brackets explains the rest, unless it is the only thing said: «Родитель (ФИО)».
  const outside = title.replace(/\([^)]*\)/g, ' ');
  if (OF_SCHOOL.test(normaliseTitle(outside))) return meaning;

  const subject = subjectOf(words);
  if (subject) meaning.subject = subject;
  if (subject !== 'child') meaning.parentLabel = labelOf(words);

  const found = kindsIn(outside);
  const kinds = found.length > 0 ? found : kindsIn(title);
  meaning.ambiguous = kinds.length > 1;
  const kind = kinds[0];
  if (kind && !meaning.ambiguous) meaning.kind = kind;
  return meaning;
}

/** How many cells of the best row look like titles; 0 if no row looks like a header. */
export function scoreHeader(rows: readonly (readonly string[])[]): number {
  return findHeader(rows).score;
}

/** Rows to look for a header in: titles and group headings above it take a few. */
const HEADER_REACH = 40;

/** The first of the rows with the most recognised titles, with its index in `rows`. */
export function findHeader(rows: readonly (readonly string[])[]): { index: number; score: number } {
  let best = { index: 0, score: 0 };
  rows.slice(0, HEADER_REACH).forEach((cells, index) => {
    const score = cells.filter((cell) => readTitle(cell).kind !== undefined).length;
    if (score > best.score) best = { index, score };
  });
  return best;
}

/** Kinds that a title names; «Ученик, класс» names two, «Фамилия, имя» one. */
function kindsIn(title: string): TitleKind[] {
  const whole = kindsOf(normaliseTitle(title));
  if (whole.includes('fullName')) return whole;
  return [...new Set(title.split(/[,;+&]/).flatMap((part) => kindsOf(normaliseTitle(part))))];
}

function kindsOf(text: string): TitleKind[] {
  const parts = PARTS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  const kinds = KINDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  if (kinds.includes('fullName')) return kinds;
  if (parts.length > 1) return [...kinds, 'fullName'];
  kinds.push(...parts);
  return kinds.length === 0 && isPersonAlone(text) ? ['fullName'] : kinds;
}

/** «Обучающийся», «Родитель (законный представитель)»: the name of the one who is named. */
function isPersonAlone(text: string): boolean {
  const words = text.split(' ');
  const person = (word: string): boolean => CHILD.test(word) || PARENT.test(word);
  return words.some(person) && words.every((word) => person(word) || NEUTRAL.test(word));
}

function subjectOf(words: readonly string[]): Subject | undefined {
  // «Родитель ребёнка», «Дата рождения родителя обучающегося»: the parent is meant.
  if (words.some((word) => PARENT.test(word))) return 'parent';
  if (words.some((word) => CHILD.test(word))) return 'child';
  return undefined;
}

function labelOf(words: readonly string[]): string {
  if (words.some((word) => /^(мат|мам|mother)/.test(word))) return 'мать';
  if (words.some((word) => /^(отец|отц|пап|father)/.test(word))) return 'отец';
  if (words.some((word) => /^перв/.test(word))) return '1';
  if (words.some((word) => /^втор/.test(word))) return '2';
  return words.find((word) => /^\d$/.test(word)) ?? '';
}

/** A title as small letters and digits with single spaces, ё as е. */
export function normaliseTitle(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
