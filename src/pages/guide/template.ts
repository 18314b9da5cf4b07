import type { Contact, Guide, Region } from '../../guide';
import { guideFor, guidesOfRegion, plainText, stepsOf } from '../../guide';
import { html, type Html } from '../../guide/html';
import { renderGuideBody, renderNeeds, type RenderContext } from '../../guide/render-html';
import { hostOf, renderContacts, renderDock } from '../contacts';
import { rootOf, type PageContent } from '../document';
import { renderLanguages, renderLag } from './languages';
import { languagesOf, pathIn, translationOf, upToGuide, type Setting } from './setting';

/**
 * One guide as a checklist.
 * @param guide the Russian one; its page is in the setting's language
 */
export function renderGuidePage(guide: Guide, setting: Setting): PageContent {
  const { region, words } = setting;
  const path = pathIn(setting, guide);
  const language = languagesOf(setting, guide);
  const text = translationOf(setting, guide) ?? guide;
  const context = renderContext(setting, guide);
  const shown = guideFor(text, { region: region.id });
  const lead = renderGuideBody({ ...shown, sections: [] }, context);
  const steps = renderGuideBody({ ...shown, lead: [] }, context);
  // Such a beginning fills a phone's first screen: one press leads past it.
  const isLong = shown.lead.some(({ type }) => type === 'picture' || type === 'note');
  const toRoute = `${upToGuide(setting)}../`;
  return {
    path,
    title: words.guideTitle(text.title, region.title),
    description: words.guideDescription(text.title, region.title),
    kind: 'guide-page',
    ...(language && { language }),
    ...(region.help !== undefined && { help: helpPath(setting) }),
    body: html`<p class="crumbs"><a href="${toRoute}">${region.title}</a></p>
      <h1>${text.title}</h1>
      ${renderLanguages(language, words)}<p class="meta">
        ${text.system}${guide.minutes !== undefined && html` · ${words.aboutMinutes(guide.minutes)}`}${guide.site !== undefined && html` · <a href="${guide.site}">${hostOf(guide.site)}</a>`}
      </p>
      ${renderLag(text, guide, words)}${renderNeeds(guide.needs, context)}<guide-checklist
        guide="${guide.id}"
        roles="${guide.audience.join(' ')}"${kindsOfSteps(html`${lead}${steps}`)}${nextAttributes(guide, setting, toRoute)}
      >
        <noscript
          ><p class="note warning">${words.withoutScripts}</p></noscript
        >
        <p class="note warning" id="scripts-missing" hidden>${words.scriptsMissing}</p>
        <p class="note warning" id="ticks-not-kept" hidden>${words.ticksNotKept}</p>
        ${isLong && html`<p class="past-lead"><a href="#page-steps">${words.toFirstStep}</a></p>`}${steps.source.includes('data-per-child') && html`<p class="family"><span></span><a href="${toRoute}#page-children">${words.addChildren}</a></p>`}
        ${lead}${
          // A section may be hidden: an anchor of its own is always there.
          isLong && html`<span id="page-steps"></span>`
        }${steps}</guide-checklist
      >
      ${renderContacts(contactsFor(guide, region), words.whomToCall)}
      ${renderProvenance(text, guide, setting)}
      ${renderDock(region.contacts, words)}`,
  };
}

/** Where the guide comes from, and when it was last compared with that. */
export function renderProvenance(text: Guide, guide: Guide, { language, words }: Setting): Html {
  const isRussian = language !== 'ru' && text.source === guide.source;
  return html`<p class="provenance">
        ${words.source}: ${isRussian ? html`<span lang="ru">${text.source}</span>` : text.source}. ${words.verified}
        <time datetime="${guide.verified}">${formatDate(guide.verified, language)}</time>${guide.status === 'current' ? '.' : `; ${guide.status === 'archived' ? words.isArchived : words.hasChanged}`}
      </p>`;
}

function helpPath(setting: Setting): string {
  const { library, region } = setting;
  const guide = library.guides.find(({ id }) => id === region.help);
  return guide ? pathIn(setting, guide) : `help/${region.id}/`;
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
export function renderContext(setting: Setting, guide: Guide): RenderContext {
  const { library, region, pictureSize, language, words } = setting;
  const root = rootOf(pathIn(setting, guide));
  const reachable = guidesOfRegion(library, region);
  return {
    words,
    guideHref(id, anchor) {
      const target = reachable.find((candidate) => candidate.id === id);
      if (!target) return undefined;
      const hash = anchor === undefined ? '' : `#${anchor}`;
      if (target.id === guide.id && hash !== '') return hash;
      return `${root}${pathIn(setting, target)}${hash}`;
    },
    targetTitle(id, anchor) {
      const original = library.guides.find((candidate) => candidate.id === id);
      const target = original && (translationOf(setting, original) ?? original);
      const section = target?.sections.find((candidate) => candidate.id === anchor);
      const step = target && stepsOf(target).find((candidate) => candidate.id === anchor);
      const inner = section?.title ?? step?.action;
      if (!inner || !target) return target?.title ?? id;
      return target.id === guide.id ? plainText(inner) : `${target.title}: ${plainText(inner)}`;
    },
    explainsPictures: language !== 'ru',
    languageOfTarget(id) {
      const target = library.guides.find((candidate) => candidate.id === id);
      return language === 'ru' || !target || translationOf(setting, target) ? undefined : 'ru';
    },
    picture(source) {
      const file = `${guide.region}/${source}`;
      return { href: root + file, ...pictureSize(file) };
    },
  };
}

/** What comes after the guide: the next one of its route or, without one, the route. */
function nextAttributes(guide: Guide, setting: Setting, toRoute: string): Html {
  const { library, region } = setting;
  const route = Object.values(region.route).find((ids) => ids.includes(guide.id)) ?? [];
  const nextId = route[route.indexOf(guide.id) + 1];
  const next = library.guides.find((candidate) => candidate.id === nextId);
  if (!next) return html` next-href="${toRoute}"`;
  const own = translationOf(setting, next);
  return html` next-href="${toRoute}${next.slug}/${own && `${setting.language}/`}" next-title="${(own ?? next).title}"`;
}

function contactsFor(guide: Guide, region: Region): Contact[] {
  const fitting = region.contacts.filter((contact) =>
    contact.audience.some((role) => guide.audience.includes(role)),
  );
  return fitting.length > 0 ? fitting : region.contacts;
}

/** `2026-11-22` as «22 ноября 2026». */
export function formatDate(iso: string, language = 'ru'): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(iso)).replace(/\sг\.$/u, '');
}
