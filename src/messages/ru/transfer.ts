/** Taking ticks to another phone in a file. */

// the page
export const heading = 'Перенести галочки на другой телефон';
export const whatItDoes =
  'Сохраните файл на одном телефоне, перешлите его себе и загрузите на другом. Галочки сложатся, ни одна не пропадёт.';
export const onIphone =
  'На iPhone Памятка с экрана «Домой» и Памятка в Safari хранят галочки отдельно. Добавили значок позже, чем начали, — перенесите галочки так же.';
export const notLoaded =
  'Не загрузилось: нет связи. Когда она появится, откройте это снова или обновите страницу.';
export const withoutScript = 'Для этого включите JavaScript.';

// progress-file
export const fileName = 'Памятка — галочки.json';
export const notOurFile = 'Это не файл с галочками. Выберите файл, который сохранила Памятка.';
export const fileDamaged =
  'Файл повреждён: он пришёл не целиком или изменён. Сохраните его ещё раз и перешлите.';
export const fileTooNew =
  'Файл сохранён в новой версии Памятки. Обновите страницу и загрузите его ещё раз.';
export const fileTooBig = 'Файл слишком большой, это не файл с галочками. Выберите другой.';
export const nothingChanged =
  'Не получилось: браузер не дал прочитать или записать данные. Ничего не изменилось. Освободите место или разрешите сайту хранить данные.';
export const saveFile = 'Сохранить файл';
export const loadFile = 'Загрузить файл с другого телефона';
export const withChildren = 'Вместе с именами и кодами детей';
export const codeIsPassword = '(код — как пароль: такой файл отправляйте только себе)';
export const addTicks = (count: number): string =>
  `В файле галочек: ${String(count)}. Добавить к тем, что здесь?`;
export const addTicksAndChildren = (count: number, names: string): string =>
  `В файле галочек: ${String(count)}; дети: ${names}. Добавить к тем, что здесь?`;
export const add = 'Добавить';
export const fileSaved =
  'Файл сохранён в загрузках. Перешлите его себе и загрузите на другом телефоне.';
export const ticksAdded = 'Готово: галочки из файла добавлены, ваши остались.';
