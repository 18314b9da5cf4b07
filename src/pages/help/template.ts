import type { Contact, Guide, Library, Region, Section } from '../../guide';
import { plainText, serializeCondition } from '../../guide';
import { html, type Html } from '../../guide/html';
import { renderGuideBody, type RenderContext } from '../../guide/render-html';
import type { Messages } from '../../messages/catalogues';
import * as helpWords from '../../messages/ru/help';
import { renderContacts, renderDock, sharedContacts } from '../contacts';
import { rootOf, type PageContent } from '../document';
import { requestPath } from '../request/template';
import { renderLag, renderLanguages } from '../guide/languages';
import { languagesOf, pathIn, translationOf, upToGuide, type Setting } from '../guide/setting';
import { kindsOfSteps, renderContext, renderProvenance } from '../guide/template';
import { sortSymptoms, type Side } from './sides';

/** `/help/`: whom to call at once; then, for each region, the way to the cause and its own contacts. */
export function renderHelpPage(library: Library): PageContent {
  const shared = sharedContacts(library);
  return {
    path: 'help/',
    title: helpWords.pageTitle,
    description: helpWords.description,
    kind: 'help-page',
    body: html`<h1>${helpWords.heading}</h1>
      ${shared.length > 0 && renderContacts(shared, helpWords.contactsForAll, 'shared')}${library.regions.map(
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
      ${guide && html`<a class="button" href="${region.id}/">${helpWords.findCause}</a>`}
      ${region.request && html`<a class="button plain" href="${rootOf('help/')}${requestPath(region)}">${helpWords.makeRequest}</a>`}
    </p>
    ${guide && renderSymptomLinks(guide, region)}${own.length > 0 && renderContacts(own, helpWords.contactsOf(region.title), region.id)}
  </section> `;
}

function renderSymptomLinks(guide: Guide, region: Region): Html {
  const { first, sides, last } = sortSymptoms(guide);
  if (sides.length === 0) return renderSymptomList(helpWords.allSymptoms, first, region);
  return html`${sides.map((side) =>
    renderSymptomList(
      helpWords.allSymptomsOf(side.title),
      [...first, ...side.sections, ...last],
      region,
    ),
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
function renderSymptoms(guide: Guide, context: RenderContext, words: Messages): Html {
  const { first, sides, last } = sortSymptoms(guide, words);
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
    <h2>${words.forEverybody}</h2>
    ${render(last)}`;
}

function whenOf({ roles }: Side): string {
  return serializeCondition([{ fact: 'role', values: [...roles] }]);
}

/**
 * `/help/<region>/`: from the symptom to the cause, to who can mend it, to what to do.
 * @param guide the Russian one; its page is in the setting's language
 */
export function renderTroubleshootingPage(guide: Guide, setting: Setting): PageContent {
  const { region, words } = setting;
  const path = pathIn(setting, guide);
  const language = languagesOf(setting, guide);
  const text = translationOf(setting, guide) ?? guide;
  const toRequest = `${upToGuide(setting)}request/`;
  const context: RenderContext = {
    ...renderContext(setting, guide),
    ...(region.request && { requestHref: (symptom) => `${toRequest}#${symptom}` }),
  };
  const body = renderSymptoms(text, context, words);
  return {
    path,
    title: words.guideTitle(text.title, region.title),
    description: words.helpDescription(text.title, region.title),
    kind: 'help-page guide-page',
    ...(language && { language }),
    body: html`<p class="crumbs"><a href="${rootOf(path)}${region.id}/">${region.title}</a></p>
      <h1>${text.title}</h1>
      ${renderLanguages(language, words)}<p class="meta">${words.findSymptom}</p>
      ${region.request && html`<p class="meta">${words.nothingFits} <a href="${toRequest}">${words.writeRequest}</a>.</p>`}
      ${renderLag(text, guide, words)}<guide-checklist guide="${guide.id}" roles="${guide.audience.join(' ')}"${kindsOfSteps(body)} quiet>
        ${body}</guide-checklist
      >
      ${renderContacts(region.contacts, words.whomToCall)}
      ${renderProvenance(text, guide, setting)}
      ${renderDock(region.contacts, words)}`,
  };
}

/** The region's troubleshooting guide. */
export function helpGuide(region: Region, library: Library): Guide | undefined {
  return library.guides.find((guide) => guide.id === region.help);
}
