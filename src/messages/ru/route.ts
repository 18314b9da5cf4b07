/** A region's page: who its guides are for, and how far a family has come. */

// the page
export const forParents = 'Для родителей';
export const forPupils = 'Для учеников с 14 лет';
export const forTeachers = 'Для классного руководителя';
export const forStaff = 'Для сотрудников школы';
export const pageTitle = (region: string): string =>
  `${region}: школьные сервисы по шагам · Памятка`;
export const description = (where: string): string =>
  `Памятки для родителей, учеников и учителей ${where}. Открываются без интернета.`;
export const codeNotOpened =
  'Код из памятки не открылся: нет связи. Когда она появится, обновите страницу.';
export const yourChildren = 'Ваши дети';
export const withoutScript = 'Чтобы добавить детей, включите JavaScript.';
export const cannotSignIn = 'Не получается войти?';
export const familyAndPupils = 'Для родителей и учеников';
export const archived = 'в архиве';

// route-progress
export const goOnWith = (guide: string): string => `Продолжить: ${guide}`;
export const stepsDone = (done: number, total: number): string =>
  `${String(done)} из ${String(total)}`;
