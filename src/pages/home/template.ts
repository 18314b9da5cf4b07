import type { Library } from '../../guide';
import { html } from '../../guide/html';
import * as words from '../../messages/ru/home';
import type { PageContent } from '../document';

/** The first page: whose region, which role. */
export function renderHomePage(library: Library): PageContent {
  return {
    path: '',
    title: words.title,
    description: words.description,
    kind: 'home-page',
    body: html`<div class="hero">
        <h1>${words.heading}</h1>
        <p>${words.whatItDoes}</p>
      </div>
      ${library.site?.welcome !== undefined && html`<p>${library.site.welcome}</p>`}<home-start></home-start>
      <section aria-labelledby="choose">
        <h2 id="choose">${library.regions.length > 1 ? words.whereIsSchool : words.forFamily}</h2>
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
        <h2 id="teacher">${words.areYouTeacher}</h2>
        <ul class="cards">
          <li>
            <a class="card" href="class/"
              ><strong>${words.forClass}</strong>
              <span
                >${words.whatTeacherGets}</span
              ></a
            >
          </li>
        </ul>
      </section>
      <ul class="symptom-links" id="page-own"></ul>
      <p><a href="own/">${words.openFromFile}</a></p>
      <p class="promise">
        ${words.staysOnDevice}
        <a href="about/">${words.howItIsMade}</a>
      </p> `,
  };
}

function systemsOf(ids: readonly string[], library: Library): string {
  return ids
    .flatMap((id) => library.guides.find((guide) => guide.id === id)?.system ?? [])
    .filter((system, index, all) => all.indexOf(system) === index)
    .join(', ');
}
