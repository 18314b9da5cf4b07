/** The class page: lists kept under a passphrase. */

// class-keeper
export const copyOf = (name: string): string => `${name}, копия`;
export const openingOf = (name: string): string => `открытие списка «${name}»`;

// class-vault
export const closesInMinute =
  'Через минуту список закроется: его давно никто не трогал. Чтобы продолжить, шевельните мышью или нажмите любую клавишу.';
export const keepHere = 'Сохранить список на этом компьютере';
export const changePassphrase = 'Сменить секретную фразу';
export const changeIt = 'Сменить';
export const passphraseChanged = 'Фраза сменена. Копии, скачанные раньше, открывает прежняя.';
export const downloadEncrypted = 'Скачать зашифрованную копию';
export const download = 'Скачать';
export const copyHandedOver = (file: string): string =>
  `Готово. Копия проверена и передана браузеру: «${file}» ищите в загрузках.`;
export const openCopy = 'Открыть копию из файла';
export const openNamed = (name: string): string => `Открыть «${name}»`;
export const takeQuestion = (name: string): string =>
  `Взять «${name}» вместо того, что на странице?`;
export const keptOnPage = (list: string, name: string): string =>
  `На странице ${list}, он сохранён как «${name}».`;
export const notKeptOnPage = (list: string): string => `На странице ${list}, он нигде не сохранён.`;
export const takesCopy = (list: string): string =>
  `В копии ${list}. Отметки о том, кто вошёл, и слова «так и должно быть» тоже станут такими, как в копии. Прежний список вернёт кнопка «Вернуть, как было», пока страница открыта.`;
export const takesAnother = (list: string, name: string): string =>
  `На странице ${list}, и он не сохранён: если взять «${name}», он пропадёт.`;
export const take = 'Взять';
export const copyTaken = (name: string): string => `Взята копия «${name}»`;
export const removeQuestion = (name: string): string => `Удалить «${name}»?`;
export const goneForGood =
  'С этого компьютера он пропадёт насовсем. Копии, которые вы скачали, останутся.';
export const removed = (name: string): string => `«${name}» удалён`;
export const wipeQuestion = 'Стереть всё с этого компьютера?';
export const whatWipeTakes =
  'Пропадут все сохранённые списки и те, что открыты сейчас в этом и других окнах, и то, что вы выбрали и написали для памяток. Копии, которые вы скачали, останутся: удалите их сами. Галочки памяток останутся.';
export const wipe = 'Стереть';
export const staysOpen =
  'Десять минут список никто не трогал. Он не сохранён, поэтому остался открытым: уходя, сохраните его или закройте страницу.';
export const listOfRows = (count: number): string => `список: строк — ${String(count)}`;

// closed-list
export const wiped =
  '✓ Стёрто. На этом компьютере не осталось ни одного списка. Файлы, которые вы скачали сами, удалите отдельно.';
export const listClosed = (name: string): string => `Список «${name}» закрыт.`;
export const openAgain = 'Открыть снова';
export const closedWhenIdle = 'Десять минут его никто не трогал.';
export const changesWait =
  'Последние изменения на диск не записались: они зашифрованы и ждут на этой странице. Не закрывайте её, впишите секретную фразу.';
export const isKept = 'Он сохранён. Чтобы продолжить, впишите секретную фразу.';

// keeping-bar
export const changesNotKept = (fault: string): string =>
  `Последние изменения не сохранены. ${fault}`;
export const changedElsewhere = (name: string): string =>
  `Список «${name}» изменён или удалён в другом окне, поэтому здешние изменения в него не записаны. Сохраните их отдельно или откройте список, который записан там.`;
export const keepHereMore = 'Сохранить на этом компьютере…';
export const keepAgain = 'Сохранить ещё раз';
export const keepApart = 'Сохранить отдельно';
export const downloadCopy = 'Скачать копию';
export const downloadCopyMore = 'Скачать копию…';
export const changePassphraseMore = 'Сменить фразу…';
export const closeList = 'Закрыть список';
export const whatCopyIs =
  'Копия — файл «.pamyatka» под той же фразой: держите её на другом диске. Если 10 минут ничего не трогать, список закроется сам.';
export const onlyCipher = 'На диск попадёт только шифр: открыть его можно лишь секретной фразой.';
export const onlyOnPage = 'Список только на этой странице.';
export const goneWhenClosed = 'Закроете её — он пропадёт.';
export const keepingChanges = 'Сохраняем изменения…';
export const keptAs = (name: string): string => `Сохранено: «${name}»`;
export const notKept = (name: string): string => `Не сохранено: «${name}»`;

// kept-lists
export const keptHere = 'Сохранены на этом компьютере';
export const wipeAll = 'Стереть всё с этого компьютера';
export const listsMissing = (count: number): string =>
  `Пропало сохранённых списков: ${String(count)}. Их удалил браузер или программа очистки. Откройте копию — файл «.pamyatka» — или вставьте список заново.`;
export const keptOn = (date: string): string => `сохранён ${date}`;
export const removeNamed = (name: string): string => `Удалить: ${name}`;
export const isOpen = ' — открыт';
export const openLabel = (name: string): string => `Открыть: ${name}`;

// passphrase-dialog
export const weak = 'Слабая: такую подберут. Добавьте слова.';
export const fair = 'Годится. Ещё одно слово сделает её крепкой.';
export const strong = 'Крепкая.';
export const showTyped = 'Показать, что я пишу';
export const presentPassphrase = 'Прежняя секретная фраза';
export const passphrase = 'Секретная фраза';
export const wait = 'Подождите…';
export const listName = 'Название';
export const listNameHint = 'Например, 5А. Название видно и без фразы: имён в нём не пишите.';
export const cannotBeRestored = 'Забытую фразу восстановить нельзя';
export const noOneCan =
  '— ни нам, ни школе, никому. Без неё список не открыть. Запишите её и храните отдельно от компьютера.';
export const howToChoose =
  'Удобно взять четыре случайных слова. Не берите имена, даты и строки песен. На общем компьютере не давайте браузеру запоминать фразу.';
export const newPassphrase = 'Новая секретная фраза';
export const samePassphrase = 'Та же фраза ещё раз';
export const enterName = 'Впишите название, например 5А.';
export const passphrasesDiffer = 'Фразы не совпадают. Впишите обе ещё раз или покажите их.';

// vault-dialogs
export const willBeLost = 'пропадёт: в копии этого нет';

// vault-words
export const failed =
  'Не получилось: не хватило памяти или страница устарела. Список на странице цел. Сохраните копию в файл или обновите браузер.';
export const storageForbidden =
  'Браузер запретил сайту хранить данные. Разрешите их в настройках или сохраните копию в файл.';
export const noRoom =
  'Не сохранилось: на диске мало места. Список на странице цел. Освободите место или сохраните копию в файл.';
export const noRoomOrOtherWindow =
  'Не получилось: на диске мало места или мешает другое окно Памятки. Закройте другие окна и попробуйте ещё раз. Список на странице цел, его копию можно сохранить в файл.';
