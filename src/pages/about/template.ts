import type { Library } from '../../guide';
import { guidesOfRegion } from '../../guide';
import { html } from '../../guide/html';
import type { PageContent } from '../document';
import { formatDate, guidePath } from '../guide/template';
import { renderTransfer } from '../transfer/template';

const STATUS = { current: 'всё верно', changed: 'сервис изменился', archived: 'в архиве' };

/** How it works, privacy, licence, versions of the guides. */
export function renderAboutPage(library: Library): PageContent {
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
          iPhone может удалить галочки, если семь дней не открывать сайт. Добавьте Памятку на экран
          «Домой» — оттуда они не пропадут.
        </li>
        <li>
          Шифр защищает сохранённый список, а не открытый: пока список на экране, его видит и сам
          компьютер. Он может записать часть памяти на диск (файл подкачки), а напечатанные и скачанные
          файлы остаются там, куда вы их положили. Название списка и время сохранения не шифруются.
        </li>
        <li>
          Если на телефоне вирус или его взял чужой человек, защитить записи на нём Памятка не
          может.
        </li>
      </ul>
      ${renderTransfer()}
      <h2>По каким документам написано</h2>
      ${library.regions.map(
        (region) =>
          html`<h3>${region.title}</h3>
  <ul>
            ${guidesOfRegion(library, region).map(
              (guide) =>
                html`<li>
                  <a
                    href="../${
                      guide.id === region.help ? `help/${region.id}/` : guidePath(region, guide)
                    }"
                    >${guide.title}</a
                  >. ${guide.source}. Сверено ${formatDate(guide.verified)}, ${STATUS[guide.status]}.
                </li> `,
            )}
          </ul> `,
      )}
      <h2>Лицензия</h2>
      <p>
        Код открыт по лицензии MIT. Шрифты печатных памяток — Golos Text и JetBrains Mono, лицензия
        SIL Open Font License.
      </p> `,
  };
}
