/** The class page: who has signed in, and the reports that tell. */

// report-preview
export const ignoreColumn = 'Не брать';
export const columnClass = 'Класс';
export const columnChild = 'ФИО ученика';
export const columnParent = 'ФИО родителя';
export const whomToMark = 'Кого отметить по отчёту';
export const columnMeanings = 'Что в каком столбце';
export const markThem = (count: number): string => `Отметить: ${String(count)}`;
export const getNewMarks = 'получат новые отметки';
export const stayAsTheyAre = 'останутся как есть';
export const lookAt = 'На что посмотреть';
export const headerRow = 'Строка с заголовками';
export const whoAndWhat = 'Кто и что';
export const who = 'Кто';
export const whatIsDone = 'Что сделано';

// stage-titles
export const stageHandedOver = 'Данные переданы';
export const stageAccount = 'Учётная запись есть';
export const stageAttached = 'Ребёнок прикреплён';
export const stageSignedIn = 'Вошёл';
export const stageChat = 'В чате класса';

// class-joined
export const markByReport = 'Отметить по отчёту из Аналита или другой системы';
export const readingReport = 'Читаем отчёт…';
export const whatReportSuits =
  'Подойдёт таблица, где у каждого ученика или родителя видно, есть ли логин, прикреплён ли ребёнок, когда был вход. Сначала вы увидите, кого она отметит.';
export const howToExport = 'Как выгрузить отчёт';
export const pasteReport = 'Вставьте таблицу вместе с заголовками';
export const readReport = 'Прочитать отчёт';
export const openReport = 'Открыть отчёт';
export const onlyAdds = 'Отчёт только добавляет отметки и ни одной не снимает.';
export const reportTooBig = (name: string): string =>
  `Файл «${name}» слишком большой для отчёта о классе. Оставьте в нём только таблицу.`;
export const reportNotRead =
  'Отчёт не прочитан: не хватило памяти или страница устарела. Отметки целы. Откройте страницу заново и попробуйте ещё раз.';
export const listHasChanged = 'Список изменился, пока читался отчёт. Прочитайте отчёт ещё раз.';

// joined-chart
export const byDay = 'Числа по дням';
export const day = 'День';
export const inList = 'В списке';
export const canSignIn = 'Смогут войти';
