/** The class page: reading a list, the table, editing a row, undoing. */

// the page
export const pageTitle = 'Памятки для класса · Памятка';
export const description =
  'Вставьте список класса и напечатайте памятки с кодами приглашения. Список не покидает компьютер.';
export const heading = 'Памятки для класса';
export const whatPageDoes =
  'Вставьте список — проверьте — напечатайте лист для каждой семьи. Список остаётся на этом компьютере: страница никуда его не отправляет и забывает, когда вы её закроете, — если вы не сохраните его под секретной фразой.';
export const withoutScript =
  'Эта страница работает только с включённым JavaScript. Памятки по шагам открываются и без него:';
export const allGuides = 'все памятки';

// import-preview
export const parent = 'Родитель';
export const secondParent = 'Второй родитель';
export const thirdParent = 'Третий родитель';
export const windowsEncoding = 'Windows-1251, как пишет Excel';
export const checkReading = 'Проверьте, так ли прочитан список';
export const takeList = 'Взять список';
export const rowsWithPupils = 'Строк с учениками:';
export const keepAbsent = 'Оставить и тех, кого нет в новом списке';
export const chooseEncoding = 'Если буквы выглядят странно, выберите другую кодировку';
export const sheetNamed = (name: string): string => `Лист «${name}»`;
export const columnMeanings = 'Что в каком столбце';
export const takeSheet = (name: string): string => `Взять лист «${name}»`;
export const headerRow = 'Строка с заголовками (0 — заголовков нет)';
export const pupil = 'Ученик';
export const lookAt = 'На что посмотреть';

// class-import
export const pasteHere = 'Скопируйте таблицу из Excel вместе с заголовками и вставьте сюда';
export const readList = 'Прочитать список';
export const openFile = 'Открыть файл';
export const orDropFile =
  'Или перетащите файл. Подойдут XLSX, CSV, текст из таблицы и копия «.pamyatka».';
export const columnsTitle = 'Какие столбцы нужны';
export const columnsNeeded =
  'Обязателен один: «ФИО ученика». Чтобы напечатать код, добавьте «Код приглашения». Для проверки данных: «Класс», «Дата рождения ученика», «СНИЛС ученика», «ФИО родителя», «Дата рождения родителя», «СНИЛС родителя», «Телефон родителя», «E-mail родителя», «Логин». Порядок столбцов любой.';
export const readingList = 'Читаем список…';
export const fileTooBig = (name: string, limit: number): string =>
  `Файл «${name}» слишком большой, список класса столько не занимает. Оставьте в нём только таблицу с учениками, не больше ${String(limit)} МБ.`;
export const listNotRead =
  'Список не прочитан: не хватило памяти или страница устарела. Прежний список цел. Откройте страницу заново и попробуйте ещё раз.';

// class-list
export const changeRow = (line: number): string => `строка ${String(line)}`;
export const changeAdding = 'добавление';
export const changeEditing = 'правка';
export const changeRemoving = (name: string): string => `удаление, ${name}`;
export const changeChecked = 'снова проверить';
export const changeResolved = 'так и должно быть';
export const changeMemoName = 'имя после «для»';
export const changeStage = (stage: string): string => `отметка «${stage}»`;
export const changeReport = 'отчёт о том, кто вошёл';

// class-page
export const classList = 'Список класса';
export const listAppearsHere = 'Здесь появятся ученики, ошибки в списке и памятки для печати.';
export const pupilsAndChecks = 'Ученики и проверка';
export const whoSignedIn = 'Кто вошёл';
export const memos = 'Памятки';
export const whatToMend = 'Что исправить';
export const done = (change: string): string => `Сделано: ${change}`;
export const undoImport = 'Вернуть прежний список';
export const undo = (change: string): string => `Вернуть, как было: ${change}`;
export const redo = 'Повторить';

// class-roster
export const print = 'Печать';
export const keys =
  'С клавиатуры: стрелки — по таблице, Enter — исправить, Пробел — выбрать, Delete — удалить, Ctrl+Z — вернуть.';
export const addPupil = 'Добавить ученика';
export const noSuchRows = 'Таких строк нет.';
export const firstRows = (shown: number, total: number): string =>
  `Показаны первые ${String(shown)} строк из ${String(total)}.`;
export const showMore = 'Показать ещё';
export const hideSnils = 'Скрыть СНИЛС';
export const showSnils = 'Показать СНИЛС';
export const allCanSignIn = 'смогут войти: ошибок, которые помешают, не нашли.';
export const someCanSignIn =
  'смогут войти. У остальных — ошибки, в их строках написано, что исправить.';
export const signedInParents = 'Вошли родителей:';
export const printMemoOf = (name: string, line: number): string =>
  `Печатать памятку: ${name}, строка ${String(line)}`;
export const no = 'нет';
export const codeNotNeeded = 'не нужен: есть СНИЛС';
export const snilsIs = (snils: string): string => `СНИЛС ${snils}`;

// class-session
export const changeNewList = 'новый список';
export const checkFailed =
  'Проверить список не получилось: не хватило памяти или страница устарела. Сам список цел.';

// column-match
export const columnWithoutTitle = (number: number): string =>
  `Столбец ${String(number)}, без заголовка`;
export const empty = 'пусто';

// roster-chooser
export const chosen = (count: number, total: number): string =>
  `Выбрано: ${String(count)} из ${String(total)}`;
export const unchoose = 'Снять выбор';
export const chooseNotSignedIn = 'Выбрать тех, кто ещё не вошёл';
export const markChosen = 'Отметить у выбранных';
export const whatIsDone = 'что сделано…';
export const chooseAll = 'Выбрать всех';
export const addShown = 'Добавить показанных';
export const onlyClass = 'Только класс';
export const allClasses = 'все классы';
export const noClass = 'без класса';

// roster-comparison
export const notInNewList = 'нет в новом списке';
export const areAdded = 'добавится';
export const areChanged = 'изменится';
export const staysAsIs = 'останется как есть';
export const whoIsIt = 'Кто это';
export const whatExactly = 'Что именно';

// roster-finder
export const find = 'Найти';
export const findBy = 'Имя, класс, телефон, код';
export const show = 'Показать';
export const inOrder = 'По порядку';

// roster-view
export const filterAll = 'Все';
export const filterErrors = 'С ошибками';
export const filterQuestions = 'С вопросами';
export const filterChosen = 'Выбранные';
export const filterNotSignedIn = 'Ещё не вошли';
export const columnRow = 'Строка';
export const columnClass = 'Класс';
export const columnPupil = 'Ученик';
export const columnCode = 'Код';
export const columnParent = 'Родитель и что исправить';

// row-dialog
export const howFar = 'Как далеко дошёл родитель';
export const doNotChange = 'Не менять';
export const newRow = 'Новая строка';
export const rowNumber = (line: number): string => `Строка ${String(line)}`;
export const removeRow = 'Удалить строку';
export const rowIsChanged = (save: string): string =>
  `Вы изменили строку. Нажмите «${save}» или «Не менять».`;
export const add = 'Добавить';
