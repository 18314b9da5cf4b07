import type { Guide, Library, Region, TranslatedGuide, Translation } from '../../guide';
import { messagesOf, type Messages } from '../../messages/catalogues';
import type { PageLanguage } from '../document';

/** Width and height of a picture of the guides folder, by its path there. */
export type PictureSize = (path: string) => { width: number; height: number };

/** A region's page of a guide, in one language. */
export interface Setting {
  /** With its words in that language. */
  region: Region;
  library: Library;
  translations: readonly Translation[];
  pictureSize: PictureSize;
  /** Code of ISO 639. */
  language: string;
  words: Messages;
}

/** The settings in which a region shows its guides: Russian first, then each language. */
export function settingsOf(
  region: Region,
  library: Library,
  translations: readonly Translation[],
  pictureSize: PictureSize,
): Setting[] {
  const inLanguage = (language: string, words: Region): Setting => ({
    region: words,
    library,
    translations,
    pictureSize,
    language,
    words: messagesOf(language),
  });
  return [
    inLanguage('ru', region),
    ...translations.flatMap(({ language, regions }) => {
      const words = regions.find(({ id }) => id === region.id);
      return words ? [inLanguage(language, words)] : [];
    }),
  ];
}

/** Address of a guide's page in Russian, from the site's root. */
export function guidePath(region: Region, guide: Guide): string {
  return guide.id === region.help ? `help/${region.id}/` : `${region.id}/${guide.slug}/`;
}

/** The guide in the setting's language, where there is a translation. */
export function translationOf(
  { translations, language }: Setting,
  { id }: Guide,
): TranslatedGuide | undefined {
  return translations
    .find((one) => one.language === language)
    ?.guides.find((guide) => guide.id === id);
}

/** Address of a guide's page in the setting's language or, without a translation, in Russian. */
export function pathIn(setting: Setting, guide: Guide): string {
  const path = guidePath(setting.region, guide);
  return translationOf(setting, guide) ? `${path}${setting.language}/` : path;
}

/** From the page of a guide in the setting's language to the folder of the Russian one. */
export function upToGuide({ language }: Setting): string {
  return language === 'ru' ? '' : '../';
}

/** The languages in which the guide can be read; undefined where that is Russian alone. */
export function languagesOf(setting: Setting, guide: Guide): PageLanguage | undefined {
  const others = setting.translations.filter(({ guides }) =>
    guides.some(({ id }) => id === guide.id),
  );
  if (others.length === 0) return undefined;
  const up = upToGuide(setting);
  return {
    current: setting.language,
    all: new Map([
      ['ru', up || './'],
      ...others.map(({ language }): [string, string] => [language, `${up}${language}/`]),
    ]),
  };
}
