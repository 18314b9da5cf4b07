import type { Guide, Library, Region } from '../../guide';
import { plainText } from '../../guide';
import { html } from '../../guide/html';
import { renderSymptoms } from '../../guide/render-html';
import { renderContacts, renderDock } from '../contacts';
import { rootOf, type PageContent } from '../document';
import { factsAsked, formatDate, renderContext, type PictureSize } from '../guide/template';

/** `/help/`: symptoms and contacts of every region. */
export function renderHelpPage(library: Library): PageContent {
  return {
    path: 'help/',
    title: 'Не получается войти? · Памятка',
    description:
      'Что делать, если не получается войти: признак, причина, кто исправит. Контакты поддержки.',
    kind: 'help-page',
    body: html`<h1>Не получается?</h1>
      ${library.regions.map((region) => {
        const guide = helpGuide(region, library);
        return html`<section id="${region.id}" aria-labelledby="help-${region.id}">
          <h2 id="help-${region.id}">${region.title}</h2>
          ${
            guide &&
            html`<ul class="symptom-links">
              ${guide.sections.map(
                (section) =>
                  html`<li>
                    <a href="${region.id}/#${section.id}">${plainText(section.title)}</a>
                  </li> `,
              )}
            </ul>`
          }
          ${renderContacts(region.contacts, `Контакты: ${region.title}`, region.id)}
        </section> `;
      })}`,
  };
}

/** `/help/<region>/`: from the symptom to the cause, to who can mend it, to what to do. */
export function renderTroubleshootingPage(
  guide: Guide,
  region: Region,
  library: Library,
  pictureSize: PictureSize,
): PageContent {
  const path = `help/${region.id}/`;
  const context = renderContext(region, library, guide, pictureSize, rootOf(path));
  return {
    path,
    title: `${guide.title} · ${region.title} · Памятка`,
    description: `${guide.title}: признак, причина, кто исправит и что сделать. ${region.title}.`,
    kind: 'help-page guide-page',
    body: html`<p class="crumbs"><a href="../../${region.id}/">${region.title}</a></p>
      <h1>${guide.title}</h1>
      <p class="meta">Найдите, что видите вы. Под каждым признаком — причина и что сделать.</p>
      <guide-checklist guide="${guide.id}" ${factsAsked(guide)} quiet>
        ${renderSymptoms(guide, context)}</guide-checklist
      >
      ${renderContacts(region.contacts)}
      <p class="provenance">
        Источник: ${guide.source}. Сверено
        <time datetime="${guide.verified}">${formatDate(guide.verified)}</time>.
      </p>
      ${renderDock(region.contacts)}`,
  };
}

function helpGuide(region: Region, library: Library): Guide | undefined {
  return library.guides.find((guide) => guide.id === region.help);
}
