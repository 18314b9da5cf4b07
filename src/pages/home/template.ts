import type { Library } from '../../guide';
import { html } from '../../guide/html';
import type { PageContent } from '../document';

/** The first page: whose region, which role. */
export function renderHomePage(library: Library): PageContent {
  return {
    path: '',
    title: 'Памятка: школьные сервисы по шагам',
    description:
      'Пошаговые памятки для родителей и учителей: Госуслуги, электронный дневник, «Моя школа», Сферум. Работают без интернета.',
    kind: 'home-page',
    body: html`<div class="hero">
        <h1>Школьные сервисы — по шагам</h1>
        <p>Отмечайте сделанное. Памятка запомнит и откроется без интернета.</p>
      </div>
      ${library.site?.welcome !== undefined && html`<p>${library.site.welcome}</p>`}<home-start></home-start>
      <section aria-labelledby="choose">
        <h2 id="choose">${library.regions.length > 1 ? 'Где ваша школа?' : 'Для семьи'}</h2>
        <ul class="cards">
          ${library.regions.map(
            (region) =>
              html`<li>
                <a class="card" href="${region.id}/" data-region="${region.id}"
                  ><strong>${region.title}</strong>
                  <span>${systemsOf(region.route.parent ?? [], library)}</span></a
                >
              </li> `,
          )}
        </ul>
      </section>
      <section aria-labelledby="teacher">
        <h2 id="teacher">Вы классный руководитель?</h2>
        <ul class="cards">
          <li>
            <a class="card" href="class/"
              ><strong>Памятки для родителей класса</strong>
              <span
                >Вставьте список класса — получите листы с кодами приглашения для печати.</span
              ></a
            >
          </li>
        </ul>
      </section>
      <ul class="symptom-links" id="page-own"></ul>
      <p><a href="own/">Открыть памятку из файла</a></p>
      <p class="promise">
        Всё, что вы отмечаете и вводите, остаётся на вашем устройстве.
        <a href="about/">Как это устроено</a>
      </p> `,
  };
}

function systemsOf(ids: readonly string[], library: Library): string {
  return ids
    .flatMap((id) => library.guides.find((guide) => guide.id === id)?.system ?? [])
    .filter((system, index, all) => all.indexOf(system) === index)
    .join(', ');
}
