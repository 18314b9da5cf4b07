import type { Contact, Guide, Library, Region, Section } from '../../guide';
import { plainText, serializeCondition } from '../../guide';
import { html, type Html } from '../../guide/html';
import { renderGuideBody, type RenderContext } from '../../guide/render-html';
import { renderContacts, renderDock, sharedContacts } from '../contacts';
import { rootOf, type PageContent } from '../document';
import { requestPath } from '../request/template';
import { formatDate, kindsOfSteps, renderContext, type PictureSize } from '../guide/template';
import { sortSymptoms, type Side } from './sides';

/** `/help/`: whom to call at once; then, for each region, the way to the cause and its own contacts. */
export function renderHelpPage(library: Library): PageContent {
  const shared = sharedContacts(library);
  return {
    path: 'help/',
    title: 'Не получается войти? · Памятка',
    description:
      'Что делать, если не получается войти: признак, причина, кто исправит. Контакты поддержки.',
    kind: 'help-page',
    body: html`<h1>Не получается?</h1>
      ${shared.length > 0 && renderContacts(shared, 'Поддержка для всех регионов', 'shared')}${library.regions.map(
        (region) => renderRegion(region, library, shared),
      )}`,
  };
}

function renderRegion(region: Region, library: Library, shared: readonly Contact[]): Html {
  const guide = helpGuide(region, library);
  const own = region.contacts.filter(({ id }) => !shared.some((contact) => contact.id === id));
  return html`<section id="${region.id}" aria-labelledby="help-${region.id}">
    <h2 id="help-${region.id}">${region.title}</h2>
    <p class="actions">
      ${guide && html`<a class="button" href="${region.id}/">Найти причину</a>`}
      ${region.request && html`<a class="button plain" href="${rootOf('help/')}${requestPath(region)}">Составить запрос</a>`}
    </p>
    ${guide && renderSymptomLinks(guide, region)}${own.length > 0 && renderContacts(own, `Контакты: ${region.title}`, region.id)}
  </section> `;
}

function renderSymptomLinks(guide: Guide, region: Region): Html {
  const { first, sides, last } = sortSymptoms(guide);
  if (sides.length === 0) return renderSymptomList('Все признаки', first, region);
  return html`${sides.map((side) =>
    renderSymptomList(`${side.title}. Все признаки`, [...first, ...side.sections, ...last], region),
  )}`;
}

function renderSymptomList(title: string, sections: readonly Section[], region: Region): Html {
  return html`<details class="symptom">
    <summary>${title}: ${sections.length}</summary>
    <ul class="symptom-links">
      ${sections.map(
        (section) =>
          html`<li><a href="${region.id}/#${section.id}">${plainText(section.title)}</a></li> `,
      )}
    </ul>
  </details> `;
}

/** The entrances, and behind each its own symptoms: told apart before anything is answered. */
function renderSymptoms(guide: Guide, context: RenderContext): Html {
  const { first, sides, last } = sortSymptoms(guide);
  if (sides.length === 0) return renderGuideBody(guide, context);
  const render = (sections: Section[]): Html =>
    renderGuideBody({ ...guide, lead: [], sections }, context);
  return html`<p class="actions">
      ${sides.map(
        (side) =>
          html`<a class="button plain" href="#${side.id}" data-when="${whenOf(side)}">${side.title}</a> `,
      )}
    </p>
    ${renderGuideBody({ ...guide, sections: first }, context)}${sides.map(
      (side) =>
        html`<section id="${side.id}" data-when="${whenOf(side)}">
          <h2>${side.title}</h2>
          ${render(side.sections)}
        </section> `,
    )}
    <h2>Для всех</h2>
    ${render(last)}`;
}

function whenOf({ roles }: Side): string {
  return serializeCondition([{ fact: 'role', values: [...roles] }]);
}

/** `/help/<region>/`: from the symptom to the cause, to who can mend it, to what to do. */
export function renderTroubleshootingPage(
  guide: Guide,
  region: Region,
  library: Library,
  pictureSize: PictureSize,
): PageContent {
  const path = `help/${region.id}/`;
  const context: RenderContext = {
    ...renderContext(region, library, guide, pictureSize, rootOf(path)),
    ...(region.request && { requestHref: (symptom) => `request/#${symptom}` }),
  };
  const body = renderSymptoms(guide, context);
  return {
    path,
    title: `${guide.title} · ${region.title} · Памятка`,
    description: `${guide.title}: признак, причина, кто исправит и что сделать. ${region.title}.`,
    kind: 'help-page guide-page',
    body: html`<p class="crumbs"><a href="../../${region.id}/">${region.title}</a></p>
      <h1>${guide.title}</h1>
      <p class="meta">Найдите, что видите вы. Под каждым признаком — причина и что сделать.</p>
      ${region.request && html`<p class="meta">Ничего не подошло? <a href="request/">Составьте запрос в поддержку</a>.</p>`}
      <guide-checklist guide="${guide.id}" roles="${guide.audience.join(' ')}"${kindsOfSteps(body)} quiet>
        ${body}</guide-checklist
      >
      ${renderContacts(region.contacts)}
      <p class="provenance">
        Источник: ${guide.source}. Сверено
        <time datetime="${guide.verified}">${formatDate(guide.verified)}</time>.
      </p>
      ${renderDock(region.contacts)}`,
  };
}

/** The region's troubleshooting guide. */
export function helpGuide(region: Region, library: Library): Guide | undefined {
  return library.guides.find((guide) => guide.id === region.help);
}
