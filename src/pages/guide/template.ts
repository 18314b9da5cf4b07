import type { Guide, Library, Region } from '../../guide';
import { guideFor, guidesOfRegion, plainText, stepsOf } from '../../guide';
import { aboutMinutes } from '../../guide/about-minutes';
import { html, type Html } from '../../guide/html';
import { renderGuideBody, renderNeeds, type RenderContext } from '../../guide/render-html';
import { hostOf, renderContacts, renderDock } from '../contacts';
import { rootOf, type PageContent } from '../document';

/** Width and height of a picture of the guides folder, by its path there. */
export type PictureSize = (path: string) => { width: number; height: number };

/** Address of a guide's page from the site's root. */
export function guidePath(region: Region, guide: Guide): string {
  return `${region.id}/${guide.slug}/`;
}

/** One guide as a checklist. */
export function renderGuidePage(
  guide: Guide,
  region: Region,
  library: Library,
  pictureSize: PictureSize,
): PageContent {
  const path = guidePath(region, guide);
  const context = renderContext(region, library, guide, pictureSize, rootOf(path));
  const shown = guideFor(guide, { region: region.id });
  const lead = renderGuideBody({ ...shown, sections: [] }, context);
  const steps = renderGuideBody({ ...shown, lead: [] }, context);
  // Such a beginning fills a phone's first screen: one press leads past it.
  const isLong = shown.lead.some(({ type }) => type === 'picture' || type === 'note');
  return {
    path,
    title: `${guide.title} · ${region.title} · Памятка`,
    description: `${guide.title}: памятка по шагам, ${region.title}. Открывается без интернета.`,
    kind: 'guide-page',
    ...(region.help !== undefined && { help: `help/${region.id}/` }),
    body: html`<p class="crumbs"><a href="../">${region.title}</a></p>
      <h1>${guide.title}</h1>
      <p class="meta">
        ${guide.system}${guide.minutes !== undefined && html` · ${aboutMinutes(guide.minutes)}`}${guide.site !== undefined && html` · <a href="${guide.site}">${hostOf(guide.site)}</a>`}
      </p>
      ${renderNeeds(guide.needs, context)}<guide-checklist
        guide="${guide.id}"
        roles="${guide.audience.join(' ')}"${kindsOfSteps(html`${lead}${steps}`)}${nextAttributes(guide, region, library)}
      >
        <noscript
          ><p class="note warning">
            Галочки можно ставить, но без JavaScript они пропадут, когда вы закроете страницу.
            Удобнее напечатать памятку.
          </p></noscript
        >
        <p class="note warning" id="scripts-missing" hidden>
          Памятка загрузилась не вся: связь прервалась или браузер устарел. Шаги и галочки на месте,
          подсказок и работы без интернета пока нет.
        </p>
        <p class="note warning" id="ticks-not-kept" hidden>
          Браузер запретил сайту хранить данные: эта галочка пропадёт, когда вы закроете страницу.
        </p>
        ${isLong && html`<p class="past-lead"><a href="#page-steps">К первому шагу ↓</a></p>`}${steps.source.includes('data-per-child') && html`<p class="family"><span></span><a href="../#page-children">Добавить детей</a></p>`}
        ${lead}${
          // A section may be hidden: an anchor of its own is always there.
          isLong && html`<span id="page-steps"></span>`
        }${steps}</guide-checklist
      >
      ${renderContacts(contactsFor(guide, region))}
      <p class="provenance">
        Источник: ${guide.source}. Сверено
        <time datetime="${guide.verified}">${formatDate(guide.verified)}</time>${statusText(guide)}
      </p>
      ${renderDock(region.contacts)}`,
  };
}

/**
 * What comes above the steps once the scripts are there, as attributes: the style sheet keeps room
 * for it from the first byte on, when the steps themselves may still be on their way.
 */
export function kindsOfSteps(body: Html): Html {
  const has = (mark: string): boolean => body.source.includes(mark);
  return html`${has('data-when') && html` conditional`}`;
}

/** What other guides' links and pictures mean on this page. */
export function renderContext(
  region: Region,
  library: Library,
  guide: Guide,
  pictureSize: PictureSize,
  root: string,
): RenderContext {
  const reachable = guidesOfRegion(library, region);
  return {
    guideHref(id, anchor) {
      const target = reachable.find((candidate) => candidate.id === id);
      if (!target) return undefined;
      const hash = anchor === undefined ? '' : `#${anchor}`;
      if (target.id === guide.id && hash !== '') return hash;
      return `${root}${target.id === region.help ? `help/${region.id}/` : guidePath(region, target)}${hash}`;
    },
    targetTitle(id, anchor) {
      const target = library.guides.find((candidate) => candidate.id === id);
      const section = target?.sections.find((candidate) => candidate.id === anchor);
      const step = target && stepsOf(target).find((candidate) => candidate.id === anchor);
      const inner = section?.title ?? step?.action;
      if (!inner || !target) return target?.title ?? id;
      return target.id === guide.id ? plainText(inner) : `${target.title}: ${plainText(inner)}`;
    },
    picture(source) {
      const file = `${guide.region}/${source}`;
      return { href: root + file, ...pictureSize(file) };
    },
  };
}

function nextAttributes(guide: Guide, region: Region, library: Library): Html | undefined {
  const route = Object.values(region.route).find((ids) => ids.includes(guide.id)) ?? [];
  const nextId = route[route.indexOf(guide.id) + 1];
  const next = library.guides.find((candidate) => candidate.id === nextId);
  return next && html` next-href="../${next.slug}/" next-title="${next.title}"`;
}

function contactsFor(guide: Guide, region: Region) {
  const fitting = region.contacts.filter((contact) =>
    contact.audience.some((role) => guide.audience.includes(role)),
  );
  return fitting.length > 0 ? fitting : region.contacts;
}

function statusText(guide: Guide): string {
  if (guide.status === 'archived') return '; сервис закрыт, памятка хранится для истории.';
  if (guide.status === 'changed')
    return '; с тех пор сервис изменился, смотрите заметку «Изменилось…».';
  return '.';
}

const LONG_DATE = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' });

/** `2026-11-22` as «22 ноября 2026». */
export function formatDate(iso: string): string {
  return LONG_DATE.format(new Date(iso)).replace(/\sг\.$/u, '');
}
