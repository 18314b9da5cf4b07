import type { Library } from '../../guide';
import { guidesOfRegion } from '../../guide';
import { SIGNS } from '../../components/signs';
import { html, type Html } from '../../guide/html';
import type { PageContent } from '../document';
import { guidePath } from '../guide/setting';
import { formatDate } from '../guide/template';
import { renderTransfer } from '../transfer/template';
import { RELEASES } from './whats-new';

/** A package whose code or letters the site holds. */
export interface LicensedPackage {
  name: string;
  version: string;
  /** As its `package.json` has it: `MIT`. */
  licence: string;
}

const STATUS = { current: 'всё верно', changed: 'сервис изменился', archived: 'в архиве' };

/** How it works, privacy, licence, versions of the guides. */
export function renderAboutPage(
  library: Library,
  packages: readonly LicensedPackage[],
): PageContent {
  return {
    path: 'about/',
    title: 'О Памятке',
    description:
      'Как устроена Памятка, что она хранит и чего не отправляет, по каким документам написана.',
    kind: 'about-page',
    body: html`<h1>О Памятке</h1>
      <h2>Как это работает</h2>
      <p>
        Откройте памятку один раз — дальше она работает без интернета: в коридоре школы, в МФЦ, в
        дороге. Отмечайте шаги по мере того, как делаете их; галочки хранятся на вашем телефоне.
      </p>
      <h2 id="device">На этом устройстве</h2>
      <this-device
        ><p>
          Здесь появится, что уже сохранено. Если эта строка осталась, JavaScript выключен или браузер
          старый: памятки открываются только с интернетом, и галочки могут не сохраниться. Напечатайте
          памятку или откройте её в новом браузере.
        </p></this-device
      >
      <h2 id="install">Как добавить на экран</h2>
      <h3>iPhone и iPad</h3>
      <ol>
        <li>Откройте Памятку в Safari и нажмите ${sign('share')} «Поделиться».</li>
        <li>Выберите ${sign('add')} «На экран „Домой“», затем «Добавить».</li>
      </ol>
      <p>
        Галочки из Safari туда не перейдут: приложение с экрана «Домой» хранит свои. Добавьте
        Памятку раньше, чем начнёте отмечать шаги.
      </p>
      <h3>Телефон с Android</h3>
      <ol>
        <li>Нажмите в браузере ${sign('menu')}.</li>
        <li>Выберите «Установить приложение» или «Добавить на главный экран».</li>
      </ol>
      <h3>Компьютер</h3>
      <ol>
        <li>Откройте Памятку в Google Chrome, Яндекс.Браузере или Microsoft Edge.</li>
        <li>Нажмите ${sign('install')} в конце адресной строки, затем «Установить».</li>
      </ol>
      <h2>Что происходит с вашими данными</h2>
      <ul>
        <li>
          Всё, что вы отмечаете и вводите, остаётся на вашем устройстве. Страницы обращаются только
          к своему сайту.
        </li>
        <li>
          Список класса живёт в памяти страницы и исчезает, когда вы её закрываете. Если вы попросите
          его сохранить, на диск попадёт только шифр (AES-256), и откроет его только ваша секретная
          фраза. Копия в файле — тот же шифр. Всё сохранённое стирается одной кнопкой.
        </li>
        <li>
          <strong>Забытую секретную фразу восстановить нельзя</strong> — ни нам, ни школе, никому: её
          нигде нет. Без неё список не открыть.
        </li>
        <li>То, что стоит в ссылке после знака «#», на сервер не передаётся.</li>
      </ul>
      <h2>Чего мы не обещаем</h2>
      <ul>
        <li>
          iPhone может удалить галочки, если семь дней не открывать сайт в Safari. Приложение с
          экрана «Домой» этот срок не касается, но удалите его — пропадут и галочки.
        </li>
        <li>
          Браузер может удалить записи сайта, когда на устройстве кончается место. После первой
          галочки Памятка просит браузер этого не делать; обещает он не всегда.
        </li>
        <li>
          Если на телефоне вирус или его взял чужой человек, защитить записи на нём Памятка не
          может.
        </li>
        <li>
          Пока список класса открыт, он в памяти компьютера, и система может временно записать её на
          диск. Закройте список, прежде чем отойти.
        </li>
      </ul>
      ${renderTransfer()}
      <h2>Персональные данные</h2>
      <p>
        По закону № 152-ФЗ за данные учеников и родителей отвечает тот, кто их собирает: оператором
        остаётся школа. Тот, кто разместил эту Памятку, данных не получает: они не уходят с
        устройства, на котором введены.
      </p>
      <h2>По каким документам написано</h2>
      ${library.regions.map(
        (region) =>
          html`<h3>${region.title}</h3>
  <ul>
            ${guidesOfRegion(library, region).map(
              (guide) =>
                html`<li>
                  <a
                    href="../${guidePath(region, guide)}"
                    >${guide.title}</a
                  >. ${guide.source}. Сверено ${formatDate(guide.verified)}, ${STATUS[guide.status]}.
                </li> `,
            )}
          </ul> `,
      )}
      <p>
        Школа может написать свою: <a href="../author/">редактор памяток</a> сразу показывает чек-лист
        и ошибки.
      </p>
      <h2>Что нового</h2>
      ${RELEASES.map(
        ({ date, news }) =>
          html`<h3>${formatDate(date)}</h3>
  <ul>
            ${news.map((words) => html`<li>${words}</li> `)}
          </ul> `,
      )}
      <h2>Лицензии</h2>
      <p>Код Памятки открыт по лицензии MIT. В ней работают чужие библиотеки и шрифты:</p>
      <details class="symptom">
        <summary>Библиотеки и шрифты: ${packages.length}</summary>
        <ul>
          ${packages.map(({ name, version, licence }) => html`<li>${name} ${version} — ${licence}</li> `)}
        </ul>
      </details>
      <p><a href="../licences.txt">Тексты лицензий</a>, <a href="../fonts/OFL.txt">лицензия шрифтов</a> (нужен интернет)</p> `,
  };
}

/** What has to be pressed, as it looks. */
function sign(name: keyof typeof SIGNS): Html {
  return html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="${SIGNS[name]}" /></svg>`;
}
