/**
 * What a guide's elements say, in Russian: texts alone, since the build puts them where they are said.
 * A `{name}` in braces is replaced by what the element knows.
 */

export const allGuides = 'Все памятки';
export const addChildren = 'Добавить детей';
export const stepsDone = 'Сделано шагов';
export const progress = '{done} из {total}';
export const canUndo = 'Можно отменить';
export const undo = 'Отменить';
export const ticksAreNotKept = 'Галочки не сохраняются.';
export const finished = 'Готово!';
export const next = 'Дальше:';
export const wasLast = 'Это последняя памятка.';
export const share = 'Поделиться';
export const print = 'Напечатать';
export const printTicked = 'Напечатать с галочками';
export const printBlank = 'Напечатать чистую';

export const addressCopied = 'Адрес памятки скопирован.';
export const addressIs = 'Адрес памятки: {url}';

export const showMine = 'Показать только моё';
export const showAll = 'Показать всё';
export const noConnection = 'Нет связи. Повторите позже.';
export const forYou = 'Для вас: {answers}';
export const answerNotKept =
  'Ответ действует, пока открыта эта страница: сохранить его не получилось.';

/** What a reader is asked, and the answers to that. */
export const askRole = 'Кто вы?';
export const roleParent = 'Родитель';
export const rolePupil = 'Ученик';
export const roleTeacher = 'Классный руководитель';
export const roleStaff = 'Сотрудник школы';
export const askAge = 'Сколько лет ребёнку?';
export const ageUnder14 = 'Ещё нет 14';
export const ageFrom14 = '14 или больше';
export const askDevice = 'Что у вас в руках?';
export const deviceAndroid = 'Телефон с Android';
export const deviceWindows = 'Компьютер с Windows';
export const deviceOther = 'iPhone или другое';
export const askAccess = 'Как войти в дневник?';
export const accessCode = 'Мне дали код приглашения';
export const accessSnils = 'Мой СНИЛС есть в карточке ребёнка';
export const askCitizenship = 'Гражданство родителя';
export const citizenshipRussia = 'Россия';
export const citizenshipOther = 'Другое';
export const askAccount = 'Запись на Госуслугах';
export const accountNone = 'Ещё нет';
export const accountSimple = 'Упрощённая';
export const accountStandard = 'Стандартная';
export const accountConfirmed = 'Подтверждённая';

export const storageUnavailable =
  'Галочки и ответы здесь не сохраняются: браузер запретил сайту хранить данные. Разрешите их в настройках или напечатайте памятку.';
export const tickFailed =
  'Последняя галочка не сохранилась. Освободите место на устройстве, закройте другие окна Памятки и отметьте шаг ещё раз.';
export const recordsMissing =
  'Часть ваших записей пропала: браузер удалил данные сайта. Отметьте сделанное и впишите недостающее заново.';
export const understood = 'Понятно';

export const child = 'Ребёнок';
export const children = 'Дети: {names}. ';
export const change = 'Изменить';
export const codeFromMemo = 'Код из памятки';
export const copyCode = 'Скопировать код';
export const copied = 'Скопировано';
export const codeSelected = 'Код выделен — скопируйте его';

export const readyOffline = '✓ Готово к работе без интернета';
export const updatedElsewhere = 'Памятка обновилась в другом окне.';
export const openAnew = 'Открыть заново';
export const newVersion = 'Вышла новая версия Памятки. Галочки сохранятся.';
export const update = 'Обновить';
export const later = 'Позже';

export const offerInstall =
  'Добавьте Памятку на экран: она откроется одним нажатием и без интернета.';
export const install = 'Добавить';
export const doNotInstall = 'Не надо';
export const doNotShow = 'Больше не показывать';
export const installed = 'Готово: значок Памятки — на экране.';
/** With the signs of a phone: {share}, {add}, {menu}. */
export const installOnApple =
  'Чтобы Памятка была под рукой, а галочки не пропали, нажмите {share} «Поделиться», затем {add} «На экран „Домой“».';
export const installOnAndroid =
  'Чтобы Памятка была под рукой, нажмите {menu}, затем «Установить» или «Добавить на главный экран».';
