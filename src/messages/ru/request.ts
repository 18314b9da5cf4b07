/** The request to support: the page, the letter and what is wrong with a field. */

// the page
export const hintDescription = 'Что вы нажали и что ответила система. Пароль и СНИЛС не пишите.';
export const hintName = 'Ваши фамилия, имя, отчество.';
export const hintMunicipality = 'Город, район или округ, где находится школа.';
export const hintClass = 'Например: 4А.';
export const hintContacts = 'Телефон или почта, чтобы вам ответили.';
export const pageTitle = (region: string): string => `Запрос в поддержку · ${region} · Памятка`;
export const pageDescription = (where: string): string =>
  `Запрос в поддержку ${where}: что указать, проверка и готовый текст. Работает без интернета.`;
export const cannotSignIn = 'Не получается войти';
export const letterTitle = 'Запрос в поддержку';
export const withoutScript =
  'Без JavaScript Памятка не проверит и не соберёт текст. Напечатайте страницу и заполните от руки или перепишите из неё, что надо указать.';
export const whoWrites = 'Кто пишет?';
export const checkAndMake = 'Проверить и собрать текст';
export const allFieldsDemanded = 'Поддержка просит заполнить все поля.';
export const onlyDescriptionDemanded =
  'Обязательно только описание. Остальное поможет разобраться быстрее.';
export const whatPageDoes =
  'Памятка проверит поля и соберёт текст. Сама она ничего не отправляет: отправите вы.';
export const writerFamily = 'Родитель или ученик';
export const writerStaff = 'Сотрудник школы';
export const whatHappenedQuestion = 'Что случилось?';
export const otherTopic = 'Другое';
export const ifYouWish = '— если хотите';
export const whereToSend = 'Куда отправить';
export const openSite = 'Откройте';
export const forFamily = 'Родителям и ученикам';
export const forStaff = 'Сотрудникам школ';
export const pasteAndSend = 'Вставьте текст запроса и отправьте.';

// support-request
export const draftIsKept = 'Черновик хранится на этом устройстве, пока вы его не сотрёте.';
export const draftWiped = 'Черновик стёрт.';
export const draftNotKept =
  'Черновик не сохраняется: браузер не даёт сайту хранить данные. Не закрывайте страницу, пока не отправите запрос.';
export const draftWaits =
  'Черновик пока не сохраняется: нет связи. Не закрывайте страницу — сохраним, когда она появится.';
export const checkThese = (names: string): string => `Проверьте: ${names}.`;
export const aboutWhom = 'О ком запрос? Впишутся школа и класс:';
export const undoWipe = 'Вернуть стёртое';
export const wipeDraft = 'Стереть черновик';

// request-letter
export const textCopied = 'Текст скопирован.';
export const notCopied = 'Скопировать не получилось. Текст выделен: скопируйте его сами.';
export const textReady = 'Текст готов';
export const copy = 'Скопировать';
export const print = 'Напечатать';
export const share = 'Поделиться';
export const letterTo = (address: string): string => `Письмо на ${address}`;
export const pasteHere = 'Вставьте сюда скопированный текст.';

// request-text
export const fieldDescription = 'Подробное описание';
export const fieldName = 'ФИО';
export const fieldSchool = 'Школа';
export const fieldMunicipality = 'Муниципальное образование';
export const fieldClass = 'Класс';
export const fieldContacts = 'Контакты';
export const writtenByFamily = 'родитель или ученик';
export const writtenByStaff = 'сотрудник школы';
export const describe = 'Опишите, что не получается.';
export const giveName = 'Укажите фамилию, имя и отчество.';
export const giveSchool = 'Укажите школу.';
export const giveMunicipality = 'Укажите город, район или округ, где находится школа.';
export const giveClass = 'Укажите класс.';
export const giveContacts = 'Укажите телефон или почту, чтобы вам ответили.';
export const noSnils = 'Похоже на СНИЛС. Поддержка его не просит: уберите номер.';
export const describeMore = 'Опишите подробнее: что вы нажали и что ответила система.';
export const giveWholeName = 'Укажите и фамилию, и имя, и отчество, если оно есть.';
export const checkContacts = 'Проверьте номер: в телефоне 11 цифр. Или укажите почту.';
export const whatHappened = (topic: string): string => `Что случилось: ${topic}`;
export const writtenBy = (writer: string): string => `Пишет: ${writer}`;
