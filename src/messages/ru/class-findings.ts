/** The class page: what is wrong in the list, and the messages that ask parents. */

// guide-link
export const moreInGuide = (region: string): string => `Подробнее в памятке: ${region}`;
export const moreInOtherGuide = (region: string): string =>
  `Подробнее в памятке другого региона: ${region}`;

// audit-rules
export const whatIsChecked = (count: number): string =>
  `Что проверяется: правил — ${String(count)}`;

// class-findings
export const nothingToMend = 'Исправлять нечего.';
export const errors = (count: number): string => `Ошибок: ${String(count)}`;
export const warnings = (count: number): string => `предупреждений: ${String(count)}`;
export const questions = (count: number): string => `вопросов: ${String(count)}`;
export const resolved = (count: number): string => `разобрано: ${String(count)}`;
export const show = 'Показать';
export const byRule = 'по ошибкам';
export const byFamily = 'по семьям';
export const resolvedList = (count: number): string =>
  `Разобрано, так и должно быть — ${String(count)}`;
export const rowOf = (line: number, name: string): string => `Строка ${String(line)}, ${name}.`;
export const printFindings = 'Напечатать, что исправить';
export const downloadFindings = 'Скачать, что исправить';
export const findingsFile = 'Что исправить.csv';
export const downloadList = 'Скачать список';
export const listFile = 'Список класса.csv';
export const fileFailed = 'Файл не получился: не хватило памяти. Список цел, попробуйте ещё раз.';
export const moreInFile = (count: number): string => `И ещё ${String(count)}: они есть в файле.`;
export const ruleFrom = (source: string): string => `Откуда правило: ${source}.`;

// class-progress
export const sinceLastList = 'С прошлого списка';
export const mended = 'Исправлено';
export const left = 'Осталось';
export const appeared = 'Появилось';
export const nameless = 'Без имени';

// class-requests
export const askParents = 'Исправить вместе с родителями: тексты сообщений и бланки';
export const nothingToAsk = 'Спрашивать родителей не о чем.';
export const onlyMissing =
  'В каждом сообщении — только то, чего не хватает у этой семьи. Номеров и дат в нём нет.';
export const printForms = (count: number): string => `Напечатать бланки: ${String(count)}`;
export const moreMessages = (count: number): string =>
  `И ещё ${String(count)}. Для них напечатайте бланки.`;
export const copyMessageTo = (name: string): string => `Скопировать сообщение: ${name}`;
export const copy = 'Скопировать';
export const copied = 'Скопировано';
export const notCopied =
  'Браузер не дал скопировать. Текст выделен: нажмите Ctrl+C или удерживайте его пальцем.';

// finding-item
export const exampleGrandmother = 'это бабушка';
export const exampleCitizenship = 'гражданства России нет';
export const examplePhone = 'один телефон на семью';
export const checkedWithDocument = 'сверено с документом';
export const itIsRight = 'Так и должно быть…';
export const right = 'Верно:';
export const checkAgain = 'Проверить снова';
export const whyRight = 'Почему это верно?';
export const forExample = (word: string): string => `Например: ${word}`;
export const writeDown = 'Записать';
