/** What the build writes into a page around a guide, in Russian. */

export { addChildren, allGuides } from './elements';

// Around every page.

export const appName = 'Памятка';
export const skipToContent = 'К содержанию';
export const mainNavigation = 'Главное';
export const help = 'Помощь';
export const helpAndContacts = 'Помощь и контакты';
export const forTeacher = 'Классному руководителю';
export const aboutApp = 'О Памятке';
export const languages = 'Язык';

// A guide's page.

/** How long a guide takes, in words: «около 20 минут», «около 21 минуты». */
export const aboutMinutes = (minutes: number): string =>
  `около ${String(minutes)} ${new Intl.PluralRules('ru').select(minutes) === 'one' ? 'минуты' : 'минут'}`;
export const guideTitle = (title: string, region: string): string =>
  `${title} · ${region} · Памятка`;
export const guideDescription = (title: string, region: string): string =>
  `${title}: памятка по шагам, ${region}. Открывается без интернета.`;
export const withoutScripts =
  'Галочки можно ставить, но без JavaScript они пропадут, когда вы закроете страницу. Удобнее напечатать памятку.';
export const scriptsMissing =
  'Памятка загрузилась не вся: связь прервалась или браузер устарел. Шаги и галочки на месте, подсказок и работы без интернета пока нет.';
export const ticksNotKept =
  'Браузер запретил сайту хранить данные: эта галочка пропадёт, когда вы закроете страницу.';
export const toFirstStep = 'К первому шагу ↓';
export const whomToCall = 'Кому звонить и писать';
export const reach = 'Связь';
export const contacts = 'Контакты';
export const source = 'Источник';
export const verified = 'Сверено';
export const isArchived = 'сервис закрыт, памятка хранится для истории.';
export const hasChanged = 'с тех пор сервис изменился, смотрите «Изменилось».';

// The help page of a region.

export const helpDescription = (title: string, region: string): string =>
  `${title}: признак, причина, кто исправит и что сделать. ${region}.`;
export const findSymptom = 'Найдите, что видите вы. Под каждым признаком — причина и что сделать.';
export const nothingFits = 'Ничего не подошло?';
export const writeRequest = 'Составьте запрос в поддержку';
export const iAmParent = 'Я родитель';
export const iWorkAtSchool = 'Я работаю в школе';
export const forEverybody = 'Для всех';

// A guide's text.

export const noteTitles = {
  note: 'К сведению',
  tip: 'Совет',
  important: 'Важно',
  warning: 'Осторожно',
  caution: 'Нельзя',
};
export const first = 'Сначала:';
export const eachChild = 'На каждого ребёнка отдельно';
export const didNotHelp = 'Не помогло? Составить запрос';
export const details = 'Подробности';
export const pictureOf = (alternative: string): string => `Рисунок: ${alternative}`;

/** Of a translation that is behind its guide; a Russian page never says it. */
export const isPartlyTranslated = 'Часть шагов ещё не переведена: они стоят по-русски.';
export const isOlderThanGuide = 'Русскую памятку с тех пор сверили снова: сравните с ней.';

/** A condition's facts, each a subject and what is said of it: «у вас» + «телефон с Android». */
export const clauses = {
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
/** The subject of the age where the pupil is the reader. */
export const youOfAge = 'вам ';
export const or = ' или ';
export const ifAll = (clauses: readonly string[]): string => `Если ${clauses.join(' и ')}`;
