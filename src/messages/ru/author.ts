/** The editor of guides. */

// the page
export const pageTitle = 'Напишите памятку · Памятка';
export const description =
  'Редактор памяток: пишите шаги в Markdown и сразу видите чек-лист, лист для печати и ошибки.';
export const heading = 'Напишите памятку';
export const withoutScript =
  'Редактор работает только с включённым JavaScript. Памятку можно написать и в любом текстовом редакторе: это файл Markdown.';

// author-drafts
export const drafts = 'Черновики';

// author-editor
export const guideText = 'Текст памятки';

// author-file
export const file = 'Файл';
export const downloadFile = 'Скачать .md';
export const addHere = 'Добавить на это устройство';
export const otherGuide = 'Другая памятка';
export const removeDraft = 'Удалить черновик';
export const placeOfFile = (region: string, name: string): string =>
  `Место файла на сайте: guides/${region}/${name}.`;
export const anyRegion = 'регион';
export const fileNameRule =
  'Имя файла — строчные латинские буквы, цифры и дефис, в конце .md: elzhur-vhod.md.';

// author-page
export const viewText = 'Текст';
export const viewChecklist = 'Чек-лист';
export const viewSheet = 'Лист для печати';
export const draftKept = 'Черновик сохранён на этом устройстве.';
export const keepingDraft = 'Сохраняем черновик…';
export const draftNotKept =
  'Черновик не сохраняется на устройстве. Скачайте файл, чтобы не потерять его.';
export const openingDrafts = 'Открываем черновики…';
export const whatIsGuide =
  'Памятка — обычный текст с пометками. Пишете — и сразу видите чек-лист, лист для печати и ошибки. Написанное остаётся на этом устройстве.';
export const whatToShow = 'Что показать';
export const result = 'Что получится';
export const removeDraftQuestion = 'Удалить черновик?';
export const draftGoes = (title: string): string =>
  `«${title}» исчезнет с этого устройства. Скачанный файл останется.`;
export const storageUnavailable =
  'Браузер не хранит данные этого сайта: черновики пропадут, когда вы закроете страницу. Скачивайте файл.';
export const fileNotRead = (name: string): string => `«${name}» не читается. Откройте его ещё раз.`;
export const pictureWithoutGuide = 'Сначала откройте памятку, потом добавьте к ней рисунок.';
export const draftNotRemoved = 'Черновик не удалился. Попробуйте ещё раз.';

// author-problems
export const noErrors = '✓ Ошибок нет';
export const errors = (count: number): string => `Ошибок: ${String(count)}`;
export const andWarnings = (count: number): string => `, предупреждений:\u00a0${String(count)}`;
export const whatToMend = 'Что исправить';
export const lineNumber = (line: number): string => `Строка ${String(line)}`;
export const warning = 'Предупреждение: ';
export const inFile = (file: string, line: number, message: string): string =>
  `В файле ${file}, строка ${String(line)}: ${message}`;

// author-result
export const resultAppearsHere =
  'Здесь появится памятка, когда начало файла будет заполнено без ошибок.';

// author-start
export const takeSample = 'Возьмите образец и замените слова своими.';
export const mendUnderlined = 'Исправьте то, что подчёркнуто красным.';
export const sendFile = 'Скачайте файл и отправьте тому, кто ведёт сайт.';
export const whatToWrite = 'Что написать';
export const region = 'Регион';
export const takeIt = 'Взять образец';
export const openFile = 'Открыть файл .md';
export const orDropFile = 'Файл можно и перетащить сюда.';

// author-tools
export const insert = 'Вставить';
export const pictureFromFile = 'Рисунок из файла';
export const insertCondition = 'Вставить условие';
export const condition = 'Условие…';
export const section = 'Раздел';
export const step = 'Шаг';
export const warningNote = 'Предупреждение';
export const menuTrail = 'Путь по меню';
export const picture = 'Рисунок';
