/** The first page and its way back to where a family was. */

// the page
export const title = 'Памятка: школьные сервисы по шагам';
export const description =
  'Пошаговые памятки для родителей и учителей: Госуслуги, электронный дневник, «Моя школа», Сферум. Работают без интернета.';
export const heading = 'Школьные сервисы — по шагам';
export const whatItDoes = 'Отмечайте сделанное. Памятка запомнит и откроется без интернета.';
export const areYouTeacher = 'Вы классный руководитель?';
export const forClass = 'Памятки для родителей класса';
export const whatTeacherGets =
  'Вставьте список класса — получите листы с кодами приглашения для печати.';
export const openFromFile = 'Открыть памятку из файла';
export const staysOnDevice = 'Всё, что вы отмечаете и вводите, остаётся на вашем устройстве.';
export const howItIsMade = 'Как это устроено';
export const whereIsSchool = 'Где ваша школа?';
export const forFamily = 'Для семьи';

// home-start
export const goOnWith = (region: string): string => `Продолжить: ${region}`;
