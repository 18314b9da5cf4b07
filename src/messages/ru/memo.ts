/** Making memos: options, names, progress, the file and its preview. */

// checklist-options
export const withTicks = 'Отметить шаги, сделанные на этом устройстве';
export const forEveryone = 'Для всех';

// guide-memo
export const wholeChecklist = 'Чек-лист целиком';
export const sheetForFamily = 'Лист A4 для семьи';
export const twoOnSheet = 'Две памятки на листе';
export const posterForClass = 'Плакат для класса';
export const sampleClass = '4А';
export const sampleChild = 'Фамилия Имя';
export const howToPrint = 'Как печатать';
export const downloadPdf = 'Скачать PDF';
export const preparingSheet = 'Готовим лист…';
export const sheetFailed = 'Лист не получился. Скачайте файл и откройте страницу заново.';
export const memoFile = 'Памятка';
export const sampleCode = 'КОД';
export const sampleSchool = 'Название школы';

// made-memo
export const madePage = 'лист A4 каждой семье';
export const madeHalf = 'две памятки на листе';
export const madeSlips = 'полоски с кодами';
export const madePoster = 'плакат';
export const madeForm = 'бланк';
export const madeChecklist = 'чек-лист';
export const savesPaper = (layout: string, sheets: number): string =>
  `Экономнее всего, если читать легко: ${layout}. Листов: ${String(sheets)}.`;
export const savesSheets = (layout: string, sheets: number, instead: number): string =>
  `Экономнее всего, если читать легко: ${layout}. Листов: ${String(sheets)} вместо ${String(instead)}.`;
export const openAndPrint = 'Открыть и напечатать';
export const shareFile = 'Поделиться файлом';
export const filePerClass = 'По файлу на класс (ZIP)';
export const sheets = (count: number): string => `Листов: ${String(count)}`;
export const sheetsOnBothSides = (count: number): string =>
  `Листов: ${String(count)}, с двух сторон, переплёт по длинному краю`;
export const unitClasses = 'классов';
export const zipFile = 'Памятки по классам.zip';
export const checklistFile = 'Чек-лист';
export const memosFileOf = (className: string): string => `Памятки ${className}`;
export const memosFile = 'Памятки';
export const lookAt = 'Памятки сделаны, но посмотрите:';

// memo-failure
export const memosFailed =
  'Памятки не получились: не хватило памяти или страница устарела. Выберите один класс или откройте страницу заново — список надо будет вставить ещё раз.';

// memo-maker
export const unitPages = 'страниц';

// memo-names
export const namesTitle = 'Имена в памятке: «Код приглашения для Иванова Артёма»';
export const namesHint =
  'Пустое поле — код печатается без имени. Сначала имена, которые не удалось просклонять наверняка. Исправленное сохраняется вместе со списком, если он под секретной фразой.';
export const findName = 'Найти имя';
export const moreNames = (count: number): string => `И ещё ${String(count)}: найдите нужное имя.`;

// memo-options
export const layoutPage = 'Лист A4 каждой семье';
export const layoutHalf = 'Две памятки на листе';
export const layoutSlips = 'Полоски с кодами: восемь на листе';
export const layoutSavesPaper = 'Сэкономить бумагу: самый плотный вид из читаемых';
export const layoutPoster = 'Плакат для класса, без имён и кодов';
export const layoutForm = 'Бланк: какие данные передать учителю';
export const layoutChecklist = 'Чек-лист: любая памятка целиком';
export const layout = 'Вид';
export const deadline = 'Срок';
export const note = 'Заметка для родителей';
export const siteAddress =
  'Адрес этой Памятки в интернете, чтобы QR открывал её с кодом семьи. Пусто — QR откроет официальный сайт';
export const printing = 'Печать';
export const makeMemos = 'Сделать памятки';
export const restoreDefaults = 'Вернуть как было';
export const whatIsRemembered = 'Выбранное здесь запоминает это устройство, список — нет.';
export const school = 'Школа';
export const heading = 'Заголовок';
export const largePrint = 'Крупный шрифт';
export const duplex = 'Печатаю с двух сторон: оборот — той же семьи';
export const siblingsTogether = 'Дети одного родителя — на одном листе';
export const memo = 'Памятка';
export const contacts = 'Контакты на памятке';
export const defaultHeading = 'Данные для входа в электронный дневник';

// memo-order
export const until = (date: string): string => `до ${date}`;

// memo-preview
export const back = '← Назад';
export const forward = 'Дальше →';
export const pageOf = (page: number, total: number): string =>
  `Страница ${String(page)} из ${String(total)}`;
export const smaller = 'Мельче';
export const larger = 'Крупнее';
export const pageOfMemo = 'Страница памятки';
export const whoseSheet = 'Чей лист показать';
export const pagePicture = (page: number): string => `Страница ${String(page)}, как на бумаге`;

// memo-progress
export const progressOf = (what: string): string => `Сделано ${what}`;
export const secondsLeft = (seconds: number): string => `, осталось ${String(seconds)} с`;
export const minutesLeft = (minutes: number): string => `, осталось ${String(minutes)} мин`;
