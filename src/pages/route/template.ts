import type { Guide, Library, Region, Role, Translation } from '../../guide';
import { serializeCondition, stepsOf } from '../../guide';
import { html, type Html } from '../../guide/html';
import { aboutMinutes } from '../../messages/ru/page';
import * as words from '../../messages/ru/route';
import { renderContacts, renderDock } from '../contacts';
import { nameOf } from '../guide/languages';
import { rootOf, type PageContent } from '../document';
import { renderTransfer } from '../transfer/template';

const ROUTE_TITLES: Record<Role, string> = {
  parent: words.forParents,
  pupil: words.forPupils,
  teacher: words.forTeachers,
  staff: words.forStaff,
};

/** A region's page: its guides in working order, one route for each role. */
export function renderRoutePage(
  region: Region,
  library: Library,
  translations: readonly Translation[],
): PageContent {
  const path = `${region.id}/`;
  return {
    path,
    title: words.pageTitle(region.title),
    description: words.description(region.where),
    kind: 'route-page',
    ...(region.help !== undefined && { help: `help/${region.id}/` }),
    body: html`<h1>${region.title}</h1>
      <family-link><p class="note warning" role="alert" hidden>${words.codeNotOpened}</p></family-link>
      <route-progress region="${region.id}" roles="${rolesOf(region).join(' ')}">
        ${(Object.keys(ROUTE_TITLES) as Role[]).map((role) => renderRoute(role, region, library, translations))}</route-progress
      >
      <section id="page-children" aria-labelledby="page-children-title">
        <h2 id="page-children-title">${words.yourChildren}</h2>
        <family-children></family-children>
        <noscript><p>${words.withoutScript}</p></noscript>
      </section>
      ${renderTransfer()}
      ${region.help !== undefined && html`<p><a class="button" href="${rootOf(path)}help/${region.id}/">${words.cannotSignIn}</a></p>`}
      ${renderContacts(region.contacts)}${renderDock(region.contacts)}`,
  };
}

function renderRoute(
  role: Role,
  region: Region,
  library: Library,
  translations: readonly Translation[],
): Html | undefined {
  const ids = region.route[role] ?? [];
  // Pupils mostly follow their parents' route: only one of its own deserves a list.
  if (ids.length === 0 || (role === 'pupil' && ids.join() === region.route.parent?.join())) {
    return undefined;
  }
  const guides = ids.flatMap((id) => library.guides.find((guide) => guide.id === id) ?? []);
  return html`<section
    class="route"
    aria-labelledby="route-${role}"
    data-roles="${role === 'parent' && isSamePupilRoute(region) ? 'parent pupil' : role}"
  >
    <h2 id="route-${role}">
      ${role === 'parent' && isSamePupilRoute(region) ? words.familyAndPupils : ROUTE_TITLES[role]}
    </h2>
    <ol class="guides">
      ${guides.map((guide) => renderGuideRow(guide, translations))}
    </ol>
  </section> `;
}

function rolesOf(region: Region): Role[] {
  return (Object.keys(ROUTE_TITLES) as Role[]).filter(
    (role) => (region.route[role] ?? []).length > 0,
  );
}

function isSamePupilRoute(region: Region): boolean {
  return region.route.pupil?.join() === region.route.parent?.join();
}

function renderGuideRow(guide: Guide, translations: readonly Translation[]): Html {
  const others = translations.filter(({ guides }) => guides.some(({ id }) => id === guide.id));
  return html`<li data-guide="${guide.id}" data-steps="${stepList(guide)}">
    <a href="${guide.slug}/">${guide.title}</a>
    <p class="quiet">
      ${guide.system}${guide.minutes !== undefined && html` · ${aboutMinutes(guide.minutes)}`}${guide.status === 'archived' && html` · <span class="badge">${words.archived}</span>`}${others.map(
        ({ language }) =>
          html` · <a href="${guide.slug}/${language}/" lang="${language}" hreflang="${language}">${nameOf(language)}</a>`,
      )}
    </p>
  </li> `;
}

/**
 * The steps, for counting progress without opening the guide: `sign-in+old-id*?device=android` is
 * a step with an earlier id, for each child, under a condition.
 */
function stepList(guide: Guide): string {
  return stepsOf(guide)
    .map(
      ({ id, aliases, perChild, when }) =>
        [id, ...aliases].join('+') +
        (perChild ? '*' : '') +
        (when ? `?${serializeCondition(when)}` : ''),
    )
    .join(' ');
}
