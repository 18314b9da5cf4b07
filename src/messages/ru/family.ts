/** A family's children: the form, and the link of a printed memo. */

// child-form
export const ageUnder14 = 'Ещё нет 14';
export const ageFrom14 = '14 или больше';
export const nameOrLabel = 'Имя или пометка';
export const className = 'Класс';
export const howOld = 'Сколько лет?';
export const notSaid = 'Не указано';
export const codeIfGiven = 'Код приглашения, если дали';
export const staysHere = 'Всё это останется на этом устройстве.';
export const removeQuestion = (name: string): string =>
  `Удалить «${name}» вместе с кодом и галочками? Вернуть их нельзя.`;
export const nothingEntered = 'Впишите хотя бы имя, класс или код, чтобы отличать детей.';
export const childNotSaved =
  'Не получилось сохранить. Освободите место на устройстве или разрешите сайту хранить данные.';

// family-children
export const formNotLoaded =
  'Не получилось открыть: нет связи. Попробуйте ещё раз, когда она появится.';
export const twoOrMore =
  'Детей двое или больше? Добавьте каждого: у него будут свои галочки и свой код.';
export const addChild = 'Добавить ребёнка';
export const changeOf = 'Изменить: {name}';
export const change = 'Изменить';

// family-link
export const linkDamaged =
  'Ссылка из памятки повреждена. Введите код с листа: ниже, «Добавить ребёнка».';
export const linkTooNew =
  'Ссылка сделана в новой версии Памятки. Обновите страницу или введите код с листа.';
export const linkTooLong = 'Ссылка слишком длинная, это не ссылка из памятки. Введите код с листа.';
export const fromMemo = 'Из памятки';
export const keepHere = 'Запомнить на этом устройстве?';
export const nameOptional = 'Имя или пометка, по желанию';
export const nameStaysHere = 'Имя останется на этом устройстве: в ссылке его нет.';
export const keep = 'Запомнить';
export const forWhom = 'Для кого';
export const newChild = 'Новый ребёнок';
export const kept = 'Запомнено на этом устройстве.';
export const codeAtItsStep = ' Код вы увидите на том шаге, где он нужен.';
export const notKept =
  'Не получилось запомнить. Освободите место на устройстве или разрешите сайту хранить данные. Бумажную памятку сохраните.';
export const classIs = (className: string): string => `Класс: ${className}`;
export const schoolIs = (school: string): string => `Школа: ${school}`;
export const codeIs = 'Код приглашения — храните как пароль:';
