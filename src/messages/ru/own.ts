/** Guides from files on this device. */

// the page
export const listTitle = 'Памятки из файлов · Памятка';
export const description =
  'Памятки, которые вы добавили на это устройство из файла. Школа их не проверяла.';
export const ownGuides = 'Памятки из файлов';
export const withoutScript =
  'Чтобы открыть памятку из файла, включите JavaScript. Файл .md можно прочесть и в любом текстовом редакторе.';

// guide-files
export const fileTooBig = (name: string): string =>
  `«${name}» больше 1 МБ. Памятка — это текстовый файл .md.`;
export const pictureNameWrong = (name: string): string =>
  `Рисунок «${name}»: назовите файл строчными латинскими буквами, например menu.svg.`;
export const fileNoGuide = (name: string): string =>
  `«${name}» не подходит: нужен файл .md с памяткой.`;
export const fileKindWrong = (name: string): string =>
  `«${name}» не подходит: нужен файл .md с памяткой или рисунок .svg.`;
export const fileNotText = (name: string): string => `«${name}» — не текст. Нужен файл .md.`;

// own-guide
export const wholeChecklist = 'Чек-лист целиком';
export const onOneSheet = 'Памятка на одном листе';
export const downloadFile = 'Скачать файл';
export const removeGuide = 'Удалить памятку';
export const notReadable =
  'Эта версия Памятки не может показать файл. Он цел: скачайте его и откройте';
export const inEditor = 'в редакторе памяток';
export const whatToMend = ', там видно, что исправить.';
export const sheetPdf = 'Лист для печати (PDF)';

// own-list
export const whatIsFor =
  'Школа или другой родитель прислали памятку файлом .md? Откройте его здесь: сначала увидите, что внутри, потом решите, добавлять ли.';
export const dropFile = 'Отпустите файл';
export const opening = 'Открываем…';
export const openFile = 'Открыть файл .md';
export const removedWithTicks = (title: string): string => `Удалена вместе с галочками: ${title}.`;
export const bringBack = 'Вернуть';
export const noneYet = 'Памяток из файлов на этом устройстве пока нет.';
export const removeNamed = (title: string): string => `Удалить «${title}»`;

// own-page
export const noRoom =
  'Памятка здесь не останется: на устройстве нет места или браузер не хранит данные этого сайта. Освободите место, откройте сайт не в приватном окне и разрешите хранить данные.';
export const openingGuides = 'Открываем памятки…';
export const noSuchGuide =
  'Такой памятки на этом устройстве нет: её удалили или добавляли на другом.';
export const pageTitle = (title: string): string => `${title} · не проверено школой · Памятка`;
export const noSuchDraft = 'Такого черновика на этом устройстве нет.';
export const fileNotRead = (name: string): string => `«${name}» не читается. Откройте его ещё раз.`;
export const fileTooIntricate =
  'Этот файл не получилось разобрать: он слишком запутан или повреждён.';
export const notRemoved = 'Памятка не удалилась. Попробуйте ещё раз.';
export const notBroughtBack = 'Памятка не вернулась. Попробуйте ещё раз.';

// own-preview
export const addQuestion = 'Добавить эту памятку?';
export const fileFrom = (name: string): string =>
  `Файл «${name}». Добавляйте, только если знаете, кто его прислал. Памятка останется на этом устройстве, её можно удалить.`;
export const alreadyAdded =
  'Памятка с таким названием уже добавлена. Если это её новый вид, замените: галочки останутся.';
export const replace = 'Заменить';
export const addApart = 'Добавить отдельно';
export const add = 'Добавить';
export const doNotAdd = 'Не добавлять';
export const fileNotGuide = (name: string): string => `Файл «${name}» не открылся как памятка`;
export const sendList =
  'Перешлите этот список тому, кто прислал файл. Написали его сами — исправьте';
export const lineIs = (line: number, message: string): string =>
  `Строка ${String(line)}. ${message}`;
export const moreErrors = (count: number): string => `И ещё ошибок: ${String(count)}.`;

// own-words
export const saidInFile = (system: string, source: string, verified: string): string =>
  `В файле сказано: сервис — ${system}, источник — ${source}, сверено ${verified}.`;
export const sameTitleHere = 'Так же называется памятка на этом сайте. Это не она: вернитесь ко';
export const allGuides = 'всем памяткам';
export const ifLookingForIt = ', если искали её.';

// unverified-frame
export const fromFileHere =
  'Это памятка из файла на этом устройстве. За то, что в ней написано, отвечает тот, кто прислал файл.';
