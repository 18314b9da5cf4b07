/** «О Памятке», and what of the app is on this device. */

// the page
export const statusCurrent = 'всё верно';
export const statusChanged = 'сервис изменился';
export const statusArchived = 'в архиве';
export const title = 'О Памятке';
export const description =
  'Как устроена Памятка, что она хранит и чего не отправляет, по каким документам написана.';
export const howItWorks = 'Как это работает';
export const worksOffline =
  'Откройте памятку один раз — дальше она работает без интернета: в коридоре школы, в МФЦ, в дороге. Отмечайте шаги по мере того, как делаете их; галочки хранятся на вашем телефоне.';
export const onThisDevice = 'На этом устройстве';
export const withoutScript =
  'Здесь появится, что уже сохранено. Если эта строка осталась, JavaScript выключен или браузер старый: памятки открываются только с интернетом, и галочки могут не сохраниться. Напечатайте памятку или откройте её в новом браузере.';
export const howToAddIt = 'Как добавить на экран';
export const onIphone = 'iPhone и iPad';
export const pressShare = 'Откройте Памятку в Safari и нажмите {sign} «Поделиться».';
export const chooseAdd = 'Выберите {sign} «На экран „Домой“», затем «Добавить».';
export const ticksInSafari =
  'Галочки из Safari туда не перейдут: приложение с экрана «Домой» хранит свои. Добавьте Памятку раньше, чем начнёте отмечать шаги.';
export const onAndroid = 'Телефон с Android';
export const pressMenu = 'Нажмите в браузере {sign}.';
export const installOnAndroid = 'Выберите «Установить приложение» или «Добавить на главный экран».';
export const onComputer = 'Компьютер';
export const openInBrowser =
  'Откройте Памятку в Google Chrome, Яндекс.Браузере или Microsoft Edge.';
export const pressInstall = 'Нажмите {sign} в конце адресной строки, затем «Установить».';
export const whatHappensToData = 'Что происходит с вашими данными';
export const staysOnDevice =
  'Всё, что вы отмечаете и вводите, остаётся на вашем устройстве. Страницы обращаются только к своему сайту.';
export const listAndCipher =
  'Список класса живёт в памяти страницы и исчезает, когда вы её закрываете. Если вы попросите его сохранить, на диск попадёт только шифр (AES-256), и откроет его только ваша секретная фраза. Копия в файле — тот же шифр. Всё сохранённое стирается одной кнопкой.';
export const cannotBeRestored = 'Забытую секретную фразу восстановить нельзя';
export const noOneCan = '— ни нам, ни школе, никому: её нигде нет. Без неё список не открыть.';
export const notInAddress = 'То, что стоит в ссылке после знака «#», на сервер не передаётся.';
export const notPromised = 'Чего мы не обещаем';
export const iphoneForgets =
  'iPhone может удалить галочки, если семь дней не открывать сайт в Safari. Приложение с экрана «Домой» этот срок не касается, но удалите его — пропадут и галочки.';
export const browserMayRemove =
  'Браузер может удалить записи сайта, когда на устройстве кончается место. После первой галочки Памятка просит браузер этого не делать; обещает он не всегда.';
export const lostPhone =
  'Если на телефоне вирус или его взял чужой человек, защитить записи на нём Памятка не может.';
export const listInMemory =
  'Пока список класса открыт, он в памяти компьютера, и система может временно записать её на диск. Закройте список, прежде чем отойти.';
export const personalData = 'Персональные данные';
export const lawOnData =
  'По закону № 152-ФЗ за данные учеников и родителей отвечает тот, кто их собирает: оператором остаётся школа. Тот, кто разместил эту Памятку, данных не получает: они не уходят с устройства, на котором введены.';
export const sources = 'По каким документам написано';
export const writeYourOwn = 'Школа может написать свою:';
export const editor = 'редактор памяток';
export const showsAtOnce = 'сразу показывает чек-лист и ошибки.';
export const verifiedOn = (date: string, status: string): string => `Сверено ${date}, ${status}.`;
export const whatsNew = 'Что нового';
export const licences = 'Лицензии';
export const ourLicence =
  'Код Памятки открыт по лицензии MIT. В ней работают чужие библиотеки и шрифты:';
export const packages = (count: number): string => `Библиотеки и шрифты: ${String(count)}`;
export const licenceTexts = 'Тексты лицензий';
export const fontLicence = 'лицензия шрифтов';
export const needsInternet = '(нужен интернет)';

// this-device
export const persistenceKept =
  '✓ Браузер обещал не удалять галочки и записи сам: стереть их можете только вы.';
export const persistenceAtRisk =
  'Когда на устройстве кончится место, браузер может удалить галочки и записи.';
export const persistenceRefused =
  'Браузер пока не обещает. Добавьте Памятку на экран и попросите ещё раз. А пока сохраните галочки в файл: «Перенести галочки на другой телефон» ниже.';
export const persistenceUnknown =
  'Браузер не говорит, может ли он удалить галочки и записи сам. Сохраните галочки в файл: «Перенести галочки на другой телефон» ниже.';
export const storageUnavailable =
  'Галочки и записи здесь не сохраняются: браузер запретил сайту хранить данные. Разрешите их в настройках или напечатайте памятку.';
export const storageFailed =
  'Записи не открываются. Освободите место на устройстве, закройте другие окна Памятки и откройте эту страницу заново.';
export const offline = 'Без интернета';
export const records = 'Галочки и записи';
export const icon = 'Значок на экране';
export const filesKept = (done: number, total: number): string =>
  `Сохранено файлов: ${String(done)} из ${String(total)}.`;
export const onlyOnline =
  'Здесь памятки открываются только с интернетом: браузер не сохраняет страницы. Откройте Памятку в новой версии браузера и не в приватном окне или напечатайте нужное.';
export const fetchingPages = 'Страницы загружаются, не закрывайте Памятку.';
export const ready = 'Готово к работе без интернета: сохранены все памятки.';
export const readyWithFiles = (files: number): string =>
  `Готово к работе без интернета: сохранены все памятки (файлов: ${String(files)}).`;
export const someMissing = (done: number, total: number): string =>
  `Без интернета откроются не все страницы. ${filesKept(done, total)} Подключитесь к интернету и докачайте остальное.`;
export const checkingPages = 'Проверяем, все ли страницы сохранены…';
export const fetchPages = 'Докачать страницы';
export const pagesNotKept =
  'Без интернета Памятка не откроется: страницы не сохранились. Проверьте связь, разрешите сайту хранить данные и попробуйте ещё раз.';
export const askToKeep = 'Попросить не удалять';
export const installed = '✓ Памятка установлена.';
export const opensWithOneTouch = 'Памятка откроется одним нажатием.';
export const addToScreen = 'Добавить на экран';
export const addItYourself = 'Добавьте Памятку на экран —';
export const howToAdd = 'как это сделать';
