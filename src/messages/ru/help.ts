/** The page «Не получается?». */

export const pageTitle = 'Не получается войти? · Памятка';
export const description =
  'Что делать, если не получается войти: признак, причина, кто исправит. Контакты поддержки.';
export const heading = 'Не получается?';
export const contactsForAll = 'Поддержка для всех регионов';
export const findCause = 'Найти причину';
export const makeRequest = 'Составить запрос';
export const contactsOf = (region: string): string => `Контакты: ${region}`;
export const allSymptoms = 'Все признаки';
export const allSymptomsOf = (title: string): string => `${title}. Все признаки`;
