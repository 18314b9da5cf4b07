import type { Guide, Library, Region, Role } from '../../guide';
import { serializeCondition, stepsOf } from '../../guide';
import { html, type Html } from '../../guide/html';
import { renderContacts, renderDock } from '../contacts';
import { rootOf, type PageContent } from '../document';

const ROUTE_TITLES: Record<Role, string> = {
  parent: 'Для родителей',
  pupil: 'Для учеников с 14 лет',
  teacher: 'Для классного руководителя',
  staff: 'Для сотрудников школы',
};

/** A region's page: its guides in working order, one route for each role. */
export function renderRoutePage(region: Region, library: Library): PageContent {
  const path = `${region.id}/`;
  return {
    path,
    title: `${region.title}: школьные сервисы по шагам · Памятка`,
    description: `Памятки для родителей, учеников и учителей ${region.where}. Открываются без интернета.`,
    kind: 'route-page',
    ...(region.help !== undefined && { help: `help/${region.id}/` }),
    body: html`<h1>${region.title}</h1>
      <family-link region="${region.id}"></family-link>
      <route-progress region="${region.id}">
        ${(Object.keys(ROUTE_TITLES) as Role[]).map((role) => renderRoute(role, region, library))}</route-progress
      >
      ${region.help !== undefined && html`<p><a class="button" href="${rootOf(path)}help/${region.id}/">Не получается войти?</a></p>`}
      ${renderContacts(region.contacts)}${renderDock(region.contacts)}`,
  };
}

function renderRoute(role: Role, region: Region, library: Library): Html | undefined {
  const ids = region.route[role] ?? [];
  // Pupils mostly follow their parents' route: only one of its own deserves a list.
  if (ids.length === 0 || (role === 'pupil' && ids.join() === region.route.parent?.join())) {
    return undefined;
  }
  const guides = ids.flatMap((id) => library.guides.find((guide) => guide.id === id) ?? []);
  return html`<section class="route" aria-labelledby="route-${role}">
    <h2 id="route-${role}">
      ${role === 'parent' && isSamePupilRoute(region) ? 'Для родителей и учеников' : ROUTE_TITLES[role]}
    </h2>
    <ol class="guides">
      ${guides.map((guide) => renderGuideRow(guide, role))}
    </ol>
  </section> `;
}

function isSamePupilRoute(region: Region): boolean {
  return region.route.pupil?.join() === region.route.parent?.join();
}

function renderGuideRow(guide: Guide, role: Role): Html {
  return html`<li data-guide="${guide.id}" data-role="${role}" data-steps="${stepList(guide)}">
    <a href="${guide.slug}/">${guide.title}</a>
    <p class="quiet">
      ${guide.system}${guide.minutes !== undefined && html` · около ${guide.minutes} минут`}${guide.status === 'archived' && html` · <span class="badge">в архиве</span>`}
    </p>
  </li> `;
}

/** Ids and conditions of the steps, for counting progress without opening the guide: `open-chrome sign-in?device=android`. */
function stepList(guide: Guide): string {
  return stepsOf(guide)
    .map((step) => (step.when ? `${step.id}?${serializeCondition(step.when)}` : step.id))
    .join(' ');
}
