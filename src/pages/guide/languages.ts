import { stepsOf, type Guide, type TranslatedGuide } from '../../guide';
import { html, type Html } from '../../guide/html';
import type { Messages } from '../../messages/catalogues';
import type { PageLanguage } from '../document';

/** A language's name in itself: «English». */
export function nameOf(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The way to the other languages of a guide, under its title; nothing where there are none. */
export function renderLanguages(
  language: PageLanguage | undefined,
  words: Messages,
): Html | undefined {
  if (!language) return undefined;
  const links = [...language.all].map(([code, href], index) => {
    const name = nameOf(code);
    return html`${index > 0 && ' · '}${
      code === language.current
        ? html`<b>${name}</b>`
        : html`<a href="${href}" lang="${code}" hreflang="${code}">${name}</a>`
    }`;
  });
  return html`<nav class="languages" aria-label="${words.languages}">${links}</nav>
      `;
}

/** Says of a translation that it is behind its guide. */
export function renderLag(
  text: Guide | TranslatedGuide,
  guide: Guide,
  words: Messages,
): Html | undefined {
  if (!('translates' in text)) return undefined;
  const lags = [
    ...(isPartly(text) ? [words.isPartlyTranslated] : []),
    ...(text.translates < guide.verified ? [words.isOlderThanGuide] : []),
  ];
  return lags.length > 0
    ? html`<p class="note warning">${lags.join(' ')}</p>
      `
    : undefined;
}

function isPartly(text: TranslatedGuide): boolean {
  return [...text.sections, ...stepsOf(text)].some(({ isOriginal }) => isOriginal);
}
