/** What a printed memo says, and what its maker tells the teacher of it. */

// sheet-head
export const memoForFamily = 'Памятка для семьи';
export const pointCameraToSite =
  'Наведите камеру телефона на код — откроется официальный сайт. Или наберите адрес:';
export const pointCameraToSteps =
  'Наведите камеру телефона на код — откроются все шаги. Или наберите адрес:';
export const schoolCut = 'Название школы: не поместилось, напечатано только начало. Сократите его.';
export const classIs = (className: string): string => `Класс\u00a0${className}`;

// sheet
export const sheetOf = (number: number, total: number): string =>
  ` · лист ${String(number)} из ${String(total)}`;

// band
export const headingCut = 'Заголовок: не поместился, напечатано только начало. Сократите его.';

// body-fit
export const until = (deadline: string): string => `Срок: ${deadline}`;
export const fromTeacher = 'От классного руководителя. ';

// body
export const note = 'К сведению.';
export const tip = 'Совет.';
export const important = 'Важно.';
export const caution = 'Осторожно.';
export const warning = 'Нельзя.';
export const forEachChild = 'Повторите для каждого ребёнка.';

// code-card
export const signInAddress = 'Адрес для входа';
export const codeNotNeeded = 'Код не нужен';
export const snilsInCard =
  'СНИЛС родителя уже есть в карточке ребёнка. Если дневник всё же попросит код — возьмите его у классного руководителя.';
export const takeCode = 'Возьмите код у классного руководителя и впишите сюда:';
export const inviteCode = 'Код приглашения';
export const forWhom = ' для ';
export const keepAsPassword = ' — храните как пароль';
export const keepAsPasswordAlone = 'Храните как пароль';

// contacts
export const didNotWork = 'Не получается? Спросите';

// qr-block
export const qrOpens = (address: string): string => `QR-код. Откроет ${address}`;
export const stepsInPhone = 'Шаги в телефоне:';
export const officialSite = 'Официальный сайт:';

// sheet-body
export const forNotes = 'Для заметок';

// slip-back
export const whatToDo = 'Что сделать';
export const otherStepsByQr = 'Остальные шаги откроет QR-код.';

// slips
export const stepsDoNotFit =
  'Шаги не помещаются на оборот полоски, напечатаны первые. Выберите другой вид памятки.';
export const doesNotFit = (whose: string, what: string): string =>
  `${whose}: ${what} не помещается на листок, напечатано только начало. Допишите от руки или выберите другой вид памятки.`;
export const partName = 'имя';
export const partTitle = 'название памятки';
export const partClass = 'класс';
export const pointCameraOrOpen = 'Наведите камеру или откройте ';
export const pointCamera = 'Наведите камеру на код';
export const addressDoesNotFit =
  'Адрес приложения не помещается на полоски целиком с контактом: напечатано не всё. Выберите адрес короче или другой вид памятки.';
export const codeNotNeededThen = 'Код не нужен. ';
export const snilsInCardShort = 'СНИЛС родителя уже есть в карточке ребёнка.';
export const inviteCodeThen = 'Код приглашения ';
export const takeFromTeacher = 'возьмите у классного руководителя.';

// form
export const childSnils = 'СНИЛС ребёнка';
export const wholeName = 'Фамилия, имя, отчество';
export const birthDate = 'Дата рождения';
export const snils = 'СНИЛС';
export const noSnils = 'СНИЛС нет';
export const phone = 'Телефон';
export const phoneHint = 'Тот, который указан на Госуслугах. Без СНИЛС обязателен.';
export const email = 'Электронная почта';
export const emailHint = 'Необязательно. Лучше та, что на Госуслугах.';
export const formHeading = 'Данные для входа в электронный дневник';
export const formLead =
  'Чтобы вы вошли, данные в школе должны совпасть с данными на Госуслугах. Заполните печатными буквами и отдайте классному руководителю в руки. Не отправляйте снимок в чат.';
export const child = 'Ребёнок';
export const parent = 'Родитель (законный представитель)';
export const whoseForm = 'Фамилия, имя, класс';
export const andClass = (className: string): string => `, класс ${className}`;

// lay-out-memo
export const tooMany = (count: number, most: number): string =>
  `Слишком много для одного файла: ${String(count)} семей, а можно ${String(most)}. Разделите список по классам.`;
export const nobody = 'В списке некому печатать памятки. Выберите хотя бы одного ребёнка.';
export const largeDoesNotFit =
  'Крупный шрифт не помещается на половину листа. Выберите лист каждой семье или полоски.';
export const titleFamilies = 'Памятки для семей';
export const titleTwoOnSheet = 'Памятки для семей, две на листе';
export const titleCodes = 'Коды приглашения для семей';
export const titlePoster = 'Плакат для класса';
export const titleForm = 'Запрос данных у семей';
export const checklist = 'Чек-лист';
export const noClass = 'Без класса';
export const classBookmark = (className: string): string => `Класс ${className}`;
export const rowIs = (line: number): string => `Строка ${String(line)}`;

// link
export const appUrlWrong = (url: string): string =>
  `Адрес приложения «${url}» не подходит. Нужен адрес вида https://школа.example/pamyatka/ без «?» и «#».`;

// memo-client
export const cancelled = 'Отменено';

// prepare
export const partSchool = 'Название школы';
export const partHeading = 'Заголовок';
export const partDeadline = 'Срок';
export const partNote = 'Заметка';
export const classOf = (whose: string): string => `${whose}, класс`;
export const codeOf = (whose: string): string => `${whose}, код`;
export const forWhomOf = (whose: string): string => `${whose}, имя после «для»`;
export const codeHasSpace = (place: string, whose: string): string =>
  `${place}${whose}: в коде есть пробел. Код напечатан как в списке — проверьте, нет ли ошибки.`;
export const codeMixesAlphabets = (place: string, whose: string): string =>
  `${place}${whose}: в коде и русские, и латинские буквы. Код напечатан как в списке — проверьте, нет ли ошибки.`;
export const schoolCutInQr = (most: number): string =>
  `Название школы: в QR-код вошло только начало, ${String(most)} знаков. Сократите название, если приложение должно показать его целиком.`;
export const classCutInQr = (whose: string, most: number): string =>
  `${whose}, класс: в QR-код вошло только начало, ${String(most)} знаков. Сократите название класса.`;
export const nameless = 'ребёнок без имени';
export const textCut = (place: string, what: string, most: number): string =>
  `${place}${what}: текст длиннее ${String(most)} знаков, напечатано только начало. Сократите его.`;
export const signMissing = (place: string, what: string, letters: string): string =>
  `${place}${what}: знака ${letters} нет в шрифте памятки, вместо него напечатан пустой квадрат. Впишите его от руки или замените в списке.`;
export const signsMissing = (place: string, what: string, letters: string): string =>
  `${place}${what}: знаков ${letters} нет в шрифте памятки, вместо них напечатаны пустые квадраты. Впишите их от руки или замените в списке.`;
export const rowPlace = (line: number): string => `Строка ${String(line)}, `;
